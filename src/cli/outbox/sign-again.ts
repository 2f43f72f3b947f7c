import {
  eventIdsOf,
  hangingOn,
  missingSignatures,
  newEntry,
  type OutboxEntry,
  recomposeBatch,
  replacedIds,
} from '../../client/index.js';
import { formatTime, newId } from '../../log/index.js';
import { showBatches, unlockAgreeing } from '../act/countersign.js';
import { type Ground, signAll, standOn } from '../act/sign-and-keep.js';
import { confirm } from '../confirm.js';
import type { DeviceSession } from '../device-session.js';
import type { Countersigner, NamedOfficer } from '../officers.js';
import type { Output } from '../output.js';
import { RefusedOnDevice } from '../refused-on-device.js';
import { systemRandom } from '../system-random.js';
import { UsageError } from '../usage-error.js';

export interface SignAgainOptions {
  /** Also every later entry that hangs on it. */
  readonly all: boolean;
  readonly yes: boolean;
  readonly offline: boolean;
}

/**
 * Puts signed acts that were overtaken on the heads as they are now: shown in words, signed anew by their officers,
 * the old entry kept as replaced. Nothing is signed again unless its officer says so. Returns the new entries.
 */
export async function signAgain(
  session: DeviceSession,
  id: string,
  signers: { readonly signer: NamedOfficer; readonly countersigners: readonly Countersigner[] },
  { all, yes, offline }: SignAgainOptions,
  output: Output,
): Promise<readonly OutboxEntry[]> {
  const { outbox } = session;
  const entry = await outbox.find(id);
  if (entry.receipts !== null || entry.ended?.kind === 'dropped') {
    throw new UsageError({
      en: `${id} is in the log, or was dropped: there is nothing to sign again`,
      fr: `${id} est au journal ou a été abandonné : il n'y a rien à signer à nouveau`,
    });
  }
  if (entry.ended?.kind === 'replaced') {
    throw new UsageError({
      en: `${id} was signed again before: see ${entry.ended.by}`,
      fr: `${id} a déjà été signé à nouveau : voir ${entry.ended.by}`,
    });
  }
  const { entries } = await outbox.list();
  const later = all ? hangingOn(entry, entries) : [];
  // What is going to be replaced is no ground to stand on.
  const leftOut = new Set([entry, ...later].map(old => old.id));
  const ground = await standOn(session, signers.signer, offline, output, leftOut);
  const fresh: OutboxEntry[] = [];
  for (const old of [entry, ...later]) {
    fresh.push(await replace(session, old, signers, { ground, yes }, output));
  }
  return fresh;
}

async function replace(
  session: DeviceSession,
  old: OutboxEntry,
  { signer, countersigners }: Parameters<typeof signAgain>[2],
  { ground, yes }: { readonly ground: Ground; readonly yes: boolean },
  output: Output,
): Promise<OutboxEntry> {
  const { outbox } = session;
  const { entries } = await outbox.list();
  const composed = recomposeBatch(
    old.batch,
    await ground.heads(old.batch.events.map(({ payload }) => payload.subject)),
    {
      keys: new Map(
        [signer, ...countersigners].map(({ officer, key: { kid, alg } }) => [officer, { kid, alg }]),
      ),
      replaced: replacedBefore(entries),
      at: formatTime(Date.now()),
      random: systemRandom,
    },
  );
  const rehearsal = ground.known?.rehearse(composed, Date.now());
  if (rehearsal?.kind === 'would-be-refused') throw new RefusedOnDevice(rehearsal.violations);
  await showBatches(session, [composed], [signer, ...countersigners], output);
  await confirm({ en: 'Sign this again?', fr: 'Signer à nouveau ?' }, yes, output);
  const others = await unlockAgreeing(countersigners, yes, output);
  const batch = await signAll(composed, [signer, ...others]);
  requireAllSigned(batch, old.id);
  const id = newId(Date.now(), systemRandom(16));
  const fresh: OutboxEntry = {
    ...newEntry(id, await outbox.nextPosition(), batch, old.files),
    files: old.files,
  };
  // The new one first: a crash in between leaves two that wait, of which the log takes one.
  await outbox.put(fresh);
  await outbox.put({ ...old, ended: { kind: 'replaced', by: id } });
  return fresh;
}

function requireAllSigned(batch: OutboxEntry['batch'], id: string): void {
  const missing = missingSignatures(batch).map(({ officer }) => officer);
  if (missing.length === 0) return;
  throw new UsageError({
    en: `${id} also needs the signature of ${missing.join(', ')}: give --with KEY:ROLE:CAPACITY`,
    fr: `${id} exige aussi la signature de ${missing.join(', ')} : donnez --with CLÉ:RÔLE:QUALITÉ`,
  });
}

/** Ids of all events that were signed again before, and what they are now. */
function replacedBefore(entries: readonly OutboxEntry[]): ReadonlyMap<string, string> {
  const byId = new Map(entries.map(entry => [entry.id, entry]));
  const pairs = entries.flatMap(entry => {
    const now = latest(entry, byId);
    return now === undefined || now === entry ? [] : [...replacedIds(entry.batch, now.batch)];
  });
  return new Map(pairs);
}

function latest(entry: OutboxEntry, byId: ReadonlyMap<string, OutboxEntry>): OutboxEntry | undefined {
  let current: OutboxEntry | undefined = entry;
  while (current?.ended?.kind === 'replaced') current = byId.get(current.ended.by);
  return current !== undefined && eventIdsOf(current.batch).length === eventIdsOf(entry.batch).length
    ? current
    : undefined;
}
