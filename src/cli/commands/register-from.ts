import type { Command } from 'commander';
import type { Language } from '../../custody/text.js';
import { writeFileDurably } from '../../disk/write-durably.js';
import { resolveRefs } from '../act/refs.js';
import { type DeviceSession, openDeviceSession } from '../device-session.js';
import { exampleHelp, exampleId } from '../example-help.js';
import { type NamedOfficer, readCountersigners, readNamedOfficer, requireSigner } from '../officers.js';
import { pushAndTell } from '../outbox/push-and-tell.js';
import { exitStatus } from '../output.js';
import type { RegisterFromOptions } from '../register-from/options.js';
import { type NumberedItem, registerFrom, requireOptions } from '../register-from/register-from.js';
import { tableTemplate } from '../register-from/template.js';
import { SubjectNames } from '../subjects/subject-names.js';
import type { Surroundings } from '../surroundings.js';

/** What `scelle evidence register` takes beside an act's own options: a table of a whole scene. */
export type TableOptions = Partial<RegisterFromOptions> & {
  readonly template?: boolean | string;
  readonly as?: string;
  readonly with?: readonly string[];
};

export function addTableOptions(command: Command, language: Language): void {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  command
    .option(
      '--template [file]',
      say('write an empty table with its explanation', 'écrire un tableau vide et son mode d’emploi'),
    )
    .option(
      '--from <file>',
      say('register all items of a table (CSV)', 'enregistrer toutes les pièces d’un tableau (CSV)'),
    )
    .option(
      '--photos <folder>',
      say(
        'photographs, named by label or number; in the forms they are numbered LABEL-1, LABEL-2, …',
        'photographies, nommées par repère ou numéro ; numérotées REPÈRE-1, REPÈRE-2, … dans les formulaires',
      ),
    )
    .option(
      '--incident <uuid>',
      say('incident of the table, by UUID or case file', 'incident du tableau, par UUID ou dossier'),
    )
    .option('--scene <uuid>', say('scene of the table, by UUID or name', 'lieux du tableau, par UUID ou nom'))
    .option(
      '--camera <name>',
      say('camera, where a photograph does not say', 'appareil, si la photographie ne le dit pas'),
    )
    .addHelpText('after', () =>
      exampleHelp(
        language,
        'scelle evidence register --template table.csv',
        `scelle evidence register --from table.csv --photos photos --incident ${exampleId} --scene ${exampleId} --as my.key.json:WIT --with other.key.json:WIT:witness`,
      ),
    );
}

/** True where the command was about a table, and is done. */
export async function performTable(options: TableOptions, { output, home }: Surroundings): Promise<boolean> {
  const { template, from } = options;
  if (template !== undefined) {
    const text = tableTemplate();
    if (typeof template === 'string') await writeFileDurably(template, text);
    output.result({ template: typeof template === 'string' ? template : text }, [
      typeof template === 'string' ? template : text.trimEnd(),
    ]);
    return true;
  }
  if (from === undefined) return false;
  requireOptions(options);
  const as = requireSigner(options.as);
  const session = await openDeviceSession(home, output);
  const signer = await readNamedOfficer(as, output.language);
  const countersigners = await readCountersigners(options.with, output.language);
  const table = await namedTable({ ...options, from } as RegisterFromOptions, session, signer);
  const registered = await session.outbox.exclusively(() =>
    registerFrom(session, { signer, countersigners }, table, output),
  );
  if (registered === null) return true;
  const { items, photographs, entries, online, pushBefore } = registered;
  for (const line of labels(items)) output.note(line);
  if (online) {
    await pushAndTell(session, output, null, { items, photographs });
    return true;
  }
  const outbox = entries.map(({ id }) => id);
  output.result({ items, photographs, outbox, pushBefore }, labels(items));
  if (options.offline !== true) process.exitCode = exitStatus.unreachable;
  return true;
}

/** Incident, scene and the acts relied on, as people name them. */
async function namedTable(
  options: RegisterFromOptions,
  session: DeviceSession,
  signer: NamedOfficer,
): Promise<RegisterFromOptions> {
  const names = new SubjectNames(session, signer, options.offline === true);
  const incident = await names.idOf('incident', options.incident);
  const scene = options.scene === undefined ? undefined : await names.idOf('scene', options.scene);
  const about = [`incident/${incident}`, ...(scene === undefined ? [] : [`scene/${scene}`])];
  const ref = await resolveRefs(options.ref ?? [], about, session, names);
  return { ...options, incident, ref, ...(scene === undefined ? {} : { scene }) };
}

/** What is written on the labels: tag of the scene and number with its check character. */
function labels(items: readonly NumberedItem[]): readonly string[] {
  return items.map(({ label, number, standing }) => `${label}\t${number}\t${standing}`);
}
