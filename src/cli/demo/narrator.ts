import type { Problem } from '../../client/index.js';
import type { Language, Text } from '../../custody/text.js';
import { formatTime } from '../../log/index.js';
import type { StagedAct } from '../cast/stage.js';
import { layOut } from '../lay-out.js';
import type { Output } from '../output.js';
import { tellRefusal } from './tell-refusal.js';
import { tellSigners } from './words.js';

/** What a step says: one sentence, and where it is about several things a line for each. */
export interface Told extends Text {
  readonly details?: readonly Text[];
}

/** One step of the demonstration, as data. */
export interface DemoStep {
  readonly number: number;
  readonly chapter: string;
  /** Time on the demonstration's clock. */
  readonly at: string;
  readonly who: readonly string[];
  readonly what: string;
  readonly details: readonly string[];
  /** `repeated`: sent a second time, and answered as the first time. */
  readonly outcome: 'done' | 'refused' | 'repeated';
  /** Leaf index of the first event. */
  readonly index: number | null;
  /** HTTP status of the answer. */
  readonly status: number;
  readonly language: Language;
  /** The rules that said no, where it was refused: the service's own words. */
  readonly rules: readonly {
    readonly gate: string | null;
    readonly rule: string;
    readonly message: string;
    readonly missing: string;
  }[];
}

/** The demonstration did not go as the procedure says it must. */
export class DemoError extends Error {
  override readonly name = 'DemoError';
}

/** Prints who did what, and what was refused and why; keeps the steps as data and the print-out as lines. */
export class Narrator {
  readonly steps: DemoStep[] = [];
  readonly transcript: string[] = [];
  readonly #names = new Map<string, string>();
  readonly #output: Output;
  readonly #now: () => number;
  #chapter = '';

  constructor(output: Output, now: () => number) {
    this.#output = output;
    this.#now = now;
  }

  get language(): Language {
    return this.#output.language;
  }

  /** What the print-out calls a UUID from now on. */
  name(id: string, label: string): void {
    this.#names.set(id, label);
  }

  nameOf(id: string): string | undefined {
    return this.#names.get(id);
  }

  /** A chapter. Every one bears the mark that this is no case file. */
  heading(text: Text): void {
    this.#chapter = text[this.language];
    const mark =
      this.language === 'fr'
        ? "Données de démonstration tirées d'une note publique (UNIDIR 2023)"
        : 'Demonstration data derived from a public brief (UNIDIR 2023)';
    this.#print([
      ...(this.transcript.at(-1) === '' ? [] : ['']),
      this.#chapter,
      '='.repeat(this.#chapter.length),
      mark,
      '',
    ]);
  }

  title(text: Text): void {
    this.#print(underlined(text[this.language]));
  }

  say(text: Text): void {
    this.#print([...layOut(text[this.language]), '']);
  }

  /** Lines as they are: tables. */
  show(lines: readonly string[]): void {
    this.#print(lines);
  }

  done(acts: readonly StagedAct[], told: Told, index: number | null): void {
    const step = this.#step(acts, told, { outcome: 'done', index, status: 201 });
    this.#print([...this.#opening(step), ...details(step), '']);
  }

  repeated(acts: readonly StagedAct[], told: Told, index: number): void {
    const step = this.#step(acts, told, { outcome: 'repeated', index, status: 201 });
    const same = this.language === 'fr' ? 'MÊME RÉPONSE' : 'SAME ANSWER';
    this.#print([...this.#opening(step), `    ${same}  HTTP 201  [#${index}]`, '']);
  }

  refused(acts: readonly StagedAct[], told: Told, problem: Problem, language = this.language): void {
    const { status, violations } = problem;
    const rules = violations.map(({ gate, rule, message, missing }) => ({ gate, rule, message, missing }));
    const step = this.#step(acts, told, { outcome: 'refused', index: null, status, language, rules });
    const refusal = tellRefusal(problem, language, id => this.nameOf(id));
    this.#print([...this.#opening(step), ...refusal, '']);
  }

  #opening({ at, who: signers, what, index, outcome }: DemoStep): readonly string[] {
    const who = tellSigners(signers, this.language);
    const place = outcome === 'done' ? ` [#${index}]` : '';
    return [
      ...layOut(`${at.slice(0, 10)} ${at.slice(11, 16)}  ${who}`, 0, 18),
      ...layOut(`${what}${place}`, 4),
    ];
  }

  #step(
    acts: readonly StagedAct[],
    told: Told,
    answer: Pick<DemoStep, 'outcome' | 'index' | 'status'> & Partial<Pick<DemoStep, 'language' | 'rules'>>,
  ): DemoStep {
    const step: DemoStep = {
      number: this.steps.length + 1,
      chapter: this.#chapter,
      at: formatTime(this.#now()),
      who: [...new Set(acts.flatMap(({ by, countersigned = [] }) => [by, ...countersigned]))],
      what: told[this.language],
      details: (told.details ?? []).map(text => text[this.language]),
      language: this.language,
      rules: [],
      ...answer,
    };
    this.steps.push(step);
    return step;
  }

  #print(lines: readonly string[]): void {
    this.transcript.push(...lines);
    if (!this.#output.json) process.stdout.write(lines.map(line => `${line}\n`).join(''));
  }
}

function underlined(text: string): readonly string[] {
  return [text, '='.repeat(text.length)];
}

function details(step: DemoStep): readonly string[] {
  return step.details.flatMap(line => {
    const text = line.trimStart();
    return layOut(text, 6 + line.length - text.length, 2);
  });
}
