import { type BatchFile, ServiceProblem, ServiceUnreachable } from '../../client/index.js';
import { eventRule } from '../../custody/catalogue.js';
import { signedMembers } from '../../custody/common/signed-members.js';
import { subjectNamed } from '../../custody/schema/subject-named.js';
import type { Language, Text } from '../../custody/text.js';
import { disclosedValues, isJsonObject, type JsonValue, subjectKind } from '../../log/index.js';
import { type DeviceSession, readTakenAlong } from '../device-session.js';
import { listedKind } from './kinds.js';

/** What stands on a key or a card. */
interface Card {
  readonly officer: string;
  readonly label: string;
}

/**
 * What people call the subjects that acts name, by `<kind>/<UUID>`, officers mostly by their roles: as this device took it
 * along, or as the service has it where a session is open. Whoever signs writes the label of his key himself, so another
 * is shown it only where nothing else is known, and as what it is. A name is for whoever reads the act; what he signs is
 * the identifier, which stands beside it.
 */
export async function namesInBatches(
  session: DeviceSession | null,
  batches: readonly BatchFile[],
  cards: readonly Card[],
  language: Language,
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  const wanted = new Set([...subjectsIn(batches), ...cards.map(({ officer }) => `officer/${officer}`)]);
  if (session !== null) await takeKnown(names, session, [...wanted], language);
  for (const { officer, label } of cards) {
    const subject = `officer/${officer}`;
    if (!names.has(subject)) names.set(subject, `${byLabel[language]} ${label}`);
  }
  return names;
}

/** It stands before the label, which could otherwise go on to say what it likes. */
const byLabel: Text = { en: 'by the label of the key:', fr: 'd’après l’étiquette de la clé :' };

async function takeKnown(
  names: Map<string, string>,
  session: DeviceSession,
  wanted: readonly string[],
  language: Language,
): Promise<void> {
  const taken = await readTakenAlong(session);
  const here = wanted.map(subject => [subject, taken?.subjects.get(subject)?.state] as const);
  take(names, here, language);
  const others = wanted.filter(subject => !names.has(subject));
  take(names, await statesAtService(session, others), language);
}

function take(
  names: Map<string, string>,
  states: readonly (readonly [string, unknown])[],
  language: Language,
): void {
  for (const [subject, state] of states) {
    const name = nameOf(subject, JSON.parse(JSON.stringify(state ?? null)), language);
    if (name !== undefined) names.set(subject, name);
  }
}

/** What is named in the acts, and what they are about; who signs stands there with his role. */
function subjectsIn(batches: readonly BatchFile[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { payload, disclosures } of batches.flatMap(({ events }) => events)) {
    const { subject, type, form, body } = payload;
    found.add(subject);
    for (const { schema, value } of signedMembers(
      eventRule(type, form)?.body,
      body,
      disclosedValues(disclosures),
    )) {
      const named = subjectNamed(schema, value);
      if (named !== null) found.add(named);
    }
  }
  return found;
}

/** Nothing where no session is open, or the service is away: the identifiers stand by themselves. */
async function statesAtService(
  { service }: DeviceSession,
  subjects: readonly string[],
): Promise<readonly (readonly [string, unknown])[]> {
  if (!service.isOpen || subjects.length === 0) return [];
  try {
    return (await service.heads(subjects)).map(({ subject, state }) => [subject, state] as const);
  } catch (error) {
    if (error instanceof ServiceProblem || error instanceof ServiceUnreachable) return [];
    throw error;
  }
}

function nameOf(subject: string, facts: JsonValue, language: Language): string | undefined {
  if (!isJsonObject(facts)) return undefined;
  const kind = subjectKind(subject);
  const listed = listedKind(kind);
  const known = { id: subject.slice(kind.length + 1), facts };
  const [name] = listed?.namesOf(known) ?? [];
  if (name !== undefined || kind !== 'officer') return name;
  // The names of officers are withheld.
  return listed?.cellsOf(known, language)[0] || undefined;
}
