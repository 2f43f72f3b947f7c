import type { Text } from '../custody/text.js';
import { type Covered, type FirstCovering, indexCovered } from './covered.js';
import type { EventWalk } from './events/event-walk.js';
import type { CompromisedKey, LostKey } from './events/officers.js';
import type { SignedAct } from './events/signed-with.js';
import { tellTime } from './events/times.js';
import { type Vouched, vouchedWords } from './witnesses.js';

/** A key that was said to be in other hands, and what it signed meanwhile (log-format section 8). */
export interface DisputedKey {
  readonly kid: string;
  /** UUID. */
  readonly officer: string;
  /** Leaf from which on. */
  readonly since: number;
  /** Events inside, one or more. */
  readonly events: number;
}

/** Each key whose events inside are disputed. */
export function listDisputedKeys({ officers, signedWith }: EventWalk): readonly DisputedKey[] {
  return officers.compromised
    .map(({ kid, officer, since, revoked }) => {
      return { kid, officer, since, events: signedWith.between(kid, since, revoked).length };
    })
    .filter(({ events }) => events > 0);
}

/** A key that was reported lost, and how much it had signed. */
export interface LostKeyTold extends LostKey {
  /** Of the events inside that it signed before, one or more, in log order. */
  readonly leaves: readonly number[];
}

/** Each key reported lost that signed events inside before. */
export function listLostKeys({ officers, signedWith }: EventWalk): readonly LostKeyTold[] {
  return officers.lost
    .map(key => ({ ...key, leaves: signedWith.between(key.kid, 0, key.leaf).map(({ index }) => index) }))
    .filter(({ leaves }) => leaves.length > 0);
}

/**
 * Disputed events, listed and not cleared: each with what else vouches for it.
 * @param covered trees that are shown to be of this log and that others had seen
 */
export function* describeDisputed(walk: EventWalk, covered: readonly Covered[]): Generator<Text> {
  const firstCovering = indexCovered(covered);
  for (const key of walk.officers.compromised) {
    for (const event of walk.signedWith.between(key.kid, key.since, key.revoked)) {
      yield describe(key, event, walk, firstCovering);
    }
  }
}

function describe(
  { kid, since }: CompromisedKey,
  event: SignedAct,
  { officers }: EventWalk,
  firstCovering: FirstCovering,
): Text {
  const { index, type } = event;
  const lost = officers.lostAfter(kid, index);
  const parts = [
    {
      en: `disputed event at leaf ${index} (${type}), key ${kid} compromised since leaf ${since}`,
      fr: `acte contesté à la feuille ${index} (${type}), clé ${kid} compromise depuis la feuille ${since}`,
    },
    ...(lost === undefined ? [] : [describeLost(lost)]),
    ...describeCountersignatures(event, officers),
    describeExistence(firstCovering(index)),
  ];
  return { en: parts.map(({ en }) => en).join('; '), fr: parts.map(({ fr }) => fr).join(' ; ') };
}

function describeLost({ leaf }: LostKey): Text {
  return {
    en: `the key was reported lost at leaf ${leaf}`,
    fr: `la clé fut déclarée perdue à la feuille ${leaf}`,
  };
}

/** A countersignature by a key that is disputed itself vouches for nothing; one by a key lost later for less. */
function describeCountersignatures(
  { countersignatures }: SignedAct,
  officers: EventWalk['officers'],
): readonly Text[] {
  if (countersignatures === null) return [];
  const good = countersignatures.filter(({ kid, index }) => !officers.isDisputed(kid, index));
  const lost = good.filter(({ kid, index }) => officers.lostAfter(kid, index) !== undefined).length;
  const ofLost: Text =
    lost === 0
      ? { en: '', fr: '' }
      : {
          en: ` (${lost} of them by a key that was reported lost later)`,
          fr: ` (dont ${lost} par une clé déclarée perdue plus tard)`,
        };
  return [
    {
      en: `countersignatures by others: ${good.length}${ofLost.en}`,
      fr: `contreseings par d'autres : ${good.length}${ofLost.fr}`,
    },
  ];
}

function describeExistence(seen: Vouched | undefined): Text {
  if (seen === undefined) {
    return {
      en: 'no checkpoint that a quorum has seen covers it',
      fr: 'aucun point de contrôle vu par un quorum ne le couvre',
    };
  }
  const time = tellTime(seen.time);
  const by = vouchedWords(seen);
  return {
    en: `the entry existed at the latest at ${time} (${by.en}); this does not show who used the key`,
    fr: `l'inscription existait au plus tard à ${time} (${by.fr}) ; cela ne montre pas qui s'est servi de la clé`,
  };
}
