import type { LogPlace } from './columns.js';

export interface TracingTable extends LogPlace {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly channel: string;
  readonly addressee: string;
  readonly addressee_kind: string;
  readonly country: string | null;
  /** UUIDs of the items asked about, each once. */
  readonly items: readonly string[];
  readonly objects: number;
  readonly drafted_by: string;
  readonly classification: string;
  /** `YYYY-MM-DD`; null: a draft. */
  readonly sent_on: string | null;
  readonly due_on: string | null;
  readonly reminders: number;
  /** Class of the last answer; null: none. */
  readonly answer: string | null;
  readonly answered_on: string | null;
  /** Right of reply: NONE, OFFERED or REPLIED. */
  readonly reply: string;
  readonly reply_until: string | null;
  readonly findings: number;
  readonly strands: number;
  /** Strands of which it is said where they stop. */
  readonly stopped: number;
  readonly outcome: string | null;
}
