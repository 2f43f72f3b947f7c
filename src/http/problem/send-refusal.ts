import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PlacedViolation } from '../../custody/violation.js';
import type { AppendOutcome } from '../../store/appender/outcome.js';
import { violationsSeen } from '../../store/drafts/violations-seen.js';
import type { OpenLog } from '../../store/open-log.js';
import { readVisibleSubjects } from '../../store/readers/read-subjects.js';
import type { Reading } from '../../store/readers/visibility.js';
import { explainFault } from './batch-fault.js';
import { languageOf } from './language.js';
import { codeOfOutcome } from './problem.js';
import { sendProblem } from './send-problem.js';
import { tellViolations } from './tell-violations.js';

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
    const shown = (await maySee(request, log, reading, subject)) ? { subject, ...head } : null;
    return sendProblem(request, reply, code, { stale: { event, subject, seq, head: shown } });
  }
  const seen = reading === null ? [] : await readAsSeen(request, log, reading, submitted);
  const violations = tellViolations(outcome.violations, language, { submitted, sop, seen });
  return sendProblem(request, reply, code, {
    detail: violations.map(({ message }) => message).join(' '),
    violations,
  });
}

/** A head that is shown is a reading like any other. */
async function maySee(
  request: FastifyRequest,
  { db }: OpenLog,
  reading: Reading | null,
  subject: string,
): Promise<boolean> {
  if (reading === null) return false;
  request.noteRead([subject]);
  return (await readVisibleSubjects(db, reading, [subject], 'summary')).length > 0;
}

/** So is a refusal in words: it tells what stands in the records that it names. */
async function readAsSeen(
  request: FastifyRequest,
  log: OpenLog,
  reading: Reading,
  submitted: readonly string[],
): Promise<readonly PlacedViolation[]> {
  const { violations, read } = await violationsSeen(log.db, log, reading, submitted);
  request.noteRead(read);
  return violations;
}
