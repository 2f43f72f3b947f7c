import { randomBytes } from 'node:crypto';
import { base64, base64url, canonical, type JsonMembers, sha256 } from '../../helpers/forged/bytes.js';
import { eventIdOf, payloadOf } from '../../helpers/forged/forged-log.js';
import { cosignatureLine, newForgedKey, noteLine } from '../../helpers/forged/keys.js';
import { bagOf } from '../../helpers/forged/write-bag.js';
import type { Attack, Found, Handed } from '../attack.js';
import type { AttackedLog } from '../attacked-log.js';
import { unseen } from '../rewritten-log.js';
import { middleOf } from './edited-rows.js';

/** An export as it is changed: files by path under `data/`. */
type Data = Map<string, Uint8Array | string>;

interface Line {
  readonly index: number;
  readonly leaf: string;
  readonly jws: string;
  disclosures: readonly string[];
}

const has = 'the export on its way to the auditor';

/** Whoever carries the export changes it, and makes its manifests anew. */
export const bagsOnTheirWay: readonly Attack[] = [
  inDossier('the last event of the item is dropped', (data, log) => {
    const subject = `evidence/${log.item}`;
    dropLast(data, subject);
    return { check: 'head', where: subject };
  }),
  {
    title: 'the last event of the item is dropped, and the head statement signed anew',
    has: 'the export on its way and the key of the log',
    tamper(log) {
      const data = dataOf(log.dossier);
      const subject = `evidence/${log.item}`;
      const last = dropLast(data, subject);
      changeSubject(data, subject, line => ({ ...line, head: shortened(log, subject) }));
      const kept = { held: 'its receipt', known: [log.receipts.get(last?.index ?? -1) ?? failed()] };
      return [{ ...dossierAudit(log, bagOf(data, 0), { check: 'head', where: subject }), ...kept }];
    },
  },
  inDossier('an event in the middle is dropped', (data, log) => {
    const { event, next } = middleOf(log);
    drop(
      data,
      linesOf(data).filter(({ index }) => index === event.index),
    );
    return { check: 'sequence', where: next.index };
  }),
  inDossier('two lines change places', data => {
    const lines = linesOf(data);
    const [one, other] = [lines[40], lines[41]];
    if (one === undefined || other === undefined) throw new Error('the dossier is short');
    writeLines(data, [...lines.slice(0, 40), other, one, ...lines.slice(42)]);
    const isOneHistory = payloadOf(one.jws).subject === payloadOf(other.jws).subject;
    return { check: 'sequence', where: isOneHistory ? other.index : one.index };
  }),
  inDossier('a claim is disclosed that was never made', (data, log) => {
    const { event } = middleOf(log);
    const disclosure = base64url(canonical([base64url(randomBytes(16)), 'DEMO']));
    disclose(data, event.index, told => [...told, disclosure]);
    return { check: 'disclosure', where: event.index };
  }),
  inDossier('a wrong value is disclosed', data => {
    const { index, disclosures } = linesOf(data).find(line => line.disclosures.length > 0) ?? failed();
    const [salt] = JSON.parse(Buffer.from(disclosures[0] ?? '', 'base64url').toString());
    disclose(data, index, told => [base64url(canonical([salt, 'DEMO another'])), ...told.slice(1)]);
    return { check: 'disclosure', where: index };
  }),
  inDossier('a file is changed', data => {
    const [path = ''] = filePaths(data);
    data.set(path, 'DEMO another');
    return { check: 'file', where: path };
  }),
  inDossier('two files change places', data => {
    const [one = '', other = ''] = filePaths(data);
    const bytes = data.get(one) ?? '';
    data.set(one, data.get(other) ?? '');
    data.set(other, bytes);
    return { check: 'file', where: one };
  }),
  inDossier('a proof is that of another event', data => {
    const [first, second] = linesOf(data);
    data.set(proofOf(first), data.get(proofOf(second)) ?? '');
    return { check: 'inclusion', where: first?.index ?? -1 };
  }),
  inDossier("an item's salt is another", (data, log) => {
    const subject = `evidence/${log.item}`;
    changeSubject(data, subject, line => ({ ...line, salt: base64(randomBytes(32)) }));
    return { check: 'leaf', where: log.events.findIndex(event => event.subject === subject) };
  }),
  inDossier('the history of the item is said to be only in part inside', (data, log) => {
    const subject = `evidence/${log.item}`;
    changeSubject(data, subject, line => ({ ...line, head: null }));
    return { check: 'head', where: subject };
  }),
  inDossier('an older head statement stands for the newest', (data, log) => {
    const subject = `evidence/${log.item}`;
    const older = subjectsOf(dataOf(log.kept.export)).find(line => line.subject === subject);
    changeSubject(data, subject, line => ({ ...line, head: older?.head ?? null }));
    return { check: 'head', where: subject };
  }),
  inDossier('a head statement is signed by another key', (data, log) => {
    const subject = `evidence/${log.item}`;
    changeSubject(data, subject, line => {
      const [header, payload] = String(line.head).split('.');
      const input = `${header}.${payload}`;
      return { ...line, head: `${input}.${base64url(newForgedKey('Ed25519').sign(input))}` };
    });
    return { check: 'head', where: subject };
  }),
  {
    title: 'a file is changed, and the manifests left as they are',
    has,
    tamper(log) {
      const [path = ''] = filePaths(dataOf(log.dossier));
      const given = new Map(log.dossier);
      given.set(`data/${path}`, Buffer.from('DEMO another'));
      return [dossierAudit(log, given, { check: 'bag', where: path })];
    },
  },
  inWhole('the cosignature is stripped', data => {
    data.set('checkpoint', `${textOf(data, 'checkpoint').split('\n').slice(0, -2).join('\n')}\n`);
    return unseen;
  }),
  inWhole('the cosignature is of another checkpoint', (data, log) => {
    const note = textOf(data, 'checkpoint');
    const stripped = `${note.split('\n').slice(0, -2).join('\n')}\n`;
    const { name, key } = log.witness;
    data.set('checkpoint', `${stripped}${cosignatureLine(name, key, 'DEMO another\n', 1_617_000_000)}`);
    return { check: 'checkpoint', where: 'checkpoint' };
  }),
  inWhole("the cosignature is of a witness who is not the policy's", (data, { witness }) => {
    const note = textOf(data, 'checkpoint');
    const stripped = `${note.split('\n').slice(0, -2).join('\n')}\n`;
    const text = note.slice(0, note.indexOf('\n\n') + 1);
    const line = cosignatureLine(witness.name, newForgedKey('Ed25519'), text, 1_617_000_000);
    data.set('checkpoint', `${stripped}${line}`);
    return unseen;
  }),
  inWhole('the checkpoint is signed by another key', (data, log) => {
    const note = textOf(data, 'checkpoint');
    const text = note.slice(0, note.indexOf('\n\n') + 1);
    data.set('checkpoint', `${text}\n${noteLine(log.origin, newForgedKey('Ed25519'), text)}`);
    return { check: 'checkpoint', where: 'checkpoint' };
  }),
  inWhole('the last lines are dropped', data => {
    writeLines(data, linesOf(data).slice(0, -1));
    return { check: 'root', where: 'events.ndjson' };
  }),
  inWhole('a tile is another', data => {
    const tile = Buffer.from(data.get('tile/0/000') ?? []);
    sha256('DEMO').copy(tile, 64);
    data.set('tile/0/000', tile);
    return { check: 'root', where: 'tile/0/000' };
  }),
];

type Change = (data: Data, log: AttackedLog) => Found;

function inDossier(title: string, change: Change): Attack {
  return {
    title,
    has,
    tamper(log) {
      const data = dataOf(log.dossier);
      const found = change(data, log);
      return [dossierAudit(log, bagOf(data, 0), found)];
    },
  };
}

function dossierAudit(log: AttackedLog, given: Handed, found: Found) {
  const { policy, dossier: untampered } = log;
  return { of: "an item's dossier", held: 'the policy', policy, given, found, untampered };
}

function inWhole(title: string, change: Change): Attack {
  return {
    title,
    has,
    tamper(log) {
      const data = dataOf(log.relaidWhole);
      const found = change(data, log);
      const { policy, relaidWhole: untampered } = log;
      return [{ of: 'the whole log', held: 'the policy', policy, given: bagOf(data, 0), found, untampered }];
    },
  };
}

function dataOf(files: Handed): Data {
  const payload = [...files].filter(([path]) => path.startsWith('data/'));
  return new Map(payload.map(([path, bytes]) => [path.slice('data/'.length), bytes]));
}

function textOf(data: Data, path: string): string {
  return Buffer.from(data.get(path) ?? '').toString();
}

function linesOf(data: Data): readonly Line[] {
  const lines = textOf(data, 'events.ndjson').trimEnd().split('\n');
  return lines.map(line => JSON.parse(line));
}

function writeLines(data: Data, lines: readonly Line[]): void {
  data.set('events.ndjson', lines.map(line => `${canonical({ ...line })}\n`).join(''));
  const inside = new Set(lines.map(({ jws }) => payloadOf(jws).subject));
  writeSubjects(
    data,
    subjectsOf(data).filter(({ subject }) => inside.has(subject ?? null)),
  );
}

/** Lines with their proofs, and subjects that have no line any more. */
function drop(data: Data, gone: readonly Line[]): void {
  const indexes = new Set(gone.map(({ index }) => index));
  for (const line of gone) data.delete(proofOf(line));
  writeLines(
    data,
    linesOf(data).filter(({ index }) => !indexes.has(index)),
  );
}

/** Its group, inside only because the event names it, goes with it. @returns the event */
function dropLast(data: Data, subject: string): Line | undefined {
  const lines = linesOf(data);
  const last = lines.findLast(({ jws }) => payloadOf(jws).subject === subject);
  const group = bodyOf(last)?.group;
  const gone = lines.filter(({ jws }) => eventIdOf(jws) === group || bodyOf({ jws })?.eventId === group);
  drop(data, last === undefined ? gone : [last, ...gone]);
  return last;
}

/** The head statement of the subject as if its last event were not. */
function shortened({ events, relaid }: AttackedLog, subject: string): string {
  const before = events.filter(event => event.subject === subject).at(-2) ?? failed();
  const { seq, jws, index } = before;
  const leafHash = base64(relaid.hashes()[index] ?? Buffer.alloc(0));
  return relaid.head(subject, relaid.size, { seq, eventId: eventIdOf(jws), leafHash });
}

function disclose(data: Data, index: number, change: (told: readonly string[]) => readonly string[]): void {
  const lines = linesOf(data);
  for (const line of lines) if (line.index === index) line.disclosures = change(line.disclosures);
  writeLines(data, lines);
}

function proofOf(line: Line | undefined): string {
  return `proof/${line?.index}.tlog-proof`;
}

function bodyOf(line: Pick<Line, 'jws'> | undefined): JsonMembers | undefined {
  return line && (payloadOf(line.jws).body as JsonMembers);
}

function filePaths(data: Data): readonly string[] {
  const sop = [...data].filter(([, bytes]) => bytes[0] === 0x7b).map(([path]) => path);
  return [...data.keys()].filter(path => path.startsWith('file/') && !sop.includes(path)).sort();
}

function subjectsOf(data: Data): readonly JsonMembers[] {
  return textOf(data, 'subjects.ndjson')
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line));
}

function writeSubjects(data: Data, lines: readonly JsonMembers[]): void {
  data.set('subjects.ndjson', lines.map(line => `${canonical(line)}\n`).join(''));
}

function changeSubject(data: Data, subject: string, change: (line: JsonMembers) => JsonMembers): void {
  writeSubjects(
    data,
    subjectsOf(data).map(line => (line.subject === subject ? change(line) : line)),
  );
}

function failed(): never {
  throw new Error('the dossier is another');
}
