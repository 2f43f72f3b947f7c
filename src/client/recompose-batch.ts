import {
  type ActIntent,
  composeAct,
  type Heads,
  type SigningOfficer,
} from '../custody/compose/compose-act.js';
import {
  type Act,
  type Actor,
  type Algorithm,
  base64urlText,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  type Random,
  readActs,
  type SignedEvent,
} from '../log/index.js';
import {
  type BatchFile,
  BatchFileError,
  batchOf,
  eventIdsOf,
  joinBatches,
  signedFormOf,
} from './batch-file.js';

/** A key of an officer, by which he signs again. */
export interface KeyForSigning {
  readonly kid: string;
  readonly alg: Algorithm;
}

export interface Recomposition {
  /** Key of each officer who is here; another officer's events keep the key they were made for. */
  readonly keys: ReadonlyMap<string, KeyForSigning>;
  /** `event_id`s of events that were signed again before, and what they became. */
  readonly replaced: ReadonlyMap<string, string>;
  /** Time of signing, in the log's form. What happened keeps its own time. */
  readonly at: string;
  readonly random: Random;
}

/**
 * The same acts on new heads, unsigned: same signers, same bodies with the same withheld claims, other places in
 * the histories. What names an event that was signed again names the new one.
 */
export function recomposeBatch(
  batch: BatchFile,
  heads: Heads,
  { keys, replaced, at, random }: Recomposition,
): BatchFile {
  const { acts, faults } = readActs(signedFormOf(batch));
  const [fault] = faults;
  if (fault !== undefined) {
    throw new BatchFileError({
      en: `act ${fault.position + 1} of the batch does not hold together: ${fault.message}`,
      fr: `l'acte ${fault.position + 1} du lot ne tient pas (contrôle « group »)`,
    });
  }
  const renamed = new Map(replaced);
  const oldIds = eventIdsOf(batch);
  const composed = acts.map(act => {
    const [log = ''] = [batch.events[act.position]?.payload.log];
    const events = composeAct(log, intentOf(act, { keys, renamed, at }), heads, () =>
      base64urlText(random(16)),
    );
    for (const [step, { eventId }] of events.entries())
      renamed.set(oldIds[act.position + step] ?? '', eventId);
    const disclosures = events.map((_, step) => batch.events[act.position + step]?.disclosures ?? []);
    return batchOf(events, disclosures);
  });
  return joinBatches(composed);
}

/** What each event of a batch became, by its old `event_id`. */
export function replacedIds(old: BatchFile, fresh: BatchFile): ReadonlyMap<string, string> {
  const ids = eventIdsOf(fresh);
  return new Map(eventIdsOf(old).map((id, position) => [id, ids[position] ?? '']));
}

interface Renaming {
  readonly keys: Recomposition['keys'];
  readonly renamed: ReadonlyMap<string, string>;
  readonly at: string;
}

function intentOf({ event, countersignatures, items }: Act, { keys, renamed, at }: Renaming): ActIntent {
  const signer = (by: Pick<SignedEvent, 'actor' | 'kid' | 'alg'>) => signingOfficer(by, keys);
  const rename = (value: JsonValue) => renameEvents(value, renamed);
  const members = ({ subject, type, form, refs, body }: SignedEvent) => ({
    subject,
    type,
    form,
    refs: refs.map(ref => renamed.get(ref) ?? ref),
    body: rename(body) as JsonObject,
  });
  return {
    ...members(event),
    at,
    signer: signer(event),
    countersigners: countersignatures.map(own => ({ ...signer(own), as: String(own.body.as) })),
    items: items.map(members),
  };
}

function signingOfficer(
  { actor, kid, alg }: { readonly actor: Actor; readonly kid: string; readonly alg: Algorithm },
  keys: Recomposition['keys'],
): SigningOfficer {
  return { ...actor, kid, alg, ...keys.get(actor.officer) };
}

function renameEvents(value: JsonValue, renamed: ReadonlyMap<string, string>): JsonValue {
  if (typeof value === 'string') return renamed.get(value) ?? value;
  if (typeof value !== 'object' || value === null) return value;
  if (!isJsonObject(value)) return value.map(member => renameEvents(member, renamed));
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, renameEvents(member, renamed)]),
  );
}
