import Type from 'typebox';
import { following } from '../../rule.js';
import { Count, Exactly, words } from '../../schema/described.js';
import { refuseIf } from '../../violation.js';
import { byOperator } from '../by-operator.js';
import type { LogState } from '../state.js';

const body = Exactly({
  count: Count('Entries of the access log', 'Entrées du journal des accès', { min: 1, max: 2 ** 53 - 1 }),
  head: Type.String({
    ...words('Hash of the last of them, base64url', 'Empreinte de la dernière, en base64url'),
    pattern: '^[A-Za-z0-9_-]{43}$',
  }),
});

/**
 * `log.access-anchored`: the access log had so many entries, and the last one this hash (docs/access-log.md). Entries
 * that were anchored cannot be taken out or changed without somebody being able to show it.
 */
export const logAccessAnchored = following<LogState, typeof body>({
  type: 'log.access-anchored',
  form: 1,
  source: 'domain.md F-16; docs/access-log.md',
  title: { en: 'Access log anchored', fr: 'Journal des accès ancré' },
  body,
  decide(state, act) {
    const { count, head } = act.body;
    const last = state.accessAnchored;
    const backwards = last !== undefined && count < last.count;
    const forked = last !== undefined && count === last.count && head !== last.head;
    return [
      ...byOperator(act),
      ...refuseIf(backwards || forked, 'log.access-anchor-backwards', '/body', {
        count: String(count),
        last: String(last?.count ?? 0),
      }),
    ];
  },
  evolve(state, act) {
    const { count, head } = act.body;
    return { ...state, accessAnchored: { count, head, receivedAt: act.receivedAt } };
  },
});
