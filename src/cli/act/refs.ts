import { readPages, ServiceProblem } from '../../client/index.js';
import type { JsonObject } from '../../log/index.js';
import { type DeviceSession, readTakenAlong } from '../device-session.js';
import { historyPath } from '../subjects/kinds.js';
import type { SubjectNames } from '../subjects/subject-names.js';
import { UsageError } from '../usage-error.js';

const eventId = /^[A-Za-z0-9_-]{43}$/;
const leafNumber = /^#?(\d{1,15})$/;

/**
 * The acts that `--ref` names, as event ids. An act may be named by the number it has in the log: it is looked up in
 * the receipts of this device, in what was taken along, and in the histories of the subjects the act is about.
 * @throws UsageError
 */
export async function resolveRefs(
  typed: readonly string[],
  about: readonly string[],
  session: DeviceSession,
  names: SubjectNames,
): Promise<readonly string[]> {
  const refs: string[] = [];
  for (const text of typed) {
    if (eventId.test(text)) refs.push(text);
    else refs.push(await eventAt(text, about, session, names));
  }
  return refs;
}

async function eventAt(
  text: string,
  about: readonly string[],
  session: DeviceSession,
  names: SubjectNames,
): Promise<string> {
  const number = leafNumber.exec(text)?.[1];
  if (number === undefined) {
    throw new UsageError({
      en: `an act is named by its number in the log (#126) or its event id, not ${text}`,
      fr: `un acte est désigné par son numéro au journal (#126) ou son empreinte, pas ${text}`,
    });
  }
  const index = Number(number);
  const found =
    (await eventOnDevice(session, index)) ??
    ((await names.online()) ? await eventOfService(session, about, index) : undefined);
  if (found !== undefined) return found;
  throw new UsageError({
    en: `${text}: which act that is cannot be told from here; give its event id`,
    fr: `${text} : impossible de dire d'ici de quel acte il s'agit ; donnez son empreinte`,
  });
}

async function eventOnDevice(session: DeviceSession, index: number): Promise<string | undefined> {
  const { entries } = await session.outbox.list();
  const receipts = entries.flatMap(entry => entry.receipts ?? []);
  const own = receipts.find(receipt => receipt.index === index);
  if (own !== undefined) return own.eventId;
  const taken = await readTakenAlong(session);
  return [...(taken?.events.values() ?? [])].find(event => event.index === index)?.eventId;
}

async function eventOfService(
  session: DeviceSession,
  about: readonly string[],
  index: number,
): Promise<string | undefined> {
  for (const subject of new Set(about)) {
    const event = (await historyOf(session, subject)).find(entry => entry.index === index);
    if (event !== undefined) return String(event.eventId);
  }
  return undefined;
}

async function historyOf({ service }: DeviceSession, subject: string): Promise<readonly JsonObject[]> {
  const path = historyPath(subject);
  if (path === undefined) return [];
  try {
    return await readPages(service, path);
  } catch (error) {
    if (error instanceof ServiceProblem && error.problem.status < 500) return [];
    throw error;
  }
}
