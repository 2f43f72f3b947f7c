import { eventIdsOf, type PushOutcome, type UnreadableEntry } from '../../client/index.js';
import { type DeviceSession, pushAll } from '../device-session.js';
import { exitStatus, type Output } from '../output.js';
import { refreshTakenAlong } from './refresh-taken-along.js';
import { outcomeWords, tellOutcome, titleOfEntry } from './tell-outcome.js';
import { uploadWithProgress } from './upload-with-progress.js';

/** Pushes all that waits, tells each outcome, and sets the exit status to the worst of them. */
export async function pushAndTell(
  session: DeviceSession,
  output: Output,
  wanted: string | null,
  about: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { unreadable } = await session.outbox.list();
  noteUnreadable(unreadable, output);
  const outcomes = await pushAll(session, {
    upload: file => uploadWithProgress(session.service, session.outbox.copies, file, output),
    told: async outcome => {
      for (const line of await tellOutcome(outcome, session, output.language)) output.note(line);
    },
  });
  await session.outbox.tidy();
  await refreshTakenAlong(session, outcomes, output);
  const told = outcomes.filter(({ entry }) => wanted === null || entry.id === wanted);
  output.result(
    wanted === null
      ? { ...about, pushed: told.map(summary), unreadable }
      : { ...about, ...told.map(summary)[0] },
    told.map(outcome => lineOf(outcome, output)),
  );
  const worst = outcomes.map(outcome => exitOf(outcome));
  process.exitCode = Math.max(...worst, unreadable.length > 0 ? exitStatus.failed : exitStatus.done);
}

/** A damaged entry is named, and blocks nothing else. */
export function noteUnreadable(unreadable: readonly UnreadableEntry[], output: Output): void {
  for (const { name, reason } of unreadable) {
    output.note(
      output.language === 'fr'
        ? `Entrée illisible ${name} : ${reason}`
        : `Unreadable entry ${name}: ${reason}`,
    );
  }
}

function exitOf(outcome: PushOutcome): number {
  switch (outcome.kind) {
    case 'appended':
      return outcome.owed.length > 0 ? exitStatus.unreachable : exitStatus.done;
    case 'conflict':
    case 'held':
      return exitStatus.conflict;
    case 'refused':
      return exitStatus.refused;
    case 'unsigned':
    case 'unproven':
      return exitStatus.failed;
    case 'unreachable':
      return exitStatus.unreachable;
  }
}

function summary(outcome: PushOutcome) {
  const problem = 'problem' in outcome ? outcome.problem.document : null;
  return {
    outbox: outcome.entry.id,
    outcome: outcome.kind,
    index: indexOf(outcome),
    events: eventIdsOf(outcome.entry.batch),
    problem,
    waiting: 'waiting' in outcome ? outcome.waiting : [],
    because: outcome.kind === 'held' ? outcome.because : null,
    owed: outcome.kind === 'appended' ? outcome.owed : [],
    doubts: outcome.entry.doubts,
  };
}

function indexOf(outcome: PushOutcome): number | null {
  return outcome.kind === 'appended' ? (outcome.receipts[0]?.index ?? null) : null;
}

/** What became of an entry, on one line: of an act in the log its number and the event id that later acts refer to. */
function lineOf(outcome: PushOutcome, { language }: Output): string {
  const [event = ''] = eventIdsOf(outcome.entry.batch);
  const index = indexOf(outcome);
  return [
    outcomeWords[outcome.kind][language],
    ...(index === null ? [] : [`#${index}`]),
    titleOfEntry(outcome.entry, language),
    ...(index === null ? [] : [`${language === 'fr' ? 'événement' : 'event'} ${event}`]),
  ].join('  ');
}
