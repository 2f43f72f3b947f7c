import { ServiceProblem } from '../../client/index.js';
import { isJsonObject, type JsonValue } from '../../log/index.js';
import type { DeviceSession } from '../device-session.js';
import type { KnownSubject } from './kinds.js';

/**
 * Officers with their names, as far as this reader is shown them: a name is withheld in the history, and where the
 * first is, all are.
 */
export async function withNames(
  session: DeviceSession,
  officers: readonly KnownSubject[],
): Promise<readonly KnownSubject[]> {
  const named: KnownSubject[] = [];
  for (const officer of officers) {
    const name = await nameOf(session, officer.id);
    if (name === undefined) return officers;
    named.push({ ...officer, facts: { ...officer.facts, name } });
  }
  return named;
}

/** Undefined where it is withheld from this reader. */
async function nameOf({ service }: DeviceSession, id: string): Promise<string | undefined> {
  try {
    const { items = [] } = await service.get(`/v1/officers/${id}/history?limit=1`);
    const [registered] = Array.isArray(items) ? items.filter(isJsonObject) : [];
    return nameIn(registered?.claims ?? []);
  } catch (error) {
    if (error instanceof ServiceProblem && error.problem.status < 500) return undefined;
    throw error;
  }
}

function nameIn(claims: JsonValue): string | undefined {
  const name = (Array.isArray(claims) ? claims.filter(isJsonObject) : []).find(
    ({ pointer }) => pointer === '/name' || pointer === '/body/name',
  );
  return typeof name?.value === 'string' ? name.value : undefined;
}
