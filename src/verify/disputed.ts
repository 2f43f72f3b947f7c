import type { Text } from '../custody/text.js';
import { formatTime } from '../log/index.js';
import type { EventWalk } from './events/event-walk.js';
import type { CompromisedKey } from './events/officers.js';
import type { SignedAct } from './events/signed-with.js';
import { earliestOf } from './witnesses.js';

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

/** Disputed events, listed and not cleared: each with what else vouches for it. */
export function* describeDisputed(walk: EventWalk): Generator<Text> {
  for (const key of walk.officers.compromised) {
    for (const event of walk.signedWith.between(key.kid, key.since, key.revoked)) {
      yield describe(key, event, walk);
    }
  }
}

function describe({ kid, since }: CompromisedKey, event: SignedAct, walk: EventWalk): Text {
  const { index, type } = event;
  const parts = [
    {
      en: `disputed event at leaf ${index} (${type}), key ${kid} compromised since leaf ${since}`,
      fr: `acte contesté à la feuille ${index} (${type}), clé ${kid} compromise depuis la feuille ${since}`,
    },
    ...describeCountersignatures(event, walk),
    describeExistence(index, walk),
  ];
  return { en: parts.map(({ en }) => en).join('; '), fr: parts.map(({ fr }) => fr).join(' ; ') };
}

/** A countersignature by a key that is disputed itself vouches for nothing. */
function describeCountersignatures(
  { countersignatures }: SignedAct,
  { officers }: EventWalk,
): readonly Text[] {
  if (countersignatures === null) return [];
  const good = countersignatures.filter(({ kid, index }) => !officers.isDisputed(kid, index)).length;
  return [{ en: `countersignatures by others: ${good}`, fr: `contreseings par d'autres : ${good}` }];
}

function describeExistence(leaf: number, { anchors }: EventWalk): Text {
  const anchor = anchors.find(({ size }) => size > leaf);
  const seen = anchor && earliestOf(anchor.seen);
  if (seen === undefined) return { en: 'no anchor covers it', fr: 'aucun ancrage ne le couvre' };
  const time = formatTime(seen.time);
  return {
    en: `the entry existed at the latest at ${time} (cosigned by log witness ${seen.witness}, a computer); this does not show who used the key`,
    fr: `l'inscription existait au plus tard à ${time} (cosignée par le cosignataire du journal ${seen.witness}, un ordinateur) ; cela ne montre pas qui s'est servi de la clé`,
  };
}
