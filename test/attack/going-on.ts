import { randomBytes, randomUUID } from 'node:crypto';
import { base64url, canonical, type JsonMembers, sha256 } from '../helpers/forged/bytes.js';
import { eventIdOf, payloadOf } from '../helpers/forged/forged-log.js';
import { signJws } from '../helpers/forged/keys.js';
import type { AttackedLog } from './attacked-log.js';
import type { Laid } from './rewritten-log.js';
import type { StolenEvent } from './stolen.js';

/** Acts after the end of the story: officers are registered, by two registrars. So many events, or one more. */
export function goingOn(log: AttackedLog, count: number): readonly Laid[] {
  const act = lastOf(log, ({ type }) => type === 'officer.registered');
  const seconded = lastOf(log, ({ type, seq }) => type === 'officer.countersigned' && seq === 2);
  const receivedAt = log.events.at(-1)?.receivedAt ?? 0;
  return Array.from({ length: Math.ceil(count / 2) }, () => {
    const changed = { subject: `officer/${randomUUID()}`, at: new Date(receivedAt).toISOString() };
    const disclosure = base64url(canonical([base64url(randomBytes(16)), 'DEMO-LATE']));
    const body = {
      ...(payloadOf(act.jws).body as JsonMembers),
      name: { _sd: base64url(sha256(disclosure)) },
    };
    const registered = sign(log, act.jws, { ...changed, body });
    const eventId = eventIdOf(registered);
    const countersigned = sign(log, seconded.jws, {
      ...changed,
      prev: eventId,
      refs: [eventId],
      body: { eventId, as: 'registrar' },
    });
    return [
      { jws: registered, disclosures: [disclosure], receivedAt },
      { jws: countersigned, disclosures: [], receivedAt },
    ];
  }).flat();
}

/** As it is submitted (log-format section 2). */
export function onTheWire({ jws, disclosures }: Laid): string {
  return [jws, ...disclosures.map(text => `~${text}`), ...(disclosures.length > 0 ? ['~'] : [])].join('');
}

function sign({ keyOf }: AttackedLog, like: string, changed: JsonMembers): string {
  const { kid } = JSON.parse(Buffer.from(like.split('.')[0] ?? '', 'base64url').toString());
  const payload = { ...payloadOf(like), ...changed, nonce: base64url(randomBytes(16)) };
  return signJws('custody-event+jws', payload, keyOf(kid));
}

function lastOf({ events }: AttackedLog, fits: (event: StolenEvent) => boolean): StolenEvent {
  const found = events.findLast(fits);
  if (found === undefined) throw new Error('the story is another');
  return found;
}
