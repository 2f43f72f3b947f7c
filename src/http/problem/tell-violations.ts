import { gateIds } from '../../custody/gates.js';
import { roleCodes } from '../../custody/roles.js';
import type { Sop } from '../../custody/sop/document.js';
import type { Language } from '../../custody/text.js';
import { type Explanation, explain, type PlacedViolation } from '../../custody/violation.js';
import {
  FormatError,
  isJsonObject,
  type JsonValue,
  peekEvent,
  readDisclosure,
  splitSubmission,
} from '../../log/index.js';

/** Rules whose words name only the batch itself, the public procedure, and who signed. */
const aboutTheBatch =
  /^(body|disclosure|type|signer|countersignature|override|group|time|sop|vocabulary)\./ satisfies RegExp;

const concealed = '…';

/** What a sender may be told beyond the codes. */
export interface Told {
  /** Values the sender has already: his own batch and the procedure, which is public. */
  readonly known: ReadonlySet<string>;
  /** Positions of events about subjects whose record the sender may read. */
  readonly readable: ReadonlySet<number>;
  /** Other subjects he may read: a message may name them. */
  readonly subjects: ReadonlySet<string>;
}

/**
 * Violations in words, without what stands behind them where the sender may not know it: anybody may deliver a
 * batch, so a refusal must not become a way to ask what is in the register (design section 6).
 */
export function tellViolations(
  violations: readonly PlacedViolation[],
  language: Language,
  told: Told,
): readonly Explanation[] {
  return violations.map(violation => {
    const parameters = Object.fromEntries(
      Object.entries(violation.parameters).map(([name, value]) => [
        name,
        mayName(violation, name, value, told) ? value : concealed,
      ]),
    );
    return explain({ ...violation, parameters }, language);
  });
}

function mayName(
  { rule, event, parameters }: PlacedViolation,
  name: string,
  value: string,
  { known, readable, subjects }: Told,
): boolean {
  // That something can be had once is public, and who may read its holder may know what that one has.
  if (rule === 'claim.taken' && (name.startsWith('set') || subjects.has(parameters.holder ?? '')))
    return true;
  if (aboutTheBatch.test(rule) || value.split(', ').every(part => known.has(part))) return true;
  return readable.has(event) && (!isSubjectName(value) || subjects.has(value));
}

/** Subjects that messages would name: whether the sender may read them is asked beforehand. */
export function subjectsNamed(violations: readonly PlacedViolation[]): readonly string[] {
  return violations.flatMap(({ parameters }) => Object.values(parameters).filter(isSubjectName));
}

function isSubjectName(value: string): boolean {
  return /^[a-z]+\/[0-9a-f-]{36}$/.test(value);
}

/** Every value of a batch, and every code of the procedure. */
export function valuesKnown(submitted: readonly string[], sop: Sop): ReadonlySet<string> {
  const known = new Set<string>([...roleCodes, ...gateIds]);
  collect(
    Object.values(sop.deadlines).map(({ value }) => value),
    known,
  );
  collect(Object.keys(sop.acts), known);
  for (const text of submitted) {
    for (const value of valuesOf(text)) collect(value, known);
  }
  return known;
}

function valuesOf(text: string): readonly JsonValue[] {
  try {
    const { jws, disclosures } = splitSubmission(text);
    const { subject, type, seq, actor, refs, body, eventId, kid } = peekEvent(jws);
    const disclosed = disclosures.map(disclosure => readDisclosure(disclosure).value);
    return [
      { subject, type, seq, officer: actor.officer, role: actor.role, refs, body, eventId, kid },
      ...disclosed,
    ];
  } catch (error) {
    // A batch with such an event is refused as malformed; nothing of it is known.
    if (error instanceof FormatError) return [];
    throw error;
  }
}

function collect(value: JsonValue, known: Set<string>): void {
  if (typeof value === 'string' || typeof value === 'number') known.add(String(value));
  else if (Array.isArray(value)) for (const entry of value) collect(entry, known);
  else if (isJsonObject(value)) for (const entry of Object.values(value)) collect(entry, known);
}
