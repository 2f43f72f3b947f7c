import { type Kysely, sql } from 'kysely';
import { eventRule } from '../../custody/catalogue.js';
import { importOf } from '../../custody/import/counted.js';
import { asAct } from '../../custody/judge/place-act.js';
import { claimName, type LogWorld, type Standing } from '../../custody/judge/world.js';
import type { LogState } from '../../custody/log/state.js';
import type { FileNaming, LookUp, PlacedAct } from '../../custody/rule.js';
import { namedSubjects } from '../../custody/schema/annotations.js';
import type { Sop } from '../../custody/sop/document.js';
import { readLinks } from '../../custody/source/links.js';
import { isJsonObject, peekEvent, type SignedEvent } from '../../log/index.js';
import { readFilesShared } from '../readers/files-shared.js';
import { readSourcesOf } from '../readers/sources-of.js';
import type { Database } from '../schema/index.js';
import type { SopDocuments } from '../sop-documents.js';

/** Head, salt and leaf of a subject, beside the state the rules see. */
export interface StoredSubject extends Standing {
  readonly salt: Uint8Array;
  readonly headLeaf: Uint8Array;
}

/** What the judge may ask about a group of batches, read in one go. */
export interface LoadedWorld extends LogWorld {
  readonly subjects: ReadonlyMap<string, StoredSubject>;
  /** Who holds the claims that are made or looked up, by `claimName`. */
  readonly claims: ReadonlyMap<string, string>;
}

/**
 * Loads the states of all subjects and officers concerned, the events named in refs, the claims made, and the sources
 * linked to pieces and what shares their files where a rule asks for them: a few queries, whatever the size of the group,
 * and one more where those states name others that a rule looks up. SOP documents in force or named come from memory, or once from disk.
 * @param disclosures what the events withhold, by `event_id`: a link made in the group counts for what follows in it
 */
export async function loadWorld(
  db: Kysely<Database>,
  logSubject: string,
  events: readonly SignedEvent[],
  sopDocuments: SopDocuments,
  disclosures: ReadonlyMap<string, readonly string[]> = new Map(),
): Promise<LoadedWorld> {
  const wanted = events.map(wantedBy);
  const [concerned, placed, claims] = await Promise.all([
    readSubjects(db, unique([logSubject, ...wanted.flatMap(want => want.subjects)])),
    readPlacedActs(db, unique(wanted.flatMap(want => want.events))),
    readClaims(
      db,
      wanted.flatMap(want => want.claims),
    ),
  ]);
  const further = lookedUpFromStates(events, concerned);
  const [missing, linked, shared] = await Promise.all([
    readSubjects(
      db,
      further.subjects.filter(subject => !concerned.has(subject)),
    ),
    readSources(db, unique([...wanted.flatMap(want => want.linkedTo), ...further.linkedTo])),
    readShared(db, unique([...wanted.flatMap(want => want.filesOf), ...further.filesOf])),
  ]);
  const subjects = new Map([...shared.subjects, ...linked.sources, ...concerned, ...missing]);
  const log = subjects.get(logSubject)?.state as LogState | undefined;
  const sops = await loadSops(sopDocuments, [log?.sop.sha256, ...wanted.map(({ sop }) => sop)]);
  return {
    subjects,
    claims,
    standing: subject => subjects.get(subject),
    event: eventId => placed.get(eventId),
    claimant: (set, key) => claims.get(claimName(set, key)),
    sopDocument: sha256 => sops.get(sha256),
    log: () => log,
    sourcesOf: piece => linked.byPiece.get(piece) ?? [],
    subjectsNaming: sha256 => shared.byFile.get(sha256) ?? [],
    piecesLinkedBy: act => readLinks(act, disclosures.get(act.eventId) ?? []).map(({ piece }) => piece),
  };
}

async function loadSops(
  documents: SopDocuments,
  named: readonly (string | undefined)[],
): Promise<ReadonlyMap<string, Sop>> {
  const sops = new Map<string, Sop>();
  for (const sha256 of unique(named.filter(name => name !== undefined))) {
    const document = await documents.load(sha256);
    if (document !== undefined) sops.set(sha256, document);
  }
  return sops;
}

interface Wanted {
  readonly subjects: readonly string[];
  readonly events: readonly string[];
  readonly claims: readonly { readonly set: string; readonly key: string }[];
  /** Pieces whose linked sources a rule asks for. */
  readonly linkedTo: readonly string[];
  /** Pieces of whose files a rule asks what else names them. */
  readonly filesOf: readonly string[];
  /** SHA-256 of the SOP document that an event of the log's own names. */
  readonly sop: string | undefined;
}

function wantedBy(event: SignedEvent): Wanted {
  const rule = eventRule(event.type, event.form);
  const signer = `officer/${event.actor.officer}`;
  if (rule === undefined) {
    const nothing = { events: [], claims: [], linkedTo: [], filesOf: [], sop: undefined };
    return { subjects: [event.subject, signer], ...nothing };
  }
  const act = asAct(event);
  const named = namedSubjects(rule.body, event.body).map(({ subject }) => subject);
  const group = event.body.group;
  const lookedUp = rule.looksUp?.(act);
  return {
    subjects: [event.subject, signer, ...named, ...(lookedUp?.subjects ?? [])],
    events: typeof group === 'string' ? [...event.refs, group] : event.refs,
    claims: [...(rule.claims?.(act) ?? []), ...(lookedUp?.claims ?? [])],
    linkedTo: lookedUp?.linkedTo ?? [],
    filesOf: lookedUp?.filesOf ?? [],
    sop: sopNamedBy(event),
  };
}

function sopNamedBy({ subject, body: { sop = null } }: SignedEvent): string | undefined {
  if (!subject.startsWith('log/') || !isJsonObject(sop)) return undefined;
  return typeof sop.sha256 === 'string' && /^[0-9a-f]{64}$/.test(sop.sha256) ? sop.sha256 : undefined;
}

/** What the state of an act's own subject leads its rule to, beside what its body does; what the same group begins names it in its body. */
function lookedUpFromStates(
  events: readonly SignedEvent[],
  concerned: ReadonlyMap<string, StoredSubject>,
): Required<Pick<LookUp, 'subjects' | 'linkedTo' | 'filesOf'>> {
  const found = events.flatMap(event => {
    const standing = concerned.get(event.subject);
    const lookedUp = eventRule(event.type, event.form)?.looksUp;
    return standing === undefined || lookedUp === undefined ? [] : [lookedUp(asAct(event), standing.state)];
  });
  // Whether what an import brought counts is told by the import.
  const imports = [...concerned.values()].flatMap(({ state }) => importOf(state) ?? []);
  return {
    subjects: unique([...imports, ...found.flatMap(({ subjects = [] }) => subjects)]),
    linkedTo: unique(found.flatMap(({ linkedTo = [] }) => linkedTo)),
    filesOf: unique(found.flatMap(({ filesOf = [] }) => filesOf)),
  };
}

/** The sources that could be identified in these pieces (GATE-8), as subjects, by piece. */
async function readSources(
  db: Kysely<Database>,
  pieces: readonly string[],
): Promise<{
  readonly byPiece: ReadonlyMap<string, readonly string[]>;
  readonly sources: ReadonlyMap<string, StoredSubject>;
}> {
  const byPiece = await readSourcesOf(db, pieces);
  return { byPiece, sources: await readSubjects(db, unique([...byPiece.values()].flat())) };
}

/** What else names a file of these pieces (GATE-8), by file. */
async function readShared(
  db: Kysely<Database>,
  pieces: readonly string[],
): Promise<{
  readonly byFile: ReadonlyMap<string, readonly FileNaming[]>;
  readonly subjects: ReadonlyMap<string, StoredSubject>;
}> {
  const byFile = await readFilesShared(db, pieces);
  const naming = [...byFile.values()].flat().map(({ subject }) => subject);
  return { byFile, subjects: await readSubjects(db, unique(naming)) };
}

async function readSubjects(
  db: Kysely<Database>,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, StoredSubject>> {
  if (subjects.length === 0) return new Map();
  const rows = await db
    .selectFrom('subject')
    .select(['subject', 'seq', 'head', 'head_leaf', 'salt', 'state'])
    .where('subject', '=', anyOf(subjects))
    .execute();
  return new Map(
    rows.map(({ subject, seq, head, head_leaf, salt, state }) => [
      subject,
      { seq, head, headLeaf: head_leaf, salt, state },
    ]),
  );
}

async function readPlacedActs(
  db: Kysely<Database>,
  eventIds: readonly string[],
): Promise<ReadonlyMap<string, PlacedAct>> {
  if (eventIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('event')
    .select(['log_index', 'jws', 'received_at'])
    .where('event_id', '=', anyOf(eventIds))
    .execute();
  return new Map(
    rows.map(({ log_index, jws, received_at }) => {
      const act = asAct(peekEvent(jws));
      return [act.eventId, { ...act, index: log_index, receivedAt: received_at }];
    }),
  );
}

async function readClaims(
  db: Kysely<Database>,
  claims: Wanted['claims'],
): Promise<ReadonlyMap<string, string>> {
  if (claims.length === 0) return new Map();
  const rows = await db
    .selectFrom('claim')
    .selectAll()
    .where(({ eb, refTuple }) =>
      eb(
        refTuple('claim_set', 'claim_key'),
        'in',
        sql<never>`(select * from unnest(${claims.map(({ set }) => set)}::text[], ${claims.map(({ key }) => key)}::text[]))`,
      ),
    )
    .execute();
  return new Map(rows.map(row => [claimName(row.claim_set, row.claim_key), row.subject]));
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}

function anyOf(values: readonly string[]) {
  return sql<string>`any(${values}::text[])`;
}
