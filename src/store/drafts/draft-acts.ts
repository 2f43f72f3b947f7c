import type { Kysely } from 'kysely';
import { type ActIntent, composeAct, Heads, type UnsignedEvent } from '../../custody/compose/compose-act.js';
import { refsOf } from '../../custody/compose/refs.js';
import { admitBody } from '../../custody/judge/admit-body.js';
import type { PlacedViolation } from '../../custody/violation.js';
import {
  type Act,
  base64urlBytes,
  base64urlText,
  FormatError,
  type GroupFault,
  parseCanonical,
  readActs,
  type SignedEvent,
} from '../../log/index.js';
import type { BatchFault } from '../appender/outcome.js';
import type { RandomBytes } from '../appender/sequence.js';
import { readVisibleSubjects } from '../readers/read-subjects.js';
import type { Reading } from '../readers/visibility.js';
import type { Database } from '../schema/index.js';
import { type JudgingParts, judgeAsSeen, type SeenJudgement } from './judge-as-seen.js';

/** What the rules would say if the acts came now, judged on what the reader may read. */
export type DraftVerdict =
  | { readonly kind: 'would-be-accepted' }
  | { readonly kind: 'would-be-refused'; readonly violations: readonly PlacedViolation[] }
  /** Something the reader knows of, and may not read, has a say in it. */
  | { readonly kind: 'cannot-tell'; readonly subjects: readonly string[] };

export type DraftOutcome =
  | {
      readonly kind: 'drafted';
      readonly events: readonly UnsignedEvent[];
      readonly verdict: DraftVerdict;
      /** Subjects whose heads were given or asked for in vain, and those whose record had a say in the verdict. */
      readonly seen: readonly string[];
    }
  | { readonly kind: 'malformed'; readonly faults: readonly BatchFault[] };

export interface DraftParts extends JudgingParts {
  readonly db: Kysely<Database>;
  readonly origin: string;
  readonly random: RandomBytes;
}

/**
 * Gives acts their place in the histories and rehearses the rules, in one read-only snapshot: nothing is written and
 * nobody waits for it. The draft is out of date as soon as somebody else acts; only the append counts.
 */
export function draftActs(
  parts: DraftParts,
  reading: Reading,
  intents: readonly ActIntent[],
): Promise<DraftOutcome> {
  return parts.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async db => {
      const heads = await readHeads(db, reading, intents);
      const composed = composeAll(parts, intents, heads);
      if ('faults' in composed) return { kind: 'malformed', faults: composed.faults };
      const { events } = composed;
      const { acts, faults } = readActs(events.map(asSigned));
      if (faults.length > 0) return { kind: 'malformed', faults: faults.map(asBatchFault) };
      const { verdict, read } = await rehearse(db, parts, reading, acts, events.map(asSigned));
      const told = verdict.kind === 'cannot-tell' ? verdict.subjects : [];
      const seen = [...new Set([...subjectsOf(intents), ...read, ...told])];
      return { kind: 'drafted', events, verdict, seen };
    });
}

type KnownHeads = ReadonlyMap<string, { readonly seq: number; readonly eventId: string }>;

/** A head that may not be seen is as if it were not there. */
async function readHeads(
  db: Kysely<Database>,
  reading: Reading,
  intents: readonly ActIntent[],
): Promise<KnownHeads> {
  const visible = await readVisibleSubjects(db, reading, subjectsOf(intents), 'summary');
  return new Map(visible.map(({ subject, seq, eventId }) => [subject, { seq, eventId }]));
}

function subjectsOf(intents: readonly ActIntent[]): readonly string[] {
  const subjects = intents.flatMap(({ subject, items }) => [subject, ...items.map(item => item.subject)]);
  return [...new Set(subjects)];
}

function composeAll(
  { origin, random }: DraftParts,
  intents: readonly ActIntent[],
  known: KnownHeads,
): { readonly events: readonly UnsignedEvent[] } | { readonly faults: readonly BatchFault[] } {
  const heads = new Heads(subject => known.get(subject));
  const newNonce = () => base64urlText(random(16));
  const events: UnsignedEvent[] = [];
  for (const intent of intents) {
    try {
      const act = composeAct(origin, withRefs(intent), heads, newNonce);
      for (const { signingInput } of act) requireReadable(signingInput);
      events.push(...act);
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      return { faults: [{ event: events.length, check: error.check, message: error.message }] };
    }
  }
  return { events };
}

/** What would not be read back once signed (fractions, half characters, too deep) is not drafted. */
function requireReadable(signingInput: string): void {
  const [, payload = ''] = signingInput.split('.');
  parseCanonical(base64urlBytes(payload, 'jcs'));
}

function withRefs(intent: ActIntent): ActIntent {
  const { type, form, body, refs } = intent;
  const items = intent.items.map(item => ({
    ...item,
    refs: refsOf(item.type, item.form, item.body, item.refs),
  }));
  return { ...intent, refs: refsOf(type, form, body, refs), items };
}

async function rehearse(
  db: Kysely<Database>,
  parts: DraftParts,
  reading: Reading,
  acts: readonly Act[],
  events: readonly SignedEvent[],
): Promise<{ readonly verdict: DraftVerdict; readonly read: readonly string[] }> {
  const formal = events.flatMap((event, position) =>
    admitBody(event, null).map(violation => ({ ...violation, event: position })),
  );
  if (formal.length > 0) return { verdict: { kind: 'would-be-refused', violations: formal }, read: [] };
  const signers = [reading.reader.officer];
  const judgement = await judgeAsSeen(db, parts, reading, { acts, events }, signers);
  return { verdict: verdictOf(judgement), read: judgement.read };
}

function verdictOf({ verdict, unreadable }: SeenJudgement): DraftVerdict {
  if (unreadable.length > 0) return { kind: 'cannot-tell', subjects: unreadable };
  if (verdict.kind === 'stale') return { kind: 'cannot-tell', subjects: [verdict.stale.subject] };
  if (verdict.kind === 'refused') return { kind: 'would-be-refused', violations: verdict.violations };
  return { kind: 'would-be-accepted' };
}

function asBatchFault({ position, message }: GroupFault): BatchFault {
  return { event: position, check: 'group', message };
}

/** The rules do not see signatures. */
function asSigned({ payload, eventId, signer: { kid, alg } }: UnsignedEvent): SignedEvent {
  return { ...payload, eventId, kid, alg, jws: '' };
}
