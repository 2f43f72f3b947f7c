import type { PushOutcome } from '../../client/index.js';
import type { Language } from '../../custody/text.js';
import { describeProblem } from '../describe-problem.js';
import { type DeviceSession, openDeviceSession, pushAll } from '../device-session.js';
import { exitStatus, type Output } from '../output.js';
import type { AddCommand } from '../program.js';
import { UsageError } from '../usage-error.js';

/** `scelle outbox …`: what was signed on this device and what became of it. */
export const addOutboxCommands: AddCommand = (program, language, surroundings) => {
  const french = language === 'fr';
  const outbox = program
    .command('outbox')
    .description(french ? 'Actes signés sur cet appareil' : 'Acts signed on this device');
  outbox
    .command('list')
    .description(french ? 'Ce qui attend, ce qui a été inscrit' : 'What waits, and what was appended')
    .action(async () => {
      const { output, home } = surroundings();
      const session = await openDeviceSession(home, output);
      const entries = (await session.outbox.list()).map(({ id, position, batch, receipts, problem }) => ({
        id,
        position,
        acts: batch.events.map(({ payload }) => payload.type),
        index: receipts?.[0]?.index ?? null,
        problem,
      }));
      output.result(
        entries,
        entries.map(({ id, acts, index }) => `${id}  ${acts[0]}  ${index === null ? '-' : `#${index}`}`),
      );
    });
  outbox
    .command('retry')
    .argument('<id>', french ? 'lot mis de côté' : 'parked batch')
    .description(french ? 'Remettre en attente un lot refusé' : 'Let a refused batch wait again')
    .action(async (id: string) => {
      const { output, home } = surroundings();
      const session = await openDeviceSession(home, output);
      const entry = (await session.outbox.list()).find(candidate => candidate.id === id);
      if (entry === undefined || entry.receipts !== null) throw new UsageError(`${id} is not parked`);
      await session.outbox.put({ ...entry, problem: null });
      await pushAndTell(session, output, id, {});
    });
  outbox
    .command('push')
    .description(french ? 'Envoyer ce qui attend, dans l’ordre' : 'Send what waits, in order')
    .action(async () => {
      const { output, home } = surroundings();
      await pushAndTell(await openDeviceSession(home, output), output, null, {});
    });
};

/** Pushes all that waits, tells each outcome, and sets the exit status to the worst of them. */
export async function pushAndTell(
  session: DeviceSession,
  output: Output,
  wanted: string | null,
  about: Readonly<Record<string, unknown>>,
): Promise<void> {
  const outcomes = await pushAll(session, outcome => {
    if (outcome.kind !== 'appended')
      for (const line of describeOutcome(outcome, output.language)) output.note(line);
  });
  const own = outcomes.find(({ entry }) => entry.id === wanted);
  const told = (wanted === null ? outcomes : [own]).flatMap(outcome =>
    outcome === undefined ? [] : [summary(outcome)],
  );
  output.result(
    wanted === null ? told : { ...about, ...told[0] },
    told.map(
      ({ outbox, outcome, index }) =>
        `${outcome}  ${index === null ? outbox : `#${index}`}  ${about.subject ?? ''}`,
    ),
  );
  process.exitCode = Math.max(...outcomes.map(({ kind }) => exitOf[kind]), exitStatus.done);
}

const exitOf: Record<PushOutcome['kind'], number> = {
  appended: exitStatus.done,
  conflict: exitStatus.conflict,
  refused: exitStatus.refused,
  held: exitStatus.conflict,
  unsigned: exitStatus.failed,
  unreachable: exitStatus.unreachable,
};

function summary(outcome: PushOutcome) {
  const index = outcome.kind === 'appended' ? (outcome.receipts[0]?.index ?? null) : null;
  const problem = 'problem' in outcome ? outcome.problem.document : null;
  return { outbox: outcome.entry.id, outcome: outcome.kind, index, problem };
}

function describeOutcome(outcome: PushOutcome, language: Language): readonly string[] {
  const french = language === 'fr';
  const act = `${outcome.entry.batch.events[0]?.payload.type ?? ''} (${outcome.entry.id})`;
  switch (outcome.kind) {
    case 'appended':
      return [];
    case 'conflict':
    case 'refused':
      return [
        act,
        ...describeProblem(outcome.problem, language),
        ...outcome.waiting.map(id => (french ? `  en dépend : ${id}` : `  hangs on it: ${id}`)),
      ];
    case 'held':
      return [french ? `${act} attend ${outcome.because}` : `${act} waits for ${outcome.because}`];
    case 'unsigned':
      return [french ? `${act} : signature manquante` : `${act}: a signature is missing`];
    case 'unreachable':
      return [french ? `${act} : service injoignable, gardé` : `${act}: service unreachable, kept`];
  }
}
