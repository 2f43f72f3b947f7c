import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import t from 'tap';
import type { LogState } from '../../src/custody/log/state.js';
import { formatVerifierKey } from '../../src/log/index.js';
import { makeLogKey, openLogKeys, writeLogKey } from '../../src/store/log-key-file.js';
import { prepareLogKey } from '../../src/store/rotate-log-key.js';
import { createTestFolder } from '../helpers/test-folder.js';

t.test('a key that nobody has is asked for at no cost, and one that is added is found', async t => {
  const path = join(await createTestFolder(t), 'log.key');
  const random = (length: number) => randomBytes(length);
  const origin = 'evidence.test.example';
  const { key } = await writeLogKey(path, origin, await makeLogKey(), 'DEMO passphrase', random);
  const opened = await openLogKeys(path, 'DEMO passphrase');
  const { held } = opened;
  const unknown = `${origin}+00000000+AAAA`;
  t.same(
    await Promise.all(Array.from({ length: 20 }, () => opened.find(unknown))),
    Array(20).fill(undefined),
  );
  t.equal(opened.held, held, 'no key was opened again');
  const state = { logKey: formatVerifierKey(key) } as LogState;
  const prepared = await prepareLogKey(path, 'DEMO passphrase', state, random);
  const found = await Promise.all([1, 2].map(() => opened.find(formatVerifierKey(prepared.key))));
  t.equal(found[0]?.key.keyId, prepared.key.keyId);
  t.equal(found[0], found[1], 'opened once for both who asked');
});
