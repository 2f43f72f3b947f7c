import Type from 'typebox';
import { Code, Count, Exactly, Line, List, Nullable, type Static, words } from '../../schema/described.js';
import { refuseIf, type Violation } from '../../violation.js';
import { Coded, codeOrText } from '../../vocabulary/coded.js';
import {
  caseMaterials,
  clockPositions,
  markKinds,
  obliterations,
  primerColours,
  symbolClasses,
  yearForms,
} from '../../vocabulary/marks.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import type { EvidenceState } from '../state.js';
import type { PhotographOfItem } from './photograph.js';

/** Stands for each character that is there and cannot be read (RQ-11): U+25A1, a white square. */
export const unreadableCharacter = '□';

/** A mark exactly as it was read (RQ-11): no interpretation in here. */
const Mark = Exactly({
  kind: Coded(markKinds, 'Kind of mark', 'Nature du marquage'),
  text: Line(
    'Characters exactly as read; □ for each that cannot be read',
    'Caractères exactement comme lus ; □ pour chaque caractère illisible',
    500,
  ),
  unreadable: Count('How many characters cannot be read', 'Nombre de caractères illisibles', { max: 500 }),
  place: Line('Side and place on the item', 'Face et emplacement sur la pièce'),
  clock: Nullable(Coded(clockPositions, 'Position by the clock', 'Position horaire')),
  symbol: Nullable(Coded(symbolClasses, 'Symbol', 'Symbole')),
  obliteration: Code(codesOf(obliterations), 'Was it removed?', 'A-t-il été effacé ?'),
  photograph: Nullable(
    Type.String({
      ...words('SHA-256 of the photograph that shows it', 'SHA-256 de la photographie qui le montre'),
      pattern: '^[0-9a-f]{64}$',
    }),
  ),
});

export const Marks = List(Mark, 'Marks as read', 'Marquages tels que lus', { max: 60 });

/** V5: what the base of a case shows, position by position. */
export const Headstamp = Exactly(
  {
    characters: List(
      Exactly({
        clock: Coded(clockPositions, 'Position by the clock', 'Position horaire'),
        text: Nullable(
          Line('Characters as read; □ where unreadable', 'Caractères tels que lus ; □ si illisible', 40),
        ),
        symbol: Nullable(Coded(symbolClasses, 'Symbol', 'Symbole')),
      }),
      'What stands at each position',
      'Ce qui figure à chaque position',
      { min: 1, max: 12 },
    ),
    yearForm: Nullable(Coded(yearForms, 'Form of the year', "Forme de l'année")),
    caseMaterial: Nullable(Coded(caseMaterials, 'Case material', "Matière de l'étui")),
    primerColour: Nullable(
      Coded(primerColours, 'Colour of the primer annulus', "Couleur de l'anneau d'amorce"),
    ),
  },
  words('Headstamp', 'Marquage de culot'),
);

export type MarkAsRead = Static<typeof Mark>;
export type HeadstampAsRead = Static<typeof Headstamp>;

/** The state keeps the words and where they stand, not what they may mean. */
export function marksFrom(marks: readonly MarkAsRead[]): EvidenceState['marks'] {
  return marks.map(({ text, place }) => ({ text, place }));
}

export function serialAsRead(marks: readonly MarkAsRead[]): string | null {
  return marks.find(({ kind }) => codeOrText(kind) === 'SERIAL')?.text ?? null;
}

/** RQ-11: every unreadable character is marked; a photograph named is one of the item's own (RQ-12). */
export function checkMarks(
  marks: readonly MarkAsRead[],
  photographs: readonly PhotographOfItem[],
): readonly Violation[] {
  const known = new Set(photographs.map(({ file }) => file.sha256));
  return [
    ...checkUnreadable(marks),
    ...marks.flatMap(({ photograph }, position) =>
      refuseIf(
        photograph !== null && !known.has(photograph),
        'evidence.photograph-not-listed',
        `/body/marks/${position}/photograph`,
      ),
    ),
  ];
}

export function checkUnreadable(marks: readonly MarkAsRead[]): readonly Violation[] {
  return marks.flatMap(({ text, unreadable }, position) => {
    const marked = Array.from(text).filter(character => character === unreadableCharacter).length;
    return refuseIf(
      marked !== unreadable,
      'evidence.unreadable-not-marked',
      `/body/marks/${position}/unreadable`,
      { stated: String(unreadable), marked: String(marked) },
    );
  });
}
