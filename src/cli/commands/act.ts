import { type Command, Option } from 'commander';
import type { PlainAct } from '../../client/index.js';
import { currentRule } from '../../custody/catalogue.js';
import type { EvidenceState } from '../../custody/evidence/state.js';
import type { AnyEventRule } from '../../custody/rule.js';
import { namedSubjects } from '../../custody/schema/annotations.js';
import { precisions } from '../../custody/schema/occurrence.js';
import type { Language } from '../../custody/text.js';
import { formatTime, newId } from '../../log/index.js';
import { actHelp } from '../act/act-help.js';
import { buildBody, distinct } from '../act/body.js';
import { type DeliveryOptions, deliver, readSigners } from '../act/deliver.js';
import { nameSubject } from '../act/describe-act.js';
import { baseBody, type CircumstanceOptions, givenFields } from '../act/form.js';
import { readItems } from '../act/items.js';
import { resolveRefs } from '../act/refs.js';
import { type DeviceSession, readTakenAlong } from '../device-session.js';
import { groupTitles } from '../group-titles.js';
import { bindFile } from '../home.js';
import { requireSigner } from '../officers.js';
import type { Output } from '../output.js';
import { SubjectNames } from '../subjects/subject-names.js';
import type { AddCommand, Surroundings } from '../surroundings.js';
import { systemRandom } from '../system-random.js';
import { UsageError } from '../usage-error.js';
import { type ActCommand, actCommands } from '../verbs.js';
import { addTableOptions, performTable, type TableOptions } from './register-from.js';

interface ActOptions extends CircumstanceOptions, DeliveryOptions {
  readonly ref?: readonly string[];
  readonly body?: string;
  readonly set?: readonly string[];
  readonly items?: string;
  readonly file?: readonly string[];
}

const collect = (value: string, previous: readonly string[] = []) => [...previous, value];

/** A command for every act an officer signs, with its fields explained from the schema of its body. */
export const addActCommands: AddCommand = (program, language, surroundings) => {
  const groups = new Map<string, Command>();
  for (const act of actCommands()) {
    const group =
      groups.get(act.group) ??
      program.command(act.group).description(groupTitles[act.group]?.[language] ?? act.group);
    groups.set(act.group, group);
    addActCommand(group, act, language, surroundings);
  }
};

/** The command for one act, in a group that its name says; an act may have it in two. */
export function addActCommand(
  group: Command,
  act: ActCommand,
  language: Language,
  surroundings: () => Surroundings,
): void {
  const rule = currentRule(act.type);
  if (rule === undefined) return;
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  const isTable = act.type === 'evidence.registered';
  const command = group
    .command(act.verb)
    .description(rule.title[language])
    .argument(
      '[subject]',
      say(
        'what the act is about: number, name or UUID; a new one where it begins',
        "ce sur quoi porte l'acte : numéro, nom ou UUID ; nouveau s'il commence",
      ),
    )
    .option('--as <file:role>', say('your key file and role', 'votre clé et votre rôle'))
    .option(
      '--with <file:role:as>',
      say(
        'who countersigns, and as what: his key file, or the public card of who signs on another device',
        'qui contresigne, et à quel titre : sa clé, ou la carte publique de qui signe sur un autre appareil',
      ),
      collect,
    )
    .option(
      '--set <field=value>',
      say('a field of the form; see below', 'un champ du formulaire ; voir plus bas'),
      collect,
    )
    .option('--body <file>', say('the form as JSON; --set wins', 'le formulaire en JSON ; --set prévaut'))
    .option('--items <file>', say('items of the act, as a JSON list', "pièces de l'acte, en liste JSON"))
    .option(
      '--file <path>',
      say(
        'a file that --body or --items name by its hash: it goes along',
        'un fichier que --body ou --items désignent par son empreinte : il est joint',
      ),
      collect,
    )
    .option(
      '--at <time>',
      say(
        'when it happened, UTC, e.g. 2021-04-02T08:00:00Z, or as much of it as is known: 2021-04-02T08, 2021-04-02; default: now',
        'heure des faits, UTC, p. ex. 2021-04-02T08:00:00Z, ou ce qui en est connu : 2021-04-02T08, 2021-04-02 ; par défaut : maintenant',
      ),
    )
    .addOption(
      new Option(
        '--precision <code>',
        say(
          'how precisely the time is known, where it was typed more precisely',
          "précision de l'heure, si elle est moindre que ce qui est écrit",
        ),
      ).choices(precisions),
    )
    .option('--zone <name>', say('time zone of the place', 'fuseau horaire du lieu'), 'Africa/Bamako')
    .option('--clock-doubt <reason>', say('why the clock is in doubt', "raison de douter de l'horloge"))
    .option(
      '--place <text>',
      say('where it took place, in words; must be given', 'lieu des faits, en clair ; obligatoire'),
    )
    .option('--site <uuid>', say('the registered site of that place', 'site enregistré de ce lieu'))
    .option('--late <reason>', say('why it is entered late', "raison de l'inscription tardive"))
    .option(
      '--override <gate:officer:reason>',
      say('a gate passed by decision', 'un verrou levé par décision'),
      collect,
    )
    .option(
      '--ref <event>',
      say(
        'act this one relies on: its number in the log (#126) or event id; the clearance of a scene is found by itself',
        "acte sur lequel celui-ci s'appuie : son numéro au journal (#126) ou son empreinte ; l'autorisation d'entrer est trouvée seule",
      ),
      collect,
    )
    .option(
      '--out <file>',
      say(
        'write the batch to a file instead of sending it, to be signed elsewhere (scelle sign); photographs and scans go beside it, in FILE.files',
        "écrire le lot dans un fichier au lieu de l'envoyer, pour le faire signer ailleurs (scelle sign) ; photographies et documents vont à côté, dans FICHIER.files",
      ),
    )
    .option(
      '--yes',
      say(
        'those who countersign here were shown the act and agree: for scripts',
        'ceux qui contresignent ici ont lu l’acte et acceptent : pour les scripts',
      ),
    )
    .option('--offline', say('sign and keep; push later', 'signer et garder ; envoyer plus tard'))
    .addHelpText('after', () => actHelp(act, rule, language))
    .action(async (subject: string | undefined, options: Partial<ActOptions> & TableOptions) => {
      if (isTable && (await performTable(options, surroundings()))) return;
      const as = requireSigner(options.as);
      const complete = { zone: 'Africa/Bamako', ...options, as };
      await perform(act, rule, subject, complete, surroundings());
    });
  if (isTable) addTableOptions(command, language);
}

async function perform(
  act: ActCommand,
  rule: AnyEventRule,
  named: string | undefined,
  options: ActOptions,
  surroundings: Surroundings,
): Promise<void> {
  const signers = await readSigners(options, surroundings);
  const { session, signer } = signers;
  const names = new SubjectNames(session, signer, options.offline === true);
  const idOf = (kind: string, name: string) => names.idOf(kind, name);
  const subject = await subjectOf(act, rule, named, names);
  const eventAt = async (number: string) =>
    (await resolveRefs([number], [subject], session, names))[0] ?? number;
  const site = options.site === undefined ? undefined : await idOf('site', options.site);
  const { body, files } = await buildBody({
    schema: rule.body,
    base: await baseBody(rule, { ...options, ...(site === undefined ? {} : { site }) }),
    given: givenFields(options.set ?? []),
    bindFile,
    resolve: idOf,
    eventAt,
  });
  const listed =
    options.items === undefined
      ? { items: [], files: [] }
      : await readItems(options.items, {
          ...{ rule, body, bindFile, resolve: idOf, eventAt },
          parent: {
            subject,
            examination: body.examination,
            state: () => recordOf(subject, session, names),
            newId: () => newId(Date.now(), systemRandom(16)),
          },
        });
  const { items } = listed;
  const given = await Promise.all((options.file ?? []).map(bindFile));
  const about = [
    subject,
    ...namedSubjects(rule.body, body).map(({ subject: other }) => other),
    ...items.map(item => item.subject),
  ];
  const plain: PlainAct = {
    subject,
    type: act.type,
    by: signer,
    at: formatTime(Date.now()),
    body,
    refs: await resolveRefs(options.ref ?? [], about, session, names),
    countersigners: signers.countersigners,
    items,
  };
  await deliver(
    subject,
    [plain],
    distinct([...files, ...listed.files, ...given]),
    signers,
    options,
    surroundings.output,
  );
  tellBegun(items, surroundings.output);
}

/** Items that an act began are known by their numbers from now on: they go on labels. */
function tellBegun(items: NonNullable<PlainAct['items']>, output: Output): void {
  if (process.exitCode !== undefined && process.exitCode !== 0) return;
  for (const { subject, type } of items) {
    if (currentRule(type)?.begins !== true) continue;
    output.note(`${output.language === 'fr' ? 'Nouvelle pièce :' : 'New item:'} ${nameSubject(subject)}`);
  }
}

/** The record of an item as the service has it, else as it was taken along. */
async function recordOf(
  subject: string,
  session: DeviceSession,
  names: SubjectNames,
): Promise<EvidenceState | undefined> {
  const state = (await names.online())
    ? (await session.service.heads([subject]))[0]?.state
    : (await readTakenAlong(session))?.subjects.get(subject)?.state;
  return (state ?? undefined) as EvidenceState | undefined;
}

/** What the act is about: named as people name it, or begun under a new UUID. */
async function subjectOf(
  act: ActCommand,
  rule: AnyEventRule,
  named: string | undefined,
  names: SubjectNames,
): Promise<string> {
  const kind = act.type.slice(0, act.type.indexOf('.'));
  if (named !== undefined) return `${kind}/${await names.idOf(kind, named)}`;
  if (rule.begins) return `${kind}/${newId(Date.now(), systemRandom(16))}`;
  throw new UsageError({
    en: `which one? Name the subject by its number, name or UUID: ${kind}/UUID`,
    fr: `lequel ? Nommez le sujet par son numéro, son nom ou son UUID : ${kind}/UUID`,
  });
}
