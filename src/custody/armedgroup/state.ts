import type { RestatableState } from '../common/restatable.js';
import type { ArmedGroupStated } from './facts.js';

export type ArmedGroupState = RestatableState & ArmedGroupStated;
