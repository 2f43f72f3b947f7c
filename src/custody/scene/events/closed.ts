import { mayFollow } from '../../common/time-order.js';
import { following } from '../../rule.js';
import {
  Code,
  Count,
  Exactly,
  Line,
  List,
  Nullable,
  Prose,
  type Static,
  words,
} from '../../schema/described.js';
import { IdOf } from '../../schema/identifiers.js';
import { actMembers, Occurred } from '../../schema/occurrence.js';
import { Withholdable } from '../../schema/withheld.js';
import { refuseIf, type Violation } from '../../violation.js';
import { Coded } from '../../vocabulary/coded.js';
import { exploitationLevels, nonExploitationReasons } from '../../vocabulary/scenes.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import type { SceneState } from '../state.js';

const Counts = Exactly(
  {
    recorded: Count('Items recorded', 'Pièces relevées', { max: 100_000 }),
    collected: Count('Items collected', 'Pièces prélevées', { max: 100_000 }),
    left: Count('Items left in place', 'Pièces laissées sur place', { max: 100_000 }),
    destroyed: Count('Items destroyed in place', 'Pièces détruites sur place', { max: 100_000 }),
    documentedOnly: Count('Items documented only', 'Pièces seulement décrites', { max: 100_000 }),
  },
  words('Items, each counted once', 'Pièces, comptées chacune une fois'),
);

const ItemLeft = Exactly({
  item: Nullable(IdOf('evidence', 'Evidence item, where registered', 'Pièce, si elle est enregistrée')),
  description: Line('What it is', "Ce que c'est"),
  reason: Prose('Why it was left', 'Pourquoi elle a été laissée', 1000),
});

const body = Exactly({
  ...actMembers,
  leaving: Exactly(Occurred.properties, words('When the team left', "Départ de l'équipe")),
  exploited: Code(codesOf(exploitationLevels), 'How far it was exploited', "Niveau d'exploitation"),
  reasons: List(
    Coded(nonExploitationReasons, 'Reason', 'Raison'),
    'Why not fully; none where fully',
    'Pourquoi pas entièrement ; aucune sinon',
    { max: 6 },
  ),
  counts: Counts,
  itemsLeft: List(ItemLeft, 'Items left in place', 'Pièces laissées sur place', { max: 200 }),
  statement: Withholdable(
    Prose("Leader's own words and observations", 'Propres constatations du chef', 10_000),
    'Personal statement of the leader',
    'Déclaration personnelle du chef',
  ),
});

/** `scene.closed` (E06, D1): how far the scene was exploited, why not further, and what the leader saw himself. */
export const sceneClosed = following<SceneState, typeof body>({
  type: 'scene.closed',
  form: 1,
  source: 'E06, D1, RQ-07',
  title: { en: 'Scene closed', fr: 'Constatations closes' },
  body,
  decide(state, { body, actor }) {
    return [
      ...refuseIf(state.leader !== actor.officer, 'scene.not-leader', '/actor/officer', {
        officer: actor.officer,
      }),
      ...checkRecordWhole(state, body),
      ...checkReasons(body),
      ...checkCounts(body),
      ...refuseIf(
        !mayFollow(body.occurred, body.leaving),
        'scene.closed-before-leaving',
        '/body/leaving/at',
        {
          leaving: body.leaving.at,
          occurred: body.occurred.at,
        },
      ),
    ];
  },
  evolve(state, { eventId, index, body: { occurred, exploited, counts } }) {
    const { at, precision } = occurred;
    return { ...state, closed: { event: eventId, index, occurred: { at, precision }, exploited, counts } };
  },
});

type ClosedBody = Static<typeof body>;

/** D1 is one form over several events: a scene that was worked at was secured and documented. */
function checkRecordWhole(state: SceneState, { exploited }: ClosedBody): readonly Violation[] {
  if (exploited === 'NONE') return [];
  const lacking = [
    ...(state.secured.length === 0 ? ['scene.secured'] : []),
    ...(state.documented.length === 0 ? ['scene.documented'] : []),
  ];
  return refuseIf(lacking.length > 0, 'scene.record-incomplete', '/body/exploited', {
    lacking: lacking.join(', '),
  });
}

function checkReasons({ exploited, reasons }: ClosedBody): readonly Violation[] {
  const full = exploited === 'FULL';
  return [
    ...refuseIf(!full && reasons.length === 0, 'scene.reason-missing', '/body/reasons'),
    ...refuseIf(full && reasons.length > 0, 'scene.reason-without-cause', '/body/reasons'),
  ];
}

function checkCounts({ counts, itemsLeft }: ClosedBody): readonly Violation[] {
  const { recorded, collected, left, destroyed, documentedOnly } = counts;
  const accounted = collected + left + destroyed + documentedOnly;
  return [
    ...refuseIf(recorded !== accounted, 'scene.counts', '/body/counts', {
      recorded: String(recorded),
      accounted: String(accounted),
    }),
    ...refuseIf(left !== itemsLeft.length, 'scene.items-left', '/body/itemsLeft', {
      left: String(left),
      listed: String(itemsLeft.length),
    }),
  ];
}
