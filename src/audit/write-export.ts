import { base64Text, canonicalText } from '../log/index.js';
import type { LogSnapshot } from '../store/readers/snapshot/log-snapshot.js';
import type { BagSink } from './bag/bag-sink.js';
import { BagWriter, type WrittenBag } from './bag/bag-writer.js';
import type { ExportContent, ExportProgress } from './export-content.js';
import { indexesInside } from './indexes-inside.js';
import { NotedEvents } from './report/noted-events.js';
import { writeReport } from './report/write-report.js';
import type { Selection } from './selection.js';
import { writeConsistency } from './write-consistency.js';
import { type EventCount, eventLines } from './write-events.js';
import { chooseFiles, writeFiles } from './write-files.js';
import { writeProofs } from './write-proofs.js';
import { subjectLines } from './write-subjects.js';
import { writeTiles } from './write-tiles.js';

/** What an export holds. */
export interface ExportCounts extends EventCount {
  readonly subjects: number;
  /** Files of evidence and SOP documents inside. */
  readonly files: number;
}

export interface WrittenExport extends WrittenBag {
  readonly counts: ExportCounts;
  /** Files that events inside name and that are not inside: owed, or not at hand. */
  readonly missing: readonly string[];
}

export interface ExportOptions {
  /** The hash it was ordered with: what comes to another is not closed. */
  readonly expected?: string | null;
  readonly onProgress?: ExportProgress;
}

/**
 * Writes an export (log-format section 11). The same log at the same size, the same selection: the same bytes,
 * whenever it is written, and the same hash where no sink is given and nothing kept; unless a withheld claim that was handed over was erased, or a file that was owed has come.
 */
export async function writeExport(
  content: ExportContent,
  sink: BagSink | null,
  { expected = null, onProgress = () => {} }: ExportOptions = {},
): Promise<WrittenExport> {
  const { snapshot, selection, policy } = content;
  const bag = new BagWriter(sink, snapshot.receivedAt);
  await bag.addText('log.json', logText(snapshot, selection));
  await bag.addText('policy.txt', policy);
  await bag.addText('checkpoint', snapshot.note);
  if (snapshot.token !== null) await bag.add('checkpoint.tsr', [snapshot.token]);
  const chosen = await chooseFiles(content);
  const noted = new NotedEvents(selection, chosen.keptBack);
  const count = { events: 0, withheld: 0, disclosed: 0 };
  await bag.add('events.ndjson', eventLines(content, count, noted, onProgress));
  await bag.add('subjects.ndjson', subjectLines(content));
  if (selection.complete) await writeTiles(bag, snapshot);
  else await writeProofs(bag, snapshot, indexesInside(selection, snapshot.size));
  await writeConsistency(bag, content);
  const { files, missing } = await writeFiles(bag, content, chosen);
  await writeReport(bag, content, noted);
  const subjects = selection.whole.length + selection.single.length;
  return { ...(await bag.close(expected)), counts: { ...count, subjects, files }, missing };
}

function logText({ origin, size, root }: LogSnapshot, { complete }: Selection): string {
  return `${canonicalText({ v: 1, origin, size, root: base64Text(root), complete })}\n`;
}
