import type { ForgedKey } from '../helpers/forged/keys.js';
import { retell, type Told } from '../helpers/forged/retell.js';
import type { AttackedLog } from './attacked-log.js';
import type { Laid } from './rewritten-log.js';

/** Tells the story of the log differently. @returns its events, with the leaves of those that stayed as they were */
export type Change = (told: Told[], forger: Forger) => readonly Told[];

/** Whoever has every officer's key, and makes others where he needs them. */
export interface Forger {
  readonly log: AttackedLog;
  /** A key that he made is used under its thumbprint from then on. */
  use(key: ForgedKey): void;
}

export function retoldLog(log: AttackedLog, change: Change): readonly Laid[] {
  const made = new Map<string, ForgedKey>();
  const forger = { log, use: (key: ForgedKey) => void made.set(key.kid, key) };
  const leaves = new Map(log.events.map(({ jws, leaf }) => [jws, leaf]));
  const told = retell(
    log.events,
    events => change(events, forger),
    kid => made.get(kid) ?? log.keyOf(kid),
  );
  return told.map(event => {
    const leaf = leaves.get(event.jws);
    return leaf === undefined ? event : { ...event, leaf };
  });
}
