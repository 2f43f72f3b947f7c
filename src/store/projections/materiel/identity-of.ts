import type { InterpretationOfItem } from '../../../custody/evidence/record/interpretation.js';
import { calibreOf } from '../../../custody/evidence/record/interpretation.js';
import type { HeadstampAsRead, MarkAsRead } from '../../../custody/evidence/record/marks.js';
import { serialAsRead } from '../../../custody/evidence/record/marks.js';
import { calibreOfPart, type IdentifiedPart } from '../../../custody/identification/statement.js';
import { codeOrText } from '../../../custody/vocabulary/coded.js';
import type { KnownIdentity } from './known-item.js';

export interface RecordedMarks {
  readonly marks: readonly MarkAsRead[];
  readonly headstamp: HeadstampAsRead | null;
  readonly interpretation: InterpretationOfItem | null;
}

/** As the record of an item has it: what was understood, and marks of a kind that says itself what they are. */
export function identityOnRecord({ marks, headstamp, interpretation }: RecordedMarks): KnownIdentity {
  return {
    producer: interpretation?.make ?? null,
    model: interpretation?.model ?? null,
    calibre: calibreOf(interpretation),
    calibreWritten: interpretation?.calibre?.written ?? null,
    serial: interpretation?.serial ?? serialAsRead(marks),
    year: interpretation?.year ?? null,
    country: interpretation?.country ?? null,
    lot: interpretation?.lot ?? markOfKind(marks, 'LOT'),
    secondaryMark: markOfKind(marks, 'SECONDARY_OWNERSHIP'),
    headstamp: headstampText(headstamp),
    confidence: interpretation?.confidence ?? null,
    reference: interpretation?.reference ?? null,
  };
}

export function identityOfPart(part: IdentifiedPart): KnownIdentity {
  const { make, model, calibre, serial, year, country, lot, secondaryMark, confidence, reference } =
    part.identity;
  return {
    producer: make,
    model,
    calibre: calibreOfPart(part),
    calibreWritten: calibre?.written ?? null,
    serial,
    year,
    country,
    lot,
    secondaryMark,
    headstamp: headstampText(part.headstamp),
    confidence,
    reference,
  };
}

export function isObliterated(marks: readonly MarkAsRead[]): boolean {
  return marks.some(({ obliteration }) => obliteration === 'OBLITERATED');
}

/** `CLOCK_12: 539; CLOCK_6: 85 STAR`: as it was read, position by position. */
function headstampText(headstamp: HeadstampAsRead | null): string | null {
  if (headstamp === null) return null;
  return headstamp.characters
    .map(({ clock, text, symbol }) => {
      const read = [text, symbol === null ? null : codeOrText(symbol)].filter(one => one !== null);
      return `${codeOrText(clock)}: ${read.join(' ')}`;
    })
    .join('; ');
}

function markOfKind(marks: readonly MarkAsRead[], kind: string): string | null {
  return marks.find(mark => codeOrText(mark.kind) === kind)?.text ?? null;
}
