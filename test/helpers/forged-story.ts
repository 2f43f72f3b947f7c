import { makeProofOfPossession } from '../../src/log/index.js';
import {
  type Appended,
  ForgedLog,
  type Key,
  makeKey,
  type Person,
  type ToAppend,
  uuid,
} from './forged-log.js';

/** Those who act in it. */
export interface Cast {
  readonly registrars: readonly [Person, Person];
  readonly operator: Person;
  readonly collector: Person;
  readonly witness: Person;
}

export const until = '2022-01-01T00:00:00Z';

/** The founding batch: `log.opened`, countersignatures, and the founders' registrations. */
export async function found(log: ForgedLog): Promise<void> {
  const [first, ...others] = log.founders;
  if (first === undefined) throw new Error('no founders');
  const opened = await log.append({
    by: first,
    role: 'REG',
    subject: log.subject,
    type: 'log.opened',
    body: await log.openedBody(),
  });
  for (const founder of others) await log.countersign(opened, founder, 'REG', 'founder');
  for (const founder of log.founders) {
    const [other] = log.founders.filter(({ officer }) => officer !== founder.officer);
    if (other === undefined) throw new Error('a single founder');
    await registerBy(log, other, founder, founder.officer);
  }
}

/** An act about an officer, by one registrar, countersigned by another. */
export async function actOn(
  log: ForgedLog,
  [by, other]: readonly [Person, Person],
  officer: string,
  act: Pick<ToAppend, 'type' | 'body'> & Partial<ToAppend>,
): Promise<Appended> {
  const event = await log.append({ by, role: 'REG', subject: `officer/${officer}`, ...act });
  await log.countersign(event, other, 'REG', 'registrar');
  return event;
}

function registerBy(log: ForgedLog, by: Person, other: Person, officer: string): Promise<Appended> {
  return actOn(log, [by, other], officer, { type: 'officer.registered', body: { unit: 'DEMO-UNIT' } });
}

export async function keyBody(log: ForgedLog, officer: string, { jwk, signer }: Key) {
  return { jwk: { ...jwk }, pop: await makeProofOfPossession({ log: log.origin, officer }, signer) };
}

export const grantBody = (role: string) => ({ grant: uuid(), role, from: '2021-01-01T00:00:00Z', until });

/** An officer with a key and a role, by two registrars. */
export async function enlist(
  log: ForgedLog,
  registrars: readonly [Person, Person],
  role: string,
): Promise<Person> {
  const person = { officer: uuid(), key: await makeKey() };
  await registerBy(log, ...registrars, person.officer);
  await actOn(log, registrars, person.officer, {
    type: 'officer.key-registered',
    body: await keyBody(log, person.officer, person.key),
  });
  await actOn(log, registrars, person.officer, { type: 'officer.role-granted', body: grantBody(role) });
  return person;
}

/** A founded log with three officers and an anchor. */
export async function foundedLog(): Promise<{ log: ForgedLog; cast: Cast }> {
  const log = await ForgedLog.prepare();
  await found(log);
  const [one, two] = log.founders;
  if (one === undefined || two === undefined) throw new Error('no founders');
  const registrars = [one, two] as const;
  const operator = await enlist(log, registrars, 'OPS');
  const collector = await enlist(log, registrars, 'WIT');
  const witness = await enlist(log, registrars, 'EOD');
  await anchor(log, operator);
  return { log, cast: { registrars, operator, collector, witness } };
}

/** @param note of a checkpoint; where nothing is said, of all leaves so far, seen now */
export async function anchor(log: ForgedLog, by: Person, note?: string): Promise<Appended> {
  const body = { note: Buffer.from(note ?? (await log.note(log.events.length)), 'utf8').toString('base64') };
  return log.append({ by, role: 'OPS', subject: log.subject, type: 'log.anchored', body });
}

/** Registered, then collected with a countersignature: an item's first three events. */
export async function collectItem(log: ForgedLog, { collector, witness }: Cast): Promise<string> {
  const subject = `evidence/${uuid()}`;
  const by = { by: collector, role: 'WIT', subject };
  const registered = await log.append({ ...by, type: 'evidence.registered', body: { description: 'DEMO' } });
  const collected = await log.append({
    ...by,
    type: 'evidence.collected',
    body: { method: 'by hand' },
    refs: [registered.eventId],
  });
  await log.countersign(collected, witness, 'EOD');
  return subject;
}

/** A transfer that is offered, with the event of each item. */
export async function offerItems(log: ForgedLog, by: Person, items: readonly string[]): Promise<Appended> {
  const listed = items.map(subject => ({ subject, seq: (log.headOf(subject)?.payload.seq ?? 0) + 1 }));
  const group = await log.append({
    by,
    role: 'WIT',
    subject: `transfer/${uuid()}`,
    type: 'transfer.offered',
    body: { items: listed },
  });
  for (const subject of items) await offeredItem(log, by, subject, group);
  return group;
}

/** The event of one item in a group. */
export function offeredItem(
  log: ForgedLog,
  by: Person,
  subject: string,
  { eventId, payload }: Appended,
  extra: Partial<ToAppend> = {},
): Promise<Appended> {
  return log.append({
    by,
    role: 'WIT',
    subject,
    type: 'evidence.offered',
    body: { group: eventId },
    payload: { at: payload.at },
    ...extra,
  });
}
