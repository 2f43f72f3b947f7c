import type { PlacedAct } from '../rule.js';
import type { StatedIdentification } from './state.js';
import type { StatementOfItem } from './statement.js';

export function statedBy(
  { eventId, actor }: Pick<PlacedAct, 'eventId' | 'actor'>,
  { marks, foundAs, parts, unidentified }: StatementOfItem,
  reason: string | null,
): StatedIdentification {
  const { officer: by, role } = actor;
  return { event: eventId, by, role, reason, marks, foundAs, parts, unidentified };
}
