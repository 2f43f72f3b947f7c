import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { base64url, canonical, type JsonMembers, sha256, u64 } from '../../helpers/forged/bytes.js';
import { eventIdOf, payloadOf } from '../../helpers/forged/forged-log.js';
import { forgeProofOfPossession, newForgedKey } from '../../helpers/forged/keys.js';
import type { Attack } from '../attack.js';
import { type AttackedLog, partOf } from '../attacked-log.js';
import { RECEIVED_AT, type StolenEvent } from '../stolen.js';
import { onTables } from '../tampered-tables.js';

const day = 86_400_000;

/** Order of the group of P-256. */
const order = BigInt('0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551');

interface Middle {
  readonly event: StolenEvent;
  /** The next one of the same subject. */
  readonly next: StolenEvent;
}

/** An event in the middle of the item's history. */
export function middleOf({ events, item }: AttackedLog): Middle {
  const own = events.filter(({ subject }) => subject === `evidence/${item}`);
  return findMiddle(own, own, (event, place) => place > 1 && isByP256(event));
}

/** An event of the dossier that was received later than the leaf before it, late enough for every role to be held. */
function laterOf({ events, item }: AttackedLog): Middle & { readonly before: StolenEvent } {
  const inside = partOf(events, item).indices.flatMap(index => events[index] ?? []);
  const isLater = ({ index, receivedAt, subject }: StolenEvent) =>
    subject.startsWith('evidence/') && (events[index - 1]?.receivedAt ?? 0) < receivedAt - 1000;
  const { event, next } = findMiddle(inside, events, isLater);
  return { event, next, before: events[event.index - 1] ?? event };
}

function findMiddle(
  among: readonly StolenEvent[],
  events: readonly StolenEvent[],
  fits: (event: StolenEvent, place: number) => boolean,
): Middle {
  for (const [place, event] of among.entries()) {
    const next = events.find(({ subject, seq }) => subject === event.subject && seq === event.seq + 1);
    if (next !== undefined && fits(event, place)) return { event, next };
  }
  throw new Error('the story is another');
}

function isByP256({ jws }: StolenEvent): boolean {
  return JSON.parse(Buffer.from(jws.split('.')[0] ?? '', 'base64url').toString()).alg === 'ES256';
}

/** Events changed where they lie. The administrator has nobody's key. */
export const editedRows: readonly Attack[] = [
  onTables({
    title: 'an event says something else',
    async tamper({ client, log }) {
      const { event } = middleOf(log);
      await rewrite(client, event, ({ body, ...payload }) => ({
        ...payload,
        body: { ...(body as JsonMembers), place: 'DEMO elsewhere' },
      }));
      return foundAt('jws', event);
    },
  }),
  onTables({
    title: 'an event is back-dated',
    async tamper({ client, log }) {
      const { event } = middleOf(log);
      await rewrite(client, event, payload => ({
        ...payload,
        at: new Date(Date.parse(String(payload.at)) - day).toISOString(),
      }));
      return foundAt('jws', event);
    },
  }),
  onTables({
    title: 'an event says something else, and its leaf with it',
    async tamper({ client, log }) {
      const { event } = middleOf(log);
      const jws = await rewrite(client, event, payload => ({
        ...payload,
        nonce: base64url(randomBytes(16)),
      }));
      const leaf = Buffer.from(event.leaf);
      sha256(jws).copy(leaf, 105);
      await writeLeaf(client, event, leaf);
      return foundAt('jws', event);
    },
  }),
  onTables({
    title: 'a signature is replaced by another key’s',
    async tamper({ client, log }) {
      const { event } = middleOf(log);
      const input = event.jws.slice(0, event.jws.lastIndexOf('.'));
      await writeJws(client, event, `${input}.${base64url(newForgedKey('ES256').sign(input))}`);
      return foundAt('jws', event);
    },
  }),
  onTables({
    title: 'a signature is replaced by its twin, which is as good',
    async tamper({ client, log }) {
      const { event } = middleOf(log);
      await writeJws(client, event, twinOf(event.jws));
      return foundAt('leaf', event);
    },
  }),
  onTables({
    title: 'an event is signed by a key that nobody registered',
    async tamper({ client, log }) {
      const { event } = middleOf(log);
      const key = newForgedKey('ES256');
      const header = base64url(canonical({ alg: 'ES256', kid: key.kid, typ: 'custody-event+jws' }));
      const input = `${header}.${event.jws.split('.')[1]}`;
      await writeJws(client, event, `${input}.${base64url(key.sign(input))}`);
      return foundAt('key', event);
    },
  }),
  onTables({
    title: 'a time received is a second earlier',
    async tamper({ client, log }) {
      const { event, next } = laterOf(log);
      await receiveAt(client, event, event.receivedAt - 1000);
      return {
        whole: { check: 'prev-leaf', where: next.index },
        dossier: { check: 'inclusion', where: event.index },
        fsck: event.index,
      };
    },
  }),
  onTables({
    title: 'a time received lies before that of the leaf before it',
    async tamper({ client, log }) {
      const { event, before } = laterOf(log);
      await receiveAt(client, event, before.receivedAt - 1);
      // A dossier leaves out the leaves between: there the tree tells.
      const isInside = partOf(log.events, log.item).indices.includes(before.index);
      return {
        whole: { check: 'leaf', where: event.index },
        dossier: { check: isInside ? 'leaf' : 'inclusion', where: event.index },
        fsck: event.index,
      };
    },
  }),
  onTables({
    title: "the key of an officer is replaced by the administrator's own",
    async tamper({ client, log }) {
      const { event } = middleOf(log);
      const officer = String((payloadOf(event.jws).actor as JsonMembers).officer);
      const registered = log.events.find(
        ({ type, subject }) => type === 'officer.key-registered' && subject === `officer/${officer}`,
      );
      if (registered === undefined) throw new Error('nobody registered his key');
      const key = newForgedKey('ES256');
      await rewrite(client, registered, payload => ({
        ...payload,
        body: { jwk: key.jwk, pop: forgeProofOfPossession(log.origin, officer, key) },
      }));
      return { ...foundAt('jws', registered), ready: 'state-changed' } as const;
    },
  }),
  onTables({
    title: "an item's salt is another",
    async tamper({ client, log }) {
      const subject = `evidence/${log.item}`;
      await client.query('update subject set salt = $1 where subject = $2', [randomBytes(32), subject]);
      const first = log.events.find(event => event.subject === subject);
      return foundAt('leaf', first);
    },
  }),
];

export function foundAt(check: 'jws' | 'leaf' | 'key' | 'disclosure', event: StolenEvent | undefined) {
  const found = { check, where: event?.index ?? -1 };
  return { whole: found, dossier: found, fsck: found.where };
}

async function rewrite(
  client: pg.Client,
  event: StolenEvent,
  change: (payload: JsonMembers) => JsonMembers,
): Promise<string> {
  const [header, , signature] = event.jws.split('.');
  const jws = `${header}.${base64url(canonical(change(payloadOf(event.jws))))}.${signature}`;
  await writeJws(client, event, jws);
  return jws;
}

/** The columns beside the event are made to fit. */
async function writeJws(client: pg.Client, { index }: StolenEvent, jws: string): Promise<void> {
  await client.query(
    `with was as (select event_id from event where log_index = $3),
          told as (update disclosure set event_id = $2 where event_id = (select event_id from was))
     update event set jws = $1, event_id = $2 where log_index = $3`,
    [jws, eventIdOf(jws), index],
  );
}

async function writeLeaf(client: pg.Client, { index }: StolenEvent, leaf: Buffer): Promise<void> {
  await client.query('update event set leaf = $1 where log_index = $2', [leaf, index]);
}

async function receiveAt(client: pg.Client, event: StolenEvent, time: number): Promise<void> {
  const leaf = Buffer.from(event.leaf);
  u64(time).copy(leaf, RECEIVED_AT);
  await writeLeaf(client, event, leaf);
  await client.query('update event set received_at = $1 where log_index = $2', [time, event.index]);
}

/** ECDSA: (r, n - s) verifies where (r, s) does. */
function twinOf(jws: string): string {
  const end = jws.lastIndexOf('.');
  const signature = Buffer.from(jws.slice(end + 1), 'base64url');
  const s = BigInt(`0x${signature.subarray(32).toString('hex')}`);
  const twin = Buffer.from((order - s).toString(16).padStart(64, '0'), 'hex');
  return `${jws.slice(0, end)}.${base64url(Buffer.concat([signature.subarray(0, 32), twin]))}`;
}
