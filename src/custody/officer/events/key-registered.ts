import Type from 'typebox';
import { parsePublicJwk } from '../../../log/index.js';
import { following } from '../../rule.js';
import { Exactly, words } from '../../schema/described.js';
import { refuse, refuseIf } from '../../violation.js';
import { aboutAnother } from '../authority.js';
import { readKey } from '../read-key.js';
import { holdsKey, type OfficerState } from '../state.js';

/** A public key with exactly the members of its thumbprint (RFC 7638). Its point is checked by the rules. */
export const Jwk = Type.Object(
  {
    kty: Type.String({ ...words('Type of key', 'Type de clé'), maxLength: 8 }),
    crv: Type.String({ ...words('Curve', 'Courbe'), maxLength: 16 }),
    x: Type.String({ ...words('Point, x', 'Point, x'), maxLength: 128 }),
    y: Type.Optional(Type.String({ ...words('Point, y', 'Point, y'), maxLength: 128 })),
  },
  { ...words('Public key (JWK)', 'Clé publique (JWK)'), additionalProperties: false },
);

export const Pop = Type.String({
  ...words('Proof of possession by the new key', 'Preuve de possession par la nouvelle clé'),
  minLength: 1,
  maxLength: 2000,
});

const body = Exactly({ jwk: Jwk, pop: Pop });

/**
 * `officer.key-registered` (log-format section 8): two registrars, or one registrar and the officer himself
 * with a good key of his. The proof of possession is checked before the lock, with the signatures.
 */
export const officerKeyRegistered = following<OfficerState, typeof body>({
  type: 'officer.key-registered',
  form: 1,
  source: 'log-format section 8',
  title: { en: 'Key registered', fr: 'Clé enregistrée' },
  body,
  decide(state, act, circumstances) {
    const seconded = circumstances.countersigners.some(
      signer => signer.role === 'REG' || (signer.officer === act.id && holdsKey(state, signer.kid)),
    );
    const key = readKey(act.body.jwk);
    if (typeof key === 'string') return [refuse('officer.key-malformed', '/body/jwk', { reason: key })];
    return [
      ...aboutAnother(act),
      ...refuseIf(act.actor.role !== 'REG' || !seconded, 'officer.second-registrar-missing', '/body'),
    ];
  },
  claims: act => {
    const key = readKey(act.body.jwk);
    return typeof key === 'string' ? [] : [{ set: 'key', key: key.kid }];
  },
  evolve(state, act) {
    const { jwk, kid } = parsePublicJwk(act.body.jwk);
    return { ...state, keys: { ...state.keys, [kid]: { jwk, registered: act.index, revoked: null } } };
  },
});
