import t from 'tap';
import { type CaseEvent, caseGraph } from '../../../src/dossier/linked-data/case-graph.js';
import {
  base64Bytes,
  collectDigests,
  decodeLeaf,
  peekEvent,
  type SignedEvent,
} from '../../../src/log/index.js';
import { CaseShapes, quadsOf } from '../../helpers/case-shapes.js';
import { readKeptLog } from '../../helpers/kept-log.js';

t.setTimeout(300_000);

const kept = await readKeptLog();
const inside: readonly CaseEvent[] = kept.events.map(({ index, leaf, jws }) => ({
  index,
  receivedAt: decodeLeaf(base64Bytes(leaf, 'leaf')).receivedAt,
  event: peekEvent(jws),
}));
const pieces = [...new Set(inside.map(({ event }) => event.subject))].filter(s => s.startsWith('evidence/'));
const bound = [...JSON.stringify(inside).matchAll(/"sha256":"([0-9a-f]{64})"/g)].map(([, hash = '']) => hash);

function graphOf(some: readonly string[] = pieces, files: readonly string[] = bound): Promise<Uint8Array> {
  return caseGraph({
    origin: inside[0]?.event.log ?? '',
    size: inside.length,
    title: 'DEMO-DOSSIER-1',
    pieces: some,
    files: new Set(files),
    events: (async function* () {
      yield* inside;
    })(),
  });
}

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');

interface Thing {
  readonly '@id': string;
  readonly '@type': string;
  readonly [member: string]: unknown;
}

const things = (bytes: Uint8Array): readonly Thing[] => JSON.parse(textOf(bytes))['@graph'];

t.test(
  'the graph is valid against the published shapes of CASE and UCO, in terms that they have',
  async t => {
    const shapes = await CaseShapes.read();
    const document = JSON.parse(textOf(await graphOf(pieces.slice(0, 3))));
    const quads = await quadsOf(document);
    t.ok(quads.length > 200, `${quads.length} statements`);
    t.same((await shapes.faults(quads)).slice(0, 5), []);
    for (const { predicate, object } of quads) {
      const isType = predicate.value.endsWith('#type');
      if (isType ? !shapes.has(object.value) : !shapes.hasProperty(predicate.value)) {
        t.fail(`the ontology has no ${isType ? object.value : predicate.value}`);
      }
    }
  },
);

t.test('what is wrong is found by the shapes', async t => {
  const shapes = await CaseShapes.read();
  const document = JSON.parse(textOf(await graphOf(pieces.slice(0, 3))));
  const action = document['@graph'].find((thing: Thing) => thing['uco-action:startTime'] !== undefined);
  action['uco-action:startTime'] = 'yesterday';
  action['uco-action:performer'] = { '@id': document['@graph'][0]['@id'] };
  const paths = (await shapes.faults(await quadsOf(document))).map(({ path }) => path.split('/').at(-1));
  t.ok(paths.includes('startTime'), JSON.stringify(paths));
});

t.test(
  'every act of a piece is an action of who signed it, and leads to a record under its number',
  async t => {
    const graph = things(await graphOf());
    const actions = graph.filter(thing => thing['@type'] === 'case-investigation:InvestigativeAction');
    const acts = inside.filter(
      ({ event }) => pieces.includes(event.subject) && !event.type.endsWith('.countersigned'),
    );
    t.equal(actions.length, acts.length);
    t.equal(
      graph.filter(({ '@type': type }) => type === 'case-investigation:ProvenanceRecord').length,
      acts.length,
    );
    for (const { event } of acts) {
      const told = actions.filter(action => JSON.stringify(action).includes(event.eventId));
      t.equal(told.length, 1, event.type);
    }
    const later = actions.filter(action => action['case-investigation:wasInformedBy'] !== undefined);
    t.equal(later.length, acts.length - pieces.length, 'each but the first follows another');
  },
);

t.test('nothing withheld, no name of an officer, and no file that does not go along', async t => {
  const text = textOf(await graphOf(pieces, []));
  const open = JSON.stringify(inside);
  let withheld = 0;
  for (const { disclosures } of kept.events) {
    for (const disclosure of disclosures) {
      const [, value] = JSON.parse(Buffer.from(disclosure, 'base64url').toString('utf8'));
      // A value that also stands in the open, as `DEMO` does, shows nothing.
      if (typeof value !== 'string' || open.includes(value)) continue;
      withheld += 1;
      t.notOk(text.includes(value), `a withheld value: ${value}`);
    }
  }
  t.ok(withheld > 0, `${withheld} withheld values`);
  for (const { event } of inside) {
    for (const { digest } of collectDigests(event.body)) t.notOk(text.includes(digest), 'a digest');
  }
  for (const hash of bound) if (text.includes(hash)) t.fail(`a file that stays: ${hash}`);
});

t.test('the same bytes again; only what is asked for; order of reading is the log’s', async t => {
  t.equal(textOf(await graphOf()), textOf(await graphOf()));
  const [one = ''] = pieces;
  const part = things(await graphOf([one]));
  t.equal(part.filter(({ '@type': type }) => type === 'uco-core:Item').length, 1);
  t.ok(part.length < things(await graphOf()).length);
  const names = part.map(thing => thing['@id']);
  t.equal(new Set(names).size, names.length, 'each thing stands once');
  t.ok(
    names.every(name =>
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(name),
    ),
  );
});

t.test('of an event that is in no form only what it says is told', async t => {
  const first = inside.find(({ event }) => event.subject === pieces[0]);
  if (first === undefined) throw new Error('no event of a piece');
  const event: SignedEvent = { ...first.event, body: { occurred: 'never', place: [], seals: [null, 7] } };
  const graph = await caseGraph({
    origin: event.log,
    size: 1,
    title: 'DEMO',
    pieces: [event.subject],
    files: new Set(),
    events: (async function* () {
      yield { ...first, event };
    })(),
  });
  t.ok(things(graph).length > 3);
});
