import t from 'tap';
import type { ReportEvent } from '../../../src/audit/report/report-event.js';
import type { DossierReading } from '../../../src/dossier/reading/dossier-reading.js';
import { actsOf } from '../../../src/dossier/reading/item-acts.js';
import { People } from '../../../src/dossier/reading/people.js';

t.test('E17: where an act has no seal, the paper says why as it was signed', async t => {
  const people = await People.read({ states: async () => new Map() } as unknown as DossierReading, []);
  const occurred = { at: '2021-04-02T05:00:00Z', precision: 'MINUTE', zone: 'UTC', clockDoubt: null };
  const sealsOf = (body: object) => {
    const event = { eventId: 'o', type: 'evidence.offered', body: { occurred, ...body } };
    const actor = { officer: '019b2c3d-4e5f-7a6b-8c7d-000000aaaaa1', role: 'WIT' };
    const report = { index: 1, receivedAt: 0, event: { ...event, actor } } as unknown as ReportEvent;
    const [act] = actsOf({ acts: [report], groups: new Map(), countersigned: new Map() }, people);
    return act?.seals ?? null;
  };
  t.match(sealsOf({ sealNumber: null, sealException: 'DEMO: too small' }), {
    fr: 'Sans scellé : DEMO: too small',
    en: 'Without a seal: DEMO: too small',
  });
  t.equal(sealsOf({ sealNumber: null, sealException: null }), null);
});
