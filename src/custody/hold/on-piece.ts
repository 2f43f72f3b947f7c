import { refuse, type Violation } from '../violation.js';
import type { HoldScope } from '../vocabulary/holds.js';

/** What one hold says of a piece, in the history of the piece (E57). Nothing of its reason. */
export interface HoldOnPiece {
  /** Role in which it was placed: the same function lifts it. */
  readonly function: string;
  readonly scope: HoldScope;
  /** When it was placed. */
  readonly since: string;
  /** `event_id` of the piece's event that placed it. */
  readonly event: string;
  /** `event_id` of the piece's event that lifted it; null while it stands. */
  readonly lifted: string | null;
}

/** What the state of a piece holds for holds, whatever kind it is of; absent: there never was one. */
export interface HeldPiece {
  readonly number: string;
  /** By UUID of the hold. */
  readonly holds?: Readonly<Record<string, HoldOnPiece>>;
}

/** Holds that stand now, oldest first. */
export function standingHolds({ holds = {} }: Pick<HeldPiece, 'holds'>): readonly HoldOnPiece[] {
  return Object.values(holds).filter(({ lifted }) => lifted === null);
}

/**
 * E57: what is under hold is not released, and not handed over under a release that was granted before. Who placed
 * the hold lifts it; no other decision takes its place.
 */
export function checkNotHeldBack(piece: HeldPiece): readonly Violation[] {
  return standingHolds(piece)
    .filter(({ scope }) => scope !== 'DISPOSAL')
    .map(held =>
      refuse('hold.stops-release', '/subject', {
        number: piece.number,
        function: held.function,
        since: held.since,
      }),
    );
}

/** E57, GATE-14: what is held for its preservation is not used up or altered beyond recovery, by anybody's approval. */
export function checkNotHeldFromDisposal(piece: HeldPiece): readonly Violation[] {
  return standingHolds(piece)
    .filter(({ scope }) => scope !== 'RELEASE')
    .map(held =>
      refuse('hold.stops-disposal', '/subject', {
        number: piece.number,
        function: held.function,
        since: held.since,
      }),
    );
}
