import type { ActRead, MatterKind } from '../contents-reading.js';
import { examinationFacts } from './examination-facts.js';
import type { Fact } from './fact.js';
import { holdFacts } from './hold-facts.js';
import { informationFacts } from './information-facts.js';
import { releaseFacts } from './release-facts.js';
import { requestFacts } from './request-facts.js';

type FactsOf = (acts: readonly ActRead[]) => readonly Fact[];

/** What a reader asks first of each kind of matter. */
export const matterFacts: Readonly<Record<MatterKind, FactsOf>> = {
  request: requestFacts,
  release: releaseFacts,
  information: informationFacts,
  examination: examinationFacts,
  hold: holdFacts,
};
