import { parseTime } from '../../../log/index.js';
import { uncorrected } from '../../common/state.js';
import { endOf } from '../../common/time-order.js';
import { type Act, beginning } from '../../rule.js';
import { checkClearanceStands, checkSceneClearance } from '../../scene/check-clearance.js';
import type { SceneState } from '../../scene/state.js';
import { Exactly, Line, List, Nullable, type Static } from '../../schema/described.js';
import { IdOf } from '../../schema/identifiers.js';
import { actMembers } from '../../schema/occurrence.js';
import { Withholdable } from '../../schema/withheld.js';
import { refuseIf, type Violation } from '../../violation.js';
import { Coded, codeOrText } from '../../vocabulary/coded.js';
import { visitPurposes } from '../../vocabulary/scenes.js';
import type { VisitState } from '../state.js';

const body = Exactly({
  ...actMembers,
  scene: IdOf('scene', 'Scene', 'Lieux'),
  purpose: Coded(visitPurposes, 'Purpose', 'Motif'),
  escort: Nullable(IdOf('officer', 'Officer who escorts', 'Officier accompagnateur')),
  accompanying: List(
    Exactly({
      name: Withholdable(Line('Name', 'Nom'), 'Name', 'Nom'),
      capacity: Line('Capacity', 'Qualité'),
    }),
    'Persons led in who cannot sign themselves; empty: nobody',
    'Personnes accompagnées qui ne peuvent signer ; vide : personne',
    { max: 20 },
  ),
});

type Entry = Act<Static<typeof body>>;

/**
 * `visit.entered` (E04, GATE-1): one subject per officer and visit, so that devices offline never clash. The
 * act's `refs` name the clearance under which he enters. An EOD officer who goes in to clear needs none.
 */
export const visitEntered = beginning<VisitState, typeof body>({
  type: 'visit.entered',
  form: 1,
  source: 'E04, GATE-1',
  title: { en: 'Scene entered', fr: 'Entrée sur les lieux' },
  body,
  decide: (act, circumstances) =>
    goesInToClear(act) ? [] : checkSceneClearance(act.body.scene, act, circumstances),
  decideLogWide(_state, act, facts) {
    const scene = facts.state(`scene/${act.body.scene}`) as SceneState | undefined;
    if (scene === undefined) return [];
    return [...(goesInToClear(act) ? [] : checkClearanceStands(scene, act)), ...checkOpenThen(scene, act)];
  },
  evolve(act) {
    const { scene, purpose, escort, occurred } = act.body;
    return {
      ...uncorrected,
      scene,
      visitor: act.actor.officer,
      role: act.actor.role,
      purpose: codeOrText(purpose),
      escort,
      entered: { at: occurred.at, precision: occurred.precision },
      left: null,
      remarks: [],
    };
  },
});

/**
 * What is closed is entered by nobody but by a decision under GATE-1: who did walk in says under whose. A closing known
 * to the day closes at the end of the day.
 */
function checkOpenThen({ name, closed }: SceneState, { body: { occurred } }: Entry): readonly Violation[] {
  const after = closed !== null && parseTime(occurred.at) > endOf(closed.occurred);
  return refuseIf(after, 'visit.scene-closed', '/body/occurred/at', {
    scene: name,
    at: closed?.occurred.at ?? '',
  });
}

function goesInToClear({ actor, body: { purpose } }: Entry): boolean {
  return actor.role === 'EOD' && purpose.code === 'CLEARANCE';
}
