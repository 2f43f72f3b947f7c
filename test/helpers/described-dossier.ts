import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Test } from 'tap';
import { type CaseEvent, caseGraph } from '../../src/dossier/linked-data/case-graph.js';
import { base64Bytes, decodeLeaf, peekEvent, splitSubmission } from '../../src/log/index.js';
import { CaseShapes, quadsOf } from './case-shapes.js';
import type { KeptEvent } from './demo-events.js';
import { type MemoryBag, sha256Of } from './memory-bag.js';
import { unzip } from './unzip.js';

interface Thing {
  readonly '@id': string;
  readonly '@type': string;
  readonly [member: string]: unknown;
}

interface Graph {
  readonly '@graph': readonly Thing[];
}

/** Of each dossier of a demonstration the kinds of its pieces. */
const dossiers = {
  'dossier.zip': ['evidence', 'examination', 'information'],
  'dossier-supplement.zip': ['evidence'],
} as const;

/** What programs read of a demonstration's dossiers: CASE/UCO by its published shapes, RO-Crate file by file. */
export async function checkDescribed(t: Test, out: string, kept: readonly KeptEvent[]): Promise<void> {
  const shapes = await CaseShapes.read();
  const events = kept.map(asCaseEvent);
  for (const [name, kinds] of Object.entries(dossiers)) {
    const bag = await unzip(await readFile(join(out, name)));
    const pieces = piecesIn(bag);
    t.same(kindsOf(pieces), kinds, `${name}: kinds of its pieces`);
    const graph: Graph = JSON.parse(bag.text('data/report/case.jsonld'));
    await checkGraph(t, shapes, graph, kinds, name);
    t.same(missingActs(graph, actsInside(bag, pieces)), [], `${name}: every act of a piece is an action`);
    checkCrate(t, bag, name);
    await checkHandedOver(t, shapes, events, pieces, name);
  }
}

function asCaseEvent({ submitted, receipt: { index, leaf } }: KeptEvent): CaseEvent {
  const { receivedAt } = decodeLeaf(base64Bytes(leaf, 'leaf'));
  return { index, receivedAt, event: peekEvent(splitSubmission(submitted).jws) };
}

function piecesIn(bag: MemoryBag): readonly string[] {
  const listed: { pieces: readonly { piece: string }[] } = JSON.parse(bag.text('data/report/pieces.json'));
  return listed.pieces.map(({ piece }) => piece);
}

function kindsOf(subjects: readonly string[]): readonly string[] {
  return [...new Set(subjects.map(subject => subject.split('/')[0] ?? ''))].sort();
}

async function checkGraph(
  t: Test,
  shapes: CaseShapes,
  graph: Graph,
  kinds: readonly string[],
  name: string,
): Promise<void> {
  const quads = await quadsOf(graph);
  t.ok(quads.length > 200, `${name}: ${quads.length} statements`);
  t.same((await shapes.faults(quads)).slice(0, 5), [], `${name}: valid against CASE and UCO`);
  const items = graph['@graph'].filter(({ '@type': type }) => type === 'uco-core:Item');
  t.same(
    [...new Set(items.flatMap(item => item['uco-core:tag'] as string[]))].sort(),
    kinds,
    `${name}: told`,
  );
}

/** `event_id`s of the acts of the pieces that are inside, but countersignatures. */
function actsInside(bag: MemoryBag, pieces: readonly string[]): readonly string[] {
  const lines = bag.text('data/events.ndjson').trim().split('\n');
  return lines
    .map(line => peekEvent((JSON.parse(line) as { jws: string }).jws))
    .filter(({ subject, type }) => pieces.includes(subject) && !type.endsWith('.countersigned'))
    .map(({ eventId }) => eventId);
}

/** Those of these acts that are no action of the graph, and those that are one more than once. */
function missingActs(graph: Graph, acts: readonly string[]): readonly string[] {
  const told = graph['@graph']
    .filter(({ '@type': type }) => type === 'case-investigation:InvestigativeAction')
    .map(action => JSON.stringify(action['uco-core:description']));
  return acts.filter(id => told.filter(words => words.includes(`event_id ${id},`)).length !== 1);
}

/** RO-Crate 1.2: every file that lies in the bag, with its size and hash, and no other. */
function checkCrate(t: Test, bag: MemoryBag, name: string): void {
  const own = 'data/report/ro-crate-metadata.json';
  const { '@graph': graph }: Graph = JSON.parse(bag.text(own));
  const root = graph.find(({ '@id': id }) => id === './');
  const listed = graph
    .filter(({ '@type': type }) => type === 'File')
    .map(({ '@id': id, contentSize, sha256 }) => ({ id, contentSize, sha256 }));
  const inside = [...bag.files]
    .filter(([path]) => path.startsWith('data/') && path !== own)
    .map(([path, bytes]) => ({
      id: path.startsWith('data/report/') ? path.slice('data/report/'.length) : `../${path.slice(5)}`,
      contentSize: String(bytes.length),
      sha256: sha256Of(bytes),
    }));
  const sorted = (files: typeof listed) => [...files].sort((one, other) => (one.id < other.id ? -1 : 1));
  t.ok(inside.length > 20, `${name}: ${inside.length} files`);
  t.same(sorted(listed), sorted(inside), `${name}: each file by its size and hash`);
  const parts = ((root?.hasPart ?? []) as readonly Thing[]).map(({ '@id': id }) => id);
  t.same([...parts].sort(), listed.map(({ id }) => id).sort(), `${name}: each is part of the crate`);
}

/** A dossier is built before the handover (E41, E42): a graph of the same pieces made later tells it, and is valid. */
async function checkHandedOver(
  t: Test,
  shapes: CaseShapes,
  events: readonly CaseEvent[],
  pieces: readonly string[],
  name: string,
): Promise<void> {
  const groups = events.filter(({ event: { type, body } }) => type === 'transfer.received' && body.handover);
  const ids = new Set(groups.map(({ event }) => event.eventId));
  const handed = events
    .filter(({ event: { subject, body } }) => pieces.includes(subject) && ids.has(String(body.group)))
    .map(({ event }) => event);
  const items = pieces.filter(piece => piece.startsWith('evidence/'));
  t.same(handed.map(({ subject }) => subject).sort(), [...items].sort(), `${name}: all were handed over`);
  const bytes = await caseGraph({
    origin: handed[0]?.log ?? '',
    size: events.length,
    title: name,
    pieces,
    files: new Set(),
    events: (async function* () {
      yield* events;
    })(),
  });
  const graph: Graph = JSON.parse(Buffer.from(bytes).toString('utf8'));
  const acts = handed.map(({ eventId }) => eventId);
  t.same(missingActs(graph, acts), [], `${name}: the handover of each item is an action`);
  t.same((await shapes.faults(await quadsOf(graph))).slice(0, 5), [], `${name}: with it, valid`);
}
