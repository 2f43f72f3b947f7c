import type { Command } from 'commander';
import { objectsOf } from '../../audit/report/report-event.js';
import { readPages } from '../../client/index.js';
import type { Language } from '../../custody/text.js';
import { matchedKinds, resultClasses } from '../../custody/vocabulary/laboratory.js';
import { inWords } from '../../custody/vocabulary/told.js';
import type { JsonObject } from '../../log/index.js';
import { openDeviceSession, signIn } from '../device-session.js';
import { exampleHelp } from '../example-help.js';
import { readNamedOfficer } from '../officers.js';
import { printableLine } from '../printable.js';
import { SubjectNames } from '../subjects/subject-names.js';
import type { Surroundings } from '../surroundings.js';

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
        'The same trace or mark on items of different incidents: worth a comparison, no more',
        'La même trace ou le même marquage sur des pièces de différents incidents : à comparer, sans plus',
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
      const items = await readPages(session.service, `/v1/trace-matches?${wanted}`);
      const none = say('Nothing is found twice.', "Rien n'est retrouvé deux fois.");
      output.result(
        { items },
        items.length === 0 ? [none] : items.flatMap(match => matchLines(match, language)),
      );
    });
}

function matchLines(match: JsonObject, language: Language): readonly string[] {
  const found = objectsOf(match.found);
  const [first] = found;
  const french = language === 'fr';
  const kind = inWords(matchedKinds)(String(match.kind))[language];
  return [
    printableLine(
      `${kind}${french ? ' : ' : ': '}${first?.reference}  ${french ? 'incidents' : 'incidents'} ${match.incidents}`,
    ),
    ...found.flatMap(one => [itemLine(one, french), ...comparedLines(one, language)]),
  ];
}

function itemLine(one: JsonObject, french: boolean): string {
  const registered = french ? "à l'enregistrement" : 'as registered';
  const cells = [
    one.number,
    one.reference,
    one.place ?? '',
    one.examinationNumber ?? registered,
    one.incident,
  ];
  return printableLine(`  ${cells.map(String).join('  ')}`);
}

function comparedLines(one: JsonObject, language: Language): readonly string[] {
  const stated = language === 'fr' ? 'constaté par deux officiers' : 'stated by two officers';
  return objectsOf(one.compared).map(
    ({ result }) => `    ${stated}: ${inWords(resultClasses)(String(result))[language]}`,
  );
}
