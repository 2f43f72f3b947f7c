import type { Head } from '../custody/compose/compose-act.js';
import { LocalizedError } from '../custody/text.js';

/**
 * The service says that a subject stands where this device knows it not to stand. Whoever signs on such a head gives
 * the subject a second history, as good as the first.
 */
export class HeadNotBelieved extends LocalizedError {
  override readonly name = 'HeadNotBelieved';
  readonly subject: string;

  constructor(subject: string, said: Head, known: Head) {
    super({
      en: `Nothing was signed: the service says that ${subject} stands at #${said.seq} (${said.eventId}), this device has proof or knowledge of #${known.seq} (${known.eventId}). The log was restored from an older copy, or it shows this device another history. Keep this device as it is and tell the registrars.`,
      fr: `Rien n'a été signé : selon le service, ${subject} en est au n° ${said.seq} (${said.eventId}) ; cet appareil détient la preuve ou la connaissance du n° ${known.seq} (${known.eventId}). Le journal a été rétabli d'une copie antérieure, ou il montre à cet appareil un autre historique. Conservez cet appareil en l'état et avertissez les enregistreurs.`,
    });
    this.subject = subject;
  }
}

/**
 * Heads only move forward: none is behind, or beside at the same place, what this device knows.
 * @throws HeadNotBelieved
 */
export function checkHeads(
  said: readonly (Head & { readonly subject: string })[],
  known: (subject: string) => Head | undefined,
): void {
  for (const { subject, ...head } of said) {
    const own = known(subject);
    if (own === undefined || head.seq > own.seq) continue;
    if (head.seq < own.seq || head.eventId !== own.eventId) throw new HeadNotBelieved(subject, head, own);
  }
}
