import type { Transaction } from 'kysely';
import { sopInForce } from '../../custody/judge/judge-batch.js';
import { replayAct } from '../../custody/judge/place-act.js';
import { Overlay } from '../../custody/judge/world.js';
import type { Sop } from '../../custody/sop/document.js';
import { insertClaims, writeSubjects } from '../appender/insert.js';
import { loadWorld } from '../appender/load-world.js';
import type { SequencedEvent, SubjectChange } from '../appender/sequence.js';
import { writeProjections } from '../projections/index.js';
import type { Database } from '../schema/index.js';
import type { SopDocuments } from '../sop-documents.js';
import { growTree } from '../tiles.js';
import { RebuildError, rebuildFaults, type StretchOfLog } from './read-logged-acts.js';

export interface RebuildOptions {
  /** How far it has come: events replayed, of how many. */
  readonly report?: (done: number, total: number) => void;
  /** Events replayed at once, at most. */
  readonly stretchLength?: number;
  /** Compare, row by row, what there was with what was made. */
  readonly compare?: boolean;
}

export interface Replay {
  /** Where states, claims, tiles and tables for reading are written; all of them empty at the start. */
  readonly trx: Transaction<Database>;
  /** `log/<UUID>`. */
  readonly logSubject: string;
  readonly sopDocuments: SopDocuments;
  /** Salts of subjects: they are random, and kept for ever. */
  readonly saltsOf: (subjects: readonly string[]) => Promise<ReadonlyMap<string, Uint8Array>>;
}

/**
 * Makes states, claims, tiles and tables for reading from a stretch of the log, by the rules' `evolve` and the
 * projections alone. The events themselves and their disclosures are stored already.
 * @returns the root of the tree up to here
 */
export async function replayStretch(
  { trx, logSubject, sopDocuments, saltsOf }: Replay,
  { firstIndex, acts, sequenced }: StretchOfLog,
): Promise<Uint8Array> {
  const events = sequenced.map(({ event }) => event);
  const overlay = new Overlay(await loadWorld(trx, logSubject, events, sopDocuments));
  for (const act of acts) {
    const receivedAt = sequenced[act.position]?.receivedAt ?? Number.NaN;
    replayAct(overlay, act, { receivedAt, firstIndex, sop: requireSop(overlay, act.event.body.sop) });
  }
  const changes = subjectChanges(overlay, sequenced, await saltsOf([...overlay.standings.keys()]));
  await writeSubjects(trx, changes);
  await insertClaims(trx, overlay.claims);
  const disclosures = new Map(
    sequenced.map(({ event: { eventId }, disclosures: own }) => [eventId, own] as const),
  );
  await writeProjections(trx, { steps: overlay.steps, disclosures });
  const hashes = sequenced.map(({ leafHash }) => leafHash);
  return (await growTree(trx, firstIndex, hashes)).root;
}

/** The SOP in force at an act; for leaf 0 the one that it names itself. */
function requireSop(world: Overlay, named: unknown): Sop {
  const first = (named as { readonly sha256?: string } | undefined)?.sha256;
  const sop = sopInForce(world) ?? (first === undefined ? undefined : world.sopDocument(first));
  if (sop !== undefined) return sop;
  throw new RebuildError(rebuildFaults.noSop(world.log()?.sop.sha256 ?? first ?? ''));
}

function subjectChanges(
  { standings }: Overlay,
  sequenced: readonly SequencedEvent[],
  salts: ReadonlyMap<string, Uint8Array>,
): readonly SubjectChange[] {
  const headLeaves = new Map(sequenced.map(({ event, leafHash }) => [event.subject, leafHash]));
  return [...standings].map(([subject, standing]) => {
    const salt = salts.get(subject);
    const headLeaf = headLeaves.get(subject);
    if (salt === undefined || headLeaf === undefined) throw new RebuildError(rebuildFaults.noSalt(subject));
    return { subject, salt, headLeaf, ...standing };
  });
}
