import { Argument } from 'commander';
import { readPages } from '../../client/index.js';
import type { Language } from '../../custody/text.js';
import type { JsonObject } from '../../log/index.js';
import { openDeviceSession, signIn, tryToSignIn } from '../device-session.js';
import { tellDisputed } from '../disputed/tell-disputed.js';
import { exampleHelp } from '../example-help.js';
import { requireRoleHeld } from '../held-role.js';
import { readNamedOfficer } from '../officers.js';
import { printableLine } from '../printable.js';
import { type KnownSubject, type ListedKind, listedKinds } from '../subjects/kinds.js';
import { subjectsOfService, subjectsOnDevice } from '../subjects/known-subjects.js';
import { textOf } from '../subjects/listed-kind.js';
import { withNames } from '../subjects/officer-names.js';
import type { AddCommand, Surroundings } from '../surroundings.js';

/** What is listed and is no kind of subject, by its word: the service alone knows of it. */
const ofService: Readonly<Record<string, (as: string, surroundings: Surroundings) => Promise<void>>> = {
  disputed: listDisputed,
  alerts: listAlerts,
};

/** `scelle list KIND`: what can be named in an act, by UUID and by what people call it. */
export const addListCommand: AddCommand = (program, language, surroundings) => {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  program
    .command('list')
    .addArgument(
      new Argument('<kind>', say('what to list', 'ce qui est listé')).choices([
        ...listedKinds.map(({ word }) => word),
        ...Object.keys(ofService),
      ]),
    )
    .description(
      say(
        'Items, scenes, officers, transfers …: what is to be seen, with UUID and name; offline what was taken along. `disputed`: acts by compromised keys, with what supports each; `alerts`: what is overdue or stopped now',
        'Pièces, lieux, officiers, transferts … : ce qui est visible, avec UUID et nom ; hors ligne ce qui a été emporté. `disputed` : actes par des clés compromises, avec ce qui soutient chacun ; `alerts` : ce qui est en retard ou arrêté',
      ),
    )
    .requiredOption('--as <file:role>', say('your key file and role', 'votre clé et votre rôle'))
    .option('--offline', say('do not ask the service', 'ne pas interroger le service'))
    .addHelpText('after', exampleHelp(language, 'scelle list scenes --as my.key.json:WIT'))
    .action(async (word: string, options: { as: string; offline?: boolean }) => {
      const { output, home } = surroundings();
      const listing = ofService[word];
      if (listing !== undefined) return listing(options.as, surroundings());
      const listed = listedKinds.find(kind => kind.word === word);
      if (listed === undefined) return;
      const session = await openDeviceSession(home, output);
      const signer = await readNamedOfficer(options.as, language);
      const online = options.offline !== true && (await tryToSignIn(session, signer));
      await requireRoleHeld(session, signer, online);
      const found = online
        ? await subjectsOfService(session, listed)
        : await subjectsOnDevice(session, listed);
      const subjects = online && listed.kind === 'officer' ? await withNames(session, found) : found;
      if (!online)
        output.note(say('Offline: what this device knows.', 'Hors ligne : ce que sait cet appareil.'));
      output.result(
        {
          online,
          items: subjects.map(subject => ({
            subject: `${listed.kind}/${subject.id}`,
            id: subject.id,
            names: listed.namesOf(subject),
            facts: subject.facts,
          })),
        },
        tableOf(listed, subjects, language),
      );
    });
};

/** What is not as it should be now, oldest first (RQ-25, RQ-26, RQ-73, V11): reminders, deadlines, stopped handovers. */
async function listAlerts(as: string, { output, home }: Surroundings): Promise<void> {
  const session = await openDeviceSession(home, output);
  await signIn(session, await readNamedOfficer(as, output.language));
  const items = await readPages(session.service, '/v1/alerts');
  const none =
    output.language === 'fr' ? "Rien n'est en retard ni arrêté." : 'Nothing is overdue or stopped.';
  const lines = items.flatMap(alert => tellAlert(alert));
  output.result({ online: true, items }, items.length === 0 ? [none] : lines);
}

function tellAlert({ since, title, label, subject, detail }: JsonObject): readonly string[] {
  const about = [label, detail].map(textOf).filter(text => text !== '');
  return [
    printableLine(`${textOf(since).slice(0, 'YYYY-MM-DDTHH:MM'.length).replace('T', ' ')}  ${textOf(title)}`),
    printableLine(`    ${about.join('  ')}  ${textOf(subject)}`),
  ];
}

/** What compromised keys signed, with what speaks for each. */
async function listDisputed(as: string, { output, home }: Surroundings): Promise<void> {
  const session = await openDeviceSession(home, output);
  await signIn(session, await readNamedOfficer(as, output.language));
  const items = await readPages(session.service, '/v1/disputed');
  const none = output.language === 'fr' ? "Rien n'est contesté." : 'Nothing is disputed.';
  const lines = items.flatMap(event => tellDisputed(event, output.language));
  output.result({ online: true, items }, items.length === 0 ? [none] : lines);
}

/** Columns of the same width, but the last. */
function tableOf(
  listed: ListedKind,
  subjects: readonly KnownSubject[],
  language: Language,
): readonly string[] {
  if (subjects.length === 0) return [language === 'fr' ? 'Rien à voir.' : 'Nothing to be seen.'];
  const name = language === 'fr' ? 'nom' : 'name';
  const rows = [
    ['UUID', name, ...listed.headings.map(heading => heading[language])],
    ...subjects.map(subject => [
      subject.id,
      listed.namesOf(subject).join(' '),
      ...listed.cellsOf(subject, language),
    ]),
  ].map(row => row.map(cell => printableLine(cell === '' ? '–' : cell)));
  const widths =
    rows[0]?.map((_, at) => Math.max(...rows.map(row => Array.from(row[at] ?? '').length))) ?? [];
  return rows.map(row =>
    row
      .map((cell, at) => padded(cell, widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function padded(cell: string, width: number): string {
  return cell + ' '.repeat(Math.max(0, width - Array.from(cell).length));
}
