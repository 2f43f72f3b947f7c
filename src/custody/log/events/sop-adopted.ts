import { following } from '../../rule.js';
import { Exactly } from '../../schema/described.js';
import { refuseIf } from '../../violation.js';
import { SopRef } from '../sop-reference.js';
import type { LogState } from '../state.js';

const body = Exactly({ sop: SopRef });

/**
 * `log.sop-adopted` (log-format section 8): the SOP in force at leaf i is the last one named at a leaf < i.
 * That the document is known is a rule over the whole log, checked by the appender before it is appended.
 */
export const logSopAdopted = following<LogState, typeof body>({
  type: 'log.sop-adopted',
  form: 1,
  source: 'log-format section 8; domain.md (a), consequence 2',
  title: { en: 'SOP adopted', fr: 'Procédure adoptée' },
  body,
  decide: () => [],
  decideLogWide: (_state, act, facts) =>
    refuseIf(facts.sopDocument(act.body.sop.sha256) === undefined, 'log.sop-unknown', '/body/sop/sha256', {
      sha256: act.body.sop.sha256,
    }),
  evolve: (state, act) => ({ ...state, sop: act.body.sop }),
});
