import type { Command } from 'commander';
import {
  type BatchFile,
  eventIdsOf,
  filesNamedBy,
  missingSignatures,
  type OutboxEntry,
  type PlainAct,
} from '../../client/index.js';
import { eventRule } from '../../custody/catalogue.js';
import type { AnyEventRule } from '../../custody/rule.js';
import type { Language } from '../../custody/text.js';
import { formatTime, isUuid, newId } from '../../log/index.js';
import { type BoundFile, buildBody, distinct } from '../act/body.js';
import { exampleOf, shellLine } from '../act/example.js';
import { fieldsOf } from '../act/fields.js';
import { baseBody, type CircumstanceOptions, givenFields, readItems } from '../act/form.js';
import { composeOn, keep, pushBefore, requireSigned, signAll, standOn } from '../act/sign-and-keep.js';
import { type DeviceSession, openDeviceSession } from '../device-session.js';
import { bindFile } from '../home.js';
import { type NamedOfficer, readCountersigners, readNamedOfficer, requireSigner } from '../officers.js';
import { writeBatchAndFiles } from '../outbox/batch-on-stick.js';
import { pushAndTell } from '../outbox/push-and-tell.js';
import { exitStatus, type Output } from '../output.js';
import type { AddCommand, Surroundings } from '../surroundings.js';
import { systemRandom } from '../system-random.js';
import { UsageError } from '../usage-error.js';
import { type ActCommand, actCommands } from '../verbs.js';
import { addTableOptions, performTable, type TableOptions } from './register-from.js';

interface ActOptions extends CircumstanceOptions {
  readonly as: string;
  readonly with?: readonly string[];
  readonly ref?: readonly string[];
  readonly body?: string;
  readonly set?: readonly string[];
  readonly items?: string;
  readonly file?: readonly string[];
  readonly out?: string;
  readonly offline?: boolean;
}

const collect = (value: string, previous: readonly string[] = []) => [...previous, value];

/** A command for every act an officer signs, with its fields explained from the schema of its body. */
export const addActCommands: AddCommand = (program, language, surroundings) => {
  const groups = new Map<string, Command>();
  for (const act of actCommands()) {
    const rule = eventRule(act.type, 1);
    if (rule === undefined) continue;
    const group = groups.get(act.group) ?? program.command(act.group).description(groupTitle(act, language));
    groups.set(act.group, group);
    addActCommand(group, act, rule, language, surroundings);
  }
};

function groupTitle({ group, type }: ActCommand, language: Language): string {
  if (group === 'safety') return language === 'fr' ? 'Sécurité des pièces' : 'Safety of items';
  const kind = type.slice(0, type.indexOf('.'));
  return language === 'fr' ? `Actes : ${kind}` : `Acts: ${kind}`;
}

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
    .description(`${rule.title[language]} (${rule.type}; ${rule.source})`)
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
    .option('--precision <code>', 'SECOND, MINUTE, HOUR, DAY, MONTH, YEAR', 'MINUTE')
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
    .addHelpText('after', () => `${fieldHelp(rule, language)}\n${exampleHelp(act, rule, language)}`)
    .action(async (subject: string | undefined, options: Partial<ActOptions> & TableOptions) => {
      if (isTable && (await performTable(options, surroundings()))) return;
      const as = requireSigner(options.as);
      const complete = { precision: 'MINUTE', zone: 'Africa/Bamako', ...options, as };
      await perform(act, rule, subject, complete, surroundings());
    });
  if (isTable) addTableOptions(command, say);
}

/** The fields of the form, as they are typed after `--set`. */
function fieldHelp(rule: AnyEventRule, language: Language): string {
  const lines = fieldsOf(rule.body).map(field => {
    const choices = field.codes.length > 0 ? ` [${field.codes.join(' | ')}]` : '';
    const kind = field.kind === 'text' || field.kind === 'code' ? '' : ` (${field.kind})`;
    return `  ${field.optional ? ' ' : '*'} ${field.path}${kind}: ${field.words[language]}${choices}`;
  });
  const heading = language === 'fr' ? 'Champs (* obligatoire) :' : 'Fields (* must be given):';
  return `\n${heading}\n${lines.join('\n')}`;
}

function exampleHelp(act: ActCommand, rule: AnyEventRule, language: Language): string {
  const { args, items } = exampleOf(act, rule);
  const heading = language === 'fr' ? 'Exemple :' : 'Example:';
  const file = items === null ? [] : [`  items.json: ${JSON.stringify(items)}`];
  return [`\n${heading}`, `  ${shellLine(args)}`, ...file].join('\n');
}

async function perform(
  act: ActCommand,
  rule: AnyEventRule,
  named: string | undefined,
  options: ActOptions,
  { output, home }: Surroundings,
): Promise<void> {
  const session = await openDeviceSession(home, output);
  const signer = await readNamedOfficer(options.as, output.language);
  const countersigners = await readCountersigners(options.with, output.language);
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
    by: signer,
    at: formatTime(Date.now()),
    body,
    refs: options.ref ?? [],
    countersigners,
    items,
  };
  const kept = await session.outbox.exclusively(() =>
    signAndKeep(
      session,
      plain,
      { signer, countersigners, files: distinct([...files, ...given]), options },
      output,
    ),
  );
  if (kept !== null) await pushAndTell(session, output, kept.id, { subject, events: eventIdsOf(kept.batch) });
}

interface Signing {
  readonly signer: NamedOfficer;
  readonly countersigners: readonly NamedOfficer[];
  readonly files: readonly BoundFile[];
  readonly options: ActOptions;
}

/** Returns what is to be pushed now; null where it waits: for a signature, or for a connection. */
async function signAndKeep(
  session: DeviceSession,
  plain: PlainAct,
  { signer, countersigners, files, options }: Signing,
  output: Output,
): Promise<OutboxEntry | null> {
  const { subject } = plain;
  const offline = options.offline === true;
  const ground = await standOn(session, signer, offline, output);
  const composed = await composeOn(ground, session.device.origin, [plain], output);
  requireNamed(composed, files);
  const batch = await signAll(composed, [signer, ...countersigners]);
  if (options.out !== undefined) {
    await writeBatchAndFiles(options.out, batch, files);
    const missing = missingSignatures(batch);
    if (missing.length > 0 || offline) {
      const beside = files.map(({ sha256, path }) => ({ sha256, path }));
      output.result({ subject, out: options.out, missing, files: beside }, [
        subject,
        options.out,
        ...files.map(({ path }) => `  + ${path}`),
      ]);
      return null;
    }
  }
  requireSigned(batch);
  const entry = await keep(session, batch, files);
  if (ground.online) return entry;
  const { id } = entry;
  const events = eventIdsOf(batch);
  const before = pushBefore(batch, ground.sop);
  output.result({ subject, outbox: id, events, pushBefore: before }, [
    subject,
    `outbox ${id}`,
    ...(before === null ? [] : [pushBeforeLine(before, output.language)]),
  ]);
  if (!offline) process.exitCode = exitStatus.unreachable;
  return null;
}

/** A file nobody names would be uploaded for nothing: it is another one than was meant. */
function requireNamed(batch: BatchFile, files: readonly BoundFile[]): void {
  const named = new Set(filesNamedBy(batch).map(({ sha256 }) => sha256));
  for (const { sha256, path } of files) {
    if (named.has(sha256)) continue;
    throw new UsageError({
      en: `The act does not name ${path}: its SHA-256 is ${sha256}`,
      fr: `L'acte ne désigne pas ${path} : son SHA-256 est ${sha256}`,
    });
  }
}

function pushBeforeLine(before: string, language: Language): string {
  return language === 'fr'
    ? `À envoyer avant ${before} ; ensuite, inscription tardive contresignée par un supérieur.`
    : `To be pushed before ${before}; after that it is a late entry, countersigned by a supervisor.`;
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
