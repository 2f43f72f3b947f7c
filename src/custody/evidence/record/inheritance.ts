import { canonicalText, type JsonObject, type JsonValue } from '../../../log/index.js';
import {
  Code,
  Count,
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
import { type EvidenceState, remarkKinds, safetyStates, sealStates } from '../state.js';
import { Amount } from './quantity.js';

/** States in which an item may be split, and which its parts begin in. */
export const splittable = ['COLLECTED', 'HELD'] as const;

/**
 * What a part has from the item it was split from, as its own history repeats it (design section 1, idea 2): so
 * the part can be shown without its parent. `inheritanceOf` gives it from the parent's state.
 */
const inheritedMembers = {
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
};

const whatItHas = words('What it has from its parent', 'Ce qu’elle tient de sa pièce mère');

/** Form 1 left out what had been found and sealed before the split. */
export const InheritanceWithoutPast = Exactly(inheritedMembers, whatItHas);

/**
 * The past is repeated as the parent's state has it and compared with that: a part relies on none of it, so that
 * nothing of it has to be at hand to judge the split.
 */
export const Inheritance = Exactly(
  {
    ...inheritedMembers,
    closedDiscrepancies: List(
      Exactly({
        discrepancy: LocalId('Discrepancy', 'Anomalie'),
        kind: Line('Kind', 'Nature', 60),
        custodian: Nullable(LocalId('Custodian when it was opened', 'Dépositaire à son ouverture')),
        outcome: Line('Outcome', 'Issue', 60),
      }),
      'Discrepancies that were closed before the split',
      'Anomalies closes avant le partage',
      { max: 100 },
    ),
    gaps: List(
      Exactly({
        from: Instant('From', 'Du'),
        until: Instant('Until', 'Au'),
        reason: Prose('What is known of the time between', "Ce que l'on sait de l'intervalle"),
        event: Line('Event that states it', 'Acte qui la déclare', 43),
      }),
      'Gaps in custody',
      'Lacunes dans la garde',
      { max: 100 },
    ),
    formerSeals: List(
      Exactly({
        package: LocalId('Package', 'Colis'),
        number: Line('Seal number', 'Numéro de scellé', 40),
        status: Code(sealStates, 'State of the seal', 'État du scellé'),
        event: Line('Event', 'Acte', 43),
        together: Count('Items put under it together', 'Pièces mises ensemble sous ce scellé', { min: 1 }),
      }),
      'Seals it was under',
      'Scellés qu’elle a portés',
      { max: 100 },
    ),
  },
  whatItHas,
);

const {
  foundIn: _foundIn,
  category: _category,
  subCategory: _subCategory,
  foundAs: _foundAs,
  collectedBy: _collectedBy,
  physical: _physical,
  site: _site,
  location: _location,
  ...pastAndOrigin
} = Inheritance.properties;

/** The same for what is taken from an item in an examination: of another kind, in the hands of who took it (RQ-02). */
export const InheritanceOfSample = Exactly(pastAndOrigin, whatItHas);

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
  const { custody, gaps, formerSeals, seal, physical } = parent;
  return {
    ...Object.fromEntries(inherited.map(member => [member, parent[member] as unknown as JsonValue])),
    // What was lent is the parent: a part was lent by nobody, and is held by who split it.
    physical: physical === 'CHECKED_OUT' ? 'HELD' : physical,
    site: custody?.site ?? null,
    location: custody?.location ?? null,
    closedDiscrepancies: closedDiscrepanciesOf(parent),
    gaps: gaps.map(gap => ({ ...gap })),
    formerSeals: [...formerSeals, ...(seal === null ? [] : [seal])].map(former => ({ ...former })),
  };
}

/** The same for what is taken from the item in an examination: fills `inherits` of `evidence.obtained`. */
export function inheritanceOfSample(parent: EvidenceState): JsonObject {
  const kept = Object.entries(inheritanceOf(parent)).filter(([member]) =>
    Object.hasOwn(pastAndOrigin, member),
  );
  return Object.fromEntries(kept);
}

/** By number: states that come from a database keep no order. */
function closedDiscrepanciesOf({ discrepancies }: EvidenceState): readonly JsonObject[] {
  return Object.entries(discrepancies)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([discrepancy, { kind, custodian, outcome }]) =>
      outcome === null ? [] : [{ discrepancy, kind, custodian, outcome }],
    );
}

/** Members in which a part does not repeat its parent, of those that its form has. */
export function differencesFrom(parent: EvidenceState, inherits: InheritanceOfItem): readonly string[] {
  const stated = inherits as unknown as JsonObject;
  return Object.entries(inheritanceOf(parent))
    .filter(([member]) => Object.hasOwn(stated, member))
    .filter(([member, value]) => canonicalText(stated[member] ?? null) !== canonicalText(value))
    .map(([member]) => member);
}

/** What had been found and sealed before the split, as the part's own state holds it. */
export function pastOf({
  closedDiscrepancies = [],
  gaps = [],
  formerSeals = [],
}: Partial<InheritanceOfItem>): Pick<EvidenceState, 'discrepancies' | 'gaps' | 'formerSeals'> {
  const closed = closedDiscrepancies.map(({ discrepancy, ...found }) => [
    discrepancy,
    { ...found, open: false, missingSince: null },
  ]);
  return { discrepancies: Object.fromEntries(closed), gaps, formerSeals };
}
