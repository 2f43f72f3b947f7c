import { readFile } from 'node:fs/promises';
import { checkForm, composeBatch, type PlainAct, readPages } from '../../client/index.js';
import type { ReferenceState } from '../../custody/reference/state.js';
import { explain } from '../../custody/violation.js';
import { formatTime, type JsonObject, newId } from '../../log/index.js';
import { type CircumstanceOptions, circumstancesOf } from '../act/form.js';
import { keep, signAll } from '../act/sign-and-keep.js';
import { type DeviceSession, knownHeads, signIn } from '../device-session.js';
import { pushWaiting } from '../import/enter-rows.js';
import type { NamedOfficer } from '../officers.js';
import type { Output } from '../output.js';
import { systemRandom } from '../system-random.js';
import { UsageError } from '../usage-error.js';
import { type EntryOfTable, readEntries } from './read-entries.js';

export interface ReferenceImportOptions extends CircumstanceOptions {
  readonly name: string;
  /** Both are asked for where the collection is not there yet. */
  readonly describes?: string;
  readonly source?: string;
}

/** What came of a table of entries. */
export interface ReferenceImported {
  readonly reference: string;
  readonly name: string;
  readonly added: number;
  /** Keys that the collection had already: an entry is stated anew by `scelle reference restate-entry`. */
  readonly known: readonly string[];
}

/** Entries of one act. */
const entriesAtOnce = 200;

/**
 * Adds the entries of a table to a collection, which is opened where there is none of that name. Each act is signed and
 * pushed before the next; run again after an interruption it goes on with the keys that are not there.
 */
export async function importEntries(
  session: DeviceSession,
  signer: NamedOfficer,
  path: string,
  options: ReferenceImportOptions,
  output: Output,
): Promise<ReferenceImported> {
  await signIn(session, signer);
  await pushWaiting(session, output);
  const table = readEntries(await readFile(path));
  const found = await readCollection(session, options.name);
  const subject = found?.subject ?? `reference/${newId(Date.now(), systemRandom(16))}`;
  const fresh = table.filter(({ key }) => !Object.hasOwn(found?.entries ?? {}, key));
  const acts = [...(found === null ? [opening(options)] : []), ...additions(fresh)];
  for (const [type, said] of acts) {
    const body = { ...circumstancesOf(options), ...said };
    await append(
      session,
      signer,
      {
        subject,
        type,
        by: signer,
        at: formatTime(Date.now()),
        body,
      },
      output,
    );
  }
  const known = table.filter(entry => !fresh.includes(entry)).map(({ key }) => key);
  return { reference: subject.slice('reference/'.length), name: options.name, added: fresh.length, known };
}

async function readCollection({ service }: DeviceSession, name: string) {
  const [found] = await readPages(service, `/v1/references?name=${encodeURIComponent(name)}`);
  if (found === undefined) return null;
  const subject = `reference/${String(found.id)}`;
  const [head] = await service.heads([subject]);
  return { subject, entries: (head?.state as ReferenceState | undefined)?.entries ?? {} };
}

type Act = readonly [type: string, body: JsonObject];

function opening({ name, describes, source }: ReferenceImportOptions): Act {
  if (describes === undefined || source === undefined) {
    throw new UsageError({
      en: `there is no collection ${name}: say with --describes what it is, and with --source where it comes from`,
      fr: `il n'y a pas de recueil ${name} : indiquez son objet (--describes) et sa provenance (--source)`,
    });
  }
  return ['reference.opened', { name, describes, source, file: null }];
}

function additions(fresh: readonly EntryOfTable[]): readonly Act[] {
  const acts: Act[] = [];
  for (let start = 0; start < fresh.length; start += entriesAtOnce) {
    const entries = fresh.slice(start, start + entriesAtOnce).map(({ key, entry }) => ({ key, ...entry }));
    acts.push(['reference.entries-added', { entries }]);
  }
  return acts;
}

/** @throws UsageError where the form or the service does not take it */
async function append(
  session: DeviceSession,
  signer: NamedOfficer,
  act: PlainAct,
  output: Output,
): Promise<void> {
  const heads = await knownHeads(session, [act.subject], new Set());
  const batch = composeBatch(session.device.origin, [act], heads, systemRandom);
  const [fault] = checkForm(batch);
  if (fault !== undefined) {
    const say = (language: 'en' | 'fr') => `${fault.pointer}: ${explain(fault, language).message}`;
    throw new UsageError({ en: say('en'), fr: say('fr') });
  }
  await keep(session, await signAll(batch, [signer]), []);
  await pushWaiting(session, output);
}
