import type { ReportEvent } from '../../audit/report/report-event.js';
import type { Text } from '../../custody/text.js';
import type { Defect } from '../paper/document.js';
import type { ItemHistory } from './item-history.js';
import type { People, Revocation } from './people.js';

/** As a defect; when it was reported stands at a leaf. */
export interface KeyInDoubt extends Omit<Defect, 'at'> {
  readonly reported: number;
}

/**
 * Acts about an item that were signed with a key which was, or may have been, in other hands (log-format section 8): what
 * whoever verifies the dossier is told, the paper tells too. Neither void nor cleared.
 */
export function keysInDoubt(
  item: string,
  { acts, groups, countersigned }: ItemHistory,
  people: People,
): readonly KeyInDoubt[] {
  const signed = [...acts, ...groups.values(), ...[...countersigned.values()].flat()];
  const leaves = new Map<string, { readonly told: Revocation; readonly by: ReportEvent; at: number[] }>();
  for (const report of signed) {
    const { kid, actor } = report.event;
    const told = people.revocationOf(actor.officer, kid);
    if (told === undefined || !isInDoubt(told, report.index)) continue;
    const known = leaves.get(kid) ?? { told, by: report, at: [] };
    leaves.set(kid, { ...known, at: [...known.at, report.index] });
  }
  return [...leaves.values()].map(({ told, by, at }) => ({
    item,
    kind: kindOf(told),
    what: whatOf(
      told,
      people.tell(by.event.actor),
      [...new Set(at)].sort((one, other) => one - other),
    ),
    reported: told.index,
  }));
}

/** The same beside the act itself: nothing of an act that no such key signed. */
export function markOfKey({ index, event: { actor, kid } }: ReportEvent, people: People): readonly Text[] {
  const told = people.revocationOf(actor.officer, kid);
  if (told === undefined || !isInDoubt(told, index)) return [];
  const kind = kindOf(told);
  return [
    { fr: `${kind.fr} ensuite, au rang ${told.index}`, en: `${kind.en} later, at position ${told.index}` },
  ];
}

function isInDoubt({ index, reason, compromisedSince }: Revocation, leaf: number): boolean {
  if (leaf >= index) return false;
  return reason === 'lost' || (compromisedSince !== null && leaf >= compromisedSince);
}

function kindOf({ reason }: Revocation): Text {
  return reason === 'lost'
    ? { fr: 'Clé déclarée perdue', en: 'Key reported lost' }
    : { fr: 'Clé compromise : actes contestés', en: 'Key compromised: acts disputed' };
}

function whatOf({ index, reason }: Revocation, by: Text, leaves: readonly number[]): Text {
  const at = leaves.join(', ');
  const since =
    reason === 'lost'
      ? { fr: ' ; depuis quand, on l’ignore', en: '; since when is not known' }
      : { fr: '', en: '' };
  return {
    fr: `${by.fr} : sa clé fut signalée au rang ${index}${since.fr} ; actes signés auparavant avec elle, aux rangs ${at}`,
    en: `${by.en}: the key was reported at position ${index}${since.en}; acts signed with it before, at positions ${at}`,
  };
}
