import type { Command } from 'commander';
import { evidenceNumber, isEvidenceId } from '../../custody/evidence/number.js';
import type { Language } from '../../custody/text.js';
import { isJsonObject, type JsonObject } from '../../log/index.js';
import { openDeviceSession, signIn } from '../device-session.js';
import { exampleHelp } from '../example-help.js';
import { readNamedOfficer } from '../officers.js';
import type { Surroundings } from '../surroundings.js';

/** `scelle release queue` (E37): what waits for the legal office, what is due first first, and what is missing for it. */
export function addReleaseQueue(group: Command, language: Language, surroundings: () => Surroundings): void {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  group
    .command('queue')
    .description(
      say(
        'What waits for the legal office, and what is missing',
        'Ce qui attend le bureau juridique, et ce qui manque',
      ),
    )
    .requiredOption('--as <file:role>', say('your key file and role', 'votre clé et votre rôle'))
    .addHelpText('after', exampleHelp(language, 'scelle release queue --as my.key.json:LEG'))
    .action(async (options: { as: string }) => {
      const { output, home } = surroundings();
      const session = await openDeviceSession(home, output);
      await signIn(session, await readNamedOfficer(options.as, language));
      const answer = await session.service.get('/v1/release-queue');
      const items = Array.isArray(answer.items) ? answer.items.filter(isJsonObject) : [];
      const none = say('Nothing waits.', "Rien n'est en attente.");
      output.result(answer, items.length === 0 ? [none] : items.flatMap(item => entryLines(item, language)));
    });
}

function entryLines(
  { number, subject, deadline, overdue, missing }: JsonObject,
  language: Language,
): readonly string[] {
  const french = language === 'fr';
  const due = deadline === null ? '' : `  ${french ? 'échéance' : 'due'} ${deadline}`;
  const late = overdue === true ? `  ${french ? 'DÉPASSÉE' : 'PAST'}` : '';
  const facts = Array.isArray(missing) ? missing.filter(isJsonObject) : [];
  return [
    `${number}${due}${late}`,
    `    ${subject}`,
    ...facts.map(fact => `    ${fact.words}${aboutSubject(String(fact.about), french)}`),
  ];
}

/** A view or a question stands in the words; a piece is told by its number. */
function aboutSubject(about: string, french: boolean): string {
  if (/^[A-Z_]+$/.test(about)) return '';
  const id = about.startsWith('evidence/') ? about.slice('evidence/'.length) : '';
  return `${french ? ' : ' : ': '}${isEvidenceId(id) ? `${evidenceNumber(id)}, ${about}` : about}`;
}
