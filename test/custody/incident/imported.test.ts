import t from 'tap';
import type { AccountState } from '../../../src/custody/account/state.js';
import type { IncidentState } from '../../../src/custody/incident/state.js';
import { accountSubject, giveAccount } from '../../helpers/bodies/account.js';
import { importSubject, openImport } from '../../helpers/bodies/import.js';
import { incidentSubject, openIncident } from '../../helpers/bodies/incident.js';
import { registerUnit } from '../../helpers/bodies/unit.js';
import { Procedure, uuidOf } from '../../helpers/procedure.js';

const imported = (row: number) => ({ import: importSubject.slice('import/'.length), row });

function withImport(): Procedure {
  const procedure = new Procedure();
  procedure.accept(registerUnit());
  procedure.accept(openImport({ contents: 'INCIDENTS' }));
  return procedure;
}

t.test('G3: a row becomes an incident and an account of it, each once', async t => {
  const procedure = withImport();
  procedure.accept(openIncident({ imported: imported(1) }));
  procedure.accept(giveAccount({ imported: imported(1) }));
  t.match(procedure.state<IncidentState>(incidentSubject), { imported: { row: 1 } });
  t.match(procedure.state<AccountState>(accountSubject), { imported: { row: 1 } });
  const again = { caseFile: '210403 CACHE, DEMO-PLACE', imported: imported(1) };
  t.same(procedure.refuse(openIncident(again, `incident/${uuidOf('DEMO-INCIDENT-2')}`)), ['claim.taken']);
  const twice = giveAccount({ imported: imported(1) }, `account/${uuidOf('DEMO-ACCOUNT-2')}`);
  t.same(procedure.refuse(twice), ['claim.taken']);
});

t.test('G3: rows are entered by who opened the import, and none the table does not have', async t => {
  const procedure = withImport();
  const other = { ...openIncident({ imported: imported(1) }), by: 'DEMO-JMAC-2/JMAC' };
  t.same(procedure.refuse(other), ['import.of-another']);
  t.same(procedure.refuse(openIncident({ imported: imported(4) })), ['import.row-beyond']);
  procedure.accept(openIncident());
  t.same(procedure.refuse(giveAccount({ imported: imported(4) })), ['import.row-beyond']);
});
