import type { Command } from 'commander';
import { readPages } from '../../client/index.js';
import type { Language } from '../../custody/text.js';
import { examinationStatuses, urgencies } from '../../custody/vocabulary/laboratory.js';
import { inWords } from '../../custody/vocabulary/told.js';
import { formatTime, isJsonObject, type JsonObject } from '../../log/index.js';
import { openDeviceSession, signIn } from '../device-session.js';
import { exampleHelp } from '../example-help.js';
import { readNamedOfficer } from '../officers.js';
import { printableLine } from '../printable.js';
import { namesOf } from '../subjects/officer-names.js';
import { SubjectNames } from '../subjects/subject-names.js';
import type { Surroundings } from '../surroundings.js';

interface ListOptions {
  readonly as: string;
  readonly examiner?: string;
  readonly reviewer?: string;
  readonly laboratory?: string;
  readonly held?: boolean;
  readonly all?: boolean;
  readonly card?: readonly string[];
}

const collect = (value: string, previous: readonly string[] = []) => [...previous, value];

/** `scelle lab list`: the work list of a laboratory, or of one examiner: what is due first stands first. */
export function addLaboratoryList(
  group: Command,
  language: Language,
  surroundings: () => Surroundings,
): void {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  group
    .command('list')
    .description(
      say(
        'Work list of a laboratory or an examiner: what is owed, what is due first first',
        "Travaux d'un laboratoire ou d'un examinateur : ce qui reste dû, par ordre d'échéance",
      ),
    )
    .requiredOption('--as <file:role>', say('your key file and role', 'votre clé et votre rôle'))
    .option('--examiner <officer>', say('of this examiner; `me`', 'de cet examinateur ; `moi`'))
    .option('--reviewer <officer>', say('of this reviewer; `me`', 'de ce vérificateur ; `moi`'))
    .option('--laboratory <unit>', say('of this laboratory', 'de ce laboratoire'))
    .option('--held', say('what is under a hold alone', 'les seuls examens sous mesure de conservation'))
    .option('--all', say('what is answered too', 'y compris ce qui a reçu réponse'))
    .option(
      '--card <file>',
      say(
        'public card of an officer: what is written on it stands in place of his UUID; the register withholds names',
        "carte publique d'un officier : ce qui y figure remplace son UUID, le registre réservant les noms",
      ),
      collect,
    )
    .addHelpText('after', exampleHelp(language, 'scelle lab list --as my.key.json:LABX --examiner me'))
    .action(async (options: ListOptions) => {
      const { output, home } = surroundings();
      const session = await openDeviceSession(home, output);
      const signer = await readNamedOfficer(options.as, language);
      await signIn(session, signer);
      const names = new SubjectNames(session, signer, false);
      const filters = new URLSearchParams();
      for (const [filter, kind] of [
        ['examiner', 'officer'],
        ['reviewer', 'officer'],
        ['laboratory', 'unit'],
      ] as const) {
        const named = options[filter];
        if (named !== undefined) filters.set(filter, await names.idOf(kind, named));
      }
      if (options.held === true) filters.set('held', 'true');
      const found = await readPages(session.service, `/v1/examinations?${filters}`);
      const items = found.filter(item => options.all === true || isOwed(item)).toSorted(byDueDay);
      const called = await namesOf(session, officersOf(items), cardsOf(options));
      const today = formatTime(Date.now()).slice(0, 'YYYY-MM-DD'.length);
      const none = say('Nothing is owed.', "Rien n'est dû.");
      const lines = items.map(item => lineOf(item, { language, today, me: signer.officer, called }));
      output.result({ items }, items.length === 0 ? [none] : lines);
    });
}

function summaryOf({ summary = null }: JsonObject): JsonObject {
  return isJsonObject(summary) ? summary : {};
}

function isOwed(item: JsonObject): boolean {
  return ['REQUESTED', 'ACCEPTED'].includes(String(summaryOf(item).status));
}

/** The examiner's own day where one is set, or the laboratory's. */
function dueDayOf(item: JsonObject): string {
  const { assignedDue, due } = summaryOf(item);
  return String(assignedDue ?? due);
}

function byDueDay(one: JsonObject, other: JsonObject): number {
  const [first, second] = [dueDayOf(one), dueDayOf(other)];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** Examiners and reviewers of the rows, each once. */
function officersOf(items: readonly JsonObject[]): readonly string[] {
  const named = items.map(summaryOf).flatMap(({ examiner, reviewer }) => [examiner, reviewer]);
  return [...new Set(named.filter(officer => typeof officer === 'string'))];
}

/** Whom the reader named by a card he knows by it. */
function cardsOf({ card = [], examiner, reviewer }: ListOptions): readonly string[] {
  return [...card, ...[examiner, reviewer].filter(named => named?.endsWith('.json') === true)] as string[];
}

interface Telling {
  readonly language: Language;
  readonly today: string;
  readonly me: string;
  /** What is written in place of an officer's UUID. */
  readonly called: ReadonlyMap<string, string>;
}

function lineOf(item: JsonObject, { language, today, me, called }: Telling): string {
  const { number, laboratoryNumber, status, urgency, examiner, reviewer, held } = summaryOf(item);
  const french = language === 'fr';
  const due = dueDayOf(item);
  const late = isOwed(item) && due < today ? (french ? ' DÉPASSÉE' : ' PAST') : '';
  const who = (officer: unknown) => {
    if (typeof officer !== 'string') return '–';
    return officer === me ? (french ? 'moi' : 'me') : (called.get(officer) ?? officer);
  };
  const cells = [
    `${french ? 'échéance' : 'due'} ${due}${late}`,
    ...[number, laboratoryNumber ?? '–'],
    inWords(examinationStatuses)(String(status))[language],
    inWords(urgencies)(String(urgency))[language],
    `${french ? 'examinateur' : 'examiner'} ${who(examiner)}`,
    `${french ? 'vérificateur' : 'reviewer'} ${who(reviewer)}`,
    ...(held === true ? [french ? 'SOUS MESURE DE CONSERVATION' : 'UNDER A HOLD'] : []),
  ];
  return printableLine(cells.map(String).join('  '));
}
