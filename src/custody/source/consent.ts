import { formatTime } from '../../log/index.js';
import type { OrganisationClass } from '../vocabulary/institutions.js';
import type { ConsentOfSource, SourceState } from './state.js';

/** To whom something would go in which a source could be identified: a unit of the directory. */
export interface IntendedUse {
  /** UUID. */
  readonly unit: string;
  readonly class: OrganisationClass;
  readonly national: boolean;
}

const international: readonly OrganisationClass[] = ['INTERNATIONAL_COURT', 'INQUIRY'];

/**
 * RQ-64, GATE-8: the consent of a source that covers this use at this time; null: none does, and nothing in which he
 * could be identified goes there. Per use: a consent for one court covers no other, one for national authorities covers
 * no international court, and none covers another State or a panel but one that names it. What he said last about
 * consenting to nothing takes all that he said before. Days are UTC, both belong to the time.
 * @param at ms since 1970
 */
export function consentCovers(
  { consents }: Pick<SourceState, 'consents'>,
  use: IntendedUse,
  at: number,
): ConsentOfSource | null {
  const today = formatTime(at).slice(0, 'YYYY-MM-DD'.length);
  const none = consents.findLastIndex(consent => consent.use === 'NONE' && stands(consent, today));
  return consents.slice(none + 1).find(consent => stands(consent, today) && covers(consent, use)) ?? null;
}

function stands({ takenOn, validUntil, revokedOn }: ConsentOfSource, today: string): boolean {
  return (
    takenOn <= today &&
    (validUntil === null || today <= validUntil) &&
    (revokedOn === null || today < revokedOn)
  );
}

function covers(consent: ConsentOfSource, use: IntendedUse): boolean {
  switch (consent.use) {
    case 'THIS_COURT':
      return consent.unit === use.unit;
    case 'ANY_NATIONAL':
      return use.national;
    case 'INTERNATIONAL':
      return international.includes(use.class);
    case 'NONE':
      return false;
  }
}
