import type { Attack } from '../attack.js';
import type { AttackedLog } from '../attacked-log.js';
import { goingOn } from '../going-on.js';
import { foundByAll, foundByHolders, rewritten, unseen, written } from '../rewritten-log.js';
import type { StolenEvent } from '../stolen.js';
import { middleOf } from './edited-rows.js';

const has = 'the tables, the vault and the key of the log';

/** The operator makes the tree anew and signs it with the real key. The events are those that officers signed. */
export const rearrangedLeaves: readonly Attack[] = [
  {
    title: 'an event in the middle is left out, and the tree made anew',
    has,
    tamper(log) {
      const { event, next } = middleOf(log);
      const told = rewritten(
        log,
        log.events.filter(one => one !== event),
      );
      return foundByAll(log, told, { check: 'sequence', where: next.index - 1 });
    },
  },
  {
    title: 'two events of one item change places',
    has,
    tamper(log) {
      const { event, next } = middleOf(log);
      const told = rewritten(log, exchanged(log.events, event, next));
      return foundByAll(log, told, { check: 'sequence', where: event.index });
    },
  },
  {
    title: 'an entry stands before the clearance that it names',
    has,
    tamper(log) {
      const entered = log.events.find(
        ({ type, index }) => type === 'visit.entered' && log.events[index - 1]?.type === 'scene.cleared',
      );
      const cleared = log.events[(entered?.index ?? 0) - 1];
      if (entered === undefined || cleared === undefined) throw new Error('the story is another');
      const told = rewritten(log, exchanged(log.events, cleared, entered));
      return foundByAll(log, told, { check: 'group', where: cleared.index });
    },
  },
  {
    title: 'that an item was destroyed is left out, and the anchor after it',
    has,
    tamper(log) {
      const gone = log.events.find(({ type }) => type === 'evidence.destroyed-in-situ');
      const left = log.events.filter(
        ({ subject, seq, type }) => (subject !== gone?.subject || seq < gone.seq) && type !== 'log.anchored',
      );
      return foundByHolders(log, rewritten(log, left));
    },
  },
  {
    title: 'two events that do not concern each other change places',
    has,
    tamper(log) {
      const [first, second] = log.events.filter(({ type }) => type === 'evidence.certified');
      if (first === undefined || second === undefined) throw new Error('the story is another');
      return foundByHolders(log, rewritten(log, exchanged(log.events, first, second)));
    },
  },
  {
    title: 'the tail is cut, and the shorter log signed with the real key',
    has,
    tamper(log) {
      const told = rewritten(log, log.events.slice(0, lastReceipt(log).index));
      const common = { of: 'the whole log', given: written(log, told), untampered: log.relaidWhole };
      const { policy, plainPolicy, latest } = log;
      return [
        { ...common, held: 'a policy without a witness', policy: plainPolicy, found: unseen },
        { ...common, held: 'the policy', policy, found: unseen },
        {
          ...common,
          held: 'the latest witnessed checkpoint',
          policy,
          known: [latest],
          found: { notProven: [/^no quorum/, /^checkpoint held 1: could not be compared/] },
        },
      ];
    },
  },
  {
    title: 'the tail is cut, and the log goes on without it',
    has: 'the tables, the vault, the key of the log and both registrars',
    tamper(log) {
      const kept = log.events.slice(0, lastReceipt(log).index);
      const told = rewritten(log, [...kept, ...goingOn(log, log.events.length - kept.length)]);
      const common = { of: 'the whole log', given: written(log, told), untampered: log.relaidWhole };
      const { policy, plainPolicy, latest } = log;
      return [
        { ...common, held: 'a policy without a witness', policy: plainPolicy, found: unseen },
        { ...common, held: 'the policy', policy, found: unseen },
        {
          ...common,
          held: 'the latest witnessed checkpoint',
          policy,
          known: [latest],
          found: { check: 'consistency', where: `consistency/${log.events.length}` },
        },
      ];
    },
  },
];

function exchanged(
  events: readonly StolenEvent[],
  one: StolenEvent,
  other: StolenEvent,
): readonly StolenEvent[] {
  return events.map(event => (event === one ? other : event === other ? one : event));
}

/** The last transfer was received: what comes from there on is cut. */
function lastReceipt({ events }: AttackedLog): StolenEvent {
  const found = events.findLast(({ type }) => type === 'transfer.received');
  if (found === undefined) throw new Error('the story is another');
  return found;
}
