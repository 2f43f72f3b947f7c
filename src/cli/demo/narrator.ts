import type { Problem } from '../../client/index.js';
import type { Language, Text } from '../../custody/text.js';
import { formatTime } from '../../log/index.js';
import type { StagedAct, StagedOutcome } from '../cast/stage.js';
import { describeProblem } from '../describe-problem.js';
import type { Output } from '../output.js';

/** One step of the demonstration, as data. */
export interface DemoStep {
  readonly number: number;
  /** Time on the demonstration's clock. */
  readonly at: string;
  readonly who: readonly string[];
  readonly what: string;
  readonly outcome: 'done' | 'refused';
  readonly index: number | null;
  /** HTTP status and the rules that said no, where it was refused. */
  readonly status: number | null;
  readonly rules: readonly {
    readonly gate: string | null;
    readonly rule: string;
    readonly message: string;
  }[];
}

/** The demonstration did not go as the procedure says it must. */
export class DemoError extends Error {
  override readonly name = 'DemoError';
}

/** Prints who did what, and what was refused and why; keeps the steps as data. */
export class Narrator {
  readonly steps: DemoStep[] = [];
  readonly #output: Output;
  readonly #now: () => number;

  constructor(output: Output, now: () => number) {
    this.#output = output;
    this.#now = now;
  }

  get language(): Language {
    return this.#output.language;
  }

  heading(text: Text): void {
    this.#print(`\n${text[this.language]}\n${'='.repeat(text[this.language].length)}`);
  }

  say(text: Text): void {
    this.#print(text[this.language]);
  }

  done(act: StagedAct, what: Text, outcome: Extract<StagedOutcome, { kind: 'accepted' }>): void {
    const index = outcome.receipts[0]?.index ?? null;
    const step = this.#step(act, what, 'done', index, null);
    this.#print(`${step.at.slice(0, 16)}  ${step.who.join(' + ')}\n    ${step.what}  [#${index}]`);
  }

  refused(act: StagedAct, what: Text, problem: Problem): void {
    const step = this.#step(act, what, 'refused', null, problem);
    const [first = '', ...rest] = describeProblem(problem, this.language);
    const word = this.language === 'fr' ? 'REFUSÉ' : 'REFUSED';
    this.#print(`${step.at.slice(0, 16)}  ${step.who.join(' + ')}\n    ${step.what}\n    ${word} ${first}`);
    for (const line of rest) this.#print(`  ${line}`);
  }

  #step(
    act: StagedAct,
    what: Text,
    outcome: DemoStep['outcome'],
    index: number | null,
    problem: Problem | null,
  ): DemoStep {
    const step = {
      number: this.steps.length + 1,
      at: formatTime(this.#now()),
      who: [act.by, ...(act.countersigned ?? [])],
      what: what[this.language],
      outcome,
      index,
      status: problem?.status ?? null,
      rules: (problem?.violations ?? []).map(({ gate, rule, message }) => ({ gate, rule, message })),
    };
    this.steps.push(step);
    return step;
  }

  #print(text: string): void {
    if (!this.#output.json) process.stdout.write(`${text}\n`);
  }
}
