import {
  mergeKnowledge,
  type PushOutcome,
  ServiceProblem,
  ServiceUnreachable,
  takeAgain,
} from '../../client/index.js';
import { type DeviceSession, readTakenAlong, saveTakenAlong } from '../device-session.js';
import type { Output } from '../output.js';

/**
 * What was taken along is read anew where a push has changed it: the next act offline stands on what the log has now.
 * Where it cannot be read, that is said, and the device goes on with its own receipts.
 */
export async function refreshTakenAlong(
  session: DeviceSession,
  outcomes: readonly PushOutcome[],
  output: Output,
): Promise<void> {
  const changed = outcomes.flatMap(outcome =>
    outcome.kind === 'appended' ? outcome.entry.batch.events.map(({ payload }) => payload.subject) : [],
  );
  const taken = changed.length === 0 ? null : await readTakenAlong(session);
  if (taken === null) return;
  try {
    const fresh = await takeAgain(session.service, taken, changed, Date.now());
    await saveTakenAlong(session, mergeKnowledge(await readTakenAlong(session), fresh));
  } catch (error) {
    if (!(error instanceof ServiceProblem || error instanceof ServiceUnreachable)) throw error;
    output.note(
      output.language === 'fr'
        ? "Ce qui avait été emporté n'a pas été relu : `scelle outbox prepare` le fait."
        : 'What was taken along was not read anew: `scelle outbox prepare` does.',
    );
  }
}
