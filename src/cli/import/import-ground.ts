import { type Knowledge, KnownLog, readPages, readSopInForce } from '../../client/index.js';
import { claimName, type Standing } from '../../custody/judge/world.js';
import type { ImportStanding } from '../../custody/vocabulary/imports.js';
import { isJsonObject, type JsonObject } from '../../log/index.js';
import type { DeviceSession } from '../device-session.js';

/** An import that was begun before. */
export interface BegunImport {
  readonly id: string;
  readonly lastRow: number;
  /** Numbers of the rows that are entered. */
  readonly rows: ReadonlySet<number>;
  readonly standing: ImportStanding;
  readonly tableHash: string;
  readonly mappingHash: string;
}

/** An incident of the register that a row may name. */
export interface KnownIncident {
  readonly id: string;
  readonly caseFile: string;
}

export async function readIncidents({ service }: DeviceSession): Promise<readonly KnownIncident[]> {
  const incidents = await readPages(service, '/v1/incidents');
  return incidents.map(({ id, summary }) => ({
    id: String(id),
    caseFile: String(membersOf(summary).caseFile),
  }));
}

/** The import of this reference, where it was opened before; null: it was not. */
export async function readBegunImport(
  { service }: DeviceSession,
  reference: string,
): Promise<BegunImport | null> {
  const [found] = await readPages(service, `/v1/imports?reference=${encodeURIComponent(reference)}`);
  if (found === undefined) return null;
  const { lastRow, standing, tableSha256 } = membersOf(found.summary);
  const history = await readPages(service, `/v1/imports/${String(found.id)}/history`);
  const entered = history.filter(({ type }) => type === 'import.rows-entered');
  return {
    id: String(found.id),
    lastRow: Number(lastRow),
    rows: new Set(entered.flatMap(({ body }) => rowsOf(membersOf(body)))),
    standing: standing as ImportStanding,
    tableHash: String(tableSha256),
    mappingHash: String(membersOf(found.state).mapping),
  };
}

function rowsOf({ rows = [] }: JsonObject): readonly number[] {
  return Array.isArray(rows) ? rows.map(row => Number(membersOf(row).row)) : [];
}

/**
 * The log as far as the rows rest on it, to hold them against before anything is signed.
 * @param named subjects that the rows name, beside incidents
 */
export async function knownForImport(
  { service }: DeviceSession,
  incidents: readonly KnownIncident[],
  named: Iterable<string>,
): Promise<KnownLog> {
  const subjects = new Map<string, Standing>();
  for (const { subject, seq, eventId, state } of await service.heads([...named])) {
    subjects.set(subject, { seq, head: eventId, state });
  }
  // Rules of rows ask whether an incident is there, and nothing of its state.
  for (const { id } of incidents) subjects.set(`incident/${id}`, { seq: 1, head: '', state: {} });
  const claims = new Map(
    incidents.map(({ id, caseFile }) => [claimName('case-file', caseFile), `incident/${id}`]),
  );
  const knowledge: Knowledge = { subjects, events: new Map(), claims, sop: await readSopInForce(service) };
  return new KnownLog(knowledge);
}

function membersOf(value: JsonObject[string] | undefined): JsonObject {
  return value !== undefined && isJsonObject(value) ? value : {};
}
