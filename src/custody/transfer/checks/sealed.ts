import type { EvidenceState } from '../../evidence/state.js';
import { refuseIf, type Violation } from '../../violation.js';
import { unbrokenStatuses } from '../../vocabulary/seals.js';

/** What a line of a manifest says of the seal. */
export interface SealOfLine {
  readonly sealNumber: string | null;
  readonly sealException: string | null;
}

/** RQ-24: what travels is sealed and its seal unbroken, or the line says why it is not; the number is that of the record. */
export function checkSealOfLine(
  { number, seal }: EvidenceState,
  { sealNumber, sealException }: SealOfLine,
): readonly Violation[] {
  const sealed = seal !== null && unbrokenStatuses.includes(seal.status);
  return [
    ...refuseIf(sealNumber !== (seal?.number ?? null), 'transfer.seal-not-of-record', '/body/sealNumber', {
      number,
      stated: sealNumber ?? '–',
      recorded: seal?.number ?? '–',
    }),
    ...refuseIf(!sealed && sealException === null, 'transfer.not-sealed', '/body/sealException', {
      number,
      status: seal?.status ?? '–',
    }),
  ];
}
