import { type PhotographOfItem, Photographs } from '../../evidence/record/photograph.js';
import { following } from '../../rule.js';
import { Count, Exactly, Flag, Line, List, Nullable, Prose, words } from '../../schema/described.js';
import { File, IdOf } from '../../schema/identifiers.js';
import { actMembers, Position } from '../../schema/occurrence.js';
import { Withholdable } from '../../schema/withheld.js';
import { refuseIf, type Violation } from '../../violation.js';
import { checkClearanceStands, checkSceneClearance } from '../check-clearance.js';
import type { SceneState } from '../state.js';

/** D1 asks for coordinates with their accuracy. */
const MeasuredPosition = Exactly({
  ...Position.properties,
  accuracyMetres: Count('Accuracy in metres', 'Précision en mètres', { max: 1_000_000 }),
});

const Member = Exactly({
  officer: Nullable(IdOf('officer', 'Registered officer', 'Officier enregistré')),
  name: Withholdable(Line('Name and grade', 'Nom et grade'), 'Name', 'Nom'),
  unit: IdOf('unit', 'Unit', 'Unité'),
  capacity: Line('Capacity in the team', "Qualité dans l'équipe"),
});

const Sketch = Exactly(
  {
    file: File('Original file', "Fichier d'origine"),
    scale: Line('Scale, e.g. 1:200, or "not to scale"', 'Échelle, p. ex. 1/200, ou « sans échelle »', 60),
    north: Flag('Does it show north?', 'Le nord y figure-t-il ?'),
  },
  words('Sketch', 'Croquis'),
);

const Search = Exactly(
  {
    method: Line('Search method', 'Méthode de recherche'),
    limits: Prose('What limited the work', 'Ce qui a limité le travail'),
    minutesAvailable: Nullable(Count('Minutes available', 'Minutes disponibles', { max: 1_000_000 })),
    threat: Prose('Threat at the time', 'Menace au moment des faits', 1000),
  },
  words('Search', 'Recherche'),
);

const body = Exactly({
  ...actMembers,
  team: List(Member, 'Team', 'Équipe', { min: 1, max: 40 }),
  position: Withholdable(MeasuredPosition, 'Coordinates, accuracy, datum', 'Coordonnées, précision, système'),
  photographs: Photographs('Photographs', 'Photographies', 1),
  sketch: Sketch,
  conditions: Exactly(
    {
      weather: Nullable(Line('Weather', 'Météo')),
      light: Nullable(Line('Light', 'Luminosité')),
      ground: Nullable(Line('Ground', 'Terrain')),
    },
    words('Conditions', 'Conditions'),
  ),
  search: Search,
  witnesses: List(
    Withholdable(
      Line('Reference of the witness, not a name', 'Référence du témoin, sans nom'),
      'Witness',
      'Témoin',
    ),
    'Witnesses, by reference only',
    'Témoins, par référence seulement',
    { max: 50 },
  ),
});

/** `scene.documented` (E05, D1, GATE-1): from the general view to the particular, with sketch and limits. */
export const sceneDocumented = following<SceneState, typeof body>({
  type: 'scene.documented',
  form: 1,
  source: 'E05, D1, GATE-1',
  title: { en: 'Scene documented', fr: 'Constatations effectuées' },
  body,
  decide: (state, act, circumstances) => [
    ...checkSceneClearance(act.id, act, circumstances),
    ...checkClearanceStands(state, act),
    ...checkPhotographs(act.body.photographs),
  ],
  evolve: (state, act) => ({ ...state, documented: [...state.documented, act.eventId] }),
});

function checkPhotographs(photographs: readonly PhotographOfItem[]): readonly Violation[] {
  const views = ['OVERALL', 'MEDIUM', 'CLOSE'] as const;
  const lacking = views.filter(view => !photographs.some(({ kind }) => kind.code === view));
  const unscaled = photographs.findIndex(({ kind, scale }) => kind.code === 'CLOSE' && !scale);
  return [
    ...refuseIf(lacking.length > 0, 'scene.views-missing', '/body/photographs', {
      views: lacking.join(', '),
    }),
    ...refuseIf(unscaled >= 0, 'scene.close-view-without-scale', `/body/photographs/${unscaled}/scale`, {
      number: photographs[unscaled]?.number ?? '',
    }),
  ];
}
