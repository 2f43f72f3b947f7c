import { FormatError } from './error.js';

/** An event as it is submitted: the JWS and the disclosures of its withheld claims. */
export interface Submission {
  readonly jws: string;
  readonly disclosures: readonly string[];
}

/**
 * Splits `jws` or `jws~disclosure~disclosure~` (log-format section 2). Neither part is read here.
 * @throws {FormatError} `disclosure`
 */
export function splitSubmission(text: string): Submission {
  const [jws = '', ...rest] = text.split('~');
  if (rest.length === 0) return { jws, disclosures: [] };
  const disclosures = rest.slice(0, -1);
  if (rest.at(-1) !== '' || disclosures.length === 0 || disclosures.includes('')) {
    throw new FormatError('disclosure', 'expected jws~disclosure~ with a tilde after each disclosure');
  }
  return { jws, disclosures };
}

export function joinSubmission({ jws, disclosures }: Submission): string {
  return [jws, ...disclosures].join('~') + (disclosures.length > 0 ? '~' : '');
}
