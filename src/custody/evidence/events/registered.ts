import { type Act, beginning, type LogWideFacts } from '../../rule.js';
import { checkClearanceStands, checkSceneClearance } from '../../scene/check-clearance.js';
import type { SceneState } from '../../scene/state.js';
import { Code, Exactly, Line, List, Nullable, Prose, type Static, words } from '../../schema/described.js';
import { File, IdOf } from '../../schema/identifiers.js';
import { actMembers, Position } from '../../schema/occurrence.js';
import { Withholdable } from '../../schema/withheld.js';
import { refuseIf, type Violation } from '../../violation.js';
import { Coded, codeOrText } from '../../vocabulary/coded.js';
import { materiel, subCategories } from '../../vocabulary/materiel.js';
import { derivations, foundAs, holdings, recoveringParties } from '../../vocabulary/recovery.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import { evidenceNumber } from '../number.js';
import { begunItem } from '../record/begun-item.js';
import { checkCategory, checkRecord, traitsOrPlain } from '../record/check-record.js';
import { ClassificationOfItem, classificationFrom } from '../record/classification.js';
import { descriptionMembers } from '../record/description.js';
import { IedLabels } from '../record/ied.js';
import type { EvidenceState, Remark } from '../state.js';

const sharedMembers = {
  ...actMembers,
  incident: IdOf('incident', 'Incident', 'Incident'),
  scene: Nullable(IdOf('scene', 'Scene', 'Lieux')),
  positionAtScene: Exactly(
    {
      words: Line('Position in words', 'Position en clair', 500),
      exact: Nullable(Withholdable(Position, 'Exact position', 'Position exacte')),
    },
    words('Position where it was found', 'Position de la découverte'),
  ),
  category: Coded(materiel, 'Category', 'Catégorie'),
  subCategory: Coded(subCategories, 'Sub-category', 'Sous-catégorie'),
  ...descriptionMembers,
  foundAs: Coded(foundAs, 'Found as', 'Circonstances de la découverte'),
  ied: Nullable(IedLabels),
  derivedFrom: Nullable(
    Exactly({
      parent: IdOf('evidence', 'Item it was taken from', 'Pièce dont elle provient'),
      root: IdOf('evidence', 'First item of the line', 'Pièce racine'),
      relation: Coded(derivations, 'What it is to its parent', 'Lien avec la pièce mère'),
    }),
    words('Derived from another item', "Dérivée d'une autre pièce"),
  ),
  foundIn: Nullable(
    Exactly({
      item: IdOf('evidence', 'Item it was found in', 'Pièce dans laquelle elle a été trouvée'),
      where: Line('Where inside', 'Emplacement'),
    }),
    words('Found in another item', 'Trouvée dans une autre pièce'),
  ),
  recoveringParty: Coded(recoveringParties, 'Recovering party', 'Partie ayant récupéré la pièce'),
  recoveringUnit: Nullable(Line('Recovering unit', 'Unité ayant récupéré la pièce')),
  holding: Code(codesOf(holdings), 'In custody or documented only', 'Sous garde ou documentée seulement'),
  owner: Nullable(
    Withholdable(
      Exactly({
        name: Line('Owner or suspected owner', 'Propriétaire, avéré ou présumé'),
        basis: Prose('What it rests on', 'Éléments à l’appui', 1000),
      }),
      'Owner or suspected owner',
      'Propriétaire, avéré ou présumé',
    ),
  ),
  classification: ClassificationOfItem,
};

const WitnessReference = Line(
  'Reference of a witness, never a name',
  'Référence du témoin, jamais un nom',
  60,
);
const listOfWitnesses = [
  'Witnesses, by reference only',
  'Témoins, par référence seulement',
  { max: 50 },
] as const;
const Statement = File("The observer's own statement", "Déclaration de l'auteur de l'observation");
const behalf = words('Entered on behalf of who observed it', "Inscrite au nom de l'auteur de l'observation");

/** Form 1 left in clear what can betray a source: his capacity, his unit, his own statement, the references. */
const clearBody = Exactly({
  ...sharedMembers,
  witnesses: List(WitnessReference, ...listOfWitnesses),
  onBehalfOf: Nullable(
    Exactly({
      observer: Withholdable(Line('Name', 'Nom'), 'Who observed it', "Auteur de l'observation"),
      capacity: Line('Capacity', 'Qualité'),
      unit: Line('Unit', 'Unité'),
      statement: Statement,
    }),
    behalf,
  ),
});

export const registeredBody = Exactly({
  ...sharedMembers,
  witnesses: List(Withholdable(WitnessReference, 'Witness', 'Témoin'), ...listOfWitnesses),
  onBehalfOf: Nullable(
    Exactly({
      observer: Withholdable(
        Exactly({
          name: Line('Name', 'Nom'),
          capacity: Line('Capacity', 'Qualité'),
          unit: Line('Unit', 'Unité'),
        }),
        'Who observed it',
        "Auteur de l'observation",
      ),
      statement: Withholdable(Statement, 'His own statement', 'Sa propre déclaration'),
    }),
    behalf,
  ),
});

type Body = Static<typeof registeredBody>;

/**
 * `evidence.registered` (E07, D2): an item, or a lot, as it was found. The number printed on it follows from its
 * UUID (RQ-01); marks as read stand apart from what they may mean (RQ-11). The author is who observed it;
 * where he was not, that is said, with the observer's own statement (RQ-07).
 */
export const evidenceRegistered = beginning<EvidenceState, typeof registeredBody>({
  type: 'evidence.registered',
  form: 2,
  source: 'E07, D2, GATE-1, RQ-01, RQ-02, RQ-03, RQ-07, RQ-11, RQ-12, RQ-14',
  title: { en: 'Item registered', fr: 'Pièce enregistrée' },
  body: registeredBody,
  former: [{ form: 1, body: clearBody, supersededIn: 2 }],
  decide(act, circumstances) {
    const { category, subCategory, scene } = act.body;
    const unknown = checkCategory(category.code, subCategory.code);
    if (unknown.length > 0) return unknown;
    return [
      ...checkRecord(act.id, subCategory.code, traitsOrPlain(category.code, subCategory.code), act.body),
      ...checkFound(act.body),
      ...(scene === null ? [] : checkSceneClearance(scene, act, circumstances)),
    ];
  },
  decideLogWide: (_state, act, facts) => [...checkScene(act, facts), ...checkRelations(act.body, facts)],
  claims: act => [{ set: 'evidence-number', key: evidenceNumber(act.id) }],
  evolve(act) {
    const { category, subCategory, derivedFrom, foundIn, holding, onBehalfOf, ...rest } = act.body;
    return {
      ...begunItem(act, traitsOrPlain(category.code, subCategory.code)),
      incident: rest.incident,
      scene: rest.scene,
      parent: derivedFrom?.parent ?? null,
      root: derivedFrom?.root ?? act.id,
      foundIn: foundIn?.item ?? null,
      category: category.code,
      subCategory: subCategory.code,
      foundAs: rest.foundAs.code,
      recoveringParty: codeOrText(rest.recoveringParty),
      classification: classificationFrom(rest.classification),
      physical: holding === 'DOCUMENTED_ONLY' ? 'DOCUMENTED_ONLY' : 'RECORDED',
      remarks: onBehalfOf === null ? [] : [onBehalf(act.eventId, act.actor.officer)],
    };
  },
});

/** RQ-07, F-28: that the author is not who observed it shows on every later paper; who it was stays withheld. */
function onBehalf(event: string, officer: string): Remark {
  return { kind: 'ON_BEHALF', event, officer, text: '–' };
}

function checkFound({ category, subCategory, foundAs: found, ied, holding }: Body): readonly Violation[] {
  const { foundAsOwed } = traitsOrPlain(category.code, subCategory.code);
  return [
    ...refuseIf(
      foundAsOwed && found.code === 'UNDETERMINED' && found.text === null,
      'evidence.found-as-undetermined',
      '/body/foundAs/text',
      { subCategory: subCategory.code },
    ),
    ...refuseIf(
      found.code === 'DOCUMENTED_ONLY' && holding !== 'DOCUMENTED_ONLY',
      'evidence.documented-only-in-custody',
      '/body/holding',
    ),
    ...refuseIf(category.code === 'IED' && ied === null, 'evidence.ied-labels-missing', '/body/ied'),
  ];
}

/** The scene is one of this incident, and the clearance the act relies on had not been withdrawn (GATE-1). */
function checkScene(act: Act<Body>, facts: LogWideFacts): readonly Violation[] {
  const { scene, incident } = act.body;
  const state = facts.state(`scene/${scene}`) as SceneState | undefined;
  if (state === undefined) return [];
  return [
    ...refuseIf(state.incident !== incident, 'evidence.scene-of-other-incident', '/body/scene'),
    ...checkClearanceStands(state, act),
  ];
}

/** RQ-02: from any derived item one can walk to the scene; what lay in another item lay there in this incident. */
function checkRelations({ incident, derivedFrom, foundIn }: Body, facts: LogWideFacts): readonly Violation[] {
  const item = (id: string) => facts.state(`evidence/${id}`) as EvidenceState | undefined;
  const elsewhere = (id: string | undefined, pointer: string) => {
    const other = id === undefined ? undefined : item(id);
    return refuseIf(
      other !== undefined && other.incident !== incident,
      'evidence.item-of-other-incident',
      pointer,
      { item: other?.number ?? '' },
    );
  };
  const parent = derivedFrom === null ? undefined : item(derivedFrom.parent);
  return [
    ...elsewhere(derivedFrom?.parent, '/body/derivedFrom/parent'),
    ...elsewhere(foundIn?.item, '/body/foundIn/item'),
    ...refuseIf(
      parent !== undefined && parent.root !== derivedFrom?.root,
      'evidence.root-not-of-parent',
      '/body/derivedFrom/root',
      { root: parent?.root ?? '' },
    ),
  ];
}
