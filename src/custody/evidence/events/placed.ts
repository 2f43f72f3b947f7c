import { following } from '../../rule.js';
import { Exactly, Flag, Line, Nullable, Prose } from '../../schema/described.js';
import { LocalId } from '../../schema/identifiers.js';
import { actMembers } from '../../schema/occurrence.js';
import type { SiteState } from '../../site/state.js';
import { checkLocation, findStore } from '../../site/storage.js';
import { refuseIf } from '../../violation.js';
import {
  checkCertificate,
  checkIsCustodian,
  checkNotHazardous,
  checkNotInTransfer,
  checkPhysical,
} from '../checks.js';
import { custodyOfSigner } from '../custody.js';
import type { EvidenceState } from '../state.js';

const body = Exactly({
  ...actMembers,
  store: LocalId('Store (UUID)', 'Local (UUID)'),
  shelf: Line('Shelf, bin or safe', 'Étagère, casier ou coffre', 80),
  highRiskStore: Flag('Is it a store for high-risk items?', 'Est-ce un local pour pièces à haut risque ?'),
  reason: Nullable(Prose('Reason', 'Raison', 1000)),
});

/**
 * `evidence.placed` (E22, RQ-27): into a store, or from shelf to shelf inside one site; between sites an item
 * goes by transfer. From the field it comes with the certificate it needs to travel (GATE-2); a firearm not
 * cleared finds only a quarantine open (GATE-3).
 */
export const evidencePlaced = following<EvidenceState, typeof body>({
  type: 'evidence.placed',
  form: 1,
  source: 'E22, GATE-2, GATE-3, RQ-27, RQ-29, RQ-44',
  title: { en: 'Placed in a store', fr: 'Rangée dans un local' },
  body,
  decide(state, act, { countersigners }) {
    const { place, occurred, highRiskStore } = act.body;
    const from = state.custody?.site ?? null;
    const fromField = state.physical === 'COLLECTED';
    const second = countersigners.some(({ as }) => as === 'second-officer');
    return [
      ...checkIsCustodian(state, act.actor.officer),
      ...checkPhysical(state, act.type, ['COLLECTED', 'HELD']),
      ...checkNotInTransfer(state),
      ...refuseIf(place.site === null, 'evidence.site-missing', '/body/place/site'),
      ...refuseIf(
        from !== null && place.site !== null && from !== place.site,
        'evidence.site-differs',
        '/body/place/site',
        {
          number: state.number,
        },
      ),
      ...(fromField ? [...checkNotHazardous(state), ...checkCertificate(state, occurred, '/body')] : []),
      ...refuseIf((state.highRisk || highRiskStore) && !second, 'evidence.second-officer-missing', '', {
        number: state.number,
      }),
    ];
  },
  decideLogWide(state, act, facts) {
    const { place, store, shelf, highRiskStore } = act.body;
    const site = facts.state(`site/${place.site}`) as SiteState | undefined;
    if (site === undefined) return [];
    const found = findStore(site, store);
    return [
      ...checkLocation(site, { store, shelf }, state, '/body'),
      ...refuseIf(
        found !== undefined && found.highRisk !== highRiskStore,
        'evidence.high-risk-store-differs',
        '/body/highRiskStore',
        { name: found?.name ?? '' },
      ),
    ];
  },
  evolve(state, act) {
    const { store, shelf } = act.body;
    return { ...state, physical: 'HELD', custody: custodyOfSigner(act, 'STORAGE', { store, shelf }) };
  },
});
