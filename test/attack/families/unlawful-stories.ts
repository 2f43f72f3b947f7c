import type { JsonMembers } from '../../helpers/forged/bytes.js';
import { ForgedLog } from '../../helpers/forged/forged-log.js';
import { type ForgedKey, forgeProofOfPossession, newForgedKey } from '../../helpers/forged/keys.js';
import { aboutAuthority, aboutCustody, ofType, say, seconded } from '../../helpers/forged/mutations.js';
import type { Told } from '../../helpers/forged/retell.js';
import { forgedBag } from '../../helpers/forged/write-bag.js';
import type { Attack } from '../attack.js';
import { filesIn } from '../attacked-log.js';
import { type Change, type Forger, retoldLog } from '../retold-log.js';
import { foundByAnybody, rewritten } from '../rewritten-log.js';

type Check = 'role' | 'key' | 'group' | 'rules';

export const hasAll = "everything but the witness: the key of the log and every officer's";

/** The story is told differently and signed again by all. What it tells, nobody would have let in. */
export const unlawfulStories: readonly Attack[] = [
  ofMutation('a role is granted after it was used', 'role'),
  ofMutation('a registrar acts alone', 'role'),
  ofMutation('a registrar gives a role to himself', 'role'),
  ofMutation('a key is registered a second time, for another', 'key'),
  ofMutation('the same officer countersigns what he did', 'group'),
  ofMutation('the witness of a collection is left out', 'rules'),
  ofMutation('an item is received that never departed', 'rules'),
  ofMutation('an item is received that was never offered', 'rules'),
  ofMutation('a group event without one of its items', 'group'),
  ofMutation('an item event that its manifest does not list', 'group'),
  ofMutation('what an item says is changed after both sides signed for it', 'rules'),
  ofMutation('a handover without a decision', 'rules'),
  ofMutation('an item is collected twice', 'rules'),
  toldAs(
    'a registrar gives an officer a key of his own, and seconds it with that key',
    'group',
    'officer.countersigned',
    (told, forger) => {
      const { act, second, key, holder } = secondKey(told, forger);
      return [...told, act, { ...second, kid: key.kid, payload: { ...second.payload, actor: holder } }];
    },
  ),
  toldAs(
    'a registrar gives an officer a key of his own, alone',
    'role',
    'officer.key-registered',
    (told, forger) => [...told, secondKey(told, forger).act],
  ),
  toldAs(
    'a registrar gives an officer the key that is his own already',
    'key',
    'officer.key-registered',
    (told, forger) => {
      const { act, second } = secondKey(told, forger);
      const founders = told[0]?.payload.body.founders as readonly JsonMembers[];
      say(act, { jwk: founders[0]?.jwk ?? null });
      return [...told, act, second];
    },
  ),
  {
    title: 'founders are invented',
    has: hasAll,
    tamper(log) {
      const forged = retoldLog(log, (told, forger) => inventFounders(told, forger, log.origin));
      return foundByAnybody(log, rewritten(log, forged), { check: 'key', where: 0 });
    },
  },
  {
    title: 'founders are invented, and a log of their own',
    has: hasAll,
    tamper(log) {
      const origin = `${log.origin.split('/')[0]}/${'A'.repeat(22)}`;
      const forged = retoldLog(log, (told, forger) => inventFounders(told, forger, origin));
      const other = new ForgedLog(origin, log.logKey, [], log.salts);
      for (const event of forged) other.lay(event);
      const given = forgedBag(other, { files: filesIn(log.whole) });
      const found = { check: 'checkpoint', where: 'checkpoint' } as const;
      const { policy, relaidWhole: untampered } = log;
      return [{ of: 'the whole log', given, held: 'the policy', policy, found, untampered }];
    },
  },
];

function ofMutation(title: string, check: Check): Attack {
  const mutation = [...aboutAuthority, ...aboutCustody].find(one => one.title === title);
  if (mutation === undefined) throw new Error(`there is no mutation ${title}`);
  const [type] = mutation.found;
  return toldAs(title, check, type, mutation.change);
}

/** @param type of the event at which it is found */
function toldAs(title: string, check: Check, type: string, change: Change): Attack {
  return {
    title,
    has: hasAll,
    tamper(log) {
      const forged = retoldLog(log, (told, forger) => withoutAnchor(change(told, forger)));
      return foundByAnybody(log, rewritten(log, forged), { check, where: { type } });
    },
  };
}

/** An anchor says how many leaves were before it: who leaves out some leaves it out too. */
export function withoutAnchor(told: readonly Told[]): readonly Told[] {
  return told.filter(({ payload }) => payload.type !== 'log.anchored');
}

/** One more key of an officer, registered at the end of the story by the registrars of his first. */
function secondKey(told: readonly Told[], { log, use }: Forger) {
  const first = ofType(told, 'officer.key-registered', 3);
  const receivedAt = told.at(-1)?.receivedAt ?? 0;
  const key = newForgedKey('ES256');
  use(key);
  const officer = String(first.payload.subject).slice('officer/'.length);
  const body = { jwk: key.jwk, pop: forgeProofOfPossession(log.origin, officer, key) };
  const act: Told = { ...first, was: 'second key', receivedAt, payload: { ...first.payload, body } };
  const { payload, ...seconds } = seconded(told, first);
  const second: Told = {
    ...seconds,
    was: 'second key seconded',
    receivedAt,
    payload: { ...payload, refs: [act.was], body: { ...payload.body, eventId: act.was } },
  };
  const signed = told.find(event => (event.payload.actor as JsonMembers).officer === officer);
  return { act, second, key, holder: signed?.payload.actor ?? null };
}

/** Other people founded the log and signed whatever the founders signed. */
function inventFounders(told: readonly Told[], { use }: Forger, origin: string): readonly Told[] {
  const [opened] = told;
  const founders = (opened?.payload.body.founders ?? []) as readonly JsonMembers[];
  const kids = [...new Set(told.slice(0, founders.length).map(({ kid }) => kid))];
  const keys = new Map<string, ForgedKey>(kids.map(kid => [kid, newForgedKey('ES256')]));
  const made = [...keys.values()];
  for (const key of made) use(key);
  const invented = founders.map(({ officer }, place) => {
    const key = made[place] ?? newForgedKey('ES256');
    return {
      officer: officer ?? null,
      jwk: key.jwk,
      pop: forgeProofOfPossession(origin, String(officer), key),
    };
  });
  if (opened !== undefined) say(opened, { founders: invented });
  for (const event of told) {
    event.kid = keys.get(event.kid)?.kid ?? event.kid;
    event.payload = { ...event.payload, log: origin };
  }
  return told;
}
