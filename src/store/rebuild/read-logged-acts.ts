import type { Kysely } from 'kysely';
import { LocalizedError } from '../../custody/text.js';
import { type Act, leafHash, peekEvent, readActs, type SignedEvent } from '../../log/index.js';
import type { SequencedEvent } from '../appender/sequence.js';
import { readDisclosures } from '../read-disclosures.js';
import type { Database } from '../schema/index.js';

/** What is stored does not follow the log format, or does not come to what the log says of itself. */
export class RebuildError extends LocalizedError {
  override readonly name = 'RebuildError';
}

export const rebuildFaults = {
  noLog: () => ({ en: 'there is no log in this database', fr: "il n'y a pas de journal dans cette base" }),
  targetTaken: () => ({ en: 'the target holds a log already', fr: 'la cible contient déjà un journal' }),
  otherRoot: () => ({
    en: 'the leaves that are stored do not come to the root of the log: the log itself was changed',
    fr: 'les feuilles enregistrées ne donnent pas la racine du journal : le journal lui-même a été modifié',
  }),
  noWholeAct: (leaf: number) => ({
    en: `no whole act begins at leaf ${leaf}`,
    fr: `aucun acte entier ne commence à la feuille ${leaf}`,
  }),
  brokenAct: (leaf: number, reason: string) => ({
    en: `leaf ${leaf}: ${reason}`,
    fr: `feuille ${leaf} : ${reason}`,
  }),
  leavesMissing: (from: number, to: number) => ({
    en: `leaves ${from} to ${to} are not all stored`,
    fr: `les feuilles ${from} à ${to} ne sont pas toutes enregistrées`,
  }),
  noSop: (sha256: string) => ({
    en: `the SOP document ${sha256} is not at hand`,
    fr: `le document de procédure ${sha256} n'est pas disponible`,
  }),
  noSalt: (subject: string) => ({ en: `${subject} has no salt`, fr: `${subject} n'a pas de sel` }),
};

/** Whole acts that follow each other in the log, and their events in order. */
export interface StretchOfLog {
  /** Leaf index of the first event; the positions in `acts` count from it. */
  readonly firstIndex: number;
  readonly acts: readonly Act[];
  readonly sequenced: readonly SequencedEvent[];
}

/** More than the longest act: a batch has at most 1,000 events, so a stretch always holds one act whole. */
const longestStretch = 1_500;

/**
 * Reads the log up to `size`, cut between acts. Signatures are not checked: what is in the log was
 * checked on its way in, and is checked again by those who do not trust us.
 * @param stretchLength events at most; a test cuts elsewhere
 * @param from where to begin: at an act
 */
export async function* readLoggedActs(
  db: Kysely<Database>,
  size: number,
  stretchLength = longestStretch,
  from = 0,
): AsyncGenerator<StretchOfLog> {
  let firstIndex = from;
  while (firstIndex < size) {
    const end = Math.min(size, firstIndex + stretchLength);
    const events = await readEvents(db, firstIndex, end);
    const { acts, faults } = readActs(events.map(({ event }) => event));
    // The last act may go on beyond the stretch: it is read again with the next.
    const cut = end < size ? acts.at(-1)?.position : events.length;
    if (cut === undefined || cut === 0) throw new RebuildError(rebuildFaults.noWholeAct(firstIndex));
    const fault = faults.find(({ position }) => position < cut);
    if (fault !== undefined) {
      throw new RebuildError(rebuildFaults.brokenAct(firstIndex + fault.position, fault.message));
    }
    yield {
      firstIndex,
      acts: acts.filter(({ position }) => position < cut),
      sequenced: events.slice(0, cut),
    };
    firstIndex += cut;
  }
}

async function readEvents(
  db: Kysely<Database>,
  from: number,
  to: number,
): Promise<readonly SequencedEvent[]> {
  const rows = await db
    .selectFrom('event')
    .select(['log_index', 'jws', 'leaf', 'received_at'])
    .where('log_index', '>=', from)
    .where('log_index', '<', to)
    .orderBy('log_index')
    .execute();
  if (rows.length !== to - from || rows[0]?.log_index !== from) {
    throw new RebuildError(rebuildFaults.leavesMissing(from, to - 1));
  }
  const read = rows.map(({ log_index, jws, leaf, received_at }) => ({
    event: peekEvent(jws) satisfies SignedEvent,
    index: log_index,
    receivedAt: received_at,
    leaf,
    leafHash: leafHash(leaf),
  }));
  const disclosures = await readDisclosures(
    db,
    read.map(({ event }) => event.eventId),
  );
  return read.map(row => ({ ...row, disclosures: disclosures.get(row.event.eventId) ?? [] }));
}
