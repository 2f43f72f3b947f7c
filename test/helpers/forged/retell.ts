import { base64url, canonical, type Json, type JsonMembers, sha256 } from './bytes.js';
import { eventIdOf, type LaidEvent, payloadOf } from './forged-log.js';
import { type ForgedKey, signJws } from './keys.js';

interface ToldPayload {
  [member: string]: Json;
  body: JsonMembers;
}

/** An event of a story that is told differently. Ids inside are those of the story as it was. */
export interface Told {
  /** Its `event_id` in the story as it was; what is invented has a name of its own that others may use as its id. */
  readonly was: string;
  payload: ToldPayload;
  /** Key that signs it. */
  kid: string;
  disclosures: readonly string[];
  receivedAt: number;
  /** Stays as given: `seq` and `prev`; the digest of a group's items; the list of them. */
  keep?: readonly ('place' | 'digest' | 'items')[];
}

/** An event as it is told now. */
export interface Retold extends LaidEvent {
  readonly was: string;
}

/**
 * Tells a story differently and signs again whatever is no longer what was signed: the change itself, and all that hangs
 * on it by `prev`, `seq`, `refs` and ids. The result is of good form and every signature is good; only what it tells did
 * not happen like this. Events that come out the same keep their bytes.
 * @param change of the events in their order: alter, drop, insert, reorder
 * @param keyOf the private key by its thumbprint
 */
export function retell(
  story: readonly LaidEvent[],
  change: (told: Told[]) => readonly Told[],
  keyOf: (kid: string) => ForgedKey,
): readonly Retold[] {
  const original = new Map(story.map(event => [eventIdOf(event.jws), event.jws]));
  const told = listItems(placeAll(change(story.map(tell))));
  const ids = new Map<string, string>();
  return told.map(event => {
    const { was, kid, disclosures, receivedAt } = event;
    const payload = { ...event.payload, body: withDigest(event, told, ids) };
    const now = translate(payload, ids) as JsonMembers;
    const before = original.get(was);
    const isSame =
      before !== undefined && kidOf(before) === kid && canonical(payloadOf(before)) === canonical(now);
    const jws = isSame ? before : signJws('custody-event+jws', now, keyOf(kid));
    ids.set(was, eventIdOf(jws));
    return { was, jws, disclosures, receivedAt };
  });
}

function tell({ jws, disclosures, receivedAt }: LaidEvent): Told {
  const payload = payloadOf(jws) as Told['payload'];
  return { was: eventIdOf(jws), payload, kid: kidOf(jws), disclosures, receivedAt };
}

function kidOf(jws: string): string {
  return String(JSON.parse(Buffer.from(jws.split('.')[0] ?? '', 'base64url').toString()).kid);
}

/** `seq` and `prev` follow the order in which it is told. */
function placeAll(told: readonly Told[]): readonly Told[] {
  const heads = new Map<string, { readonly seq: number; readonly was: string }>();
  return told.map(event => {
    const subject = String(event.payload.subject);
    const head = heads.get(subject);
    const place =
      event.keep?.includes('place') === true
        ? { seq: Number(event.payload.seq), prev: event.payload.prev ?? null }
        : { seq: (head?.seq ?? 0) + 1, prev: head?.was ?? null };
    heads.set(subject, { seq: place.seq, was: event.was });
    return { ...event, payload: { ...event.payload, ...place } };
  });
}

/** A group lists its items at the places where they stand now. */
function listItems(told: readonly Told[]): readonly Told[] {
  return told.map(event => {
    const { items } = event.payload.body;
    if (!Array.isArray(items) || event.keep?.includes('items') === true) return event;
    const own = itemsOf(event, told).map(({ payload: { subject, seq } }) => ({ subject, seq }));
    return { ...event, payload: { ...event.payload, body: { ...event.payload.body, items: own as Json } } };
  });
}

function itemsOf({ was }: Told, told: readonly Told[]): readonly Told[] {
  return told.filter(({ payload: { body } }) => body.group === was);
}

/** The digest of section 10 over what the items say now. */
function withDigest(event: Told, told: readonly Told[], ids: ReadonlyMap<string, string>): JsonMembers {
  const { body } = event.payload;
  if (body.itemsDigest === undefined || event.keep?.includes('digest') === true) return body;
  const stated = itemsOf(event, told).map(
    ({
      payload: {
        type,
        form,
        refs,
        body: { group: _, ...said },
      },
    }) => translate({ type, form, refs, body: said } as Json, ids),
  );
  return { ...body, itemsDigest: base64url(sha256(canonical(stated))) };
}

function translate(value: Json | undefined, ids: ReadonlyMap<string, string>): Json {
  if (typeof value === 'string') return ids.get(value) ?? value;
  if (Array.isArray(value)) return value.map(member => translate(member, ids));
  if (typeof value !== 'object' || value === null) return value ?? null;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, translate(member, ids)]));
}
