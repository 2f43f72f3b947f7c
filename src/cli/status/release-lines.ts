import type { ReleaseOnItem } from '../../custody/evidence/state.js';
import { grantedStatuses } from '../../custody/release/outcome.js';
import type { Language } from '../../custody/text.js';
import { legalStateWords } from '../../custody/vocabulary/states.js';
import { parseTime } from '../../log/index.js';

/** Every release of an item: its status now, for whom, what for and from when until when; `–` where there is none. */
export function releaseLines(
  legal: Readonly<Record<string, ReleaseOnItem>>,
  now: number,
  language: Language,
): readonly string[] {
  const releases = Object.values(legal);
  const heading = language === 'fr' ? 'Autorisations de remise' : 'Releases';
  const colon = language === 'fr' ? ' :' : ':';
  if (releases.length === 0) return [`${heading}${colon} ${legalStateWords.NOT_REQUESTED[language]}`];
  return [`${heading}${colon}`, ...releases.map(release => `  ${releaseLine(release, now, language)}`)];
}

function releaseLine(release: ReleaseOnItem, now: number, language: Language): string {
  const { recipientUnit, recipientCapacity, purpose, validFrom, validUntil } = release;
  const french = language === 'fr';
  const validity =
    validFrom === null || validUntil === null
      ? ''
      : `, ${french ? 'du' : 'from'} ${validFrom} ${french ? 'au' : 'until'} ${validUntil}`;
  const recipient = `${recipientCapacity}, ${french ? 'unité' : 'unit'} ${recipientUnit}`;
  return `${statusNow(release, now, language)} (${purpose})${validity} → ${recipient}`;
}

/** EXPIRED is not stored (domain.md C.2): it is a decision past its date; nor is one whose time has not come. */
function statusNow(
  { status, validFrom, validUntil }: ReleaseOnItem,
  now: number,
  language: Language,
): string {
  const told = legalStateWords[status][language];
  if (!grantedStatuses.includes(status)) return told;
  const french = language === 'fr';
  if (validUntil !== null && parseTime(validUntil) <= now) {
    return `${french ? 'EXPIRÉE' : 'EXPIRED'}, ${told}`;
  }
  const early = validFrom !== null && now < parseTime(validFrom);
  return early ? `${french ? 'PAS ENCORE EN VIGUEUR' : 'NOT YET IN FORCE'}, ${told}` : told;
}
