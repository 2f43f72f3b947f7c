import t from 'tap';
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
    const [passed, gap] = defectsOf(state as unknown as EvidenceState, history as unknown as ItemHistory);
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
