import { objectsOf, textOf } from '../../audit/report/report-event.js';
import { eventRule } from '../../custody/catalogue.js';
import type { EvidenceState } from '../../custody/evidence/state.js';
import { gates } from '../../custody/sop/gates.js';
import type { Text } from '../../custody/text.js';
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
  const titles = new Map(
    history.acts.map(({ event }) => [event.eventId, eventRule(event.type, event.form)?.title] as const),
  );
  return [
    ...state.remarks.map(({ kind, text, event }) => ({
      item,
      kind: capital(inWords(remarkWords)(kind)),
      what: remarked(text, titles.get(event)),
      at: occurred.get(event) ?? null,
    })),
    ...state.gaps.map(({ from, until, reason }) => ({
      item,
      kind: { fr: 'Lacune dans la garde', en: 'Gap in custody' },
      what: { fr: `jusqu'au ${plainTime(until)} : ${reason}`, en: `until ${plainTime(until)}: ${reason}` },
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
      what: withRule(gate, { fr: reason, en: reason }),
      at,
    })),
  ];
}

/** The act that it was remarked on, and of a gate what it holds: a code alone says nothing to a court. */
function remarked(text: string, title: Text | undefined): Text {
  const [, gate, reason] = /^(GATE-\d+): (.*)$/s.exec(text) ?? [];
  const told =
    gate === undefined ? { fr: text, en: text } : withRule(gate, { fr: reason ?? '', en: reason ?? '' });
  if (title === undefined) return told;
  return { fr: `${title.fr} – ${told.fr}`, en: `${title.en} – ${told.en}` };
}

function withRule(gate: string, { fr, en }: Text): Text {
  const rule = Object.hasOwn(gates, gate) ? gates[gate as keyof typeof gates].rule : undefined;
  if (rule === undefined) return { fr: `${gate} : ${fr}`, en: `${gate}: ${en}` };
  return { fr: `${gate} («\u00a0${rule.fr}\u00a0») : ${fr}`, en: `${gate} (“${rule.en}”): ${en}` };
}

function capital({ fr, en }: Text): Text {
  return { fr: fr.charAt(0).toUpperCase() + fr.slice(1), en: en.charAt(0).toUpperCase() + en.slice(1) };
}

/** `2021-04-03 10:24 UTC`: of a time with zero offset. */
function plainTime(at: string): string {
  return at.replace(/^(\S{10})T(\d\d:\d\d).*Z$/, '$1 $2 UTC');
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
