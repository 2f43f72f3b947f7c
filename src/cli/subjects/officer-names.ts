import { ServiceProblem } from '../../client/index.js';
import { isJsonObject, type JsonValue } from '../../log/index.js';
import type { DeviceSession } from '../device-session.js';
import { officerOnCard } from '../officers.js';
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

/**
 * What may stand beside an officer's UUID: his name where this reader is shown it, else what is written on a card that
 * lies on this device. Of anybody else nothing.
 */
export async function namesOf(
  session: DeviceSession,
  officers: readonly string[],
  cards: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const onCards = await Promise.all(cards.map(officerOnCard));
  const named = await withNames(
    session,
    officers.map(id => ({ id, facts: {} })),
  );
  return new Map([
    ...onCards.map(({ officer, label }) => [officer, label] as const),
    ...named.flatMap(({ id, facts }) => (typeof facts.name === 'string' ? [[id, facts.name] as const] : [])),
  ]);
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
