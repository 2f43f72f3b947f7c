import type { Command } from 'commander';
import { objectsOf } from '../../audit/report/report-event.js';
import type { Service } from '../../client/index.js';
import type { Language } from '../../custody/text.js';
import { examinationStatuses } from '../../custody/vocabulary/laboratory.js';
import { inWords } from '../../custody/vocabulary/told.js';
import { writeFileDurably } from '../../disk/write-durably.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../log/index.js';
import { openDeviceSession, signIn } from '../device-session.js';
import { exampleHelp } from '../example-help.js';
import { readNamedOfficer } from '../officers.js';
import { printableLine } from '../printable.js';
import type { Surroundings } from '../surroundings.js';

interface TurnRoundOptions {
  readonly as: string;
  readonly from?: string;
  readonly until?: string;
  readonly csv?: string;
}

/** `scelle lab turn-round`: how long laboratories take, and what is overdue. */
export function addTurnRound(group: Command, language: Language, surroundings: () => Surroundings): void {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  group
    .command('turn-round')
    .description(
      say(
        'How long laboratories take from request to reception and report, and what is overdue',
        'Délais des laboratoires, de la demande à la réception et au rapport, et ce qui est en retard',
      ),
    )
    .requiredOption('--as <file:role>', say('your key file and role', 'votre clé et votre rôle'))
    .option('--from <day>', say('asked for on or after this day', 'demandés à partir de ce jour'))
    .option('--until <day>', say('asked for before this day', 'demandés avant ce jour'))
    .option('--csv <file>', say('write it as a table to this file', "l'écrire en tableau dans ce fichier"))
    .addHelpText(
      'after',
      exampleHelp(language, 'scelle lab turn-round --as my.key.json:LABV --from 2021-01-01'),
    )
    .action(async (options: TurnRoundOptions) => {
      const { output, home } = surroundings();
      const session = await openDeviceSession(home, output);
      await signIn(session, await readNamedOfficer(options.as, language));
      const wanted = new URLSearchParams();
      for (const name of ['from', 'until'] as const) {
        const day = options[name];
        if (day !== undefined) wanted.set(name, day);
      }
      if (options.csv !== undefined) {
        wanted.set('format', 'csv');
        await writeFileDurably(options.csv, await session.service.text(`/v1/turn-round?${wanted}`));
        output.result({ file: options.csv }, [options.csv]);
        return;
      }
      const answer = await session.service.get(`/v1/turn-round?${wanted}`);
      const laboratories = objectsOf(answer.laboratories);
      const codes = await unitCodes(session.service, laboratories);
      const none = say('No laboratory was asked.', "Aucun laboratoire n'a été saisi.");
      output.result(
        answer,
        laboratories.length === 0
          ? [none]
          : laboratories.flatMap(sum => [
              sumLine(sum, codes, say),
              ...objectsOf(answer.rows)
                .filter(({ laboratory }) => laboratory === sum.laboratory)
                .map(row => rowLine(row, say, language)),
            ]),
      );
    });
}

type Say = (en: string, fr: string) => string;

/** What people call each laboratory; where the register has no such unit, its UUID stands there. */
async function unitCodes(
  service: Service,
  sums: readonly JsonObject[],
): Promise<ReadonlyMap<JsonValue | undefined, string>> {
  const codes = new Map<JsonValue | undefined, string>();
  for (const { laboratory } of sums) {
    const { summary = null } = await service.get(`/v1/units/${laboratory}`);
    const { code } = isJsonObject(summary) ? summary : {};
    if (typeof code === 'string') codes.set(laboratory, code);
  }
  return codes;
}

function sumLine(sum: JsonObject, codes: ReadonlyMap<JsonValue | undefined, string>, say: Say): string {
  const median = say('median, days', 'médiane, jours');
  return [
    `${say('Laboratory', 'Laboratoire')} ${codes.get(sum.laboratory) ?? sum.laboratory}`,
    `${say('requests', 'demandes')} ${sum.requested}`,
    `${say('waiting', 'non reçues')} ${sum.waiting}`,
    `${say('in hand', 'en cours')} ${sum.inHand}`,
    `${say('reported', 'rapports')} ${sum.reported}`,
    `${say('overdue', 'en retard')} ${sum.overdue}`,
    `${median} ${sum.medianDaysToReception ?? '–'} + ${sum.medianDaysToReport ?? '–'}`,
  ].join('  ');
}

function rowLine(row: JsonObject, say: Say, language: Language): string {
  const status = inWords(examinationStatuses)(String(row.status))[language].toLowerCase();
  const late = row.overdue === true ? `  ${say('OVERDUE', 'EN RETARD')}` : '';
  const cells = [
    ...[row.number, status, `${say('requested', 'demandé')} ${dayOf(row.requestedAt)}`],
    ...[`${say('received', 'reçu')} ${dayOf(row.receivedAt)}`],
    ...[`${say('reported', 'rapport')} ${dayOf(row.reportedAt)}`, `${say('due', 'échéance')} ${row.due}`],
  ];
  return printableLine(`  ${cells.map(String).join('  ')}${late}`);
}

function dayOf(moment: unknown): string {
  return typeof moment === 'string' ? moment.slice(0, 'YYYY-MM-DD'.length) : '–';
}
