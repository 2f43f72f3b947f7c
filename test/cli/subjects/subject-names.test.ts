import { join } from 'node:path';
import t from 'tap';
import type { DeviceSession } from '../../../src/cli/device-session.js';
import type { NamedOfficer } from '../../../src/cli/officers.js';
import { SubjectNames } from '../../../src/cli/subjects/subject-names.js';
import { generatePrivateJwk } from '../../../src/log/index.js';
import { uuidOf } from '../../helpers/procedure.js';

t.test('an officer calls himself me, in both languages; nobody else is called so', async t => {
  const signer = { officer: uuidOf('DEMO-WIT-1') } as NamedOfficer;
  const names = new SubjectNames({} as DeviceSession, signer, true);
  t.equal(await names.idOf('officer', 'me'), signer.officer);
  t.equal(await names.idOf('officer', 'moi'), signer.officer);
  t.equal(await names.idOf('officer', uuidOf('DEMO-EOD-1')), uuidOf('DEMO-EOD-1'));
  await t.rejects(names.idOf('evidence', 'me'), /neither a UUID nor the number of an item/);
});

t.test('an officer is named by his public card or key file, for the register withholds his name', async t => {
  const { d: _secret, ...jwk } = await generatePrivateJwk('ES256');
  const officer = uuidOf('DEMO-LABX-1');
  const folder = t.testdir({
    'card.json': JSON.stringify({
      kind: 'scelle-public-card',
      v: 1,
      officer,
      label: 'DEMO-LABX-1',
      jwk,
    }),
    'other.json': '{}',
  });
  const names = new SubjectNames({} as DeviceSession, {} as NamedOfficer, true);
  t.equal(await names.idOf('officer', join(folder, 'card.json')), officer);
  await t.rejects(names.idOf('officer', join(folder, 'other.json')), /is not a key file/);
  await t.rejects(names.idOf('officer', join(folder, 'missing.json')), /cannot be read/);
});
