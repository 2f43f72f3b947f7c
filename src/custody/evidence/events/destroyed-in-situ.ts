import { following, type LogWideFacts } from '../../rule.js';
import { Exactly, Line, List, Nullable, Prose } from '../../schema/described.js';
import { IdOf } from '../../schema/identifiers.js';
import { actMembers } from '../../schema/occurrence.js';
import { refuseIf } from '../../violation.js';
import { Coded } from '../../vocabulary/coded.js';
import { destructionMethods, destructionReasons } from '../../vocabulary/hazard.js';
import { checkPhysical } from '../checks.js';
import { Photographs } from '../record/photograph.js';
import type { EvidenceState } from '../state.js';

const body = Exactly({
  ...actMembers,
  reason: Coded(destructionReasons, 'Reason', 'Raison'),
  method: Coded(destructionMethods, 'Class of method', 'Classe de méthode'),
  certificate: Nullable(Line('Number of the EOD report', 'Numéro du compte rendu NEDEX', 60)),
  before: Photographs('Photographs before', 'Photographies avant', 1),
  after: Photographs('Photographs after', 'Photographies après', 1),
  samples: List(
    IdOf('evidence', 'Sample, an item of its own', 'Échantillon, pièce distincte'),
    'Samples taken',
    'Échantillons prélevés',
    { max: 50 },
  ),
  withoutSample: Nullable(Prose('Why no sample was taken', "Raison de l'absence d'échantillon")),
});

/**
 * `evidence.destroyed-in-situ` (E10): the preferred end of what is not safe to move; the sample is the exhibit
 * from then on (RQ-41).
 */
export const evidenceDestroyedInSitu = following<EvidenceState, typeof body>({
  type: 'evidence.destroyed-in-situ',
  form: 1,
  source: 'E10, RQ-02, RQ-41',
  title: { en: 'Destroyed in place', fr: 'Détruite sur place' },
  body,
  decide(state, act) {
    const { samples, withoutSample } = act.body;
    return [
      ...checkPhysical(state, act.type, ['RECORDED']),
      ...refuseIf(
        samples.length === 0 && withoutSample === null,
        'evidence.sample-or-reason',
        '/body/withoutSample',
      ),
    ];
  },
  decideLogWide(_state, act, facts) {
    return act.body.samples.flatMap((sample, position) =>
      refuseIf(parentOf(sample, facts) !== act.id, 'evidence.not-a-sample', `/body/samples/${position}`, {
        item: sample,
      }),
    );
  },
  evolve: state => ({ ...state, physical: 'DESTROYED_IN_SITU' }),
});

function parentOf(item: string, facts: LogWideFacts): string | null | undefined {
  return (facts.state(`evidence/${item}`) as EvidenceState | undefined)?.parent;
}
