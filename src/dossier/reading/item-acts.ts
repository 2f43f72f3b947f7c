import { memberOf, objectsOf, type ReportEvent, textOf } from '../../audit/report/report-event.js';
import { currentRule } from '../../custody/catalogue.js';
import type { Text } from '../../custody/text.js';
import { sealStatusLabels } from '../../custody/vocabulary/seals.js';
import { inWords } from '../../custody/vocabulary/told.js';
import type { JsonObject } from '../../log/index.js';
import type { CustodyAct } from '../paper/item.js';
import type { Bilingual } from '../paper/words.js';
import type { ItemHistory } from './item-history.js';
import { markOfKey } from './keys-in-doubt.js';
import { occurredIn, receivedAt } from './moments.js';
import type { People } from './people.js';

const sealState = inWords(sealStatusLabels);

/**
 * Every act in an item's history, in log order: who, when it happened and when it was entered, seals, and what a reader
 * must not overlook.
 * @param release that the dossier is made from: of any other, nothing but that there was one is told
 */
export function actsOf(history: ItemHistory, people: People, release: string): readonly CustodyAct[] {
  return history.acts.map(report => {
    const act = actOf(report, history, people);
    return { ...act, marks: [...ofRelease(report.event, history, release), ...act.marks] };
  });
}

/** An item may have been asked for more than once (E37, E39): which of these acts are those of this dossier. */
function ofRelease(
  { type, body }: ReportEvent['event'],
  { groups }: ItemHistory,
  release: string,
): readonly Text[] {
  if (!type.startsWith('evidence.release-')) return [];
  const subject = groups.get(textOf(body.group))?.event.subject;
  return subject === `release/${release}`
    ? [{ fr: 'Autorisation du présent dossier', en: 'Release of this dossier' }]
    : [{ fr: 'Autre autorisation, hors du présent dossier', en: 'Another release, not of this dossier' }];
}

function actOf(report: ReportEvent, { groups, countersigned }: ItemHistory, people: People): CustodyAct {
  const { event } = report;
  const group = groups.get(textOf(event.body.group));
  const signatures = [
    ...(countersigned.get(event.eventId) ?? []),
    ...(group === undefined ? [] : (countersigned.get(group.event.eventId) ?? [])),
  ];
  return {
    occurred: occurredIn(event.body.occurred),
    entered: receivedAt(report.receivedAt),
    leaf: report.index,
    what: currentRule(event.type)?.title ?? { fr: event.type, en: event.type },
    by: signedBy(event.actor, signatures, people),
    seals: sealsIn(event.type, event.body),
    marks: [
      ...marksIn(event.body),
      ...(group === undefined ? [] : marksIn(group.event.body)),
      ...[report, ...signatures].flatMap(signed => markOfKey(signed, people)),
    ],
    event: event.eventId,
  };
}

function signedBy(
  actor: ReportEvent['event']['actor'],
  signatures: readonly ReportEvent[],
  people: People,
): Bilingual {
  const all = [actor, ...signatures.map(({ event }) => event.actor)].map(signer => people.tell(signer));
  return { fr: all.map(({ fr }) => fr).join(' ; '), en: all.map(({ en }) => en).join('; ') };
}

const sealing: ReadonlySet<string> = new Set(['evidence.sealed', 'evidence.resealed']);

/** Seals that the act names, and how they were found; or why there is none. */
function sealsIn(type: string, body: JsonObject): Bilingual | null {
  const own = textOf(body.sealNumber);
  const state = textOf(body.sealState) || (sealing.has(type) ? 'APPLIED' : '');
  const told = [
    ...(own === '' ? [] : [oneSeal(own, state)]),
    ...objectsOf(body.seals).map(({ number, status }) => oneSeal(textOf(number), textOf(status))),
    ...said(textOf(body.sealException), 'Sans scellé', 'Without a seal'),
  ];
  if (told.length === 0) return null;
  return { fr: told.map(({ fr }) => fr).join(' ; '), en: told.map(({ en }) => en).join('; ') };
}

function oneSeal(number: string, state: string): Text {
  if (state === '') return { fr: number, en: number };
  const words = sealState(state);
  return { fr: `${number} : ${words.fr}`, en: `${number}: ${words.en}` };
}

/** Overrides, late entries, clocks in doubt, reserves, differences, gaps, corrections (RQ-31). */
export function marksIn(body: JsonObject): readonly Text[] {
  return [
    ...objectsOf(body.overrides).map(({ gate, reason }) => ({
      fr: `${textOf(gate)} levé par décision d'un officier : ${textOf(reason)}`,
      en: `${textOf(gate)} passed by decision of an officer: ${textOf(reason)}`,
    })),
    ...said(textOf(memberOf(body, 'lateEntry').reason), 'Inscription tardive', 'Late entry'),
    ...said(textOf(memberOf(body, 'occurred').clockDoubt), 'Horloge sujette à caution', 'Clock in doubt'),
    ...said(textOf(memberOf(body, 'reserve').text), 'Reçu sous réserve', 'Received under reserve'),
    ...said(textOf(memberOf(body, 'difference').explanation), 'Quantité différente', 'Quantity differs'),
    ...said(textOf(memberOf(body, 'gap').reason), 'Lacune dans la garde', 'Gap in custody'),
    ...(typeof body.corrects === 'string' ? said(textOf(body.reason), 'Rectification', 'Correction') : []),
  ];
}

function said(text: string, fr: string, en: string): readonly Text[] {
  return text === '' ? [] : [{ fr: `${fr} : ${text}`, en: `${en}: ${text}` }];
}
