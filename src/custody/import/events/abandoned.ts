import { following } from '../../rule.js';
import { Exactly, Prose } from '../../schema/described.js';
import { actMembers } from '../../schema/occurrence.js';
import type { ImportState } from '../state.js';
import { checkUnderWay } from '../under-way.js';

const body = Exactly({ ...actMembers, reason: Prose('Reason', 'Raison') });

/** `import.abandoned`: what was entered of it stays in the log and counts nowhere, for ever. */
export const importAbandoned = following<ImportState, typeof body>({
  type: 'import.abandoned',
  form: 1,
  source: 'domain.md G3; RQ-05',
  title: { en: 'Import abandoned', fr: 'Import abandonné' },
  body,
  decide: checkUnderWay,
  evolve: state => ({ ...state, standing: 'ABANDONED' }),
});
