import type { JsonObject } from '../../../log/index.js';
import type { ResultOnItemBody } from './members.js';

/** Nothing is left in progress for the item: the request is answered. */
export function isReported(body: JsonObject | ResultOnItemBody): boolean {
  const { exams } = body as unknown as ResultOnItemBody;
  return exams.every(({ result }) => result !== 'IN_PROGRESS');
}
