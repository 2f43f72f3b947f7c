import type { ActRead, MatterKind, MatterRead } from '../contents-reading.js';
import { examinationFacts } from './examination-facts.js';
import type { Fact } from './fact.js';
import { holdFacts } from './hold-facts.js';
import { informationFacts } from './information-facts.js';
import { pieceFacts } from './piece-facts.js';
import { releaseFacts } from './release-facts.js';
import { requestFacts } from './request-facts.js';

type FactsOf = (acts: readonly ActRead[]) => readonly Fact[];

/** What a reader asks first of each kind of matter. */
const factsByKind: Readonly<Record<MatterKind, FactsOf>> = {
  request: requestFacts,
  release: releaseFacts,
  information: informationFacts,
  examination: examinationFacts,
  hold: holdFacts,
};

/** What a reader asks first of it; of what may be a piece of a release, also under which decision it goes. */
export function matterFacts({ kind, acts, state }: MatterRead): readonly Fact[] {
  const isPiece = kind === 'information' || kind === 'examination';
  return [...factsByKind[kind](acts), ...(isPiece && state !== null ? pieceFacts(state) : [])];
}
