import type { Head } from '../custody/compose/compose-act.js';
import { claimName, type Standing } from '../custody/judge/world.js';
import type { PlacedAct } from '../custody/rule.js';
import { readSop } from '../custody/sop/sop-bytes.js';
import { LocalizedError } from '../custody/text.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../log/index.js';
import { checkHeads } from './check-heads.js';
import type { Knowledge } from './known-log.js';

/** What a device took along, and as of when: kept encrypted beside the outbox. */
export interface TakenAlong extends Knowledge {
  /** When each subject was read, ms since 1970. */
  readonly takenAt: ReadonlyMap<string, number>;
}

/** The file is not what `writeKnowledge` made. */
export class KnowledgeFileError extends LocalizedError {
  override readonly name = 'KnowledgeFileError';
}

export function writeKnowledge({ subjects, events, claims, sop, takenAt }: TakenAlong): JsonObject {
  const whole = {
    v: 1,
    kind: 'scelle-knowledge',
    sop,
    subjects: [...subjects].map(([subject, standing]) => ({
      subject,
      ...standing,
      takenAt: takenAt.get(subject) ?? 0,
    })),
    events: [...events.values()],
    claims: [...claims],
  };
  return JSON.parse(JSON.stringify(whole));
}

/** @throws KnowledgeFileError */
export function readKnowledge(stored: JsonValue): TakenAlong {
  if (!isJsonObject(stored) || stored.v !== 1 || stored.kind !== 'scelle-knowledge') {
    throw unreadable();
  }
  const sop = readSop(stored.sop);
  const { subjects, events, claims } = stored;
  if (sop === undefined || !Array.isArray(subjects) || !Array.isArray(events) || !Array.isArray(claims)) {
    throw unreadable();
  }
  const rows = subjects as unknown as readonly (Standing & { subject: string; takenAt: number })[];
  return {
    sop,
    subjects: new Map(rows.map(({ subject, seq, head, state }) => [subject, { seq, head, state }])),
    takenAt: new Map(rows.map(({ subject, takenAt }) => [subject, takenAt])),
    events: new Map((events as unknown as readonly PlacedAct[]).map(act => [act.eventId, act])),
    claims: new Map(claims as unknown as readonly [string, string][]),
  };
}

function unreadable(): KnowledgeFileError {
  return new KnowledgeFileError({
    en: 'what this device took along cannot be read: run `scelle outbox prepare` again',
    fr: 'ce que cet appareil a emporté est illisible : relancez `scelle outbox prepare`',
  });
}

/**
 * What was taken before and is taken anew: the newer reading of each subject counts.
 * @throws HeadNotBelieved where it goes back before the older one
 */
export function mergeKnowledge(older: TakenAlong | null, newer: TakenAlong): TakenAlong {
  if (older === null) return newer;
  const read = [...newer.subjects].map(([subject, { seq, head }]) => ({ subject, seq, eventId: head }));
  checkHeads(read, subject => headIn(older, subject));
  return {
    sop: newer.sop,
    subjects: new Map([...older.subjects, ...newer.subjects]),
    events: new Map([...older.events, ...newer.events]),
    claims: new Map([...older.claims, ...newer.claims]),
    takenAt: new Map([...older.takenAt, ...newer.takenAt]),
  };
}

export function headIn({ subjects }: Pick<Knowledge, 'subjects'>, subject: string): Head | undefined {
  const standing = subjects.get(subject);
  return standing && { seq: standing.seq, eventId: standing.head };
}

/** Seal and package numbers that packages known here hold: they are used for ever. */
export function claimsOfPackages(subjects: ReadonlyMap<string, Standing>): ReadonlyMap<string, string> {
  const claims = new Map<string, string>();
  for (const [subject, { state }] of subjects) {
    if (!subject.startsWith('package/')) continue;
    const { number, seal, formerSeals } = state as {
      readonly number: string;
      readonly seal: { readonly number: string };
      readonly formerSeals: readonly { readonly number: string }[];
    };
    claims.set(claimName('package-number', number), subject);
    for (const used of [seal, ...formerSeals]) claims.set(claimName('seal-number', used.number), subject);
  }
  return claims;
}
