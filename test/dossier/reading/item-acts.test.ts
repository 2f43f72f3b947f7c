import t from 'tap';
import type { ReportEvent } from '../../../src/audit/report/report-event.js';
import type { DossierReading } from '../../../src/dossier/reading/dossier-reading.js';
import { actsOf } from '../../../src/dossier/reading/item-acts.js';
import type { ItemHistory } from '../../../src/dossier/reading/item-history.js';
import { People } from '../../../src/dossier/reading/people.js';

t.test('E17: where an act has no seal, the paper says why as it was signed', async t => {
  const people = await People.read({ states: async () => new Map() } as unknown as DossierReading, []);
  const occurred = { at: '2021-04-02T05:00:00Z', precision: 'MINUTE', zone: 'UTC', clockDoubt: null };
  const sealsOf = (body: object) => {
    const event = { eventId: 'o', type: 'evidence.offered', body: { occurred, ...body } };
    const actor = { officer: '019b2c3d-4e5f-7a6b-8c7d-000000aaaaa1', role: 'WIT' };
    const report = { index: 1, receivedAt: 0, event: { ...event, actor } } as unknown as ReportEvent;
    const [act] = actsOf({ acts: [report], groups: new Map(), countersigned: new Map() }, people, 'DEMO');
    return act?.seals ?? null;
  };
  t.match(sealsOf({ sealNumber: null, sealException: 'DEMO: too small' }), {
    fr: 'Sans scellé : DEMO: too small',
    en: 'Without a seal: DEMO: too small',
  });
  t.equal(sealsOf({ sealNumber: null, sealException: null }), null);
});

t.test(
  'E37, E39: of each release that an item was asked for under, which is that of the dossier; of another nothing more',
  async t => {
    const people = await People.read({ states: async () => new Map() } as unknown as DossierReading, []);
    const actor = { officer: '019b2c3d-4e5f-7a6b-8c7d-000000aaaaa1', role: 'LEG' };
    const marksUnder = (release: string, type = 'evidence.release-decided') => {
      const body = { group: 'decided', occurred: { at: '2021-04-02T05:00:00Z', precision: 'MINUTE' } };
      const report = { index: 1, receivedAt: 0, event: { eventId: 'o', type, form: 1, body, actor } };
      const decided = {
        ...report,
        event: { ...report.event, subject: 'release/DEMO-1', body: { outcome: 'REFUSED' } },
      };
      const history = { acts: [report], groups: new Map([['decided', decided]]), countersigned: new Map() };
      return actsOf(history as unknown as ItemHistory, people, release)[0]?.marks.map(({ fr }) => fr);
    };
    t.same(marksUnder('DEMO-1'), ['Autorisation du présent dossier']);
    t.same(marksUnder('DEMO-2'), ['Autre autorisation, hors du présent dossier']);
    t.same(marksUnder('DEMO-1', 'evidence.placed'), []);
  },
);

t.test('RQ-31: an act that a key signed which was later reported lost bears a mark', async t => {
  const officer = '019b2c3d-4e5f-7a6b-8c7d-000000aaaaa1';
  const keys = { kid: { revoked: { index: 9, reason: 'lost', compromisedSince: null } } };
  const states = async () => new Map([[`officer/${officer}`, { unit: null, keys }]]);
  const people = await People.read({ states } as unknown as DossierReading, [officer]);
  const marksAt = (index: number) => {
    const body = { occurred: { at: '2021-04-02T05:00:00Z', precision: 'MINUTE' } };
    const event = {
      eventId: 'o',
      type: 'evidence.departed',
      form: 1,
      kid: 'kid',
      body,
      actor: { officer, role: 'COU' },
    };
    const history = { acts: [{ index, receivedAt: 0, event }], groups: new Map(), countersigned: new Map() };
    return actsOf(history as unknown as ItemHistory, people, 'DEMO')[0]?.marks.map(({ fr }) => fr);
  };
  t.same(marksAt(3), ['Clé déclarée perdue ensuite, au rang 9']);
  t.same(marksAt(12), [], 'what the report does not concern');
});
