import { Argument, type Command } from 'commander';
import type { Language } from '../../custody/text.js';
import { writeFileDurably } from '../../disk/write-durably.js';
import { blankSheets, type FormName, formNames } from '../../dossier/paper/forms/blank-form.js';
import { blankLabel } from '../../dossier/paper/labels/label.js';
import { printSheets } from '../../dossier/paper/render/print-sheets.js';
import { formatTime, newId } from '../../log/index.js';
import { openDeviceSession, signIn } from '../device-session.js';
import { exampleHelp, exampleId } from '../example-help.js';
import { readNamedOfficer } from '../officers.js';
import { SubjectNames } from '../subjects/subject-names.js';
import type { AddCommand, Surroundings } from '../surroundings.js';
import { systemRandom } from '../system-random.js';
import { UsageError } from '../usage-error.js';

type Say = (en: string, fr: string) => string;

const labelsAtMost = 240;

/** `scelle print …`: labels and forms; what is blank needs neither service nor key. */
export const addPrintCommands: AddCommand = (program, language, surroundings) => {
  const say: Say = (en, fr) => (language === 'fr' ? fr : en);
  const print = program
    .command('print')
    .description(say('Labels and forms to print, as PDF', 'Étiquettes et formulaires à imprimer, en PDF'));
  addLabels(print, language, say, surroundings);
  addBlankLabels(print, language, say, surroundings);
  addForm(print, language, say, surroundings);
  addSealSheet(print, language, say, surroundings);
};

function addLabels(print: Command, language: Language, say: Say, surroundings: () => Surroundings): void {
  print
    .command('labels')
    .argument(
      '<items...>',
      say('numbers or UUIDs of items, or package/UUID', "numéros ou UUID d'objets, ou package/UUID"),
    )
    .description(
      say(
        'Labels of items and packages: code, number, description, seal',
        "Étiquettes d'objets et de conditionnements : code, numéro, désignation, scellé",
      ),
    )
    .requiredOption('--as <file:role>', say('your key file and role', 'votre clé et votre rôle'))
    .requiredOption('--out <file>', say('where the PDF is written', 'où écrire le PDF'))
    .addHelpText(
      'after',
      exampleHelp(language, `scelle print labels ${exampleId} --as my.key.json:WIT --out labels.pdf`),
    )
    .action(async (items: readonly string[], options: { as: string; out: string }) => {
      const { output, home } = surroundings();
      const session = await openDeviceSession(home, output);
      const signer = await readNamedOfficer(options.as, language);
      await signIn(session, signer);
      const names = new SubjectNames(session, signer, false);
      const subjects: string[] = [];
      for (const item of items) {
        const kind = item.startsWith('package/') ? 'package' : 'evidence';
        subjects.push(`${kind}/${await names.idOf(kind, item)}`);
      }
      const query = subjects.map(subject => `subject=${encodeURIComponent(subject)}`).join('&');
      await writeFileDurably(options.out, await session.service.bytes(`/v1/papers/labels?${query}`));
      output.result({ subjects, file: options.out }, [options.out]);
    });
}

function addBlankLabels(
  print: Command,
  language: Language,
  say: Say,
  surroundings: () => Surroundings,
): void {
  print
    .command('blank-labels')
    .description(
      say(
        'Labels with numbers that no item has yet, for a patrol without power; whoever registers the item later gives the UUID in the code',
        "Étiquettes aux numéros encore libres, pour une patrouille sans courant ; qui inscrit l'objet ensuite donne l'UUID lu dans le code",
      ),
    )
    .option('--count <n>', say('how many, up to 240', 'combien, 240 au plus'), '24')
    .requiredOption('--out <file>', say('where the PDF is written', 'où écrire le PDF'))
    .addHelpText('after', exampleHelp(language, 'scelle print blank-labels --count 48 --out labels.pdf'))
    .action(async (options: { count: string; out: string }) => {
      const { output } = surroundings();
      const count = /^\d{1,3}$/.test(options.count) ? Number(options.count) : 0;
      if (count < 1 || count > labelsAtMost)
        throw new UsageError({
          en: `--count is a number from 1 to ${labelsAtMost}, received ${options.count}`,
          fr: `--count est un nombre de 1 à ${labelsAtMost}, reçu ${options.count}`,
        });
      const now = Date.now();
      const labels = Array.from({ length: count }, () => blankLabel(newId(now, systemRandom(16))));
      const pdf = await printSheets({
        title: 'Étiquettes',
        date: formatTime(now),
        demonstration: false,
        labels,
      });
      await writeFileDurably(options.out, pdf);
      output.result({ subjects: labels.map(({ subject }) => subject), file: options.out }, [options.out]);
    });
}

function addForm(print: Command, language: Language, say: Say, surroundings: () => Surroundings): void {
  print
    .command('form')
    .addArgument(new Argument('<form>', say('which form', 'quel formulaire')).choices([...formNames]))
    .description(
      say(
        'A blank form to fill in by hand: seal sheet, transfer manifest, laboratory request, record of handover',
        'Un formulaire vierge à remplir à la main : fiche de scellé, bordereau de transfert, demande d’examen, procès-verbal de remise',
      ),
    )
    .requiredOption('--out <file>', say('where the PDF is written', 'où écrire le PDF'))
    .addHelpText('after', exampleHelp(language, 'scelle print form transfer-manifest --out manifest.pdf'))
    .action(async (form: FormName, options: { out: string }) => {
      const { output } = surroundings();
      await writeFileDurably(
        options.out,
        await printSheets(blankSheets(form, formatTime(Date.now()), false)),
      );
      output.result({ form, file: options.out }, [options.out]);
    });
}

function addSealSheet(print: Command, language: Language, say: Say, surroundings: () => Surroundings): void {
  print
    .command('seal-sheet')
    .argument('<package>', say('number or UUID of the package', 'numéro ou UUID du conditionnement'))
    .description(
      say(
        'The seal sheet of a package from the register',
        "La fiche de scellé d'un conditionnement, d'après le registre",
      ),
    )
    .requiredOption('--as <file:role>', say('your key file and role', 'votre clé et votre rôle'))
    .requiredOption('--out <file>', say('where the PDF is written', 'où écrire le PDF'))
    .addHelpText(
      'after',
      exampleHelp(language, `scelle print seal-sheet ${exampleId} --as my.key.json:SEC --out seal.pdf`),
    )
    .action(async (named: string, options: { as: string; out: string }) => {
      const { output, home } = surroundings();
      const session = await openDeviceSession(home, output);
      const signer = await readNamedOfficer(options.as, language);
      await signIn(session, signer);
      const id = await new SubjectNames(session, signer, false).idOf('package', named);
      await writeFileDurably(options.out, await session.service.bytes(`/v1/packages/${id}/seal-sheet`));
      output.result({ package: id, file: options.out }, [options.out]);
    });
}
