import { evidenceNumber } from '../../custody/evidence/number.js';
import type { PhysicalState } from '../../custody/evidence/state.js';
import type { Text } from '../../custody/text.js';
import { physicalStateWords } from '../../custody/vocabulary/states.js';
import { memberOf, textOf } from './body-members.js';
import type { ActRead, ContentsReading, ItemActRead, ItemRead } from './contents-reading.js';
import { asWritten, wordsOf } from './facts/fact.js';
import { itemFacts } from './facts/item-facts.js';
import { isPicture } from './files-read.js';
import { inOrderOfPieces } from './read-bordereau.js';
import { tellAct, tellFiles, tellOfficer, withheldIn } from './tell-act.js';
import type { ActTold, CustodyTold, SubjectHistory, SubjectTold, WhatIsInside } from './told.js';

/** Pieces of a dossier by their numbers, then items in the order in which they were registered. */
export function listItems(reading: ContentsReading): readonly SubjectTold[] {
  return inOrderOfPieces([...reading.items.values()].map(item => tellItem(reading, item)));
}

function tellItem(reading: ContentsReading, { subject, acts, files, state }: ItemRead): SubjectTold {
  return {
    subject,
    number: evidenceNumber(subject.slice('evidence/'.length)),
    piece: reading.pieceOf(subject),
    description: describe(acts),
    state: state === null ? null : wordsOf(physicalStateWords, state.physical),
    acts: acts.length,
    pictures: files.filter(isPicture).length,
    withheld: withheldIn(acts),
    whole: reading.isWhole(subject),
  };
}

/** As who registered it wrote it; an item that came from another is described where it was divided. */
function describe(acts: readonly ActRead[]): Text | null {
  for (const { event } of acts) {
    const { en, fr } = memberOf(event.body, 'description');
    if (textOf(en) !== '' || textOf(fr) !== '') {
      return { en: textOf(en) || textOf(fr), fr: textOf(fr) || textOf(en) };
    }
  }
  return null;
}

/** @param insideOf what is inside of the file with this SHA-256 */
export function tellItemHistory(
  reading: ContentsReading,
  item: ItemRead,
  insideOf: (sha256: string) => WhatIsInside,
): SubjectHistory {
  return {
    ...tellItem(reading, item),
    facts: itemFacts(item),
    history: item.acts.map(act => tellActOfItem(reading, act)),
    ...tellFiles(item.files, insideOf),
    followedFrom: item.followedFrom,
    gaps: (item.state?.gaps ?? []).map(({ from, until, reason }) => ({ from, until, reason })),
  };
}

function tellActOfItem(reading: ContentsReading, act: ItemActRead): ActTold {
  const told = tellAct(reading, act);
  const { passing } = act;
  return {
    ...told,
    custody: tellCustody(reading, act, told),
    ended: isEnd(passing) ? wordsOf(physicalStateWords, passing.ended) : null,
    lost: passing === 'nobody can say',
  };
}

function isEnd(passing: ItemActRead['passing']): passing is { readonly ended: PhysicalState } {
  return typeof passing === 'object' && passing !== null && 'ended' in passing;
}

function tellCustody(
  reading: ContentsReading,
  { passing }: ItemActRead,
  { reason: said, title, place: where }: ActTold,
): CustodyTold | null {
  if (passing === null || passing === 'nobody can say' || isEnd(passing)) return null;
  const reason = said ?? title;
  if ('to' in passing) {
    const { to } = passing;
    const { place, location, since } = to;
    const officer = tellOfficer(reading, to);
    return { officer, national: null, place, shelf: location?.shelf ?? null, reason, since };
  }
  const { officer, capacity, at } = passing.handedOver;
  return {
    officer: officer === null ? null : tellOfficer(reading, { officer, role: '' }),
    national: capacity,
    place: where,
    shelf: null,
    reason: asWritten(passing.handedOver.nationalReference ?? '') ?? reason,
    since: at,
  };
}
