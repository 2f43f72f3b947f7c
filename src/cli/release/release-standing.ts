import { grantedStatuses } from '../../custody/release/outcome.js';
import type { Text } from '../../custody/text.js';
import { releaseOutcomes } from '../../custody/vocabulary/releases.js';
import { legalStateWords } from '../../custody/vocabulary/states.js';
import { inWords } from '../../custody/vocabulary/told.js';
import { isJsonObject, type JsonObject, type JsonValue, parseTime } from '../../log/index.js';

const words = {
  undecided: { en: 'under review', fr: "en cours d'examen" },
  expired: { en: 'expired', fr: 'expirée' },
  given: { en: 'handed over', fr: 'remise faite' },
} as const satisfies Record<string, Text>;

/**
 * How a release stands, in words: what was decided of its pieces (one word where it is the same of all), whether that has run
 * out, and whether anything was given under it.
 * @param facts members of its summary, and of its state where that may be read
 * @param now ms since 1970
 */
export function releaseStanding(
  { items = null, outcome = null, validUntil = null, given }: JsonObject,
  now: number,
): Text {
  const statuses = isJsonObject(items) ? [...new Set(Object.values(items).map(String))].sort() : [];
  const told = statuses.length === 0 ? [ofOutcome(outcome)] : statuses.map(inWords(legalStateWords));
  const granted =
    statuses.length === 0 || statuses.some(status => grantedStatuses.some(one => one === status));
  const hasRunOut = granted && typeof validUntil === 'string' && parseTime(validUntil) <= now;
  const all = [...told, ...(hasRunOut ? [words.expired] : []), ...(given === true ? [words.given] : [])];
  return { en: all.map(({ en }) => en).join(', '), fr: all.map(({ fr }) => fr).join(', ') };
}

/** What a summary tells: the word of the last decision, which may be about some pieces alone. */
function ofOutcome(outcome: JsonValue): Text {
  return outcome === null ? words.undecided : inWords(releaseOutcomes)(String(outcome));
}
