/** What a worker loads to examine lines: not the rules, nor what reads bags and time-stamps. */
export { CheckFailure } from './check-failure.js';
export { type Examined, examineLine } from './events/examine.js';
