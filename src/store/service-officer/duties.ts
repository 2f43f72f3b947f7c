import type { AdministeredBody } from '../../custody/log/events/administered.js';
import type { LogState } from '../../custody/log/state.js';
import { explain } from '../../custody/violation.js';
import { base64Text, type JsonObject, utf8Bytes } from '../../log/index.js';
import { readAccessHead } from '../access-log.js';
import { readOwedActs, removeOwedAct } from '../administration/owed-acts.js';
import type { AppendOutcome } from '../appender/outcome.js';
import { readLastWitnessed } from '../cosignatures.js';
import type { OpenLog } from '../open-log.js';
import { readLogStanding } from '../read-log-standing.js';
import type { ServiceOfficer } from './service-officer.js';

const dayMs = 86_400_000;

/** The log does not take an act of the service. The message names the rules. */
class DutyRefused extends Error {
  override readonly name = 'DutyRefused';
}

/** What was to be done when it failed, and why. */
export type DutyFailed = (duty: string, error: unknown) => void;

/**
 * What the service's own officer owes the log: administrative acts that were noted, the access log anchored and the log
 * anchored in cosigned time, each of these daily. Each duty, and each act that is owed, is done by itself: what cannot
 * be done is handed to `failed`, holds up nothing else, and is tried at the next look. A crash between an event and what
 * it settles leaves the same act to be told again: its number is claimed, so the second is refused and the note removed.
 * @returns types of the events that were appended
 */
export async function carryOutDuties(
  log: OpenLog,
  officer: ServiceOfficer,
  failed: DutyFailed,
): Promise<readonly string[]> {
  const { state } = await readLogStanding(log);
  const apart = async (duty: string, work: () => Promise<readonly string[]>) => {
    try {
      return await work();
    } catch (error) {
      failed(duty, error);
      return [];
    }
  };
  const appended = [
    ...(await apart('log.access-anchored', () => anchorAccessLog(log, officer, state))),
    ...(await apart('log.anchored', () => anchorLog(log, officer, state))),
  ];
  const owed = await apart('log.administered', async () => {
    const told: string[] = [];
    for (const act of await readOwedActs(log.db))
      told.push(...(await apart(`log.administered ${act?.number}`, () => tellOwedAct(log, officer, act))));
    return told;
  });
  return [...owed, ...appended];
}

async function tellOwedAct(
  { db }: OpenLog,
  officer: ServiceOfficer,
  owed: AdministeredBody,
): Promise<readonly string[]> {
  const outcome = await officer.act('log.administered', { ...owed, details: { ...owed.details } });
  if (!isToldBefore(outcome)) requireAppended(outcome);
  await removeOwedAct(db, owed.number);
  return ['log.administered'];
}

/** Its number is claimed by an event already. */
function isToldBefore(outcome: AppendOutcome): boolean {
  return outcome.kind === 'refused' && outcome.violations.every(({ rule }) => rule === 'claim.taken');
}

async function anchorAccessLog(
  { db, now }: OpenLog,
  officer: ServiceOfficer,
  { accessAnchored }: LogState,
): Promise<readonly string[]> {
  if (accessAnchored !== undefined && now() - accessAnchored.receivedAt < dayMs) return [];
  const { entry: count, hash } = await readAccessHead(db);
  if (hash === null || count === accessAnchored?.count) return [];
  return append(officer, 'log.access-anchored', { count, head: hash.toString('base64url') });
}

async function anchorLog(
  { db, now, policy, origin }: OpenLog,
  officer: ServiceOfficer,
  { anchored }: LogState,
): Promise<readonly string[]> {
  if (anchored !== undefined && now() - anchored.receivedAt < dayMs) return [];
  const witnessed = await readLastWitnessed(db, policy, origin);
  if (witnessed === undefined || witnessed.size <= (anchored?.size ?? 0)) return [];
  return append(officer, 'log.anchored', { note: base64Text(utf8Bytes(witnessed.note)) });
}

async function append(
  officer: ServiceOfficer,
  type: 'log.anchored' | 'log.access-anchored',
  body: JsonObject,
): Promise<readonly string[]> {
  requireAppended(await officer.act(type, body));
  return [type];
}

function requireAppended(outcome: AppendOutcome): void {
  switch (outcome.kind) {
    case 'appended':
      return;
    case 'refused':
      throw new DutyRefused(outcome.violations.map(violation => explain(violation, 'en').message).join(' '));
    case 'malformed':
      throw new Error(outcome.faults.map(({ message }) => message).join('; '));
    case 'stale':
      throw new DutyRefused("the log's own history moved on each time");
  }
}
