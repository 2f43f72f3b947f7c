import type { CommonState } from '../common/state.js';
import type { TransferKind } from '../vocabulary/transfers.js';
import type { ContainerFoundOf, ContainerOf } from './container.js';

export const transferStages = [
  'OFFERED',
  'DEPARTED',
  'PARTLY_RECEIVED',
  'RECEIVED',
  'REFUSED',
  'RECALLED',
  'RETURNED',
] as const;
export type TransferStage = (typeof transferStages)[number];

/** Where one item of the manifest stands in this transfer. */
const lineStatuses = [
  'OFFERED',
  'DEPARTED',
  'RECEIVED',
  /** Refused before it left: with the giver, and out of the transfer. */
  'REFUSED',
  /** Refused on arrival: with the courier, until it is returned or offered anew. */
  'REFUSED_ON_ARRIVAL',
  'RETURNED',
  'RECALLED',
] as const;
export type LineStatus = (typeof lineStatuses)[number];

export interface Side {
  /** Null for a national receiver without key. */
  readonly officer: string | null;
  /** Null for an outgoing custodian who could not sign. */
  readonly role: string | null;
  readonly capacity: string;
  readonly unit: string | null;
  readonly site: string | null;
  readonly store: string | null;
}

/** One courier's leg: from when, under which event, and how he found the container. */
export interface Leg {
  readonly courier: string;
  readonly since: string;
  readonly reference: string;
  readonly container: ContainerFoundOf | null;
  readonly event: string;
}

export interface TransferState extends CommonState {
  readonly kind: TransferKind;
  readonly stage: TransferStage;
  /** Number of the manifest; of the inventory for a change of custodian. */
  readonly manifest: string;
  readonly giver: Side;
  readonly receiver: Side;
  readonly release: string | null;
  readonly container: ContainerOf | null;
  /** Null for a change of custodian. */
  readonly plannedDeparture: string | null;
  readonly plannedArrival: string | null;
  readonly begunAt: string;
  readonly legs: readonly Leg[];
  /** By UUID of the item. */
  readonly lines: Readonly<Record<string, LineStatus>>;
}

const open: readonly LineStatus[] = ['OFFERED', 'DEPARTED'];

/** Items the receiver has not answered for. What he refused on arrival is told by the item itself. */
export function openLines({ lines }: TransferState): readonly string[] {
  return Object.keys(lines).filter(item => open.includes(lines[item] ?? 'RECEIVED'));
}

/** The stage of a transfer follows from its lines alone. */
export function stageOf(lines: TransferState['lines']): TransferStage {
  const statuses = Object.values(lines);
  const some = (status: LineStatus) => statuses.includes(status);
  const every = (status: LineStatus) => statuses.every(line => line === status);
  if (every('RECEIVED')) return 'RECEIVED';
  if (some('RECEIVED')) return 'PARTLY_RECEIVED';
  if (some('DEPARTED')) return 'DEPARTED';
  if (some('OFFERED')) return 'OFFERED';
  if (every('RECALLED')) return 'RECALLED';
  if (every('RETURNED')) return 'RETURNED';
  return 'REFUSED';
}

/** The state with a new status of the items that an act lists. */
export function withLines(
  state: TransferState,
  items: readonly { readonly subject: string }[],
  status: (before: LineStatus | undefined) => LineStatus,
): TransferState {
  const changed = items.map(({ subject }) => {
    const item = itemOf(subject);
    return [item, status(state.lines[item])] as const;
  });
  const lines = { ...state.lines, ...Object.fromEntries(changed) };
  return { ...state, lines, stage: stageOf(lines) };
}

/** UUID of an item named by its subject. */
export function itemOf(subject: string): string {
  return subject.slice(subject.indexOf('/') + 1);
}
