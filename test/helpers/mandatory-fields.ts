import type { Test } from 'tap';
import type { RuleCode } from '../../src/custody/refusals.js';
import type { Violation } from '../../src/custody/violation.js';
import type { JsonObject, JsonValue } from '../../src/log/index.js';
import { isJsonObject } from '../../src/log/index.js';
import type { Intent, Procedure } from './procedure.js';

/**
 * Drops each field of a form in turn and expects the refusal that names it (forms D1 to D6). A path is
 * `member`, `member/member` or `list/0/member`; one that starts with `item:` is of the body of the first item event.
 */
export function assertMandatory(
  t: Test,
  procedure: Procedure,
  intent: Intent,
  paths: readonly string[],
): void {
  for (const path of paths) {
    const { rules, detail } = procedure.judge(without(intent, path));
    const [named] = (detail as readonly Violation[] | null) ?? [];
    const field = path.replace('item:', '');
    t.same(rules, ['body.member-missing'], `${intent.type} without ${path}`);
    t.same(
      [named?.parameters.member, named?.pointer],
      [field, `/body/${field}`],
      `the refusal names ${path}`,
    );
  }
}

/**
 * The same for fields of a claim that is withheld: the refusal names the claim, never what it says.
 * @param paths `claim/member`; one that starts with `item:` is of the body of the first item event
 */
export function assertMandatoryDisclosed(
  t: Test,
  procedure: Procedure,
  intent: Intent,
  paths: readonly string[],
): void {
  for (const path of paths) {
    const { rules, detail } = procedure.judge(without(intent, path));
    const [named] = (detail as readonly Violation[] | null) ?? [];
    const claim = path.slice(0, path.lastIndexOf('/')).replace('item:', '');
    t.same(rules, ['disclosure.value-refused'], `${intent.type} without ${path}`);
    t.equal(named?.pointer, `/body/${claim}`, `the refusal names ${claim}`);
  }
}

/** Leaves each countersignature of the capacity out and expects the refusal that misses it. */
export function assertSigned(
  t: Test,
  procedure: Procedure,
  intent: Intent,
  as: string,
  rule: RuleCode,
): void {
  const countersigned = (intent.countersigned ?? []).filter(text => !text.endsWith(` as ${as}`));
  t.not(countersigned.length, intent.countersigned?.length, `the sample is signed as ${as}`);
  t.same(procedure.judge({ ...intent, countersigned }).rules, [rule], `${intent.type} not signed as ${as}`);
}

function without(intent: Intent, path: string): Intent {
  if (!path.startsWith('item:')) return { ...intent, body: droppedOf(intent.body, path.split('/')) };
  const [first, ...others] = intent.items ?? [];
  if (first === undefined) throw new Error(`${intent.type} has no items`);
  const body = droppedOf(first.body, path.slice('item:'.length).split('/'));
  return { ...intent, items: [{ ...first, body }, ...others] };
}

function droppedOf(body: JsonObject, [step = '', ...rest]: readonly string[]): JsonObject {
  if (!Object.hasOwn(body, step)) throw new Error(`the sample has no ${step}`);
  const { [step]: member, ...others } = body;
  return rest.length === 0 ? others : { ...others, [step]: droppedInside(member, rest) };
}

function droppedInside(value: JsonValue | undefined, rest: readonly string[]): JsonValue {
  if (isJsonObject(value)) return droppedOf(value, rest);
  const [step, ...deeper] = rest;
  if (!Array.isArray(value) || value.length <= Number(step))
    throw new Error(`${rest.join('/')} stands nowhere`);
  return value.map((entry, position) => (position === Number(step) ? droppedInside(entry, deeper) : entry));
}
