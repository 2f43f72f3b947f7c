import { objectsOf, type ReportEvent, textOf } from '../../audit/report/report-event.js';
import { eventRule } from '../../custody/catalogue.js';
import type { EvidenceState, Remark } from '../../custody/evidence/state.js';
import { gates } from '../../custody/sop/gates.js';
import type { Text } from '../../custody/text.js';
import { discrepancyKinds, discrepancyOutcomes } from '../../custody/vocabulary/discrepancies.js';
import { sealStatusLabels } from '../../custody/vocabulary/seals.js';
import { remarkWords } from '../../custody/vocabulary/states.js';
import { inWords } from '../../custody/vocabulary/told.js';
import type { Defect } from '../paper/document.js';
import type { ItemHistory } from './item-history.js';
import { instant, occurredIn } from './moments.js';

/**
 * What a defence counsel will ask about an item, told by us first (RQ-31, GATE-12).
 * @param inherited acts on the item that it was divided from, which what was remarked rests on
 */
export function defectsOf(
  state: EvidenceState,
  history: ItemHistory,
  inherited: readonly ReportEvent[],
): readonly Defect[] {
  const item = state.number;
  const acts = [...history.acts, ...inherited].map(({ event }) => event);
  const occurred = new Map(acts.map(({ eventId, body }) => [eventId, occurredIn(body.occurred)] as const));
  const titles = new Map(
    acts.map(({ eventId, type, form }) => [eventId, eventRule(type, form)?.title] as const),
  );
  return [
    ...state.remarks.map(({ kind, text, event }) => ({
      item,
      kind: capital(inWords(remarkWords)(kind)),
      what: remarked(inCode(kind, text), titles.get(event)),
      at: occurred.get(event) ?? null,
    })),
    ...state.gaps.map(({ from, until, reason }) => ({
      item,
      kind: { fr: 'Lacune dans la garde', en: 'Gap in custody' },
      what: { fr: `jusqu'au ${plainTime(until)} : ${reason}`, en: `until ${plainTime(until)}: ${reason}` },
      at: instant(from),
    })),
    ...Object.entries(state.discrepancies).map(([id, { kind, open, outcome }]) => {
      const words = inWords(discrepancyKinds)(kind);
      const end = outcome === null ? { fr: '', en: '' } : inWords(discrepancyOutcomes)(outcome);
      return {
        item,
        kind: { fr: 'Anomalie', en: 'Discrepancy' },
        what: {
          fr: open ? `${words.fr} : en cours` : `${words.fr} : close, ${end.fr}`,
          en: open ? `${words.en}: open` : `${words.en}: closed, ${end.en}`,
        },
        at: openedAt(id, history, inherited),
      };
    }),
    ...state.corrections.map(({ pointer, reason, event }) => ({
      item,
      kind: { fr: 'Rectification', en: 'Correction' },
      what: { fr: `${pointer} : ${reason}`, en: `${pointer}: ${reason}` },
      at: occurred.get(event) ?? null,
    })),
    ...amendedResults(history).map(({ what, at }) => ({
      item,
      kind: { fr: "Résultat d'examen rectifié", en: 'Laboratory result amended' },
      what,
      at,
    })),
    ...overridesOf(history).map(({ gate, reason, at }) => ({
      item,
      kind: { fr: `Dérogation au verrou ${gate}`, en: `Override of ${gate}` },
      what: withRule(gate, { fr: reason, en: reason }),
      at,
    })),
  ];
}

/** Of a discrepancy and a seal the remark begins with a code, which is put in words; what an officer wrote follows it. */
function inCode(kind: Remark['kind'], text: string): Text {
  const [, before = '', code = '', said = ''] = /^([^\s:]+ )?([A-Z_]+): (.*)$/s.exec(text) ?? [];
  const vocabulary =
    kind === 'DISCREPANCY' ? { ...discrepancyKinds, ...discrepancyOutcomes } : sealStatusLabels;
  if (!(kind === 'DISCREPANCY' || kind === 'SEAL') || !Object.hasOwn(vocabulary, code))
    return { fr: text, en: text };
  const words = inWords(vocabulary)(code);
  return { fr: `${before}${words.fr} : ${said}`, en: `${before}${words.en}: ${said}` };
}

/** When it was opened; null of one that was taken over together with others, whose acts do not say which is which. */
function openedAt(id: string, { groups }: ItemHistory, inherited: readonly ReportEvent[]) {
  const opening = [...groups.values()].filter(({ event }) => event.type === 'discrepancy.opened');
  const own = opening.find(({ event }) => event.subject === `discrepancy/${id}`);
  const [before, ...others] = inherited.filter(({ event }) => event.type === 'evidence.discrepancy-opened');
  const opened = own ?? (others.length === 0 ? before : undefined);
  return opened === undefined ? null : occurredIn(opened.event.body.occurred);
}

/** The act that it was remarked on, and of a gate what it holds: a code alone says nothing to a court. */
function remarked(text: Text, title: Text | undefined): Text {
  const [, gate, reason] = /^(GATE-\d+): (.*)$/s.exec(text.fr) ?? [];
  const told = gate === undefined ? text : withRule(gate, { fr: reason ?? '', en: reason ?? '' });
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

/** E34: that a report was amended is told also where it is no piece of the dossier; what changed is the report's (GATE-6). */
function amendedResults({ groups }: ItemHistory) {
  return [...groups.values()]
    .filter(({ event }) => event.type === 'examination.result-amended')
    .map(({ index, event }) => ({
      what: { fr: `au rang ${index} du journal`, en: `at position ${index} of the log` },
      at: occurredIn(event.body.occurred),
    }));
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
