import t from 'tap';
import type { ReportEvent } from '../../../src/audit/report/report-event.js';
import { evidenceNumber } from '../../../src/custody/evidence/number.js';
import { withheld } from '../../../src/dossier/reading/clearance/said.js';
import { itemNames } from '../../../src/dossier/reading/laboratory/item-names.js';
import { leadsIn } from '../../../src/dossier/reading/laboratory/of-leads.js';
import { receptionOf } from '../../../src/dossier/reading/laboratory/of-request.js';
import type { ReleasedReport } from '../../../src/dossier/reading/laboratory/released-report.js';

const [inside, outside] = ['019b2c3d-4e5f-7a6b-8c7d-000000000001', '019b2c3d-4e5f-7a6b-8c7d-000000000002'];
const named = itemNames({ pieces: [`evidence/${inside}`] });

t.test('D5: of an item that is no piece of the dossier that is said beside its number', async t => {
  t.equal(named(inside).fr, evidenceNumber(inside));
  t.same(named(outside), {
    fr: `${evidenceNumber(outside)} (n'est pas une pièce de ce dossier)`,
    en: `${evidenceNumber(outside)} (no piece of this dossier)`,
  });
});

t.test('V7: a lead is printed with its place in the log; what is withheld of it is said to be', async t => {
  const hidden = { _sd: 'DEMO' };
  const body = {
    items: [{ subject: `evidence/${outside}`, seq: 1 }],
    source: { code: 'WARRANT_LIST', text: null },
    confidence: 'LOW',
    ...{ list: hidden, issuedBy: null, reference: hidden, statement: hidden },
  };
  const leads = [{ index: 497, event: { body } }] as unknown as readonly ReportEvent[];
  const [lead] = leadsIn({ leads }, named);
  t.equal(lead?.leaf, 497);
  const rows = Object.fromEntries((lead?.rows ?? []).map(({ label, value }) => [label.en, value]));
  t.match(rows.Item?.fr, /n'est pas une pièce de ce dossier/);
  t.match(rows.Source, { fr: 'Liste de mandats', en: 'List of warrants' });
  for (const label of ['Database or list', 'Reference', 'Lead']) t.same(rows[label], withheld, label);
  t.same(rows['State that issued the warrant'], { fr: 'Néant', en: 'None' });
});

t.test('RQ-31: the number that was read is told where it is not the one on record', async t => {
  const read = (found: string) => {
    const body = { seals: [{ number: 'DEMO-7', found, status: 'VERIFIED_INTACT' }] };
    const onItem = { event: { type: 'evidence.examination-accepted', subject: `evidence/${inside}`, body } };
    const report = { acts: [], onItems: [onItem] } as unknown as ReleasedReport;
    const { fr, en } = receptionOf(report).seals;
    return [fr, en].map(text => text?.slice(evidenceNumber(inside).length));
  };
  t.same(read('DEMO-7'), [' : DEMO-7 : Vérifié, intact', ': DEMO-7: Checked, intact']);
  t.match(read('DEMO-8'), [/DEMO-7 \(lu : DEMO-8\)/, /DEMO-7 \(read: DEMO-8\)/]);
  t.match(read(''), [/DEMO-7 \(numéro non lu\)/, /DEMO-7 \(number not read\)/]);
});
