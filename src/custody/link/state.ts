import type { RestatableState } from '../common/restatable.js';
import type { LinkStated } from './facts.js';

export type LinkState = RestatableState & LinkStated;
