export { NamedEvents } from './named-events.js';
export type { RuleFailure } from './rule-failure.js';
export { type ReplayedEvent, type ReplayOptions, RuleReplay } from './rule-replay.js';
export { sopNamedBy } from './sop-in-force.js';
