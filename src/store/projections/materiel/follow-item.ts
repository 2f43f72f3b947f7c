import type { consumedBody } from '../../../custody/evidence/events/consumed.js';
import type { splitBody } from '../../../custody/evidence/events/split.js';
import type { IdentificationState } from '../../../custody/identification/state.js';
import type { PlacedAct } from '../../../custody/rule.js';
import type { Static } from '../../../custody/schema/described.js';
import { identityOfPart, isObliterated } from './identity-of.js';
import type { KnownItem, KnownStatement } from './known-item.js';

/** Acts on items after which the register knows something else of them. */
export const followingTypes: readonly string[] = ['evidence.split', 'evidence.consumed'];

/** What is known of an item after a lot was divided, or something of it was used up. */
export function followItem(known: KnownItem, act: PlacedAct): KnownItem {
  const body: unknown = act.body;
  if (act.type === 'evidence.split') {
    return { ...known, amount: (body as Static<typeof splitBody>).remainder };
  }
  const { amount, remainder } = body as Static<typeof consumedBody>;
  return {
    ...known,
    amount: remainder,
    consumed: amount === null ? known.consumed : [...known.consumed, amount],
  };
}

/** What stands of an item after an act on its identification: a withdrawn one is as if there were none. */
export function followIdentification(
  known: KnownItem,
  id: string,
  { statement, withdrawn }: IdentificationState,
): KnownItem {
  return { ...known, statement: withdrawn === null ? statementFrom(id, statement) : null };
}

function statementFrom(
  identification: string,
  { parts, unidentified, foundAs, marks }: IdentificationState['statement'],
): KnownStatement {
  return {
    identification,
    foundAs: foundAs?.code ?? null,
    obliterated: marks === null ? null : isObliterated(marks),
    parts: parts.map(part => ({ ...identityOfPart(part), count: part.count })),
    unidentified,
  };
}
