import Type from 'typebox';
import { following } from '../../rule.js';
import { Code, Count, words } from '../../schema/described.js';
import { refuse, refuseIf } from '../../violation.js';
import { secondRegistrar } from '../authority.js';
import { holdsKey, type OfficerState, revocationReasons } from '../state.js';

const body = Type.Object(
  {
    kid: Type.String({ ...words('Key that is revoked', 'Clé révoquée'), pattern: '^[A-Za-z0-9_-]{43}$' }),
    reason: Code(revocationReasons, 'Reason', 'Raison'),
    compromisedSince: Type.Optional(
      Count(
        'Leaf index from which events by the key are disputed',
        'Rang à partir duquel les actes sont contestés',
        {
          max: 2 ** 53 - 1,
        },
      ),
    ),
  },
  { additionalProperties: false },
);

/**
 * `officer.key-revoked` (log-format section 8): `compromised` needs two registrars; any other reason one
 * registrar, or the holder alone with any good key of his, whatever his role.
 */
export const officerKeyRevoked = following<OfficerState, typeof body>({
  type: 'officer.key-revoked',
  form: 1,
  source: 'log-format section 8',
  title: { en: 'Key revoked', fr: 'Clé révoquée' },
  body,
  decide(state, act, circumstances) {
    const { kid, reason, compromisedSince } = act.body;
    const key = Object.hasOwn(state.keys, kid) ? state.keys[kid] : undefined;
    if (key === undefined) return [refuse('officer.key-unknown', '/body/kid', { kid })];
    const byHolder = act.actor.officer === act.id && holdsKey(state, act.kid);
    const compromised = reason === 'compromised';
    const indexed = compromisedSince !== undefined;
    return [
      ...refuseIf(key.revoked !== null, 'officer.key-revoked-before', '/body/kid', { kid }),
      ...(compromised ? secondRegistrar(act, circumstances) : []),
      ...refuseIf(
        !compromised && act.actor.role !== 'REG' && !byHolder,
        'officer.revoker-not-entitled',
        '/actor/role',
      ),
      ...refuseIf(
        compromised !== indexed || (indexed && compromisedSince <= key.registered),
        'officer.compromise-index',
        '/body/compromisedSince',
        { registered: String(key.registered) },
      ),
    ];
  },
  evolve(state, act) {
    const { kid, reason, compromisedSince } = act.body;
    const key = state.keys[kid];
    if (key === undefined) return state;
    const revoked = { index: act.index, reason, compromisedSince: compromisedSince ?? null };
    return { ...state, keys: { ...state.keys, [kid]: { ...key, revoked } } };
  },
});
