import type { Command } from 'commander';
import { composeBatch, missingSignatures, type PlainAct, signBatch } from '../../client/index.js';
import { eventRule } from '../../custody/catalogue.js';
import type { AnyEventRule } from '../../custody/rule.js';
import type { Language } from '../../custody/text.js';
import { formatTime, isJsonObject, isUuid, type JsonObject, newId } from '../../log/index.js';
import { buildBody } from '../act/body.js';
import { fieldsOf } from '../act/fields.js';
import { systemRandom } from '../cast/found-demo-log.js';
import { knownHeads, openDeviceSession, signIn } from '../device-session.js';
import { bindFile, readJsonFile, writeFileDurably } from '../home.js';
import { type NamedOfficer, readNamedOfficer } from '../officers.js';
import type { AddCommand, Surroundings } from '../program.js';
import { UsageError } from '../usage-error.js';
import { type ActCommand, actCommands } from '../verbs.js';
import { pushAndTell } from './outbox.js';

interface ActOptions {
  readonly as: string;
  readonly with?: readonly string[];
  readonly at?: string;
  readonly precision: string;
  readonly zone: string;
  readonly place?: string;
  readonly site?: string;
  readonly late?: string;
  readonly override?: readonly string[];
  readonly ref?: readonly string[];
  readonly body?: string;
  readonly set?: readonly string[];
  readonly items?: string;
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
  group
    .command(act.verb)
    .description(`${rule.title[language]} (${rule.type}; ${rule.source})`)
    .argument(
      '[subject]',
      say('UUID of the subject; a new one where it begins', "UUID du sujet ; nouveau s'il commence"),
    )
    .requiredOption('--as <file:role>', say('your key file and role', 'votre clé et votre rôle'))
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
      say('keep the batch as a file, e.g. to be signed elsewhere', 'garder le lot dans un fichier'),
    )
    .option('--offline', say('sign and keep; push later', 'signer et garder ; envoyer plus tard'))
    .addHelpText('after', fieldHelp(rule, language))
    .action((subject: string | undefined, options: ActOptions) =>
      perform(act, rule, subject, options, surroundings()),
    );
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

async function perform(
  act: ActCommand,
  rule: AnyEventRule,
  named: string | undefined,
  options: ActOptions,
  { output, home }: Surroundings,
): Promise<void> {
  const session = await openDeviceSession(home, output);
  const signer = await readNamedOfficer(options.as, output.language);
  const countersigners = await Promise.all(
    (options.with ?? []).map(text => readCountersigner(text, output.language)),
  );
  const subject = subjectOf(act, rule, named);
  const { body, files } = await buildBody({
    schema: rule.body,
    base: await baseBody(rule, options),
    given: givenFields(options.set ?? []),
    bindFile,
    resolve: async (_kind, name) => name,
  });
  const items = options.items === undefined ? [] : await readItems(options.items, rule, body);
  await signIn(session, signer);
  const heads = await knownHeads(session, [subject, ...items.map(item => item.subject)]);
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
  let batch = composeBatch(session.device.origin, [plain], heads, systemRandom);
  for (const { unlocked } of [signer, ...countersigners])
    if (unlocked !== null) batch = await signBatch(batch, unlocked);
  if (options.out !== undefined) await writeFileDurably(options.out, `${JSON.stringify(batch, null, 2)}\n`);
  const missing = missingSignatures(batch);
  if (missing.length > 0 && options.out === undefined) {
    throw new UsageError(
      'a signature is missing: give --out FILE and let it be completed with `scelle sign FILE`',
    );
  }
  if (missing.length > 0 || (options.out !== undefined && options.offline === true)) {
    output.result({ subject, out: options.out, missing }, [`${subject}`, `${options.out}`]);
    return;
  }
  const entry = {
    id: newId(Date.now(), systemRandom(16)),
    position: await session.outbox.nextPosition(),
    batch,
    files,
    receipts: null,
    problem: null,
  };
  // Durable before anything is sent: what was signed is never lost.
  await session.outbox.put(entry);
  if (options.offline === true)
    output.result({ subject, outbox: entry.id }, [`${subject}`, `outbox ${entry.id}`]);
  else await pushAndTell(session, output, entry.id, { subject });
}

function subjectOf(act: ActCommand, rule: AnyEventRule, named: string | undefined): string {
  const kind = act.type.slice(0, act.type.indexOf('.'));
  if (named === undefined) {
    if (!rule.begins) throw new UsageError(`name the ${kind} by its UUID`);
    return `${kind}/${newId(Date.now(), systemRandom(16))}`;
  }
  const id = named.startsWith(`${kind}/`) ? named.slice(kind.length + 1) : named;
  if (!isUuid(id)) throw new UsageError(`${named} is not the UUID of a ${kind}`);
  return `${kind}/${id}`;
}

/** The members every act has, where its form has them. */
async function baseBody(rule: AnyEventRule, options: ActOptions): Promise<JsonObject> {
  const stored = options.body === undefined ? {} : await readJsonFile(options.body);
  if (!isJsonObject(stored)) throw new UsageError(`${options.body} holds no JSON object`);
  const { properties } = rule.body as { readonly properties?: object };
  if (properties === undefined || !('occurred' in properties)) return stored;
  const at = options.at ?? formatTime(Date.now());
  return {
    occurred: { at, precision: options.precision, zone: options.zone, clockDoubt: null },
    place: { site: options.site ?? null, description: options.place ?? '-', position: null },
    lateEntry: options.late === undefined ? null : { reason: options.late },
    overrides: (options.override ?? []).map(readOverride),
    ...stored,
  };
}

function readOverride(text: string): JsonObject {
  const [gate = '', officer = '', ...reason] = text.split(':');
  if (reason.length === 0) throw new UsageError(`expected GATE:OFFICER:REASON, received ${text}`);
  return { gate, officer, reason: reason.join(':') };
}

function givenFields(set: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const given = new Map<string, readonly string[]>();
  for (const text of set) {
    const at = text.indexOf('=');
    if (at < 1) throw new UsageError(`expected FIELD=VALUE, received ${text}`);
    const path = text.slice(0, at);
    given.set(path, [...(given.get(path) ?? []), text.slice(at + 1)]);
  }
  return given;
}

/** A list of `{"subject": "evidence/…", …}`; when and where are those of the act. */
async function readItems(
  path: string,
  rule: AnyEventRule,
  body: JsonObject,
): Promise<NonNullable<PlainAct['items']>> {
  const stored = await readJsonFile(path);
  const [type] = rule.itemTypes ?? [];
  if (!Array.isArray(stored) || type === undefined) throw new UsageError(`${path} holds no list of items`);
  const { occurred, place } = body;
  return stored.filter(isJsonObject).map(({ subject, type: own, ...item }) => ({
    subject: String(subject),
    type: typeof own === 'string' ? own : type,
    body: {
      ...(occurred === undefined ? {} : { occurred }),
      ...(place === undefined ? {} : { place }),
      ...item,
    },
  }));
}

async function readCountersigner(
  text: string,
  language: Language,
): Promise<NamedOfficer & { readonly as: string }> {
  const at = text.lastIndexOf(':');
  if (at < 1) throw new UsageError(`expected FILE:ROLE:CAPACITY, received ${text}`);
  return { ...(await readNamedOfficer(text.slice(0, at), language)), as: text.slice(at + 1) };
}
