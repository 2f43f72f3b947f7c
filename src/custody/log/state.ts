import type { PublicJwk } from '../../log/index.js';
import type { CommonState } from '../common/state.js';

export interface SopReference {
  readonly id: string;
  readonly version: number;
  readonly sha256: string;
}

export interface Founder {
  readonly officer: string;
  readonly kid: string;
  readonly jwk: PublicJwk;
}

export interface LogState extends CommonState {
  /** `event_id` of `log.opened`: the grant of every founder's role REG. */
  readonly opened: string;
  /** Time received of leaf 0: a founder holds REG from then on. */
  readonly openedAt: number;
  readonly logKey: string;
  readonly founders: readonly Founder[];
  /** The SOP in force: the last one adopted. */
  readonly sop: SopReference;
}
