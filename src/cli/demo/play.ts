import type { ReceiptAnswer } from '../../client/index.js';
import { eventRule } from '../../custody/catalogue.js';
import type { RuleCode } from '../../custody/refusals.js';
import type { Text } from '../../custody/text.js';
import { formatTime, type JsonObject } from '../../log/index.js';
import { withDefaults } from '../act/body.js';
import type { Stage, StagedAct } from '../cast/stage.js';
import { DemoError, type Narrator } from './narrator.js';

/** The clock of the demonstration: it starts on the day of the case and is moved on by the story. */
export class DemoClock {
  now: number;

  constructor(start: string) {
    this.now = Date.parse(start);
  }

  pass(minutes: number): void {
    this.now += minutes * 60_000;
  }
}

/** Plays acts on the stage and tells them. Nothing is shown that the service did not answer. */
export class Play {
  readonly stage: Stage;
  readonly narrator: Narrator;
  readonly clock: DemoClock;
  /** The receipt and the statement of the last accepted event. */
  last: { readonly receipt: ReceiptAnswer; readonly submitted: string } | undefined;

  constructor(stage: Stage, narrator: Narrator, clock: DemoClock) {
    this.stage = stage;
    this.narrator = narrator;
    this.clock = clock;
  }

  /** Acts that must be accepted, sent as one batch; returns the ids of the events. */
  async does(what: Text, ...acts: readonly StagedAct[]): Promise<readonly string[]> {
    this.clock.pass(5);
    const outcome = await this.stage.attempt(acts);
    const [first] = acts;
    if (first === undefined) throw new DemoError('a step without an act');
    if (outcome.kind === 'refused') {
      throw new DemoError(`${what.en}: ${JSON.stringify(outcome.problem.document)}`);
    }
    this.narrator.done(first, what, outcome);
    const receipt = outcome.receipts.at(-1);
    const submitted = outcome.submitted.at(-1);
    if (receipt !== undefined && submitted !== undefined) this.last = { receipt, submitted };
    return outcome.eventIds;
  }

  /** Acts that a rule must stop: validly signed, sent, and refused by this very rule. */
  async isStopped(what: Text, by: RuleCode, ...acts: readonly StagedAct[]): Promise<void> {
    this.clock.pass(1);
    const outcome = await this.stage.attempt(acts);
    const [first] = acts;
    if (first === undefined || outcome.kind === 'accepted')
      throw new DemoError(`${what.en}: was not refused`);
    if (!outcome.problem.violations.some(({ rule }) => rule === by)) {
      throw new DemoError(`${what.en}: refused otherwise: ${JSON.stringify(outcome.problem.document)}`);
    }
    this.narrator.refused(first, what, outcome.problem);
  }

  /**
   * The form of an act with what is said of it: now and at the place named; what is not said stands there as null
   * or as an empty list, as the commands write it.
   */
  form(type: string, place: string, members: JsonObject): JsonObject {
    const rule = eventRule(type, 1);
    if (rule === undefined) throw new DemoError(`${type} is no event`);
    return withDefaults(rule.body, { ...this.circumstances(place), ...members });
  }

  /** When and where an act of the story takes place: now, at the place named. */
  circumstances(place: string, changes: JsonObject = {}): JsonObject {
    return {
      occurred: {
        at: formatTime(this.clock.now),
        precision: 'MINUTE',
        zone: 'Africa/Bamako',
        clockDoubt: null,
      },
      place: { site: null, description: place, position: null },
      lateEntry: null,
      overrides: [],
      ...changes,
    };
  }
}
