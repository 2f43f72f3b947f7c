import { decodeLeaf, peekEvent } from '../../log/index.js';
import type { LogSnapshot } from '../../store/readers/snapshot/log-snapshot.js';
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

const itemsAtOnce = 50;

/** Custody, item by item: every act of its history, and who answers for it from then on. */
export function custodyTable(snapshot: LogSnapshot, whole: readonly string[]): ReportTable {
  const items = whole.filter(subject => subject.startsWith('evidence/'));
  return {
    name: 'custody',
    title: { en: 'Custody, item by item', fr: 'Garde, pièce par pièce' },
    columns: [...actColumns, 'place', 'custody passes to', 'reason'],
    rows: () => rowsOf(snapshot, items),
  };
}

/** The items are read a few at a time: the whole of a log never is in memory. */
async function* rowsOf(snapshot: LogSnapshot, items: readonly string[]): AsyncGenerator<TableRow> {
  for (let from = 0; from < items.length; from += itemsAtOnce) {
    const some = items.slice(from, from + itemsAtOnce);
    const places = await snapshot.placesOf(some);
    const histories = new Map<string, TableRow[]>(some.map(subject => [subject, []]));
    for await (const { index, jws, leaf } of snapshot.events(places.map(place => place.index))) {
      const event = peekEvent(jws);
      const { receivedAt } = decodeLeaf(leaf);
      histories.get(event.subject)?.push(custodyRow({ index, event, receivedAt, disclosed: new Set() }));
    }
    for (const rows of histories.values()) yield* rows;
  }
}

function custodyRow(report: ReportEvent): TableRow {
  const { type, actor, body } = report.event;
  const { description } = memberOf(body, 'place');
  const reason = textOf(body.reason) || textOf(memberOf(body, 'purpose').code);
  return [...actCells(report), textOf(description), passesTo(type, actor), reason];
}

function passesTo(type: string, { officer, role }: ReportEvent['event']['actor']): string {
  if (!passesToSigner.has(type)) return '';
  return type === 'evidence.received' && role.startsWith('NAT-') ? `handed over: ${officer}` : officer;
}
