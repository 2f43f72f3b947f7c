import type { JsonObject } from '../../log/index.js';
import { eventRule } from '../catalogue.js';
import { namedEvents } from '../schema/annotations.js';

/** What the author names, and every event the body names: an act lists all it relies on (log-format section 1). */
export function refsOf(
  type: string,
  form: number,
  body: JsonObject,
  named: readonly string[] = [],
): readonly string[] {
  const rule = eventRule(type, form);
  return [...new Set([...named, ...(rule === undefined ? [] : namedEvents(rule.body, body))])];
}
