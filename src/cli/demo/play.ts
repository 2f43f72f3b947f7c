import type { BatchFile, ReceiptAnswer } from '../../client/index.js';
import { currentRule } from '../../custody/catalogue.js';
import type { RuleCode } from '../../custody/refusals.js';
import type { Language } from '../../custody/text.js';
import { formatTime, type JsonObject } from '../../log/index.js';
import { withDefaults } from '../act/body.js';
import type { Stage, StagedAct, StagedOutcome } from '../cast/stage.js';
import { Album } from './album.js';
import { DemoError, type Narrator, type Told } from './narrator.js';

/** The clock of the demonstration: it starts on the day of the case and is moved on by the story. */
export class DemoClock {
  #time: number;
  #real = false;
  #told: (now: number | null) => void = () => {};

  constructor(start: string) {
    this.#time = Date.parse(start);
  }

  get now(): number {
    return this.#real ? Date.now() : this.#time;
  }

  pass(minutes: number): void {
    this.#time += minutes * 60_000;
    this.#told(this.#time);
  }

  /** Another process that lives in the story is told the time whenever it moves; null: it is today. */
  tellMoves(told: (now: number | null) => void): void {
    this.#told = told;
    told(this.#real ? null : this.#time);
  }

  /** The story is over: whoever goes on with the service lives today. */
  followRealTime(): void {
    this.#real = true;
    this.#told(null);
  }
}

/** What an accepted batch was answered with, as whoever sent it keeps it. */
export interface KeptBatch {
  readonly submitted: readonly string[];
  readonly receipts: readonly ReceiptAnswer[];
}

const minutesAStep = 5;

/** Plays acts on the stage and tells them. Nothing is shown that the service did not answer. */
export class Play {
  readonly stage: Stage;
  readonly narrator: Narrator;
  readonly clock: DemoClock;
  readonly album: Album;
  readonly kept: KeptBatch[] = [];
  readonly #interrupted: AbortSignal | null;
  #last: { readonly acts: readonly StagedAct[]; readonly batch: BatchFile } | undefined;

  constructor(stage: Stage, narrator: Narrator, clock: DemoClock, interrupted: AbortSignal | null = null) {
    this.stage = stage;
    this.narrator = narrator;
    this.clock = clock;
    this.album = new Album(() => clock.now);
    this.#interrupted = interrupted;
  }

  /** A UUID for something of the story, and what the print-out calls it. */
  newId(label: string): string {
    const id = this.stage.newId();
    this.narrator.name(id, label);
    return id;
  }

  officer(name: string): string {
    return this.stage.officer(name).officer;
  }

  /** @throws DemoInterrupted where somebody interrupted */
  goOn(): void {
    this.#interrupted?.throwIfAborted();
  }

  /** Acts that must be accepted, sent as one batch; returns the ids of the events. */
  async does(told: Told, ...acts: readonly StagedAct[]): Promise<readonly string[]> {
    this.goOn();
    const outcome = await this.stage.attempt(acts);
    if (outcome.kind === 'refused') {
      throw new DemoError(`${told.en}: ${JSON.stringify(outcome.problem.document, null, 1)}`);
    }
    this.narrator.done(acts, told, outcome.receipts[0]?.index ?? null);
    this.clock.pass(minutesAStep);
    this.album.bound(acts);
    this.kept.push(outcome);
    this.#last = { acts, batch: outcome.batch };
    return outcome.eventIds;
  }

  /**
   * Acts that a rule must stop: validly signed, delivered in a session of who signs first, and refused by this very
   * rule.
   */
  isStopped(told: Told, by: RuleCode, ...acts: readonly StagedAct[]): Promise<void> {
    const [deliveredBy = ''] = firstOf(acts).by.split('/');
    return this.isStoppedFor(deliveredBy, this.narrator.language, told, by, ...acts);
  }

  /** The same, delivered by another officer or answered in the other language. */
  async isStoppedFor(
    deliveredBy: string,
    language: Language,
    told: Told,
    by: RuleCode,
    ...acts: readonly StagedAct[]
  ): Promise<void> {
    this.goOn();
    await this.stage.readingAs(deliveredBy, language);
    const outcome = await this.stage.attempt(acts);
    if (outcome.kind === 'accepted') throw new DemoError(`${told.en}: was not refused`);
    const { problem } = outcome;
    if (!problem.violations.some(({ rule }) => rule === by)) {
      throw new DemoError(`${told.en}: refused otherwise: ${JSON.stringify(problem.document, null, 1)}`);
    }
    this.narrator.refused(acts, told, problem, language);
    this.clock.pass(1);
  }

  /** The last batch once more, as a device does that lost the answer: same indices, same leaves. */
  async sendsAgain(told: Told): Promise<void> {
    const [before, last] = [this.kept.at(-1), this.#last];
    if (before === undefined || last === undefined) throw new DemoError('nothing was sent yet');
    const again: StagedOutcome = await this.stage.send(last.batch);
    const places = (receipts: readonly ReceiptAnswer[]) =>
      receipts.map(({ index, leaf, eventId }) => `${index} ${leaf} ${eventId}`).join();
    if (again.kind === 'refused' || places(again.receipts) !== places(before.receipts)) {
      throw new DemoError(`${told.en}: was not answered as the first time`);
    }
    this.narrator.repeated(last.acts, told, again.receipts[0]?.index ?? 0);
  }

  /**
   * The form of an act with what is said of it: now and at the place named; what is not said stands there as null
   * or as an empty list, as the commands write it.
   */
  form(type: string, place: string | Place, members: JsonObject): JsonObject {
    const rule = currentRule(type);
    if (rule === undefined) throw new DemoError(`${type} is no event`);
    const where = typeof place === 'string' ? { site: null, description: place } : place;
    return withDefaults(rule.body, {
      occurred: this.occurred(),
      place: { ...where, position: null },
      lateEntry: null,
      overrides: [],
      ...members,
    });
  }

  /** Now, by the clock of whoever acts. */
  occurred(): JsonObject {
    return { at: formatTime(this.clock.now), precision: 'MINUTE', zone: 'Africa/Bamako', clockDoubt: null };
  }

  /** A time some days, or parts of a day, from now. */
  inDays(days: number): string {
    return formatTime(this.clock.now + days * 86_400_000);
  }
}

/** Where an act takes place: a registered site, or words alone. */
export type Place = {
  readonly site: string | null;
  readonly description: string;
};

function firstOf([act]: readonly StagedAct[]): StagedAct {
  if (act === undefined) throw new DemoError('a step without an act');
  return act;
}
