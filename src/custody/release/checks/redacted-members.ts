import { collectDigests } from '../../../log/index.js';
import type { Circumstances } from '../../rule.js';
import { refuse, refuseIf, type Violation } from '../../violation.js';
import type { Decision } from '../events/decided.js';

type Redaction = Decision['body']['redactions'][number];

/**
 * GATE-8: signed acts go as they were signed, so nothing is taken out of a record but withheld members, which the dossier
 * then does not open. What stands in the clear cannot be held back: the piece is left out. Forms before 5 named no members.
 */
export function checkRedactedMembers(
  { body: { redactions } }: Decision,
  circumstances: Circumstances,
): readonly Violation[] {
  return redactions.flatMap((redaction, position) => {
    const { members } = redaction as Partial<Redaction>;
    if (members === undefined) return [];
    const pointer = `/body/redactions/${position}`;
    return [
      ...refuseIf((redaction.file === null) !== members.length > 0, 'release.redaction-of-nothing', pointer, {
        what: redaction.what,
      }),
      ...members.flatMap((member, place) => {
        if (isKeptBack(redaction.piece, member, circumstances)) return [];
        return [
          refuse('release.redaction-in-clear', `${pointer}/members/${place}`, {
            what: redaction.what,
            pointer: member.pointer,
          }),
        ];
      }),
    ];
  });
}

/**
 * Does a withheld member of the piece's own record stand there, or, of an examination, of what is said of an item? Whether
 * its report says it, the examination tells (`checkRedactedReport`).
 */
function isKeptBack(
  piece: string,
  { act: id, pointer }: Redaction['members'][number],
  circumstances: Circumstances,
): boolean {
  const act = circumstances.referenced(id);
  if (act === undefined) return false;
  const isOfPiece =
    act.subject === piece || (piece.startsWith('examination/') && act.subject.startsWith('evidence/'));
  return isOfPiece && collectDigests(act.body).some(withheld => withheld.pointer === pointer);
}
