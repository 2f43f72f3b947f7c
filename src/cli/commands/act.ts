import type { Command } from 'commander';
import type { PlainAct } from '../../client/index.js';
import { currentRule } from '../../custody/catalogue.js';
import type { AnyEventRule } from '../../custody/rule.js';
import type { Language } from '../../custody/text.js';
import { formatTime, isUuid, newId } from '../../log/index.js';
import { actHelp } from '../act/act-help.js';
import { buildBody, distinct } from '../act/body.js';
import { type DeliveryOptions, deliver, readSigners } from '../act/deliver.js';
import { baseBody, type CircumstanceOptions, givenFields, readItems } from '../act/form.js';
import { groupTitles } from '../group-titles.js';
import { bindFile } from '../home.js';
import { requireSigner } from '../officers.js';
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
    const rule = currentRule(act.type);
    if (rule === undefined) continue;
    const group =
      groups.get(act.group) ??
      program.command(act.group).description(groupTitles[act.group]?.[language] ?? act.group);
    groups.set(act.group, group);
    addActCommand(group, act, rule, language, surroundings);
  }
};

function addActCommand(
  group: Command,
  act: ActCommand,
  rule: AnyEventRule,
  language: Language,
  surroundings: () => Surroundings,
): void {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  const isTable = act.type === 'evidence.registered';
  const command = group
    .command(act.verb)
    .description(rule.title[language])
    .argument(
      '[subject]',
      say('UUID of the subject; a new one where it begins', "UUID du sujet ; nouveau s'il commence"),
    )
    .option('--as <file:role>', say('your key file and role', 'votre clé et votre rôle'))
    .option(
      '--with <file:role:as>',
      say('who countersigns, and as what', 'qui contresigne, et à quel titre'),
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
    .option('--at <time>', say('when it happened, UTC', 'heure des faits, UTC'))
    .option(
      '--precision <code>',
      say(
        'how exactly the time is known: SECOND, MINUTE, HOUR, DAY, MONTH, YEAR',
        "précision de l'heure : SECOND, MINUTE, HOUR, DAY, MONTH, YEAR",
      ),
      'MINUTE',
    )
    .option('--zone <name>', say('time zone of the place', 'fuseau horaire du lieu'), 'Africa/Bamako')
    .option('--place <text>', say('place in words', 'lieu en clair'))
    .option('--site <uuid>', say('registered site', 'site enregistré'))
    .option('--late <reason>', say('why it is entered late', "raison de l'inscription tardive"))
    .option(
      '--override <gate:officer:reason>',
      say('a gate passed by decision', 'un verrou levé par décision'),
      collect,
    )
    .option('--ref <event>', say('event this act relies on', "acte sur lequel celui-ci s'appuie"), collect)
    .option(
      '--out <file>',
      say(
        'keep the batch as a file, e.g. to be signed elsewhere; photographs and scans go beside it, in FILE.files',
        'garder le lot dans un fichier, p. ex. pour le faire signer ailleurs ; photographies et documents vont à côté, dans FICHIER.files',
      ),
    )
    .option('--offline', say('sign and keep; push later', 'signer et garder ; envoyer plus tard'))
    .addHelpText('after', () => actHelp(act, rule, language))
    .action(async (subject: string | undefined, options: Partial<ActOptions> & TableOptions) => {
      if (isTable && (await performTable(options, surroundings()))) return;
      const as = requireSigner(options.as);
      const complete = { precision: 'MINUTE', zone: 'Africa/Bamako', ...options, as };
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
  const subject = subjectOf(act, rule, named);
  const { body, files } = await buildBody({
    schema: rule.body,
    base: await baseBody(rule, options),
    given: givenFields(options.set ?? []),
    bindFile,
    resolve: async (_kind, name) => name,
  });
  const items = options.items === undefined ? [] : await readItems(options.items, rule, body);
  const given = await Promise.all((options.file ?? []).map(bindFile));
  const plain: PlainAct = {
    subject,
    type: act.type,
    by: signers.signer,
    at: formatTime(Date.now()),
    body,
    refs: options.ref ?? [],
    countersigners: signers.countersigners,
    items,
  };
  await deliver(subject, [plain], distinct([...files, ...given]), signers, options, surroundings.output);
}

function subjectOf(act: ActCommand, rule: AnyEventRule, named: string | undefined): string {
  const kind = act.type.slice(0, act.type.indexOf('.'));
  if (named === undefined) {
    if (!rule.begins) {
      throw new UsageError({
        en: `which one? Name the subject by its UUID: ${kind}/UUID`,
        fr: `lequel ? Nommez le sujet par son UUID : ${kind}/UUID`,
      });
    }
    return `${kind}/${newId(Date.now(), systemRandom(16))}`;
  }
  const id = named.startsWith(`${kind}/`) ? named.slice(kind.length + 1) : named;
  if (!isUuid(id)) {
    throw new UsageError({
      en: `${named} is no UUID; expected ${kind}/UUID or the UUID alone`,
      fr: `${named} n'est pas un UUID ; attendu ${kind}/UUID ou l'UUID seul`,
    });
  }
  return `${kind}/${id}`;
}
