import type { OutboxEntry, PushOutcome, UnreadableEntry } from '../../client/index.js';
import { eventRule } from '../../custody/catalogue.js';
import type { Language } from '../../custody/text.js';
import { nameSubject } from '../act/describe-act.js';
import { describeProblem } from '../describe-problem.js';
import { type DeviceSession, pushAll } from '../device-session.js';
import { exitStatus, type Output } from '../output.js';
import { tellWhatCameBetween } from './came-between.js';
import { refreshTakenAlong } from './refresh-taken-along.js';
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
      for (const line of await describeOutcome(outcome, session, output.language)) output.note(line);
    },
  });
  await session.outbox.tidy();
  await refreshTakenAlong(session, outcomes, output);
  const own = outcomes.find(({ entry }) => entry.id === wanted);
  const told = (wanted === null ? outcomes : [own]).flatMap(outcome =>
    outcome === undefined ? [] : [summary(outcome)],
  );
  output.result(
    wanted === null ? { ...about, pushed: told, unreadable } : { ...about, ...told[0] },
    told.map(
      ({ outbox, outcome, index }) =>
        `${outcome}  ${index === null ? outbox : `#${index}`}  ${about.subject ?? ''}`,
    ),
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
  const index = outcome.kind === 'appended' ? (outcome.receipts[0]?.index ?? null) : null;
  const problem = 'problem' in outcome ? outcome.problem.document : null;
  return {
    outbox: outcome.entry.id,
    outcome: outcome.kind,
    index,
    problem,
    waiting: 'waiting' in outcome ? outcome.waiting : [],
    because: outcome.kind === 'held' ? outcome.because : null,
    owed: outcome.kind === 'appended' ? outcome.owed : [],
    doubts: outcome.entry.doubts,
  };
}

/** First act of an entry, in words. */
export function titleOfEntry({ id, batch }: OutboxEntry, language: Language): string {
  const payload = batch.events[0]?.payload;
  if (payload === undefined) return id;
  const title = eventRule(payload.type, payload.form)?.title[language] ?? payload.type;
  return `${title} — ${nameSubject(payload.subject)} (${id})`;
}

async function describeOutcome(
  outcome: PushOutcome,
  { service }: DeviceSession,
  language: Language,
): Promise<readonly string[]> {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  const act = titleOfEntry(outcome.entry, language);
  switch (outcome.kind) {
    case 'appended':
      return [
        ...outcome.entry.doubts.map(doubt =>
          say(`${act}: receipt in doubt: ${doubt}`, `${act} : reçu à vérifier : ${doubt}`),
        ),
        ...outcome.owed.map(file =>
          say(`${act}: file still owed: ${file}`, `${act} : fichier encore dû : ${file}`),
        ),
      ];
    case 'conflict':
      return [
        act,
        ...describeProblem(outcome.problem, language),
        ...(await tellWhatCameBetween(service, outcome.problem, language)),
        ...hanging(outcome.waiting, language),
        say(
          `  Sign again: scelle outbox sign-again ${outcome.entry.id} --as KEY:ROLE`,
          `  Signer à nouveau : scelle outbox sign-again ${outcome.entry.id} --as CLÉ:RÔLE`,
        ),
      ];
    case 'refused':
      return [act, ...describeProblem(outcome.problem, language), ...hanging(outcome.waiting, language)];
    case 'held':
      return [
        say(
          `${act} stands on ${outcome.because}, which is not in the log: sign it again once that one is settled`,
          `${act} dépend de ${outcome.because}, qui n'est pas au journal : à signer à nouveau une fois celui-ci réglé`,
        ),
      ];
    case 'unsigned':
      return [say(`${act}: a signature is missing`, `${act} : signature manquante`)];
    case 'unproven':
      return [
        say(
          `${act}: the service acknowledged it without proof; it counts as not sent`,
          `${act} : accusé sans preuve ; l'acte est tenu pour non envoyé`,
        ),
        ...outcome.faults.map(fault => `  ${fault}`),
      ];
    case 'unreachable':
      return [say(`${act}: service unreachable, kept`, `${act} : service injoignable, gardé`)];
  }
}

function hanging(waiting: readonly string[], language: Language): readonly string[] {
  return waiting.map(id => (language === 'fr' ? `  en dépend : ${id}` : `  hangs on it: ${id}`));
}
