import { readFile } from 'node:fs/promises';
import t from 'tap';
import { catalogue, currentRule } from '../../src/custody/catalogue.js';
import { admitBody } from '../../src/custody/judge/admit-body.js';
import type { Violation } from '../../src/custody/violation.js';
import {
  base64Bytes,
  checkLeaf,
  checkSuccessor,
  collectDigests,
  decodeLeaf,
  disclosureDigest,
  type HistoryHead,
  leafHash,
  parsePolicy,
  readDisclosure,
  rootOfLeaves,
  subjectTag,
  verifyCheckpoint,
} from '../../src/log/index.js';
import { judgeKeptLog, keptLogFolder, readKeptLog, statesOf, verifyKeptEvents } from '../helpers/kept-log.js';
import { cannotHappen } from '../helpers/random-play.js';

const log = await readKeptLog();
const events = await verifyKeptEvents(log);

/** Acts that the procedure of the kept log provides for, and the item events that go with them; all others came later. */
const keptActs: Readonly<Record<string, unknown>> = JSON.parse(
  await readFile(`${keptLogFolder}/sop.json`, 'utf8'),
).acts;
const itemsOfKept = new Set(Object.keys(keptActs).flatMap(type => firstItemTypes(type)));

/** The item types of an act as they were: a later form may bring pieces of further kinds. */
function firstItemTypes(type: string): readonly string[] {
  return (currentRule(type)?.itemTypes ?? []).filter(item => item.startsWith('evidence.'));
}

t.test('a log that was kept: every event of the catalogue is in it, and says demo', async t => {
  const types = new Set(events.map(({ type, form }) => `${type}/${form}`));
  const first = catalogue
    .flatMap(({ events: rules }) => rules)
    .filter(({ form, type }) => form === 1 && (Object.hasOwn(keptActs, type) || itemsOfKept.has(type)));
  t.same(
    first.map(({ type }) => type).filter(type => !types.has(`${type}/1`)),
    cannotHappen,
  );
  t.match(events[0]?.log, /^demo\./);
});

t.test('a log that was kept: leaves, histories, root and checkpoint', async t => {
  const heads = new Map<string, HistoryHead>();
  const hashes = log.events.map((line, index) => {
    const event = events[index];
    if (event === undefined || line.index !== index)
      throw new Error(`line ${index} is not leaf ${line.index}`);
    const bytes = base64Bytes(line.leaf, 'leaf');
    const leaf = decodeLeaf(bytes);
    checkLeaf(leaf, event, subjectTag(log.salts.get(event.subject) ?? new Uint8Array(32), event.subject));
    checkSuccessor(heads.get(event.subject), event, leaf);
    const hash = leafHash(bytes);
    heads.set(event.subject, { seq: event.seq, eventId: event.eventId, leafHash: hash });
    return hash;
  });
  const policy = parsePolicy(`log ${log.logKey}\nquorum none\n`);
  const { size, root } = await verifyCheckpoint(log.checkpoint, policy);
  t.equal(size, events.length);
  t.same(Buffer.from(root), Buffer.from(rootOfLeaves(hashes)));
  t.ok(heads.size > 100, 'many histories');
});

t.test('a log that was kept: every body and every disclosure has its form', async t => {
  for (const [index, event] of events.entries()) {
    const disclosures = log.events[index]?.disclosures ?? [];
    const disclosed = new Map(disclosures.map(text => [disclosureDigest(text), readDisclosure(text).value]));
    const told = new Set(
      collectDigests(event.body).flatMap(({ pointer, digest }) =>
        disclosed.has(digest) ? [`/body${pointer}`] : [],
      ),
    );
    t.equal(told.size, disclosed.size, `leaf ${index}: nothing is disclosed that was not withheld`);
    // Of a claim that was erased since there is no value to look at.
    const erased = ({ rule, pointer }: Violation) =>
      rule === 'disclosure.value-refused' && !told.has(pointer);
    const faults = admitBody(event, disclosed).filter(fault => !erased(fault));
    if (faults.length > 0) t.same(faults, [], `leaf ${index}, ${event.type}`);
  }
  t.pass(`${events.length} bodies`);
});

t.test('a log that was kept: every act stands, and comes to the same states', async t => {
  const states = statesOf(judgeKeptLog(log, events));
  const kept = (await readFile(`${keptLogFolder}states.ndjson`, 'utf8')).trimEnd().split('\n');
  t.equal(states.length, kept.length);
  for (const [position, line] of kept.entries()) {
    if (states[position] !== line) t.same(JSON.parse(states[position] ?? 'null'), JSON.parse(line));
  }
  t.pass(`${states.length} states`);
});
