import { evidenceNumber } from '../../custody/evidence/number.js';
import { subjectKind } from '../../log/index.js';

/** What a piece is printed as: an item by its number, any other by its subject. */
export function pieceNumber(subject: string): string {
  return subjectKind(subject) === 'evidence' ? evidenceNumber(subject.slice('evidence/'.length)) : subject;
}
