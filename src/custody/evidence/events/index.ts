import type { EventRule } from '../../rule.js';
import type { EvidenceState } from '../state.js';
import { evidenceCertified } from './certified.js';
import { evidenceCheckedOut } from './checked-out.js';
import { evidenceClassified } from './classified.js';
import { evidenceCollected } from './collected.js';
import { evidenceConsumed } from './consumed.js';
import { evidenceDerived } from './derived.js';
import { evidenceDestroyedInSitu } from './destroyed-in-situ.js';
import { evidenceDocumented } from './documented.js';
import { evidenceLeftInSitu } from './left-in-situ.js';
import { evidenceObtained } from './obtained.js';
import { evidencePlaced } from './placed.js';
import { evidenceReceivedFromOutside } from './received-from-outside.js';
import { evidenceRegistered } from './registered.js';
import { evidenceRenderSafeCertified } from './render-safe-certified.js';
import { evidenceReturned } from './returned.js';
import { evidenceSafetyAssessed } from './safety-assessed.js';
import { evidenceSampled } from './sampled.js';
import { evidenceSplit } from './split.js';
import { evidenceWeaponCleared } from './weapon-cleared.js';

/** Acts over one item, in the order of its life. */
export const evidenceActRules: readonly EventRule<EvidenceState>[] = [
  evidenceRegistered,
  evidenceDocumented,
  evidenceCollected,
  evidenceReceivedFromOutside,
  evidenceLeftInSitu,
  evidenceDestroyedInSitu,
  evidenceSafetyAssessed,
  evidenceRenderSafeCertified,
  evidenceCertified,
  evidenceWeaponCleared,
  evidenceSplit,
  evidenceDerived,
  evidenceSampled,
  evidenceObtained,
  evidenceConsumed,
  evidencePlaced,
  evidenceCheckedOut,
  evidenceReturned,
  evidenceClassified,
];
