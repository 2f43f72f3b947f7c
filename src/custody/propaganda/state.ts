import type { RestatableState } from '../common/restatable.js';
import type { PropagandaStated } from './facts.js';

export type PropagandaState = RestatableState & PropagandaStated;
