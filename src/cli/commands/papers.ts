import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Text } from '../../custody/text.js';
import { writeFileDurably } from '../../disk/write-durably.js';
import { openDeviceSession, signIn } from '../device-session.js';
import { exampleHelp, exampleId } from '../example-help.js';
import { readNamedOfficer } from '../officers.js';
import { SubjectNames } from '../subjects/subject-names.js';
import type { AddCommand } from '../surroundings.js';

/** A paper of the service as a page to be printed. */
interface Paper {
  /** Kind of its subject, which names the group of commands. */
  readonly kind: string;
  readonly word: string;
  readonly named: Text;
  readonly told: Text;
  readonly role: string;
  /** Comes in versions, of which one may be asked for. */
  readonly versions: boolean;
  /** May be had as data too: JSON, or CSV. */
  readonly data?: true;
  path(id: string): string;
}

const papers: readonly Paper[] = [
  {
    kind: 'transfer',
    word: 'receipt',
    named: {
      en: 'number of the manifest, or UUID of the transfer',
      fr: 'numéro du bordereau, ou UUID du transfert',
    },
    told: {
      en: 'Receipt of a transfer as a page to be printed and signed by hand',
      fr: 'Décharge d’un transfert, page à imprimer et à signer à la main',
    },
    role: 'WIT',
    versions: false,
    path: id => `/v1/transfers/${id}/receipt`,
  },
  {
    kind: 'examination',
    word: 'request-form',
    named: { en: 'number or UUID of the examination', fr: "numéro ou UUID de l'examen" },
    told: {
      en: 'Request to the laboratory, filled in (form D5), as a page to be printed that goes with the items',
      fr: "Demande d'examen au laboratoire, remplie (formulaire D5), page à imprimer et à joindre aux pièces",
    },
    role: 'CASE',
    versions: false,
    path: id => `/v1/examinations/${id}/request`,
  },
  {
    kind: 'examination',
    word: 'receipt',
    named: { en: 'number or UUID of the examination', fr: "numéro ou UUID de l'examen" },
    told: {
      en: 'What the laboratory received, as a page to be printed',
      fr: 'Ce que le laboratoire a reçu, page à imprimer',
    },
    role: 'CASE',
    versions: false,
    path: id => `/v1/examinations/${id}/receipt`,
  },
  {
    kind: 'examination',
    word: 'report',
    named: { en: 'number or UUID of the examination', fr: "numéro ou UUID de l'examen" },
    told: {
      en: 'Report of the laboratory, its newest version or one of those before, as a page to be printed',
      fr: 'Rapport du laboratoire, dernière version ou une antérieure, page à imprimer',
    },
    role: 'CASE',
    versions: true,
    path: id => `/v1/examinations/${id}/report`,
  },
  {
    kind: 'release',
    word: 'decision',
    named: { en: 'number or UUID of the release', fr: "numéro ou UUID de l'autorisation" },
    told: {
      en: 'Decision on a release (form D6) as a page to be printed',
      fr: 'Décision sur une autorisation de remise (formulaire D6), page à imprimer',
    },
    role: 'LEG',
    versions: false,
    path: id => `/v1/releases/${id}/decision`,
  },
  {
    kind: 'tracing',
    word: 'request-form',
    named: { en: 'number or UUID of the trace request', fr: 'numéro ou UUID de la demande de traçage' },
    told: {
      en: 'Trace request for its addressee (form D8) as a page to be printed, or as data',
      fr: 'Demande de traçage pour son destinataire (formulaire D8), page à imprimer ou données',
    },
    role: 'JMAC',
    versions: false,
    data: true,
    path: id => `/v1/trace-requests/${id}/request`,
  },
];

/** `scelle transfer receipt`, `examination request-form`, `examination receipt`, `examination report`, `release decision`, `tracing request-form` (RQ-22, D5, D6, D8). */
export const addPaperCommands: AddCommand = (program, language, surroundings) => {
  for (const paper of papers) {
    const group = program.commands.find(command => command.name() === paper.kind);
    if (group === undefined) continue;
    const { kind, word, role, versions } = paper;
    const example = `scelle ${kind} ${word} ${exampleId} --as my.key.json:${role} --out ${word}.html`;
    const command = group
      .command(word)
      .argument(`<${kind}>`, paper.named[language])
      .description(paper.told[language])
      .requiredOption('--as <file:role>', yourKey[language])
      .requiredOption('--out <file>', where[language])
      .addHelpText('after', exampleHelp(language, example));
    if (versions) addVersion(command, language);
    if (paper.data === true) addFormat(command, language);
    command.action(async (named: string, options: Options) => {
      const { output, home } = surroundings();
      const session = await openDeviceSession(home, output);
      const signer = await readNamedOfficer(options.as, language);
      await signIn(session, signer);
      const id = await new SubjectNames(session, signer, false).idOf(kind, named);
      await writeFileDurably(options.out, await session.service.text(`${paper.path(id)}${queryOf(options)}`));
      output.result({ [kind]: id, file: options.out }, [options.out]);
    });
  }
};

interface Options {
  readonly as: string;
  readonly out: string;
  readonly ofVersion?: number;
  readonly format?: string;
}

function queryOf({ ofVersion, format }: Options): string {
  if (format !== undefined) return `?format=${format}`;
  return ofVersion === undefined ? '' : `?version=${ofVersion}`;
}

function addFormat(command: Command, language: 'en' | 'fr'): void {
  command.addOption(
    new Option('--format <format>', format[language]).choices(['html', 'csv', 'json']).default('html'),
  );
}

function addVersion(command: Command, language: 'en' | 'fr'): void {
  command.option('--of-version <n>', version[language], typed => {
    const number = Number(typed);
    if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError(notAVersion[language]);
    return number;
  });
}

const yourKey: Text = { en: 'your key file and role', fr: 'votre clé et votre rôle' };
const where: Text = { en: 'where the page is written (HTML)', fr: 'où écrire la page (HTML)' };
const version: Text = { en: 'which version; the newest', fr: 'quelle version ; la dernière' };
const format: Text = {
  en: 'a page to print, a table, or data',
  fr: 'page à imprimer, tableau ou données',
};
const notAVersion: Text = { en: 'a number from 1 on', fr: 'un nombre à partir de 1' };
