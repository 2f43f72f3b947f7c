import type { Text } from '../../custody/text.js';
import { textOf } from './body-members.js';
import { type ContentsReading, type MatterRead, matterKinds } from './contents-reading.js';
import { asWritten, Members } from './facts/fact.js';
import { matterFacts } from './facts/matter-facts.js';
import { isPicture } from './files-read.js';
import { inOrderOfPieces } from './read-bordereau.js';
import { tellAct, tellFiles, withheldIn } from './tell-act.js';
import { tellMatterState } from './tell-matter-state.js';
import type { MatterTold, SubjectHistory, WhatIsInside } from './told.js';

/** Releases, examinations and the like, kind by kind: pieces by their numbers, then in the order of the log. */
export function listMatters(reading: ContentsReading): readonly MatterTold[] {
  const all = [...reading.matters.values()].filter(({ acts }) => acts.length > 0);
  return matterKinds.flatMap(kind =>
    inOrderOfPieces(all.filter(matter => matter.kind === kind).map(matter => tellMatter(reading, matter))),
  );
}

function tellMatter(reading: ContentsReading, matter: MatterRead): MatterTold {
  const { subject, kind, acts, files } = matter;
  return {
    subject,
    kind,
    number: numberOf(matter),
    piece: reading.pieceOf(subject),
    description: describe(matter),
    state: tellMatterState(matter),
    acts: acts.length,
    pictures: files.filter(isPicture).length,
    withheld: withheldIn(acts),
    whole: reading.isWhole(subject),
  };
}

/** The number people call it by; of a history that is not whole the end of its identifier. */
function numberOf({ subject, acts }: MatterRead): string {
  const number = textOf(acts[0]?.event.body.number);
  return number === '' ? `…${subject.slice(-12)}` : number;
}

/** In the words of the act that began it. */
function describe({ acts: [first] }: MatterRead): Text | null {
  if (first === undefined) return null;
  const body = Members.of(first);
  return (
    body.text('title') ??
    body.text('askedFor') ??
    body.text('purpose') ??
    asWritten(textOf(first.event.body.offence))
  );
}

/** @param insideOf what is inside of the file with this SHA-256 */
export function tellMatterHistory(
  reading: ContentsReading,
  matter: MatterRead,
  insideOf: (sha256: string) => WhatIsInside,
): SubjectHistory {
  return {
    ...tellMatter(reading, matter),
    facts: matterFacts(matter),
    history: matter.acts.map(act => tellAct(reading, act)),
    ...tellFiles(matter.files, insideOf),
    followedFrom: null,
    gaps: null,
  };
}
