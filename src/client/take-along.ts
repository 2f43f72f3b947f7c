import type { Standing } from '../custody/judge/world.js';
import type { PlacedAct } from '../custody/rule.js';
import type { Sop } from '../custody/sop/document.js';
import { readSop } from '../custody/sop/sop-bytes.js';
import { isJsonObject, type JsonObject, parseTime } from '../log/index.js';
import { claimsOfPackages, KnowledgeFileError, type TakenAlong } from './knowledge-file.js';
import { linkedSubjects } from './linked-subjects.js';
import { readPages } from './read-pages.js';
import { type Service, ServiceProblem } from './service.js';

/** What an officer is going to work on. UUIDs. */
export interface Wanted {
  readonly officer: string;
  readonly incidents: readonly string[];
  readonly scenes: readonly string[];
  readonly sites: readonly string[];
  readonly items: readonly string[];
}

/** Lists that may not be read, or not in full: the device will say of them that it cannot tell. */
export interface NotTaken {
  readonly what: string;
  readonly status: number;
}

/** How far links are followed: item, its package, the package's other items, their packages. */
const rounds = 3;

/**
 * Takes along, before a device leaves, all that the rules will ask for: heads and states, the events of scenes
 * that acts there refer to, officers, sites, own seals, and the procedure in force (design section 4). What the
 * reader may not see is left out and named.
 * @param now ms since 1970
 */
export async function takeAlong(
  service: Service,
  wanted: Wanted,
  now: number,
): Promise<{ readonly taken: TakenAlong; readonly notTaken: readonly NotTaken[] }> {
  const notTaken: NotTaken[] = [];
  const list = (path: string) => orNothing(notTaken, path, () => readPages(service, path));
  const subjects = new Map<string, Standing>();
  const sop = await readSopInForce(service);
  for (const path of listsOf(wanted)) keepListed(subjects, await list(path));
  const named = [
    ...wanted.items.map(id => `evidence/${id}`),
    ...wanted.incidents.map(id => `incident/${id}`),
    ...wanted.scenes.map(id => `scene/${id}`),
  ];
  await followLinks(
    service,
    subjects,
    named.filter(subject => !subjects.has(subject)),
  );
  const events = new Map<string, PlacedAct>();
  for (const path of historiesOf(subjects, wanted)) {
    for (const act of (await list(path)).map(placedAct)) events.set(act.eventId, act);
  }
  return { taken: { sop, subjects, events, ...asOf(subjects, now) }, notTaken };
}

/**
 * Reads anew what a push has changed: the subjects of its acts as they stand now, what they have come to be linked
 * with, and the procedure in force. Of what the reader may no longer see, the older reading stays.
 * @param now ms since 1970
 */
export async function takeAgain(
  service: Service,
  { subjects: older, events }: TakenAlong,
  changed: readonly string[],
  now: number,
): Promise<TakenAlong> {
  const sop = await readSopInForce(service);
  const subjects = new Map(older);
  await followLinks(service, subjects, [...new Set(changed)]);
  const fresh = new Map([...subjects].filter(([subject, standing]) => older.get(subject) !== standing));
  return { sop, subjects: fresh, events, ...asOf(fresh, now) };
}

function asOf(subjects: ReadonlyMap<string, Standing>, now: number): Pick<TakenAlong, 'claims' | 'takenAt'> {
  const takenAt = new Map([...subjects.keys()].map(subject => [subject, now]));
  return { claims: claimsOfPackages(subjects), takenAt };
}

/** The procedure in force, as the service has it. @throws KnowledgeFileError */
export async function readSopInForce(service: Service): Promise<Sop> {
  const sop = readSop((await service.get('/v1/sop')).document);
  if (sop === undefined) {
    throw new KnowledgeFileError({
      en: 'the service gave no procedure (SOP document) that this release can read',
      fr: "le service n'a donné aucune procédure (document SOP) lisible par cette version",
    });
  }
  return sop;
}

function listsOf({ officer, incidents, scenes, sites }: Wanted): readonly string[] {
  return [
    '/v1/officers',
    '/v1/units',
    '/v1/sites',
    `/v1/seal-stocks?issuedTo=${officer}`,
    ...incidents.flatMap(id => [`/v1/scenes?incident=${id}`, `/v1/evidence?incident=${id}`]),
    ...scenes.flatMap(id => [`/v1/evidence?scene=${id}`, `/v1/visits?scene=${id}`]),
    ...sites.map(id => `/v1/evidence?site=${id}`),
    `/v1/evidence?custodian=${officer}`,
  ];
}

function historiesOf(subjects: ReadonlyMap<string, Standing>, { items }: Wanted): readonly string[] {
  const scenes = [...subjects.keys()].filter(subject => subject.startsWith('scene/'));
  return [
    ...scenes.map(subject => `/v1/scenes/${subject.slice('scene/'.length)}/history`),
    ...items.map(id => `/v1/evidence/${id}/history`),
  ];
}

/** Entries whose record may be read hold their state; of the others only a summary is known. */
function keepListed(subjects: Map<string, Standing>, entries: readonly JsonObject[]): void {
  for (const { subject, head, state } of entries) {
    if (
      typeof subject !== 'string' ||
      head === undefined ||
      !isJsonObject(head) ||
      !isJsonObject(state ?? null)
    )
      continue;
    subjects.set(subject, { seq: Number(head.seq), head: String(head.eventId), state });
  }
}

/** Reads `asked`, and then what is linked from there and not in `subjects` yet. */
async function followLinks(
  service: Service,
  subjects: Map<string, Standing>,
  asked: readonly string[],
): Promise<void> {
  let missing = asked;
  for (let round = 0; round <= rounds; round++) {
    for (const { subject, seq, eventId, state } of await service.heads(missing)) {
      subjects.set(subject, { seq, head: eventId, state });
    }
    const linked = [...subjects].flatMap(([subject, { state }]) => linkedSubjects(subject, state));
    missing = [...new Set(linked)].filter(subject => !subjects.has(subject));
    if (missing.length === 0) return;
  }
}

function placedAct(event: JsonObject): PlacedAct {
  const { eventId, subject, seq, type, actor, kid, at, refs, body, index, receivedAt } = event;
  return {
    ...({ eventId, subject, seq, type, actor, kid, at, refs, body, index } as unknown as PlacedAct),
    id: String(subject).slice(String(subject).indexOf('/') + 1),
    receivedAt: parseTime(String(receivedAt)),
  };
}

async function orNothing(
  notTaken: NotTaken[],
  what: string,
  read: () => Promise<readonly JsonObject[]>,
): Promise<readonly JsonObject[]> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof ServiceProblem) || ![403, 404].includes(error.problem.status)) throw error;
    notTaken.push({ what, status: error.problem.status });
    return [];
  }
}
