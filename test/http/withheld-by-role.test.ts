import t from 'tap';
import { base64urlBytes, type JsonValue, peekEvent, readDisclosure } from '../../src/log/index.js';
import { resourceDefinitions } from '../../src/store/readers/resources/index.js';
import { enlistReaders } from '../helpers/enlisted-readers.js';
import { papersOf } from '../helpers/papers-of.js';
import { wholeStory } from '../helpers/played-story.js';
import { readAs } from '../helpers/reading.js';
import { type OracleReader, ReadingOracle } from '../helpers/reading-oracle.js';
import { registeredRoutes } from '../helpers/routes.js';
import type { TestStage } from '../helpers/test-stage.js';

t.setTimeout(1_800_000);

/** A text that stands in withheld claims alone: nothing in the clear says it. */
interface Secret {
  readonly text: string;
  /** Subjects in whose acts it is withheld. */
  readonly subjects: ReadonlySet<string>;
}

t.test('F-28, design section 6: no answer tells a reader what is withheld from him', async t => {
  const testStage = await wholeStory(t);
  const readers = await enlistReaders(testStage);
  const secrets = await secretsOf(testStage);
  const kinds = new Set([...secrets].flatMap(({ subjects }) => [...subjects].map(kindOf)));
  t.ok(secrets.length > 60, `${secrets.length} texts are told by nothing in the clear`);
  for (const kind of ['examination', 'evidence', 'release', 'source', 'officer'])
    t.ok(kinds.has(kind), `some of ${kind}`);

  const { log } = testStage;
  const { document: sop } = await log.sop();
  const rows = await log.db.selectFrom('subject').select(['subject', 'state']).execute();
  const oracle = new ReadingOracle(new Map(rows.map(row => [row.subject, row.state])), new Map(), sop);
  const resourceOf = new Map(resourceDefinitions.map(({ kind, resource }) => [kind as string, resource]));
  const mayRead = (reader: OracleReader, subject: string) => {
    const resource = resourceOf.get(kindOf(subject));
    return resource !== undefined && oracle.sees(reader, resource, subject, 'withheld');
  };
  const wide = (await registeredRoutes(t, log)).filter(
    ({ method, url }) => method === 'GET' && url.startsWith('/v1/') && !/[:*]/.test(url),
  );
  let told = 0;
  for (const reader of readers) {
    await t.test(`${reader.role} (${reader.name})`, async t => {
      const get = await readAs(testStage, reader.name);
      const allowed = new Set(
        secrets.filter(({ subjects }) => [...subjects].some(subject => mayRead(reader, subject))),
      );
      const look = async (url: string) => {
        const answer = await get(url);
        const body = unescaped(answer.body);
        for (const secret of secrets) {
          if (!body.includes(secret.text)) continue;
          if (allowed.has(secret)) told += 1;
          else t.fail(`${url} tells «${secret.text}», withheld in ${[...secret.subjects].join(', ')}`);
        }
        return answer;
      };
      for (const { url } of wide) await look(url);
      for (const { path } of resourceDefinitions) {
        const list = await look(`/v1/${path}?limit=200`);
        const items = list.statusCode === 200 ? list.json<{ items: { subject: string }[] }>().items : [];
        for (const { subject } of spread(items)) {
          await look(`/v1/${path}/${idOf(subject)}/history?limit=200`);
          const pages = papersOf(path, idOf(subject)).filter(paper => !paper.endsWith('/bag'));
          for (const paper of pages) await look(paper);
        }
      }
      t.pass('every answer was looked through');
    });
  }
  t.ok(told > 150, `what may be read is shown: ${told} times`);
});

/** Texts of at least six characters that withheld claims tell, and no signed statement in the clear. */
async function secretsOf({ log }: TestStage): Promise<readonly Secret[]> {
  const events = await log.db.selectFrom('event').select(['event_id', 'subject', 'jws']).execute();
  const clear = events.map(({ jws }) => unescaped(payloadOf(jws))).join('\n');
  const byId = new Map(events.map(event => [event.event_id, event]));
  // What a laboratory found stands in the histories of its items, and is told with its examination as well.
  const subjectsOf = (id: string): readonly string[] => {
    const event = byId.get(id);
    if (event === undefined) throw new Error(`a claim of no event: ${id}`);
    const { group } = peekEvent(event.jws).body;
    return [event.subject, ...(typeof group === 'string' ? subjectsOf(group) : [])];
  };
  const found = new Map<string, Set<string>>();
  for (const { disclosure, event_id } of await log.db.selectFrom('disclosure').selectAll().execute()) {
    for (const text of textsOf(readDisclosure(disclosure).value)) {
      if (text.length < 6 || clear.includes(text)) continue;
      const told = found.get(text) ?? new Set();
      found.set(text, told);
      for (const subject of subjectsOf(event_id)) told.add(subject);
    }
  }
  return [...found].map(([text, subjects]) => ({ text, subjects }));
}

function payloadOf(jws: string): string {
  const [, payload = ''] = jws.split('.');
  return new TextDecoder().decode(base64urlBytes(payload, 'jws'));
}

function textsOf(value: JsonValue): readonly string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(textsOf);
}

/** Five of them at most, from the first to the last. */
function spread<One>(all: readonly One[]): readonly One[] {
  const step = Math.max(1, all.length / 5);
  return all.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

function idOf(subject: string): string {
  return subject.slice(subject.indexOf('/') + 1);
}

function kindOf(subject: string): string {
  return subject.slice(0, subject.indexOf('/'));
}

/** Without what JSON and HTML put before a character. */
function unescaped(text: string): string {
  return text
    .replaceAll('\\"', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
