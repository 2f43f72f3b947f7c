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
  /** The batch as it was sent. */
  readonly submitted: readonly string[];
  /** Public. */
  readonly sop: Sop;
  /** What the rules say on what the sender may read; nothing where he opened no session. */
  readonly seen: readonly PlacedViolation[];
}

/**
 * Violations in words, without what stands behind them where the sender may not know it: anybody may deliver a
 * batch, so a refusal must not become a way to ask what is in the register (design section 6). What he has stated
 * himself counts for the event that states it: else one batch could try out a thousand guesses at a value.
 */
export function tellViolations(
  violations: readonly PlacedViolation[],
  language: Language,
  { submitted, sop, seen }: Told,
): readonly Explanation[] {
  const known = valuesOfProcedure(sop);
  return violations.map(violation => {
    const stated = new Set(known);
    for (const value of valuesOf(submitted[violation.event] ?? '')) collect(value, stated);
    const same = seen.filter(
      ({ rule, event, pointer }) =>
        rule === violation.rule && event === violation.event && pointer === violation.pointer,
    );
    const mayName = (name: string, value: string) =>
      isAboutTheBatch(violation.rule, name) ||
      value.split(', ').every(part => stated.has(part)) ||
      same.some(({ parameters }) => parameters[name] === value);
    const parameters = Object.entries(violation.parameters).map(([name, value]) => [
      name,
      mayName(name, value) ? value : concealed,
    ]);
    return explain({ ...violation, parameters: Object.fromEntries(parameters) }, language);
  });
}

/** That something can be had once is public too. */
function isAboutTheBatch(rule: string, name: string): boolean {
  return aboutTheBatch.test(rule) || (rule === 'claim.taken' && name.startsWith('set'));
}

/** Every code of the procedure. */
function valuesOfProcedure(sop: Sop): ReadonlySet<string> {
  const known = new Set<string>([...roleCodes, ...gateIds]);
  collect(
    Object.values(sop.deadlines).map(({ value }) => value),
    known,
  );
  collect(Object.keys(sop.acts), known);
  return known;
}

/** Every value that one event states. */
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
