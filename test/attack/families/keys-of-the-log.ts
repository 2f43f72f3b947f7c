import { randomBytes } from 'node:crypto';
import { base64url, type JsonMembers } from '../../helpers/forged/bytes.js';
import { eventIdOf, ForgedLog, payloadOf } from '../../helpers/forged/forged-log.js';
import { type ForgedKey, newForgedKey, noteLine, signJws, verifierKeyOf } from '../../helpers/forged/keys.js';
import { forgedBag } from '../../helpers/forged/write-bag.js';
import type { Attack, Audit, Found } from '../attack.js';
import { type AttackedLog, filesIn } from '../attacked-log.js';
import type { StolenEvent } from '../stolen.js';
import { hasAll } from './unlawful-stories.js';

/** The operator changes the log's key by himself, or goes on with the one that was changed (log-format section 8). */
export const keysOfTheLog: readonly Attack[] = [
  {
    title: 'the log goes on under a new key that no event names',
    has: 'the tables, the vault and the key of the log',
    tamper(log) {
      const renewed = newForgedKey('Ed25519');
      const told = relaid(log, renewed);
      return [found(log, told, renewed, { check: 'key', where: 'checkpoint' })];
    },
  },
  {
    title: 'the key is changed by the operator alone',
    has: hasAll,
    tamper(log) {
      const renewed = newForgedKey('Ed25519');
      const told = relaid(log, renewed);
      const where = told.size;
      layRotation(log, told, renewed, false);
      return [found(log, told, renewed, { check: 'role', where })];
    },
  },
  {
    title: 'after the key was changed the old one goes on signing alone',
    has: hasAll,
    tamper(log) {
      const renewed = newForgedKey('Ed25519');
      const told = relaid(log, log.logKey);
      layRotation(log, told, renewed, true);
      return [found(log, told, renewed, { check: 'key', where: 'checkpoint' })];
    },
  },
  {
    title: 'after the key was changed the old one says where histories end',
    has: hasAll,
    tamper(log) {
      const renewed = newForgedKey('Ed25519');
      const told = relaid(log, log.logKey);
      layRotation(log, told, renewed, true);
      const [first = ''] = told.entries.map(({ payload }) => String(payload.subject)).sort();
      return [found(log, told, renewed, { check: 'head', where: first }, renewed)];
    },
  },
];

/** The real events in their real leaves, in the hands of whoever has this key. */
function relaid({ origin, events, salts }: AttackedLog, key: ForgedKey): ForgedLog {
  const told = new ForgedLog(origin, key, [], salts);
  for (const event of events) told.layAgain(event, event.leaf);
  return told;
}

/** For an auditor who was handed both keys. @param beside signs the checkpoint too */
function found(log: AttackedLog, told: ForgedLog, renewed: ForgedKey, by: Found, beside?: ForgedKey): Audit {
  const signed = told.checkpoint();
  const text = signed.slice(0, signed.indexOf('\n\n') + 1);
  const checkpoint = beside === undefined ? signed : `${signed}${noteLine(told.origin, beside, text)}`;
  return {
    of: 'the whole log',
    given: forgedBag(told, { files: filesIn(log.whole), checkpoint }),
    held: 'a policy with the old key and the new one',
    policy: `log ${verifierKeyOf(told.origin, renewed, 1)}\n${log.plainPolicy}`,
    found: by,
    untampered: log.relaidWhole,
  };
}

/** The operator names the new key; where `seconded`, a registrar countersigns. */
function layRotation(log: AttackedLog, told: ForgedLog, renewed: ForgedKey, seconded: boolean): void {
  const act = layNext(log, told, ofType(log, 'log.anchored'), 'log.key-rotated', [], {
    logKey: verifierKeyOf(told.origin, renewed, 1),
  });
  if (!seconded) return;
  const body = { eventId: act, as: 'registrar' };
  layNext(log, told, ofType(log, 'officer.countersigned'), 'log.countersigned', [act], body);
}

/** An event of the log's own history, by whoever signed another. @returns its id */
function layNext(
  { keyOf }: AttackedLog,
  told: ForgedLog,
  { jws: by }: StolenEvent,
  type: string,
  refs: readonly string[],
  body: JsonMembers,
): string {
  const { actor, log } = payloadOf(by);
  const { kid } = JSON.parse(Buffer.from(by.split('.')[0] ?? '', 'base64url').toString());
  const subject = String(told.entries[0]?.payload.subject);
  const before = told.entries.findLast(({ payload }) => payload.subject === subject);
  const receivedAt = told.entries.at(-1)?.receivedAt ?? 0;
  const place = { subject, seq: Number(before?.payload.seq) + 1, prev: before?.eventId ?? null };
  const at = new Date(receivedAt).toISOString();
  const nonce = base64url(randomBytes(16));
  const payload = {
    v: 1,
    log: log ?? '',
    ...place,
    type,
    form: 1,
    actor: actor ?? {},
    at,
    nonce,
    refs,
    body,
  };
  const jws = signJws('custody-event+jws', payload, keyOf(String(kid)));
  told.lay({ jws, disclosures: [], receivedAt });
  return eventIdOf(jws);
}

function ofType({ events }: AttackedLog, type: string): StolenEvent {
  const event = events.find(one => one.type === type);
  if (event === undefined) throw new Error(`the story has no ${type}`);
  return event;
}
