import type { FactsOf } from '../common/restatable.js';
import { Code, Exactly, Line, List, Nullable, Prose, type Static, words } from '../schema/described.js';
import { File, IdOf } from '../schema/identifiers.js';
import { Day } from '../schema/occurrence.js';
import { CountRange, type CountRangeOf, runsBackwards } from '../schema/range.js';
import { Withholdable } from '../schema/withheld.js';
import { refuseIf, type Violation } from '../violation.js';
import { Coded, codeOrText } from '../vocabulary/coded.js';
import { materiel } from '../vocabulary/materiel.js';
import { propagandaMedia, propagandaSubjects, visualVerifications } from '../vocabulary/propaganda.js';
import { codesOf } from '../vocabulary/vocabulary.js';

const Materiel = Exactly({
  description: Line('What is claimed', 'Ce qui est revendiqué'),
  category: Coded(materiel, 'Category', 'Catégorie'),
  calibre: Nullable(Line('Calibre', 'Calibre', 60)),
  quantity: Nullable(CountRange('How many; null: not said', 'Combien ; null : non indiqué')),
  verified: Code(codesOf(visualVerifications), 'Can it be seen?', 'Est-ce visible ?'),
});

/** A claim of an armed group: what it says, when, and what of it can be seen. Where it was found is withheld (GATE-8). */
export const propagandaMembers = {
  subjects: List(Coded(propagandaSubjects, 'What it is about', 'Objet'), 'What it is about', 'Objet', {
    min: 1,
    max: 5,
  }),
  published: Day('Date of the claim', 'Date de la revendication'),
  medium: Coded(propagandaMedia, 'Medium', 'Support'),
  armedGroup: Nullable(IdOf('armedgroup', 'Group that claims', 'Groupe qui revendique')),
  source: Withholdable(
    Prose(
      'Where it was found, and by whom it was passed on',
      'Où elle fut trouvée, et par qui transmise',
      1000,
    ),
    'Source',
    'Source',
  ),
  verified: Code(
    codesOf(visualVerifications),
    'Can what it says be seen?',
    "Ce qu'elle dit est-il visible ?",
  ),
  dead: Nullable(CountRange('Dead it claims; null: not said', 'Morts revendiqués ; null : non indiqué')),
  materiel: List(Materiel, 'Materiel it claims', 'Matériel revendiqué', { max: 60 }),
  words: Nullable(Prose('What it says', "Ce qu'elle dit")),
  copy: Nullable(
    Withholdable(
      Exactly({ file: File('The claim itself', 'La revendication elle-même') }, words('Copy', 'Copie')),
      'Copy of the claim',
      'Copie de la revendication',
    ),
  ),
} as const;

/** What others call it by: stated once. */
export const propagandaNames = {
  number: Line('Number of the claim', 'Numéro de la revendication', 60),
} as const;

export type PropagandaFacts = FactsOf<typeof propagandaNames & typeof propagandaMembers>;

type ClaimedMateriel = Static<typeof Materiel>;

export interface PropagandaStated {
  readonly number: string;
  readonly subjects: readonly string[];
  readonly published: string;
  readonly medium: string;
  readonly armedGroup: string | null;
  readonly verified: string;
  readonly dead: CountRangeOf | null;
  readonly materiel: readonly ClaimedMateriel[];
}

export function checkPropaganda({ dead, materiel: claimed }: PropagandaFacts): readonly Violation[] {
  const ranges = [
    { range: dead, pointer: '/body/dead' },
    ...claimed.map(({ quantity }, at) => ({ range: quantity, pointer: `/body/materiel/${at}/quantity` })),
  ];
  return ranges.flatMap(({ range, pointer }) =>
    refuseIf(range !== null && runsBackwards(range), 'account.range-backwards', `${pointer}/highest`, {
      lowest: String(range?.lowest ?? ''),
      highest: String(range?.highest ?? ''),
    }),
  );
}

export function propagandaOnRecord(facts: PropagandaFacts): PropagandaStated {
  const { number, subjects, published, medium, armedGroup, verified, dead } = facts;
  return {
    number,
    subjects: subjects.map(codeOrText),
    published,
    medium: codeOrText(medium),
    armedGroup,
    verified,
    dead,
    materiel: facts.materiel,
  };
}
