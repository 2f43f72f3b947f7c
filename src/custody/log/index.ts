import type { KindRules } from '../rule.js';
import { logAccessAnchored } from './events/access-anchored.js';
import { logAdministered } from './events/administered.js';
import { logAnchored } from './events/anchored.js';
import { logKeyRotated } from './events/key-rotated.js';
import { logOpened } from './events/opened.js';
import { logSopAdopted } from './events/sop-adopted.js';
import type { LogState } from './state.js';

export const logRules: KindRules<LogState> = {
  kind: 'log',
  title: { en: 'Log', fr: 'Journal' },
  events: [logOpened, logSopAdopted, logKeyRotated, logAnchored, logAccessAnchored, logAdministered],
};
