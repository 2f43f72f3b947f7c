import t from 'tap';
import type { DeviceSession } from '../../../src/cli/device-session.js';
import type { NamedOfficer } from '../../../src/cli/officers.js';
import { SubjectNames } from '../../../src/cli/subjects/subject-names.js';
import { uuidOf } from '../../helpers/procedure.js';

t.test('an officer calls himself me, in both languages; nobody else is called so', async t => {
  const signer = { officer: uuidOf('DEMO-WIT-1') } as NamedOfficer;
  const names = new SubjectNames({} as DeviceSession, signer, true);
  t.equal(await names.idOf('officer', 'me'), signer.officer);
  t.equal(await names.idOf('officer', 'moi'), signer.officer);
  t.equal(await names.idOf('officer', uuidOf('DEMO-EOD-1')), uuidOf('DEMO-EOD-1'));
  await t.rejects(names.idOf('evidence', 'me'), /neither a UUID nor the number of an item/);
});
