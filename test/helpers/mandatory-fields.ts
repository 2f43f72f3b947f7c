import type { Test } from 'tap';
import type { Violation } from '../../src/custody/violation.js';
import type { JsonObject, JsonValue } from '../../src/log/index.js';
import { isJsonObject } from '../../src/log/index.js';
import type { Intent, Procedure } from './procedure.js';

/**
 * Drops each field of a form in turn and expects the refusal that names it (forms D1 to D4). A path is
 * `member` or `member/member`; one that starts with `item:` is of the body of the first item event.
 */
export function assertMandatory(
  t: Test,
  procedure: Procedure,
  intent: Intent,
  paths: readonly string[],
): void {
  for (const path of paths) {
    const { rules, detail } = procedure.judge(without(intent, path));
    const named = (detail as readonly Violation[] | null)?.map(({ parameters }) => parameters.member);
    t.same(rules, ['body.member-missing'], `${intent.type} without ${path}`);
    t.same(named, [path.replace('item:', '')], `the refusal names ${path}`);
  }
}

function without(intent: Intent, path: string): Intent {
  if (!path.startsWith('item:')) return { ...intent, body: dropped(intent.body, path.split('/')) };
  const [first, ...others] = intent.items ?? [];
  if (first === undefined) throw new Error(`${intent.type} has no items`);
  const body = dropped(first.body, path.slice('item:'.length).split('/'));
  return { ...intent, items: [{ ...first, body }, ...others] };
}

function dropped(body: JsonObject, [step = '', ...rest]: readonly string[]): JsonObject {
  if (!Object.hasOwn(body, step)) throw new Error(`the sample has no ${step}`);
  const { [step]: member, ...others } = body;
  return rest.length === 0 ? others : { ...others, [step]: droppedInside(member, rest) };
}

function droppedInside(member: JsonValue | undefined, rest: readonly string[]): JsonValue {
  if (!isJsonObject(member)) throw new Error(`${rest.join('/')} stands in no object`);
  return dropped(member, rest);
}
