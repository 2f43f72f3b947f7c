import {
  base64Text,
  canonicalText,
  collectDigests,
  decodeLeaf,
  disclosureDigest,
  peekEvent,
  utf8Bytes,
} from '../log/index.js';
import type { LoggedEvent } from '../store/readers/snapshot/log-snapshot.js';
import type { ExportContent, ExportProgress } from './export-content.js';
import { indexesInside } from './indexes-inside.js';
import type { NotedEvents } from './report/noted-events.js';

/** Counted while the events are written. */
export interface EventCount {
  readonly events: number;
  /** Claims that events inside commit to and that are not handed over, erased ones included. */
  readonly withheld: number;
  readonly disclosed: number;
}

/** `events.ndjson`: one event a line, JCS, in log order. A line is longer than a payload may be: up to some MB. */
export async function* eventLines(
  { snapshot, selection, withheld, part }: ExportContent,
  count: { -readonly [Member in keyof EventCount]: EventCount[Member] },
  noted: NotedEvents,
  onProgress: ExportProgress,
): AsyncGenerator<Uint8Array> {
  const total = selection.indexes?.length ?? snapshot.size;
  for await (const event of snapshot.events(indexesInside(selection, snapshot.size))) {
    const signed = peekEvent(event.jws);
    const disclosures = mayLeave(signed.subject)
      ? event.disclosures.filter(text => withheld || part?.claims.has(disclosureDigest(text)) === true)
      : [];
    count.events++;
    count.disclosed += disclosures.length;
    count.withheld += collectDigests(signed.body).length - disclosures.length;
    const { receivedAt } = decodeLeaf(event.leaf);
    const disclosed = new Set(disclosures.map(disclosureDigest));
    noted.take({ index: event.index, event: signed, receivedAt, disclosed });
    yield utf8Bytes(`${lineOf(event, disclosures)}\n`);
    onProgress(count.events, total);
  }
}

/** GATE-8, F-28: who a source is, and which piece could betray him, goes into no export, whoever asks for it. */
function mayLeave(subject: string): boolean {
  return !subject.startsWith('source/');
}

function lineOf({ index, leaf, jws }: LoggedEvent, disclosures: readonly string[]): string {
  return canonicalText({ index, leaf: base64Text(leaf), jws, disclosures });
}
