import type { Command } from 'commander';
import type { Language, Text } from '../../custody/text.js';
import { writeFileDurably } from '../../disk/write-durably.js';
import type { JsonObject } from '../../log/index.js';
import { distributionLines, firstRecordLines, recordLines, serialLines } from '../analysis/materiel-lines.js';
import { openDeviceSession, signIn } from '../device-session.js';
import { exampleHelp } from '../example-help.js';
import { readNamedOfficer } from '../officers.js';
import type { Surroundings } from '../surroundings.js';

interface MaterielCommand {
  readonly name: string;
  readonly path: string;
  readonly described: Text;
  /** Query parameters, by the name of the option. */
  readonly options: readonly (readonly [name: string, Text])[];
  /** A format of the answer that goes into a file. */
  readonly file?: readonly [option: 'csv' | 'geojson', Text];
  readonly example: string;
  readonly linesOf: (answer: JsonObject, language: Language) => readonly string[];
}

const commands: readonly MaterielCommand[] = [
  {
    name: 'new-in-theatre',
    path: 'new-in-theatre',
    described: {
      en: 'First record of each sample, model, calibre and producer, and whether it was new then',
      fr: 'Premier relevé de chaque échantillon, modèle, calibre et fabricant, et s’il était alors nouveau',
    },
    options: [
      [
        'kind',
        {
          en: 'only of this kind: SAMPLE, MODEL, CALIBRE, PRODUCER',
          fr: 'seulement de cette nature : SAMPLE, MODEL, CALIBRE, PRODUCER',
        },
      ],
      ['new', { en: 'true: only what was new; false: only what was not', fr: 'true : seulement le nouveau' }],
    ],
    example: 'scelle analysis new-in-theatre --as my.key.json:JMAC --new true',
    linesOf: firstRecordLines,
  },
  {
    name: 'materiel',
    path: 'records',
    described: {
      en: 'A sample, model, producer, lot or number: first and last record, over time and place',
      fr: 'Un échantillon, modèle, fabricant, lot ou numéro : premier et dernier relevé, dans le temps et l’espace',
    },
    options: [
      ['sample', { en: 'key of the sample', fr: "clé de l'échantillon" }],
      ['calibre', { en: 'calibre, in any spelling', fr: 'calibre, quelle que soit la graphie' }],
      ['producer', { en: 'producer', fr: 'fabricant' }],
      ['model', { en: 'model', fr: 'modèle' }],
      ['lot', { en: 'lot, as marked', fr: 'lot, tel que marqué' }],
      ['serial', { en: 'what may be this serial number', fr: 'ce qui peut être ce numéro de série' }],
      ['country', { en: 'country of production', fr: 'pays de production' }],
      ['year', { en: 'year of production', fr: 'année de production' }],
      ['incident', { en: 'UUID of the incident', fr: "UUID de l'incident" }],
    ],
    file: [
      'geojson',
      { en: 'write map data to this file', fr: 'écrire des données de carte dans ce fichier' },
    ],
    example: "scelle analysis materiel --as my.key.json:JMAC --calibre '12,7x108' --year 1985",
    linesOf: recordLines,
  },
  {
    name: 'serial-numbers',
    path: 'serial-numbers',
    described: {
      en: 'Serial numbers that several items may share: candidates for a comparison',
      fr: 'Numéros de série que plusieurs pièces peuvent partager : candidats à une comparaison',
    },
    options: [],
    example: 'scelle analysis serial-numbers --as my.key.json:JMAC',
    linesOf: serialLines,
  },
  {
    name: 'ammunition',
    path: 'distributions',
    described: {
      en: 'Ammunition by year, decade, country, calibre, after 2012 and how it was found',
      fr: 'Les munitions par année, décennie, pays, calibre, après 2012 et circonstances de découverte',
    },
    options: [],
    file: ['csv', { en: 'write it as a table to this file', fr: "l'écrire en tableau dans ce fichier" }],
    example: 'scelle analysis ammunition --as my.key.json:JMAC --csv ammunition.csv',
    linesOf: distributionLines,
  },
];

type Options = { readonly as: string; readonly knownAt?: string } & Readonly<
  Record<string, string | undefined>
>;

/** `scelle analysis …` over the materiel register, as known at any instant. */
export function addMaterielAnalysis(
  group: Command,
  language: Language,
  surroundings: () => Surroundings,
): void {
  for (const command of commands) addCommand(group, command, language, surroundings);
}

function addCommand(
  group: Command,
  { name, path, described, options, file, example, linesOf }: MaterielCommand,
  language: Language,
  surroundings: () => Surroundings,
): void {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  const command = group
    .command(name)
    .description(described[language])
    .requiredOption('--as <file:role>', say('your key file and role', 'votre clé et votre rôle'))
    .option('--known-at <instant>', say('as the log knew it then', 'tel que le journal le savait alors'));
  for (const [option, words] of options) command.option(`--${option} <value>`, words[language]);
  if (file !== undefined) command.option(`--${file[0]} <file>`, file[1][language]);
  command.addHelpText('after', exampleHelp(language, example)).action(async (given: Options) => {
    const { output, home } = surroundings();
    const session = await openDeviceSession(home, output);
    await signIn(session, await readNamedOfficer(given.as, language));
    const wanted = new URLSearchParams();
    for (const option of ['knownAt', ...options.map(([of]) => of)]) {
      const value = given[option];
      if (value !== undefined) wanted.set(option, value);
    }
    const target = file === undefined ? undefined : given[file[0]];
    if (file !== undefined && target !== undefined) {
      wanted.set('format', file[0]);
      await writeFileDurably(target, await session.service.text(`/v1/analysis/materiel/${path}?${wanted}`));
      output.result({ file: target }, [target]);
      return;
    }
    const answer = await session.service.get(`/v1/analysis/materiel/${path}?${wanted}`);
    output.result(answer, linesOf(answer, language));
  });
}
