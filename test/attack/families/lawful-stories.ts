import type { JsonMembers } from '../../helpers/forged/bytes.js';
import { forgeProofOfPossession, newForgedKey } from '../../helpers/forged/keys.js';
import { ofType, say } from '../../helpers/forged/mutations.js';
import type { Told } from '../../helpers/forged/retell.js';
import type { Attack } from '../attack.js';
import { type Change, retoldLog } from '../retold-log.js';
import { foundByHolders, rewritten } from '../rewritten-log.js';
import { hasAll, withoutAnchor } from './unlawful-stories.js';

/**
 * The story is told differently, signed again by all, and could have happened like this. Nothing in it shows that it did
 * not: whoever kept something from before finds it, and whoever did not is told that nobody independent saw it.
 */
export const lawfulStories: readonly Attack[] = [
  retold('an event says something else', told => {
    say(ofType(told, 'evidence.collected'), { remark: 'DEMO: said afterwards' });
    return told;
  }),
  retold("an event is put into an item's past", told => {
    const assessed = ofType(told, 'evidence.safety-assessed', 1);
    const again: Told = { ...assessed, was: 'invented', payload: { ...assessed.payload } };
    const place = told.indexOf(assessed) + 1;
    return [...told.slice(0, place), again, ...told.slice(place)];
  }),
  retold('an act is back-dated by a minute, and its time received', told => {
    const certified = ofType(told, 'evidence.certified');
    const occurred = certified.payload.body.occurred as JsonMembers;
    say(certified, { occurred: { ...occurred, at: minuteBefore(String(occurred.at)) } });
    certified.payload = { ...certified.payload, at: minuteBefore(String(certified.payload.at)) };
    certified.receivedAt -= 60_000;
    return told;
  }),
  retold(
    'the key of an officer is replaced, and all that he signed is signed with it',
    (told, { log, use }) => {
      const registered = ofType(told, 'officer.key-registered');
      const officer = String(registered.payload.subject).slice('officer/'.length);
      const key = newForgedKey('ES256');
      use(key);
      say(registered, { jwk: key.jwk, pop: forgeProofOfPossession(log.origin, officer, key) });
      for (const event of told) {
        if ((event.payload.actor as JsonMembers).officer === officer) event.kid = key.kid;
      }
      return told;
    },
  ),
  retold('an officer who has not signed anything yet never was, nor the anchor after him', told => {
    const idle = told.find(
      ({ payload }) => payload.type === 'officer.registered' && isIdle(told, payload.subject),
    );
    return withoutAnchor(told).filter(({ payload }) => payload.subject !== idle?.payload.subject);
  }),
];

function retold(title: string, change: Change): Attack {
  return {
    title,
    has: hasAll,
    tamper: log => foundByHolders(log, rewritten(log, retoldLog(log, change))),
  };
}

function minuteBefore(time: string): string {
  return new Date(Date.parse(time) - 60_000).toISOString();
}

/** Nobody names him but the registrars, in events about him. */
function isIdle(told: readonly Told[], subject: unknown): boolean {
  const officer = String(subject).slice('officer/'.length);
  return told.every(
    ({ payload }) => payload.subject === subject || !JSON.stringify(payload).includes(officer),
  );
}
