import type { KindRules } from '../rule.js';
import { logOpened } from './events/opened.js';
import { logSopAdopted } from './events/sop-adopted.js';
import type { LogState } from './state.js';

export const logRules: KindRules<LogState> = {
  kind: 'log',
  title: { en: 'Log', fr: 'Journal' },
  events: [logOpened, logSopAdopted],
};
