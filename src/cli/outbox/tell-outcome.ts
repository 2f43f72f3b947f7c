import type { OutboxEntry, PushOutcome } from '../../client/index.js';
import { eventRule } from '../../custody/catalogue.js';
import type { Language, Text } from '../../custody/text.js';
import { nameSubject } from '../act/describe-act.js';
import { describeProblem } from '../describe-problem.js';
import type { DeviceSession } from '../device-session.js';
import { tellWhatCameBetween } from './came-between.js';

export const outcomeWords: Readonly<Record<PushOutcome['kind'], Text>> = {
  appended: { en: 'appended', fr: 'inscrit' },
  conflict: { en: 'overtaken', fr: 'devancé' },
  refused: { en: 'refused', fr: 'refusé' },
  held: { en: 'held back', fr: 'retenu' },
  unsigned: { en: 'not signed', fr: 'non signé' },
  unproven: { en: 'not proven', fr: 'non prouvé' },
  unreachable: { en: 'not sent', fr: 'non envoyé' },
};

/** First act of an entry, in words. */
export function titleOfEntry({ id, batch }: OutboxEntry, language: Language): string {
  const payload = batch.events[0]?.payload;
  if (payload === undefined) return id;
  const title = eventRule(payload.type, payload.form)?.title[language] ?? payload.type;
  return `${title} — ${nameSubject(payload.subject)} (${id})`;
}

/**
 * What became of one entry at a push, in lines. What is not in the log begins with that: whoever reads the first line
 * only must not take it as done. It ends with where the signed act is now, and what to do next.
 */
export async function tellOutcome(
  outcome: PushOutcome,
  { service }: DeviceSession,
  language: Language,
): Promise<readonly string[]> {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  const act = titleOfEntry(outcome.entry, language);
  const { id } = outcome.entry;
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
        say(`NOT DONE: ${act}`, `NON INSCRIT : ${act}`),
        ...describeProblem(outcome.problem, language),
        ...(await tellWhatCameBetween(service, outcome.problem, language)),
        ...hanging(outcome.waiting, language),
        say(
          `The log does not have it; it is kept in the outbox as overtaken. Sign again: scelle outbox sign-again ${id} --as KEY:ROLE`,
          `Le journal ne l'a pas ; il est gardé parmi les envois comme devancé. Signer à nouveau : scelle outbox sign-again ${id} --as CLÉ:RÔLE`,
        ),
      ];
    case 'refused':
      return [
        say(`NOT DONE: ${act}`, `REFUSÉ : ${act}`),
        ...describeProblem(outcome.problem, language),
        ...hanging(outcome.waiting, language),
        say(
          `The log does not have it; it is kept in the outbox as refused. Correct it and give the command again; then give this one up: scelle outbox drop ${id} --reason TEXT`,
          `Le journal ne l'a pas ; il est gardé parmi les envois comme refusé. Corrigez et redonnez la commande ; puis abandonnez celui-ci : scelle outbox drop ${id} --reason TEXTE`,
        ),
      ];
    case 'held':
      return [
        say(
          `NOT DONE: ${act} stands on ${outcome.because}, which is not in the log: sign it again once that one is settled`,
          `NON INSCRIT : ${act} dépend de ${outcome.because}, qui n'est pas au journal : à signer à nouveau une fois celui-ci réglé`,
        ),
      ];
    case 'unsigned':
      return [say(`NOT DONE: ${act}: a signature is missing`, `NON INSCRIT : ${act} : signature manquante`)];
    case 'unproven':
      return [
        say(
          `NOT DONE: ${act}: the service acknowledged it without proof; it counts as not sent`,
          `NON INSCRIT : ${act} : accusé sans preuve ; l'acte est tenu pour non envoyé`,
        ),
        ...outcome.faults.map(fault => `  ${fault}`),
      ];
    case 'unreachable':
      return [
        say(
          `NOT SENT: ${act}: service unreachable. It is kept; send it later: scelle outbox push --as KEY:ROLE`,
          `NON ENVOYÉ : ${act} : service injoignable. Il est gardé ; l'envoyer plus tard : scelle outbox push --as CLÉ:RÔLE`,
        ),
      ];
  }
}

function hanging(waiting: readonly string[], language: Language): readonly string[] {
  return waiting.map(id => (language === 'fr' ? `  en dépend : ${id}` : `  hangs on it: ${id}`));
}
