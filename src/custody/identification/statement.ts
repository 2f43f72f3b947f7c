import { calibreOf, checkCalibre, identityMembers } from '../evidence/record/interpretation.js';
import { checkUnreadable, Headstamp, Marks } from '../evidence/record/marks.js';
import type { EvidenceState } from '../evidence/state.js';
import type { ReferenceState } from '../reference/state.js';
import { hasEntry } from '../reference/state.js';
import type { LogWideFacts } from '../rule.js';
import { Code, Count, Exactly, Line, List, Nullable, type Static, words } from '../schema/described.js';
import { IdOf } from '../schema/identifiers.js';
import { refuse, refuseIf, type Violation } from '../violation.js';
import { Coded } from '../vocabulary/coded.js';
import { confidences } from '../vocabulary/marks.js';
import { foundAs } from '../vocabulary/recovery.js';
import { codesOf } from '../vocabulary/vocabulary.js';
import { consumedOf, piecesOf } from './pieces.js';

/** What one sub-lot is taken to be, how sure that is and on what it rests (RQ-11, E35). */
const Identity = Exactly(
  {
    ...identityMembers,
    secondaryMark: Nullable(
      Line('Secondary ownership mark: whose it is', 'Marque de propriété secondaire : à qui elle renvoie'),
    ),
    confidence: Code(codesOf(confidences), 'Confidence', 'Degré de confiance'),
    reference: Line('Reference used', 'Référence utilisée', 300),
    entry: Nullable(
      Exactly(
        {
          reference: IdOf('reference', 'Reference collection', 'Recueil de référence'),
          key: Line('Key of the entry', "Clé de l'entrée", 80),
        },
        words('Entry of a reference it rests on', "Entrée d'un recueil sur laquelle elle se fonde"),
      ),
    ),
  },
  words('What it is taken to be', "Ce qu'elle est réputée être"),
);

const Part = Exactly({
  count: Count('How many pieces', 'Nombre de pièces', { min: 1 }),
  headstamp: Nullable(Headstamp),
  identity: Identity,
});

/** Members of a statement of what an item is, whole each time: a later one takes the place of an earlier one. */
export const statementMembers = {
  marks: Nullable(
    Marks,
    words('Marks as read again; null: not read again', 'Marquages relus ; null : non relus'),
  ),
  foundAs: Nullable(
    Coded(
      foundAs,
      'Found as, where it differs from the record',
      'Circonstances de la découverte, si elles diffèrent de la fiche',
    ),
  ),
  parts: List(Part, 'What is identified, sub-lot by sub-lot', 'Ce qui est identifié, sous-lot par sous-lot', {
    min: 1,
    max: 60,
  }),
  unidentified: Count('Pieces not identified', 'Pièces non identifiées'),
} as const;

const statement = Exactly(statementMembers);
export type StatementOfItem = Static<typeof statement>;
export type IdentifiedPart = StatementOfItem['parts'][number];

/** RQ-11, V4: as of a record. */
export function checkStatement({ marks, parts }: StatementOfItem): readonly Violation[] {
  return [
    ...checkUnreadable(marks ?? []),
    ...parts.flatMap(({ identity }, position) => checkCalibre(identity, `/body/parts/${position}/identity`)),
  ];
}

/** GATE-11: parts and what is not identified come to what the item is; entries named stand in their collection. */
export function checkAgainstLog(
  item: string,
  { parts, unidentified }: StatementOfItem,
  facts: LogWideFacts,
): readonly Violation[] {
  const state = facts.state(`evidence/${item}`) as EvidenceState | undefined;
  const recorded = state === undefined ? null : piecesOf(state.quantity, consumedOf(state));
  const stated = parts.reduce((sum, { count }) => sum + count, unidentified);
  return [
    ...refuseIf(
      recorded !== null && stated !== recorded,
      'identification.not-balanced',
      '/body/unidentified',
      { number: state?.number ?? '', stated: String(stated), recorded: String(recorded) },
    ),
    ...parts.flatMap(({ identity: { entry } }, position) => checkEntry(entry, position, facts)),
  ];
}

function checkEntry(
  entry: IdentifiedPart['identity']['entry'],
  position: number,
  facts: LogWideFacts,
): readonly Violation[] {
  if (entry === null) return [];
  const collection = facts.state(`reference/${entry.reference}`) as ReferenceState | undefined;
  if (collection === undefined || hasEntry(collection, entry.key)) return [];
  return [
    refuse('identification.entry-unknown', `/body/parts/${position}/identity/entry/key`, {
      key: entry.key,
      name: collection.name,
    }),
  ];
}

/** The calibre of a part by its code, or as it was written where the list has none. */
export function calibreOfPart({ identity }: IdentifiedPart): string | null {
  return calibreOf(identity);
}
