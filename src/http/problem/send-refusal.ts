import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PlacedViolation } from '../../custody/violation.js';
import { FormatError, peekEvent, splitSubmission } from '../../log/index.js';
import type { AppendOutcome } from '../../store/appender/outcome.js';
import type { OpenLog } from '../../store/open-log.js';
import { readVisibleSubjects } from '../../store/readers/read-subjects.js';
import type { Reading } from '../../store/readers/visibility.js';
import { explainFault } from './batch-fault.js';
import { languageOf } from './language.js';
import { codeOfOutcome } from './problem.js';
import { sendProblem } from './send-problem.js';
import { subjectsNamed, tellViolations, valuesKnown } from './tell-violations.js';

type Refusal = Exclude<AppendOutcome, { kind: 'appended' }>;

/** A batch that was not appended, in the words of its refusal, and no more than its sender may know. */
export async function sendRefusal(
  request: FastifyRequest,
  reply: FastifyReply,
  log: OpenLog,
  submitted: readonly string[],
  outcome: Refusal,
): Promise<FastifyReply> {
  const code = codeOfOutcome[outcome.kind];
  const language = languageOf(request);
  if (outcome.kind === 'malformed') {
    return sendProblem(request, reply, code, {
      faults: outcome.faults.map(fault => explainFault(fault, language)),
    });
  }
  const { document: sop } = await log.sop();
  const reader = await request.findReader();
  const reading = reader === null ? null : { reader, sop };
  if (outcome.kind === 'stale') {
    const { event, subject, seq, head } = outcome.stale;
    const visible = reading === null ? [] : await readVisibleSubjects(log.db, reading, [subject], 'summary');
    const shown = visible.length > 0 ? { subject, ...head } : null;
    return sendProblem(request, reply, code, { stale: { event, subject, seq, head: shown } });
  }
  const { readable, subjects } = await readableBy(log, reading, submitted, outcome.violations);
  const known = valuesKnown(submitted, sop);
  const violations = tellViolations(outcome.violations, language, { known, readable, subjects });
  return sendProblem(request, reply, code, {
    detail: violations.map(({ message }) => message).join(' '),
    violations,
  });
}

async function readableBy(
  { db }: OpenLog,
  reading: Reading | null,
  submitted: readonly string[],
  violations: readonly PlacedViolation[],
): Promise<{ readonly readable: ReadonlySet<number>; readonly subjects: ReadonlySet<string> }> {
  if (reading === null) return { readable: new Set(), subjects: new Set() };
  const about = new Map(violations.map(({ event }) => [event, subjectOf(submitted[event])]));
  const asked = [...about.values()].filter(subject => subject !== undefined);
  const visible = await readVisibleSubjects(db, reading, [...asked, ...subjectsNamed(violations)], 'record');
  const subjects = new Set(visible.map(({ subject }) => subject));
  const readable = [...about].filter(([, subject]) => subject !== undefined && subjects.has(subject));
  return { readable: new Set(readable.map(([event]) => event)), subjects };
}

function subjectOf(submitted: string | undefined): string | undefined {
  try {
    return peekEvent(splitSubmission(submitted ?? '').jws).subject;
  } catch (error) {
    if (error instanceof FormatError) return undefined;
    throw error;
  }
}
