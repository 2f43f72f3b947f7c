import t from 'tap';
import type { ReportEvent } from '../../../src/audit/report/report-event.js';
import type { EvidenceState } from '../../../src/custody/evidence/state.js';
import { defectsOf } from '../../../src/dossier/reading/defects.js';
import type { ItemHistory } from '../../../src/dossier/reading/item-history.js';

const occurred = { at: '2021-04-02T06:06:00.000Z', precision: 'MINUTE' };
const act = (eventId: string, type: string) => ({
  index: 1,
  event: { eventId, type, form: 1, body: { occurred } },
});

t.test(
  'RQ-31: a gate that was passed is named by the act and by what it holds, in both languages',
  async t => {
    const state = {
      number: 'DEMO-1',
      remarks: [{ kind: 'OVERRIDE', text: 'GATE-1: DEMO: fire goes on', event: 'one' }],
      gaps: [{ from: '2021-04-02T08:00:00.000Z', until: '2021-04-03T10:24:00.000Z', reason: 'DEMO' }],
      discrepancies: {},
      corrections: [],
    };
    const history = { acts: [act('one', 'evidence.collected')], groups: new Map() };
    const [passed, gap] = defectsOf(state as unknown as EvidenceState, history as unknown as ItemHistory, []);
    t.match(passed, {
      kind: { fr: 'Verrou levé par nécessité', en: 'Gate passed by necessity' },
      what: {
        fr: /^Pièce collectée – GATE-1 \(«\u00a0Aucun travail sur les lieux avant .*\u00a0»\) : DEMO: fire goes on$/,
        en: /^Item collected – GATE-1 \(“No work at a scene before .*”\): DEMO: fire goes on$/,
      },
    });
    t.equal(gap?.what.fr, "jusqu'au 2021-04-03 10:24 UTC : DEMO", 'with its zone');
  },
);

t.test(
  'RQ-31: codes of seals and discrepancies are put in words, with the time of the act, also of one taken over',
  async t => {
    const state = {
      number: 'DEMO-1',
      remarks: [
        { kind: 'DISCREPANCY', text: 'SEAL_DAMAGED: DEMO: torn', event: 'parent' },
        { kind: 'DISCREPANCY', text: 'EXPLAINED_AND_CORRECTED: DEMO: counted', event: 'parent' },
        { kind: 'SEAL', text: 'DEMO-0004 DAMAGED_UNEXPLAINED: DEMO: torn along its seal', event: 'parent' },
        { kind: 'UNDER_RESERVE', text: 'SEAL_DAMAGED: as an officer wrote it', event: 'parent' },
      ],
      gaps: [],
      discrepancies: { group: { kind: 'SEAL_DAMAGED', open: true, outcome: null } },
      corrections: [],
    };
    const inherited = [act('parent', 'evidence.discrepancy-opened')].map(report => ({
      ...report,
      event: { ...report.event, body: { ...report.event.body, group: 'group' } },
    }));
    const history = { acts: [], groups: new Map() } as unknown as ItemHistory;
    const found = defectsOf(
      state as unknown as EvidenceState,
      history,
      inherited as unknown as readonly ReportEvent[],
    );
    const [opened, closed, seal, reserve, standing] = found.map(({ what, at }) => ({
      fr: what.fr,
      en: what.en,
      at,
    }));
    for (const one of [opened, closed, seal, reserve, standing])
      t.match(one?.at, occurred, 'when the act on the other item happened');
    t.match(opened?.fr, / – scellé altéré : DEMO: torn$/);
    t.match(opened?.en, / – seal damaged: DEMO: torn$/);
    t.match(closed?.fr, / – expliqué et corrigé : DEMO: counted$/);
    t.match(seal?.fr, / – DEMO-0004 [^A-Z]+ : DEMO: torn along its seal$/);
    t.match(reserve?.fr, / – SEAL_DAMAGED: as an officer wrote it$/, 'what an officer wrote stands as it is');
  },
);

t.test('RQ-31: that a laboratory report was amended is told, where it is no piece too', async t => {
  const state = { number: 'DEMO-1', remarks: [], gaps: [], discrepancies: {}, corrections: [] };
  const amended = act('amended', 'examination.result-amended');
  const body = { ...amended.event.body, change: { what: 'DEMO limits', why: 'DEMO review' } };
  const groups = new Map([['amended', { ...amended, index: 197, event: { ...amended.event, body } }]]);
  const [told, ...others] = defectsOf(
    state as unknown as EvidenceState,
    { acts: [], groups } as unknown as ItemHistory,
    [],
  );
  t.same(others, []);
  t.match(told, {
    kind: { fr: "Résultat d'examen rectifié" },
    what: { fr: 'au rang 197 du journal' },
    at: occurred,
  });
  t.notMatch(
    JSON.stringify(told),
    /limits|review/,
    'GATE-6: what changed is told by a report that was released',
  );
});
