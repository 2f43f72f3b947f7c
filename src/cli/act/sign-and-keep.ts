import {
  type BatchFile,
  checkForm,
  composeBatch,
  type KnownLog,
  newEntry,
  type OutboxEntry,
  type OutboxFile,
  type PlainAct,
  type Rehearsal,
  signBatch,
} from '../../client/index.js';
import { currentRule } from '../../custody/catalogue.js';
import type { Heads } from '../../custody/compose/compose-act.js';
import type { Sop } from '../../custody/sop/document.js';
import { formatTime, isJsonObject, newId, parseTime } from '../../log/index.js';
import {
  type DeviceSession,
  knownHeads,
  knownLog,
  type LeftOut,
  outboxHeads,
  readTakenAlong,
  tryToSignIn,
} from '../device-session.js';
import type { Countersigner, NamedOfficer } from '../officers.js';
import type { Output } from '../output.js';
import { RefusedOnDevice } from '../refused-on-device.js';
import { systemRandom } from '../system-random.js';
import { UsageError } from '../usage-error.js';
import { formFaults } from './form-faults.js';

/** What an act is composed on: the service's heads, or what the device took along. */
export interface Ground {
  /** False: offline, by choice or because the service is away. */
  readonly online: boolean;
  /** The rules on the device; null online (the service judges) and where nothing was taken along. */
  readonly known: KnownLog | null;
  readonly sop: Sop | null;
  readonly heads: (subjects: readonly string[]) => Promise<Heads>;
  /** State of a subject as it is known here; undefined where it is not. */
  readonly stateOf: (subject: string) => Promise<unknown>;
}

/** Reaches for the service unless told not to; where it is away, the device's own knowledge serves. */
export async function standOn(
  session: DeviceSession,
  signer: NamedOfficer,
  offline: boolean,
  output: Output,
  leftOut: LeftOut = new Set(),
): Promise<Ground> {
  const online = !offline && (await tryToSignIn(session, signer));
  if (online) {
    return {
      online,
      known: null,
      sop: null,
      heads: subjects => knownHeads(session, subjects, leftOut),
      stateOf: async subject => (await session.service.heads([subject]))[0]?.state,
    };
  }
  const french = output.language === 'fr';
  if (!offline) {
    output.note(
      french
        ? `${session.device.service} est injoignable : hors ligne.`
        : `${session.device.service} cannot be reached: offline.`,
    );
  }
  const taken = await readTakenAlong(session);
  if (taken === null) {
    output.note(
      french
        ? "Rien n'a été emporté (`scelle outbox prepare`) : les règles ne sont pas répétées ici, le service jugera."
        : 'Nothing was taken along (`scelle outbox prepare`): the rules are not rehearsed here, the service will judge.',
    );
  }
  const known = taken === null ? null : await knownLog(session, taken, leftOut);
  const heads = known === null ? await outboxHeads(session, new Map(), leftOut) : known.heads();
  return {
    online,
    known,
    sop: taken?.sop ?? null,
    heads: async () => heads,
    stateOf: async subject => known?.standing(subject)?.state,
  };
}

/**
 * Composes acts; offline, the rules are rehearsed before anybody signs.
 * @param option how a field of the form is typed (`formFaults`)
 * @throws RefusedOnDevice, UsageError
 */
export async function composeOn(
  ground: Ground,
  origin: string,
  acts: readonly PlainAct[],
  option: '--set ' | '--',
  output: Output,
): Promise<BatchFile> {
  const subjects = acts.flatMap(({ subject, items = [] }) => [subject, ...items.map(item => item.subject)]);
  const heads = await ground.heads(subjects);
  requireHeads(acts, heads, ground.online);
  const batch = composeBatch(origin, acts, heads, systemRandom);
  const malformed = checkForm(batch);
  if (malformed.length > 0) throw formFaults(batch, malformed, option);
  if (ground.known !== null) tell(ground.known.rehearse(batch, Date.now()), output);
  return batch;
}

/** A place in a history that nobody here knows cannot be guessed. */
function requireHeads(acts: readonly PlainAct[], heads: Heads, online: boolean): void {
  const begun = new Set<string>();
  for (const { subject, type, items = [] } of acts) {
    const follows = items.map(item => ({ subject: item.subject, type: item.type }));
    for (const act of [{ subject, type }, ...follows]) {
      const begins = currentRule(act.type)?.begins === true;
      if (!begins && !begun.has(act.subject) && heads.of(act.subject) === undefined) {
        throw unknownPlace(act.subject, online);
      }
      begun.add(act.subject);
    }
  }
}

function unknownPlace(subject: string, online: boolean): UsageError {
  if (online) {
    return new UsageError({
      en: `${subject} does not exist, or you may not see it: the place of your act is not to be known.`,
      fr: `${subject} n'existe pas, ou vous ne pouvez le voir : le rang de votre acte ne peut être connu.`,
    });
  }
  return new UsageError({
    en: `Nothing is known here of ${subject}: take it along with \`scelle outbox prepare\`.`,
    fr: `Rien n'est connu ici de ${subject} : emportez-le par \`scelle outbox prepare\`.`,
  });
}

function tell(rehearsal: Rehearsal, output: Output): void {
  if (rehearsal.kind === 'would-be-refused') throw new RefusedOnDevice(rehearsal.violations);
  if (rehearsal.unknown.length === 0) return;
  const names = rehearsal.unknown.join(', ');
  output.note(
    output.language === 'fr'
      ? `Cet appareil ne peut juger de tout : ${names} lui est inconnu. L'acte est gardé ; le service jugera.`
      : `This device cannot tell: it does not know ${names}. The act is kept; the service will judge.`,
  );
}

/** Adds the signatures of those whose keys are here. */
export async function signAll(batch: BatchFile, officers: readonly NamedOfficer[]): Promise<BatchFile> {
  let signed = batch;
  for (const { unlocked } of officers) if (unlocked !== null) signed = await signBatch(signed, unlocked);
  return signed;
}

/**
 * Durable before anything is sent: what was signed is never lost, and neither are the files it names. Those are copied
 * first: a crash in between leaves copies that no act names, and no act whose files are gone.
 */
export async function keep(
  { outbox }: DeviceSession,
  batch: BatchFile,
  files: readonly Omit<OutboxFile, 'uploaded'>[],
): Promise<OutboxEntry> {
  await outbox.copies.take(files);
  const entry = newEntry(newId(Date.now(), systemRandom(16)), await outbox.nextPosition(), batch, files);
  await outbox.put(entry);
  return entry;
}

/** Where a batch is not written to a file for others, all who sign have their keys here. @throws UsageError */
export function requireKeysHere(
  { unlocked }: NamedOfficer,
  countersigners: readonly Pick<Countersigner, 'unlock'>[],
): void {
  if (unlocked !== null && countersigners.every(({ unlock }) => unlock !== null)) return;
  throw new UsageError({
    en: 'A signature is missing: give --out FILE and let it be completed with `scelle sign FILE`.',
    fr: 'Il manque une signature : donnez --out FICHIER et faites-le compléter par `scelle sign FICHIER`.',
  });
}

/**
 * The moment after which the batch would be a late entry (RQ-10), for which a supervisor signs too; null where it
 * is one already, or the procedure is not known here.
 */
export function pushBefore(batch: BatchFile, sop: Sop | null): string | null {
  if (sop === null) return null;
  const times = batch.events.flatMap(({ payload: { body } }) => {
    const { occurred = null, lateEntry = null } = body;
    return isJsonObject(occurred) && lateEntry === null ? [parseTime(String(occurred.at))] : [];
  });
  if (times.length === 0) return null;
  return formatTime(Math.min(...times) + sop.deadlines.lateEntryHours.value * 3_600_000);
}
