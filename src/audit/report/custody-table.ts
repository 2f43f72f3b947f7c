import { decodeLeaf, peekEvent } from '../../log/index.js';
import type { LogSnapshot } from '../../store/readers/snapshot/log-snapshot.js';
import type { DisputedKeys } from './disputed-keys.js';
import { findingCells, findingColumns } from './finding-cells.js';
import { type GroupAct, readGroupActs, type SignedAct, signedAct } from './group-acts.js';
import type { Heading } from './headings.js';
import { itemCells, itemColumns } from './item-cells.js';
import type { LostKeys } from './lost-keys.js';
import { actCells, actColumns, memberOf, type ReportEvent, textOf } from './report-event.js';
import type { ReportTable, TableRow } from './table.js';

/** Acts by which the signer becomes the one who answers for the item (E08, E15, E18-E20, E27, E28, E50). */
const passesToSigner: ReadonlySet<string> = new Set([
  'evidence.collected',
  'evidence.received-from-outside',
  'evidence.derived',
  'evidence.placed',
  'evidence.departed',
  'evidence.passed-on',
  'evidence.received',
  'evidence.taken-over',
  'evidence.checked-out',
  'evidence.returned',
]);

/** Keys whose signatures people have to weigh. */
interface KeysInDoubt {
  readonly disputed: DisputedKeys;
  readonly lost: LostKeys;
}

const itemsAtOnce = 50;

const custodyColumns: readonly Heading[] = [
  'place',
  'custody passes to',
  'reason',
  'signs as',
  'countersigns',
];

/**
 * Custody, item by item: every act of its history with what was found, who answers for it from then on, and who
 * signed beside him, also where that stands on the event of a group.
 */
export function custodyTable(
  snapshot: LogSnapshot,
  whole: readonly string[],
  keys: KeysInDoubt,
): ReportTable {
  const items = whole.filter(subject => subject.startsWith('evidence/'));
  return {
    name: 'custody',
    title: { en: 'Custody, item by item', fr: 'Garde, pièce par pièce' },
    columns: [
      ...actColumns,
      ...custodyColumns,
      ...findingColumns,
      'clock doubt',
      'late',
      'disputed',
      'key reported lost at leaf',
      ...itemColumns,
    ],
    remark: {
      en: 'When an act happened is the word of who signed it; when it was received is the word of the operator. The verifier says what bounds it: a time-stamp or a witness.',
      fr: 'La date de survenance est celle que déclare le signataire ; la date de réception, celle de l’exploitant. Le vérificateur dit ce qui la borne : un horodatage ou un cosignataire.',
    },
    rows: () => rowsOf(snapshot, items, keys),
  };
}

/** The items are read a few at a time: the whole of a log never is in memory. */
async function* rowsOf(
  snapshot: LogSnapshot,
  items: readonly string[],
  keys: KeysInDoubt,
): AsyncGenerator<TableRow> {
  for (let from = 0; from < items.length; from += itemsAtOnce) {
    const some = items.slice(from, from + itemsAtOnce);
    const places = await snapshot.placesOf(some);
    const histories = new Map<string, ReportEvent[]>(some.map(subject => [subject, []]));
    for await (const { index, jws, leaf } of snapshot.events(places.map(place => place.index))) {
      const event = peekEvent(jws);
      const { receivedAt } = decodeLeaf(leaf);
      histories.get(event.subject)?.push({ index, event, receivedAt, disclosed: new Set() });
    }
    const groups = await readGroupActs(snapshot, [...histories.values()].flat());
    for (const [item, history] of histories) yield* itemRows(item, history, groups, keys);
  }
}

function itemRows(
  item: string,
  history: readonly ReportEvent[],
  groups: ReadonlyMap<string, GroupAct>,
  keys: KeysInDoubt,
): readonly TableRow[] {
  const acts = new Map<string, SignedAct>(groups);
  for (const report of history) acts.set(report.event.eventId, signedAct(report));
  const named = new Set(history.map(({ event }) => textOf(event.body.group)));
  const ofGroups = [...named].flatMap(group => groups.get(group)?.countersignatures ?? []);
  const all = new Map([...history, ...ofGroups].map(report => [report.index, report]));
  return [...all.values()]
    .sort((one, other) => one.index - other.index)
    .map(report => custodyRow(item, report, acts, keys));
}

function custodyRow(
  item: string,
  report: ReportEvent,
  acts: ReadonlyMap<string, SignedAct>,
  keys: KeysInDoubt,
): TableRow {
  const { type, actor, body, eventId } = report.event;
  const { description } = memberOf(body, 'place');
  const reason = textOf(body.reason) || textOf(memberOf(body, 'purpose').code);
  const signed = type.endsWith('.countersigned') ? acts.get(textOf(body.eventId)) : undefined;
  const act = signed ?? acts.get(textOf(body.group)) ?? acts.get(eventId);
  return [
    ...actCells({ ...report, event: { ...report.event, subject: item } }),
    ...[textOf(description), passesTo(type, actor), reason],
    ...[textOf(body.as), signed === undefined ? '' : `${signed.type} #${signed.index}`],
    ...[...findingCells(body), textOf(memberOf(body, 'occurred').clockDoubt)],
    ...[act?.late === true ? 'yes' : 'no', keys.disputed.of(report) === undefined ? 'no' : 'yes'],
    keys.lost.reportedAfter(report) ?? '',
    ...itemCells(report.event, acts.get(textOf(body.group))),
  ];
}

function passesTo(type: string, { officer, role }: ReportEvent['event']['actor']): string {
  if (!passesToSigner.has(type)) return '';
  return type === 'evidence.received' && role.startsWith('NAT-') ? `handed over: ${officer}` : officer;
}
