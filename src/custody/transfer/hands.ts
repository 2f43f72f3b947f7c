import type { EvidenceState } from '../evidence/state.js';

/** Whose hands an item went through in the transfer it is in, with those it leaves now: the giver first, each once. */
export function handsSoFar({ transit, custody }: EvidenceState): readonly string[] {
  const hands = [...(transit?.hands ?? []), ...(custody === null ? [] : [custody.officer])];
  return [...new Set(hands)];
}
