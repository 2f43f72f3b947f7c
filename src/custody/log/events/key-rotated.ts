import Type from 'typebox';
import { FormatError, parseVerifierKey, type VerifierKey } from '../../../log/index.js';
import { following } from '../../rule.js';
import { Exactly, words } from '../../schema/described.js';
import { refuse, refuseIf } from '../../violation.js';
import { byOperatorAndRegistrar } from '../by-operator.js';
import { logKeysOf, originOf } from '../log-keys.js';
import type { LogState } from '../state.js';

const body = Exactly({
  logKey: Type.String({
    ...words('New verifier key of the log', 'Nouvelle clé de vérification du journal'),
    maxLength: 300,
  }),
});

/**
 * `log.key-rotated` (log-format section 8): checkpoints of a size above this leaf's index carry the lines of the old
 * and the new key, head statements of such a size are by the new one. Claims the key as officers' keys are claimed:
 * what signs checkpoints signs no act.
 */
export const logKeyRotated = following<LogState, typeof body>({
  type: 'log.key-rotated',
  form: 1,
  source: 'log-format section 8',
  title: { en: 'Log key rotated', fr: 'Clé du journal renouvelée' },
  body,
  decide(state, act, circumstances) {
    const found = byOperatorAndRegistrar(act, circumstances);
    const key = readLogKey(act.body.logKey);
    if (typeof key === 'string')
      return [...found, refuse('log.key-malformed', '/body/logKey', { reason: key })];
    return [
      ...found,
      ...refuseIf(key.name !== originOf(state), 'log.key-of-another-log', '/body/logKey', { name: key.name }),
      ...refuseIf(logKeysOf(state).includes(act.body.logKey), 'log.key-known', '/body/logKey'),
    ];
  },
  claims(act) {
    const key = readLogKey(act.body.logKey);
    return typeof key === 'string' ? [] : [{ set: 'key', key: key.key.kid }];
  },
  evolve: (state, act) => ({
    ...state,
    logKey: act.body.logKey,
    formerLogKeys: [...(state.formerLogKeys ?? []), { logKey: state.logKey, until: act.index }],
  }),
});

function readLogKey(text: string): VerifierKey | string {
  try {
    const key = parseVerifierKey(text, 'key');
    return key.type === 'note' ? key : 'expected a key for notes (type 1)';
  } catch (error) {
    if (error instanceof FormatError) return error.message;
    throw error;
  }
}
