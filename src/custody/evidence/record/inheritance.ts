import { canonicalText, type JsonObject, type JsonValue } from '../../../log/index.js';
import {
  Code,
  Exactly,
  Flag,
  Line,
  List,
  Nullable,
  Prose,
  type Static,
  words,
} from '../../schema/described.js';
import { EventId, IdOf, LocalId } from '../../schema/identifiers.js';
import { Day, Instant } from '../../schema/occurrence.js';
import { hazardClasses } from '../../vocabulary/hazard.js';
import { classificationLevels } from '../../vocabulary/sensitivity.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import { type EvidenceState, remarkKinds, safetyStates } from '../state.js';
import { Amount } from './quantity.js';

/** States in which an item may be split, and which its parts begin in. */
export const splittable = ['COLLECTED', 'HELD'] as const;

/**
 * What a part has from the item it was split from, as its own history repeats it (design section 1, idea 2): so
 * the part can be shown without its parent. `inheritanceOf` gives it from the parent's state.
 */
export const Inheritance = Exactly(
  {
    incident: IdOf('incident', 'Incident', 'Incident'),
    scene: Nullable(IdOf('scene', 'Scene', 'Lieux')),
    root: IdOf('evidence', 'First item of the line', 'Pièce racine'),
    foundIn: Nullable(IdOf('evidence', 'Item it was found in', 'Pièce dans laquelle elle a été trouvée')),
    category: Line('Category', 'Catégorie', 60),
    subCategory: Line('Sub-category', 'Sous-catégorie', 60),
    foundAs: Line('Found as', 'Circonstances de la découverte', 60),
    recoveringParty: Line('Recovering party', 'Partie ayant récupéré la pièce'),
    collectedBy: Nullable(IdOf('officer', 'Collector', 'Collecteur')),
    explosivePossible: Flag('May it hold explosive?', "Peut-elle contenir de l'explosif ?"),
    hazardClass: Nullable(Code(codesOf(hazardClasses), 'Hazard class', 'Classe de danger')),
    highRisk: Flag('High-risk class?', 'Classe à haut risque ?'),
    physical: Code(splittable, 'Physical state', 'État physique'),
    site: Nullable(IdOf('site', 'Site', 'Site')),
    location: Nullable(
      Exactly({
        store: LocalId('Store', 'Local'),
        shelf: Line('Shelf', 'Étagère', 80),
      }),
      words('Store and shelf', 'Local et étagère'),
    ),
    safety: Exactly(
      {
        status: Code(safetyStates, 'Safety state', 'État de sécurité'),
        event: Nullable(EventId('Assessment or certificate', 'Évaluation ou certificat')),
        certificate: Nullable(Line('Certificate number', 'Numéro du certificat', 60)),
        validUntil: Nullable(Instant('Valid until', "Valable jusqu'au")),
        hazardDivision: Nullable(Line('Hazard division', 'Division de risque', 10)),
        compatibilityGroup: Nullable(Line('Compatibility group', 'Groupe de compatibilité', 10)),
        netExplosiveQuantity: Nullable(Amount('Net explosive quantity, kg', "Masse nette d'explosif, kg")),
        weaponCleared: Flag('Cleared by two?', 'Mise en sécurité à deux ?'),
      },
      words('Safety', 'Sécurité'),
    ),
    classification: Exactly(
      {
        level: Code(codesOf(classificationLevels), 'Level', 'Niveau'),
        originator: Line('Originator', "Autorité d'origine"),
        caveats: List(Line('Caveat', 'Restriction'), 'Caveats', 'Restrictions', { max: 10 }),
        review: Nullable(Day('To be reviewed by', 'À réviser avant le')),
      },
      words('Classification', 'Classification'),
    ),
    remarks: List(
      Exactly({
        kind: Code(remarkKinds, 'Kind', 'Nature'),
        event: EventId('Event', 'Acte'),
        officer: IdOf('officer', 'Officer', 'Officier'),
        text: Prose('Remark', 'Observation', 4200),
      }),
      'Remarks that print on every later paper',
      'Mentions portées sur tout document ultérieur',
      { max: 100 },
    ),
  },
  words('What it has from its parent', 'Ce qu’elle tient de sa pièce mère'),
);

export type InheritanceOfItem = Static<typeof Inheritance>;

/** Members a part takes over from its parent's state as they stand. */
const inherited = [
  'incident',
  'scene',
  'root',
  'foundIn',
  'category',
  'subCategory',
  'foundAs',
  'recoveringParty',
  'collectedBy',
  'explosivePossible',
  'hazardClass',
  'highRisk',
  'physical',
  'safety',
  'classification',
  'remarks',
] as const satisfies readonly (keyof InheritanceOfItem & keyof EvidenceState)[];

/** What a part of this item has from it: fills `inherits` of `evidence.derived`. */
export function inheritanceOf(parent: EvidenceState): JsonObject {
  const { custody } = parent;
  return {
    ...Object.fromEntries(inherited.map(member => [member, parent[member] as unknown as JsonValue])),
    site: custody?.site ?? null,
    location: custody?.location ?? null,
  };
}

/** Members in which a part does not repeat its parent. */
export function differencesFrom(parent: EvidenceState, inherits: InheritanceOfItem): readonly string[] {
  const stated = inherits as unknown as JsonObject;
  return Object.entries(inheritanceOf(parent))
    .filter(([member, value]) => canonicalText(stated[member] ?? null) !== canonicalText(value))
    .map(([member]) => member);
}
