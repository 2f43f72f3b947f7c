import { objectsOf, textOf } from '../../audit/report/report-event.js';
import type { EvidenceState } from '../../custody/evidence/state.js';
import { discrepancyKinds, discrepancyOutcomes } from '../../custody/vocabulary/discrepancies.js';
import { remarkWords } from '../../custody/vocabulary/states.js';
import { inWords } from '../../custody/vocabulary/told.js';
import type { Defect } from '../paper/document.js';
import type { ItemHistory } from './item-history.js';
import { instant, occurredIn } from './moments.js';

/** What a defence counsel will ask about an item, told by us first (RQ-31, GATE-12). */
export function defectsOf(state: EvidenceState, history: ItemHistory): readonly Defect[] {
  const item = state.number;
  const occurred = new Map(
    history.acts.map(({ event }) => [event.eventId, occurredIn(event.body.occurred)] as const),
  );
  return [
    ...state.remarks.map(({ kind, text, event }) => ({
      item,
      kind: inWords(remarkWords)(kind),
      what: { fr: text },
      at: occurred.get(event) ?? null,
    })),
    ...state.gaps.map(({ from, until, reason }) => ({
      item,
      kind: { fr: 'Lacune dans la garde', en: 'Gap in custody' },
      what: { fr: `jusqu'au ${until} : ${reason}`, en: `until ${until}: ${reason}` },
      at: instant(from),
    })),
    ...Object.values(state.discrepancies).map(({ kind, open, outcome }) => {
      const words = inWords(discrepancyKinds)(kind);
      const end = outcome === null ? { fr: '', en: '' } : inWords(discrepancyOutcomes)(outcome);
      return {
        item,
        kind: { fr: 'Anomalie', en: 'Discrepancy' },
        what: {
          fr: open ? `${words.fr} : en cours` : `${words.fr} : close, ${end.fr}`,
          en: open ? `${words.en}: open` : `${words.en}: closed, ${end.en}`,
        },
        at: null,
      };
    }),
    ...state.corrections.map(({ pointer, reason, event }) => ({
      item,
      kind: { fr: 'Rectification', en: 'Correction' },
      what: { fr: `${pointer} : ${reason}`, en: `${pointer}: ${reason}` },
      at: occurred.get(event) ?? null,
    })),
    ...overridesOf(history).map(({ gate, reason, at }) => ({
      item,
      kind: { fr: `Dérogation au verrou ${gate}`, en: `Override of ${gate}` },
      what: { fr: reason },
      at,
    })),
  ];
}

function overridesOf({ groups }: ItemHistory) {
  return [...groups.values()].flatMap(({ event }) =>
    objectsOf(event.body.overrides).map(({ gate, reason }) => ({
      gate: textOf(gate),
      reason: textOf(reason),
      at: occurredIn(event.body.occurred),
    })),
  );
}
