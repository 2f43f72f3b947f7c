import { randomBytes } from 'node:crypto';
import type { ForgedLeaf } from '../../helpers/forged/forged-log.js';
import { cosignatureLine } from '../../helpers/forged/keys.js';
import { forgedBag } from '../../helpers/forged/write-bag.js';
import type { Attack, Found } from '../attack.js';
import { type AttackedLog, filesIn } from '../attacked-log.js';
import { emptyLike, foundByAll, foundByAnybody } from '../rewritten-log.js';
import { middleOf } from './edited-rows.js';

const minute = 60_000;
const has = 'the tables, the vault and the key of the log';

/** Leaves whose fields are not those of the event, and times. The tree is made anew and signed with the real key. */
export const forgedLeaves: readonly Attack[] = [
  inLeaf('a leaf bears the tag of another subject', 'leaf', log => ({
    subjectTag: log.relaid.tagOf(`evidence/${log.item}x`),
  })),
  inLeaf('a leaf bears another place in the history', 'leaf', () => ({ seq: 77 })),
  inLeaf('a leaf follows another leaf', 'prev-leaf', () => ({ prevLeaf: randomBytes(32) })),
  inLeaf('a leaf is of another event', 'leaf', () => ({ jwsHash: randomBytes(32) })),
  inLeaf('the time received runs backwards', 'leaf', (log, index) => ({
    receivedAt: (log.events[index - 1]?.receivedAt ?? 0) - 1,
  })),
  {
    title: 'everything from the anchor on is back-dated',
    has,
    tamper(log) {
      const { index } = log.anchor;
      const earlier = log.events[index - 1]?.receivedAt ?? 0;
      const told = emptyLike(log);
      for (const event of log.events) {
        if (event.index < index) told.layAgain(event, event.leaf);
        else told.lay(event, { receivedAt: earlier, salt: event.leaf.subarray(1, 33) });
      }
      const [plain, ...others] = foundByAll(log, told, { check: 'leaf', where: index + 1 });
      if (plain === undefined) throw new Error('nobody looks at it');
      // Without the anchor's witness: the officers' own times tell.
      return [{ ...plain, found: { check: 'rules', where: index + 1 } }, ...others];
    },
  },
  {
    title: 'the last event is said to have been received an hour after the witness saw it',
    has,
    tamper(log) {
      const told = emptyLike(log);
      const last = log.events.length - 1;
      for (const [index, event] of log.events.entries()) {
        if (index < last) told.layAgain(event, event.leaf);
        else told.lay(event, { receivedAt: event.receivedAt + 60 * minute });
      }
      const text = told.checkpoint(told.size, []);
      const seen = Math.floor((log.events[last]?.receivedAt ?? 0) / 1000);
      const { name, key } = log.witness;
      const cosigned = `${text}${cosignatureLine(name, key, text.slice(0, text.indexOf('\n\n') + 1), seen)}`;
      const given = forgedBag(told, { files: filesIn(log.whole), checkpoint: cosigned });
      const found: Found = { check: 'leaf', where: last };
      return [
        {
          of: 'the whole log',
          given,
          held: 'the policy',
          policy: log.policy,
          found,
          untampered: log.relaidWhole,
        },
      ];
    },
  },
];

/** One leaf of the item is forged, those after it fit. */
function inLeaf(
  title: string,
  check: 'leaf' | 'prev-leaf',
  forge: (log: AttackedLog, index: number) => ForgedLeaf,
): Attack {
  return {
    title,
    has,
    tamper(log) {
      const { event } = middleOf(log);
      const told = emptyLike(log);
      for (const [index, one] of log.events.entries()) {
        if (index < event.index) told.layAgain(one, one.leaf);
        else told.lay(one, index === event.index ? forge(log, index) : {});
      }
      return foundByAnybody(log, told, { check, where: event.index });
    },
  };
}
