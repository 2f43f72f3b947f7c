import { following } from '../../rule.js';
import { Code, Exactly, Line, Nullable, Prose, type Static } from '../../schema/described.js';
import { File } from '../../schema/identifiers.js';
import { actMembers, Instant } from '../../schema/occurrence.js';
import { refuseIf, type Violation } from '../../violation.js';
import { certificateResults, compatibilityGroups, hazardDivisions } from '../../vocabulary/hazard.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import { checkPhysical, inHand } from '../checks.js';
import { Amount } from '../record/quantity.js';
import { checkValidity } from '../record/validity.js';
import type { EvidenceState } from '../state.js';

const body = Exactly({
  ...actMembers,
  certificate: Line('Certificate number', 'Numéro du certificat', 60),
  result: Code(codesOf(certificateResults), 'Result', 'Résultat'),
  netExplosiveQuantity: Nullable(Amount('Net explosive quantity, kg', "Masse nette d'explosif, kg")),
  hazardDivision: Nullable(Code(codesOf(hazardDivisions), 'Hazard division', 'Division de risque')),
  compatibilityGroup: Nullable(Code(compatibilityGroups, 'Compatibility group', 'Groupe de compatibilité')),
  basis: Prose('What it rests on', "Éléments à l'appui"),
  limits: Prose('Limits of the certificate', 'Limites du certificat'),
  validUntil: Instant('Valid until', "Valable jusqu'au"),
  scan: Nullable(File('Scan of the certificate', 'Numérisation du certificat')),
});

/**
 * `evidence.certified` (GATE-2, RQ-40): the EOD certificate without which nothing that may hold explosive
 * travels. It is the officer's finding; nothing here computes it.
 */
export const evidenceCertified = following<EvidenceState, typeof body>({
  type: 'evidence.certified',
  form: 1,
  source: 'GATE-2, RQ-40',
  title: { en: 'EOD certificate for transport', fr: 'Certificat NEDEX de transport' },
  body,
  decide(state, act) {
    return [
      ...checkPhysical(state, act.type, inHand),
      ...checkValidity(act, act.body.validUntil),
      ...checkClass(state.number, act.body),
    ];
  },
  evolve(state, act) {
    const { certificate, result, netExplosiveQuantity, hazardDivision, compatibilityGroup, validUntil } =
      act.body;
    return {
      ...state,
      ...(result === 'CERTIFIED_FREE_FROM_EXPLOSIVES' ? freed(state) : explosive(state)),
      safety: {
        status: result,
        event: act.eventId,
        certificate,
        validUntil,
        hazardDivision,
        compatibilityGroup,
        netExplosiveQuantity,
        weaponCleared: state.safety.weaponCleared,
      },
    };
  },
});

function checkClass(
  number: string,
  { result, netExplosiveQuantity, hazardDivision, compatibilityGroup }: Static<typeof body>,
): readonly Violation[] {
  const classed = hazardDivision !== null && compatibilityGroup !== null;
  if (result === 'EXPLOSIVE_CERTIFIED_FOR_TRANSPORT') {
    return [
      ...refuseIf(!classed, 'evidence.certificate-class', '/body/hazardDivision', { number }),
      ...refuseIf(
        netExplosiveQuantity === null,
        'evidence.certificate-quantity',
        '/body/netExplosiveQuantity',
      ),
    ];
  }
  const names = hazardDivision !== null || compatibilityGroup !== null || netExplosiveQuantity !== null;
  return refuseIf(names, 'evidence.certificate-of-nothing', '/body/hazardDivision');
}

type StoredAs = Pick<EvidenceState, 'hazardClass' | 'explosivePossible'>;

/** RQ-44: what is free from explosives is stored as what else it is. It stays an item that might have held some. */
function freed({ hazardClass, explosivePossible, firearm }: EvidenceState): StoredAs {
  const wasExplosive = hazardClass === 'EXPLOSIVE' || hazardClass === 'AMMUNITION';
  const left = firearm ? 'FIREARM' : null;
  return { explosivePossible, hazardClass: wasExplosive ? left : hazardClass };
}

function explosive({ hazardClass }: EvidenceState): StoredAs {
  return { explosivePossible: true, hazardClass: hazardClass === 'AMMUNITION' ? 'AMMUNITION' : 'EXPLOSIVE' };
}
