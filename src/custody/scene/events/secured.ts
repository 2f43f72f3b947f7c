import { mayFollow } from '../../common/time-order.js';
import { following } from '../../rule.js';
import { Code, Exactly, Line, List, Nullable, Prose, words } from '../../schema/described.js';
import { IdOf } from '../../schema/identifiers.js';
import { actMembers, Occurred } from '../../schema/occurrence.js';
import { Withholdable } from '../../schema/withheld.js';
import { refuseIf } from '../../violation.js';
import { casualtyStates } from '../../vocabulary/scenes.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import type { SceneState } from '../state.js';

const Entrant = Exactly({
  who: Withholdable(Line('Who', 'Qui'), 'Who entered', 'Qui est entré'),
  capacity: Line('Capacity, e.g. medical crew', 'Qualité, p. ex. équipe médicale'),
  purpose: Line('What for', 'Pour quoi faire'),
});

const body = Exactly({
  ...actMembers,
  arrival: Exactly(Occurred.properties, words('Arrival at the scene', 'Arrivée sur les lieux')),
  unit: IdOf('unit', 'Unit that secures the scene', 'Unité qui sécurise les lieux'),
  cordon: Prose('Cordon: where, since when', 'Périmètre : où, depuis quand'),
  casualties: Code(codesOf(casualtyStates), 'Casualties', 'Victimes'),
  enteredBefore: List(
    Entrant,
    'Who entered before the scene was secured; empty: nobody',
    'Qui est entré avant la sécurisation ; vide : personne',
    { max: 50 },
  ),
  changes: Nullable(
    Prose('What was moved or changed; null: nothing seen', 'Ce qui a été déplacé ; null : rien de constaté'),
  ),
});

/** `scene.secured` (E02, D1), again whenever the cordon is relieved. */
export const sceneSecured = following<SceneState, typeof body>({
  type: 'scene.secured',
  form: 1,
  source: 'E02, D1',
  title: { en: 'Scene secured', fr: 'Lieux sécurisés' },
  body,
  decide: (_state, { body: { arrival, occurred } }) =>
    refuseIf(!mayFollow(occurred, arrival), 'scene.secured-before-arrival', '/body/arrival/at', {
      arrival: arrival.at,
      occurred: occurred.at,
    }),
  evolve: (state, act) => ({ ...state, secured: [...state.secured, act.eventId] }),
});
