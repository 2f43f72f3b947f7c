import type { Command } from 'commander';
import { readPages } from '../../client/index.js';
import type { Language } from '../../custody/text.js';
import { openDeviceSession, signIn } from '../device-session.js';
import { exampleHelp } from '../example-help.js';
import { readNamedOfficer } from '../officers.js';
import { SubjectNames } from '../subjects/subject-names.js';
import type { Surroundings } from '../surroundings.js';
import { byRarity, matchLines } from '../tell-matches.js';

/** `scelle lab matches` (V7): the same trace or mark on items of different incidents, and what persons stated of it. */
export function addLaboratoryMatches(
  group: Command,
  language: Language,
  surroundings: () => Surroundings,
): void {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  group
    .command('matches')
    .description(
      say(
        'The same trace or mark on items of different incidents: worth a comparison, no more. What stands on few items comes first: a short mark, such as a year, stands on many',
        'La même trace ou le même marquage sur des pièces de différents incidents : à comparer, sans plus. Ce que portent peu de pièces vient en premier : un marquage court, une année par exemple, se trouve sur beaucoup',
      ),
    )
    .requiredOption('--as <file:role>', say('your key file and role', 'votre clé et votre rôle'))
    .option('--item <item>', say('of this item', 'de cette pièce'))
    .option('--incident <incident>', say('of this incident', 'de cet incident'))
    .addHelpText('after', exampleHelp(language, 'scelle lab matches --as my.key.json:LABX'))
    .action(async (options: { as: string; item?: string; incident?: string }) => {
      const { output, home } = surroundings();
      const session = await openDeviceSession(home, output);
      const signer = await readNamedOfficer(options.as, language);
      await signIn(session, signer);
      const names = new SubjectNames(session, signer, false);
      const wanted = new URLSearchParams();
      if (options.item !== undefined) wanted.set('item', await names.idOf('evidence', options.item));
      if (options.incident !== undefined)
        wanted.set('incident', await names.idOf('incident', options.incident));
      const items = byRarity(await readPages(session.service, `/v1/trace-matches?${wanted}`));
      const none = say('Nothing is found twice.', "Rien n'est retrouvé deux fois.");
      output.result(
        { items },
        items.length === 0 ? [none] : items.flatMap(match => matchLines(match, language)),
      );
    });
}
