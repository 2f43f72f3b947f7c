import {
  checkDossier,
  checkListed,
  claimOfDossier,
  type StatedDossier,
} from '../../custody/dossier/check-dossier.js';
import type { DossierState } from '../../custody/dossier/state.js';
import { grantedPieces } from '../../custody/release/granted.js';
import type { ReleaseState } from '../../custody/release/state.js';
import { refuse, type Violation } from '../../custody/violation.js';
import type { DossierContents } from '../../custody/vocabulary/dossiers.js';
import { formatTime } from '../../log/index.js';
import type { DossierRequest } from '../../store/dossiers/order.js';
import type { OpenLog } from '../../store/open-log.js';
import { readFilesShared } from '../../store/readers/files-shared.js';
import { readSourcesOf } from '../../store/readers/sources-of.js';

/** What is asked for: the rest follows from the release, and from the dossier that this one follows. */
export interface AskedDossier {
  readonly release: string;
  readonly contents: DossierContents;
  readonly languages: readonly string[];
  /** The dossier that it replaces or adds to; null: none. */
  readonly follows: string | null;
  /** Null: that of the dossier that it follows, else that of the release. */
  readonly number: string | null;
}

type Stated = Omit<DossierRequest, 'layout'>;

/** What the dossier would be, as the log stands; undefined where there is no such release, or no such dossier before. */
export async function stateDossier(
  log: Pick<OpenLog, 'db'>,
  { release, contents, languages, follows, number }: AskedDossier,
): Promise<Stated | undefined> {
  const states = await readStates(log, [
    `release/${release}`,
    ...(follows === null ? [] : [`dossier/${follows}`]),
  ]);
  const granting = states.get(`release/${release}`) as ReleaseState | undefined;
  const before = states.get(`dossier/${follows}`) as DossierState | undefined;
  if (granting === undefined || (follows !== null && before === undefined)) return undefined;
  const as = before?.release === release ? 'NEW_VERSION' : 'SUPPLEMENT';
  return {
    number: number ?? before?.number ?? granting.number,
    version: (before?.version ?? 0) + 1,
    follows: follows === null ? null : { dossier: follows, as },
    release,
    recipientUnit: granting.recipientUnit,
    proceedings: granting.proceedings,
    contents,
    languages,
    pieces: grantedPieces(granting),
  };
}

/** What the rules say of the dossier now: at the order, once it is built, and each time it is fetched. */
export async function judgeDossier(
  log: Pick<OpenLog, 'db' | 'now'>,
  stated: Pick<StatedDossier, (keyof StatedDossier & keyof Stated) | 'size'>,
): Promise<readonly Violation[]> {
  const { release, follows, pieces } = stated;
  const states = await readStates(log, [
    `release/${release}`,
    ...(follows === null ? [] : [`dossier/${follows.dossier}`]),
    `unit/${stated.recipientUnit}`,
    ...pieces,
  ]);
  const linked = await readSourcesOf(log.db, pieces);
  const shared = await readFilesShared(log.db, pieces);
  const naming = [...shared.values()].flat().map(({ subject }) => subject);
  const beside = await readStates(log, [...new Set([...[...linked.values()].flat(), ...naming])]);
  const facts = {
    state: (subject: string) => states.get(subject) ?? beside.get(subject),
    sourcesOf: (piece: string) => linked.get(piece) ?? [],
    subjectsNaming: (sha256: string) => shared.get(sha256) ?? [],
  };
  const receivedAt = log.now();
  const at = formatTime(receivedAt);
  const occurred = { at, precision: 'SECOND', zone: 'UTC', clockDoubt: null } as const;
  return [...checkListed(stated), ...checkDossier({ ...stated, occurred }, { ...facts, receivedAt })];
}

/** The same number and version was built already: it is to be named, so that this one follows it. */
export async function judgeNumber(
  { db }: Pick<OpenLog, 'db'>,
  stated: Pick<Stated, 'number' | 'version'>,
): Promise<readonly Violation[]> {
  const { set, key } = claimOfDossier(stated);
  const held = await db
    .selectFrom('claim')
    .select('subject')
    .where('claim_set', '=', set)
    .where('claim_key', '=', key)
    .executeTakeFirst();
  if (held === undefined) return [];
  const words = { set: 'version of the dossier', setFr: 'version du dossier' };
  return [refuse('claim.taken', '/body', { ...words, key, holder: held.subject })];
}

/** Folds of the histories of these subjects; those that are not in the log are left out. */
export async function readStates(
  { db }: Pick<OpenLog, 'db'>,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, unknown>> {
  if (subjects.length === 0) return new Map();
  const rows = await db
    .selectFrom('subject')
    .select(['subject', 'state'])
    .where('subject', 'in', [...subjects])
    .execute();
  return new Map(rows.map(({ subject, state }) => [subject, state]));
}
