import { following } from '../../rule.js';
import { Exactly, Line, Nullable, Prose } from '../../schema/described.js';
import { File } from '../../schema/identifiers.js';
import { actMembers, Instant } from '../../schema/occurrence.js';
import { checkPhysical, inHand } from '../checks.js';
import { Amount } from '../record/quantity.js';
import { checkValidity } from '../record/validity.js';
import type { EvidenceState } from '../state.js';

const body = Exactly({
  ...actMembers,
  certificate: Line('Certificate number', 'Numéro du certificat', 60),
  netExplosiveQuantity: Nullable(
    Amount(
      'Net explosive quantity left, kg; null: none',
      "Masse nette d'explosif restante, kg ; null : aucune",
    ),
  ),
  removed: Prose('What was removed', 'Ce qui a été retiré'),
  limits: Prose('Limits of the certificate', 'Limites du certificat'),
  validUntil: Instant('Valid until', "Valable jusqu'au"),
  scan: Nullable(File('Scan of the certificate', 'Numérisation du certificat')),
});

/** `evidence.render-safe-certified` (E12): safe to handle; for transport there is a certificate of its own. */
export const evidenceRenderSafeCertified = following<EvidenceState, typeof body>({
  type: 'evidence.render-safe-certified',
  form: 1,
  source: 'E12, RQ-40',
  title: { en: 'Rendered safe', fr: 'Neutralisation certifiée' },
  body,
  decide(state, act) {
    return [...checkPhysical(state, act.type, inHand), ...checkValidity(act, act.body.validUntil)];
  },
  evolve(state, act) {
    const { certificate, netExplosiveQuantity, validUntil } = act.body;
    return {
      ...state,
      safety: {
        status: 'RENDERED_SAFE',
        event: act.eventId,
        certificate,
        validUntil,
        hazardDivision: null,
        compatibilityGroup: null,
        netExplosiveQuantity,
        weaponCleared: state.safety.weaponCleared,
      },
    };
  },
});
