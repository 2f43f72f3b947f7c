import { readPages, ServiceProblem } from '../../client/index.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../log/index.js';
import { type DeviceSession, knownLog, readTakenAlong } from '../device-session.js';
import type { KnownSubject, ListedKind } from './kinds.js';

/** What the service shows this reader of a kind; nothing where the list is not for him. */
export async function subjectsOfService(
  { service }: DeviceSession,
  { path }: ListedKind,
  filter = '',
): Promise<readonly KnownSubject[]> {
  try {
    const entries = await readPages(service, `/v1/${path}${filter}`);
    return entries.map(({ id, state = null, summary = null }) => ({
      id: String(id),
      facts: { ...membersOf(state), ...membersOf(summary) },
    }));
  } catch (error) {
    // 400: a name that the filter cannot be asked for names nothing.
    if (error instanceof ServiceProblem && [400, 403, 404].includes(error.problem.status)) return [];
    throw error;
  }
}

/** What this device took along of a kind, and what was begun on it since. */
export async function subjectsOnDevice(
  session: DeviceSession,
  { kind }: ListedKind,
): Promise<readonly KnownSubject[]> {
  const taken = await readTakenAlong(session);
  const { entries } = await session.outbox.list();
  const signed = entries
    .filter(({ ended }) => ended === null)
    .flatMap(({ batch }) => batch.events.map(({ payload }) => payload.subject));
  const known = taken === null ? null : await knownLog(session, taken, new Set());
  const subjects = new Set([...(taken?.subjects.keys() ?? []), ...signed]);
  return [...subjects]
    .filter(subject => subject.startsWith(`${kind}/`))
    .map(subject => ({
      id: subject.slice(kind.length + 1),
      facts: membersOf(JSON.parse(JSON.stringify(known?.standing(subject)?.state ?? {}))),
    }));
}

function membersOf(value: JsonValue): JsonObject {
  return isJsonObject(value) ? value : {};
}
