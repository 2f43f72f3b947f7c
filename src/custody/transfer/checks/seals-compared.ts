import type { EvidenceState, SealOnItem, SealStatus } from '../../evidence/state.js';
import { refuse, refuseIf, type Violation } from '../../violation.js';
import { unbrokenStatuses } from '../../vocabulary/seals.js';

/** One seal of the manifest and what the receiver reads in its place. */
export interface SealCompared {
  readonly number: string;
  readonly found: string | null;
  readonly status: SealStatus;
}

/** GATE-4, RQ-21: every seal of the record is compared, and what is said of it holds together. */
export function checkSealsCompared(
  { number, seal }: EvidenceState,
  compared: readonly SealCompared[],
): readonly Violation[] {
  const missing = seal !== null && !compared.some(entry => entry.number === seal.number);
  return [
    ...refuseIf(missing, 'transfer.seal-not-compared', '/body/seals', { number, seal: seal?.number ?? '' }),
    ...compared.flatMap((entry, position) =>
      isCoherent(entry)
        ? []
        : [
            refuse('transfer.seal-finding-incoherent', `/body/seals/${position}`, {
              number,
              seal: entry.number,
              found: entry.found ?? '–',
              status: entry.status,
            }),
          ],
    ),
  ];
}

/**
 * Is every seal as it was handed over: none missing, none added? A seal that the record calls opened or damaged
 * already, found in the same state, is no news.
 */
export function sealsAsHandedOver(seal: SealOnItem | null, compared: readonly SealCompared[]): boolean {
  const [only, ...others] = compared;
  if (seal === null) return only === undefined;
  const expected = unbrokenStatuses.includes(seal.status) ? 'VERIFIED_INTACT' : seal.status;
  return others.length === 0 && only?.number === seal.number && only.status === expected;
}

/** The receiver himself finds the seal of the record unbroken. */
export function foundUnbroken(seal: SealOnItem | null, compared: readonly SealCompared[]): boolean {
  return compared.some(({ number, status }) => number === seal?.number && status === 'VERIFIED_INTACT');
}

/**
 * The one state that says most of what was found; a seal more than was handed over, or an unbroken one where
 * the record knows a broken one, is another seal.
 */
export function sealAsFound(seal: SealOnItem | null, compared: readonly SealCompared[]): SealStatus | null {
  const worst = compared.find(({ status }) => status !== 'VERIFIED_INTACT') ?? compared[0];
  if (worst === undefined) return null;
  const another = worst.status === 'VERIFIED_INTACT' && !sealsAsHandedOver(seal, compared);
  return another ? 'NUMBER_MISMATCH' : worst.status;
}

function isCoherent({ number, found, status }: SealCompared): boolean {
  switch (status) {
    case 'VERIFIED_INTACT':
      return found === number;
    case 'NUMBER_MISMATCH':
      return found !== null && found !== number;
    case 'MISSING':
    case 'UNREADABLE':
      return found === null;
    default:
      return true;
  }
}
