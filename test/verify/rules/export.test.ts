import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { officersFolder } from '../../../src/cli/cast/stage.js';
import { openFolderBag } from '../../../src/cli/verify/folder-bag.js';
import { reconstruction } from '../../../src/custody/sop/reconstruction.js';
import { sopBytes } from '../../../src/custody/sop/sop-bytes.js';
import { verifyExport } from '../../../src/verify/index.js';
import { type Closure, closureOf } from '../../helpers/closure.js';
import { ForgedLog } from '../../helpers/forged/forged-log.js';
import { forgedKeyOf } from '../../helpers/forged/keys.js';
import { plainSecret, stolenKeys } from '../../helpers/forged/keys-of-stage.js';
import { aboutAuthority, aboutCustody } from '../../helpers/forged/mutations.js';
import { type Retold, retell } from '../../helpers/forged/retell.js';
import { writeForgedBag } from '../../helpers/forged/write-bag.js';
import { readLoggedEvents } from '../../helpers/logged-events.js';
import { playedStory } from '../../helpers/played-story.js';
import { createTestFolder } from '../../helpers/test-folder.js';

/** Told by the operator who has the key of the log, the officers' keys, and writes the export himself. */
const forgeries: Readonly<Record<string, string>> = {
  'a registrar acts alone': 'role',
  'the witness of a collection is left out': 'rules',
  'a gate is passed by whoever wants to pass it': 'rules',
  'an item is received that never departed': 'rules',
  'an item event that its manifest does not list': 'group',
  'what an item says is changed after both sides signed for it': 'rules',
};

t.setTimeout(300_000);

t.test('section 12: a story told differently by who has every key', async t => {
  const { log: real, home } = await playedStory(t);
  const keyOf = stolenKeys(officersFolder(home));
  const { jwk, secret } = JSON.parse(await readFile(join(home, 'log.key'), 'utf8'));
  const logKey = forgedKeyOf({ ...jwk, d: plainSecret(secret) });
  const story = (await readLoggedEvents(real)).map(({ event: { jws }, ...event }) => ({ ...event, jws }));

  const forge = (told: readonly Retold[]): ForgedLog => {
    const log = new ForgedLog(real.origin, logKey);
    for (const event of told) log.lay(event);
    return log;
  };
  const verify = async (t: Test, log: ForgedLog, part?: Closure) => {
    const folder = join(await createTestFolder(t), 'bag');
    await writeForgedBag(folder, log, { files: [sopBytes(reconstruction)], ...(part && { part }) });
    return verifyExport(openFolderBag(folder), { policy: log.policy() });
  };

  const honest = forge(retell(story, told => told, keyOf));
  const whole = await verify(t, honest);
  t.equal(whole.verdict, 'ok', JSON.stringify(whole.failed));
  t.notOk(
    whole.notProven.some(text => text.startsWith('rules')),
    'all rules were replayed',
  );

  const shown = honest.entries.map(({ payload, eventId }) => ({ ...payload, eventId }) as never);
  const item = String(
    honest.entries.find(({ payload }) => payload.type === 'evidence.received')?.payload.subject,
  );
  const part = await verify(t, honest, closureOf(shown, [item]));
  t.equal(part.verdict, 'ok', JSON.stringify(part.failed));
  t.ok(part.whole.includes(item));
  t.ok(
    part.notProven.some(text => text.startsWith('rules: those of evidence.registered that look at scene')),
  );

  for (const { title, change } of [...aboutAuthority, ...aboutCustody]) {
    const check = forgeries[title];
    if (check === undefined) continue;
    const { verdict, failed } = await verify(t, forge(retell(story, change, keyOf)));
    t.equal(verdict, 'fail', title);
    t.equal(failed?.check, check, `${title}: ${JSON.stringify(failed)}`);
  }
});
