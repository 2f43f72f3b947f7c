import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { Test } from 'tap';
import { createProgram } from '../../src/cli/program.js';
import type { Language } from '../../src/custody/text.js';
import type { CommandRun, CommandToRun } from './command-runner.js';

/** The program with every command that is registered. */
export function wholeProgram(language: Language): Promise<Command> {
  return createProgram(language, ['node', 'scelle'], () => {});
}

/** A command that does something, by what is typed: `['evidence', 'collect']`. */
export interface Walked {
  readonly path: readonly string[];
  readonly command: Command;
}

/** Every command that is no group of others. */
export function walk(program: Command, above: readonly string[] = []): readonly Walked[] {
  return program.commands.flatMap(command => {
    const path = [...above, command.name()];
    return command.commands.length === 0 ? [{ path, command }] : walk(command, path);
  });
}

/** As `walk`, by name: `evidence collect`. */
export function byName(program: Command): (name: string) => Command {
  const commands = new Map(walk(program).map(({ path, command }) => [path.join(' '), command]));
  return name => {
    const command = commands.get(name);
    if (command === undefined) throw new Error(`scelle ${name} is not registered`);
    return command;
  };
}

export function helpOf(command: Command): string {
  let shown = '';
  command.configureOutput({
    writeOut: text => {
      shown += text;
    },
  });
  command.outputHelp();
  return shown;
}

export interface Example {
  /** What is typed after `scelle`. */
  readonly args: readonly string[];
  /** The file the example names with `--items`. */
  readonly items: string | null;
}

/** The worked examples of a help text. */
export function examplesIn(help: string, language: Language): readonly Example[] {
  const heading = language === 'fr' ? '\nExemple :\n' : '\nExample:\n';
  return help
    .split(heading)
    .slice(1)
    .flatMap(text => {
      const lines = text.split('\n');
      const items = lines.map(line => /^ {2}items\.json: (.*)$/.exec(line)?.[1]).find(Boolean) ?? null;
      return lines.flatMap(line => {
        const typed = /^ {2}(?:[A-Z_]+=\S+ )*scelle (.*)$/.exec(line)?.[1];
        return typed === undefined ? [] : [{ args: splitShell(typed), items }];
      });
    });
}

/** Words as a shell takes them: single quotes and redirection are all that examples use. */
function splitShell(line: string): readonly string[] {
  const words = Array.from(line.matchAll(/(?:[^\s']|'[^']*')+/g), ([word]) =>
    word.replaceAll("'\\''", '\0').replaceAll("'", '').replaceAll('\0', "'"),
  );
  const redirected = words.indexOf('>');
  return redirected < 0 ? words : words.slice(0, redirected);
}

/** Runs commands in one process, in a folder. */
export class CommandRunner {
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  static start(t: Test, cwd: string): CommandRunner {
    const { PATH } = process.env;
    const child = fork(join(import.meta.dirname, 'command-runner.js'), {
      cwd,
      env: { PATH, LANG: 'C' },
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const closed = once(child, 'close');
    t.teardown(async () => {
      child.kill('SIGKILL');
      await closed;
    });
    return new CommandRunner(child);
  }

  async run(args: readonly string[]): Promise<CommandRun> {
    const answered = once(this.#child, 'message');
    this.#child.send({ args } satisfies CommandToRun);
    const [ran] = await answered;
    return ran;
  }
}
