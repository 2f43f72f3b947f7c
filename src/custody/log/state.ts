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
  /** Verifier key that signs now. */
  readonly logKey: string;
  /** Keys before it, oldest first; `until` is the leaf index of the rotation that followed. Absent: none. */
  readonly formerLogKeys?: readonly { readonly logKey: string; readonly until: number }[];
  readonly founders: readonly Founder[];
  /** The SOP in force: the last one adopted. */
  readonly sop: SopReference;
  /** The last cosigned checkpoint that the log names, and when it did (ms since 1970). Absent: none yet. */
  readonly anchored?: { readonly size: number; readonly receivedAt: number };
  /** Where the access log stood when the log named it last. Absent: not yet. */
  readonly accessAnchored?: { readonly count: number; readonly head: string; readonly receivedAt: number };
  /** Migrations of the database that the log tells of. Absent: none yet. */
  readonly migrated?: readonly string[];
}
