import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Test } from 'tap';
import { createTestFolder } from './test-folder.js';

const program = join(import.meta.dirname, '../../src/cli/main.js');

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Standard output as the one line of JSON it has to be. */
  json<T = Record<string, unknown>>(): T;
}

/** Runs the command as a process of its own, as an officer would. Nothing of this process's settings goes along. */
export function scelle(
  args: readonly string[],
  { env = {}, input = '' }: { readonly env?: NodeJS.ProcessEnv; readonly input?: string } = {},
): Promise<Ran> {
  const { PATH } = process.env;
  const child = spawn(process.execPath, [program, ...args], { env: { PATH, LANG: 'C', ...env } });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', code => {
      const json = <T>(): T => {
        const lines = stdout.split('\n').filter(line => line !== '');
        if (lines.length !== 1) throw new Error(`expected one line, received ${stdout} and ${stderr}`);
        return JSON.parse(lines[0] ?? '');
      };
      resolve({ code, stdout, stderr, json });
    });
  });
}

/** The environment of a command whose disk fails: `full PATH` or `killed PATH`, a part of the path. */
export function diskFault(fault: string): NodeJS.ProcessEnv {
  const preload = pathToFileURL(join(import.meta.dirname, 'runs/disk-faults.js'));
  return { DISK_FAULT: fault, NODE_OPTIONS: `--import=${preload}` };
}

/** A field laptop: a home folder of its own, connected to a service, with a switch for the connection. */
export class Laptop {
  readonly home: string;
  readonly #service: string;

  private constructor(home: string, service: string) {
    this.home = home;
    this.#service = service;
  }

  static async connect(t: Test, service: string): Promise<Laptop> {
    const laptop = new Laptop(join(await createTestFolder(t), 'laptop'), service);
    const connected = await laptop.run(['connect', service]);
    if (connected.code !== 0) throw new Error(connected.stderr);
    return laptop;
  }

  run(args: readonly string[], options: { readonly env?: NodeJS.ProcessEnv; readonly input?: string } = {}) {
    return scelle(['--home', this.home, '--json', ...args], options);
  }

  /** As `run`, for what has to work. */
  async must<T = Record<string, unknown>>(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<T> {
    const ran = await this.run(args, { env });
    if (ran.code !== 0)
      throw new Error(`${args.join(' ')} ended with ${ran.code}: ${ran.stdout}${ran.stderr}`);
    return ran.json<T>();
  }

  /** Out of reach: a port on which nobody listens. */
  leave(): Promise<void> {
    return this.#reach('http://127.0.0.1:9');
  }

  comeBack(): Promise<void> {
    return this.#reach(this.#service);
  }

  /** Writes a form as an officer would who prepared it as a file. */
  async file(name: string, content: unknown): Promise<string> {
    const path = join(this.home, name);
    await writeFile(path, JSON.stringify(content));
    return path;
  }

  /** Another address of the service, as long as it does not come back. */
  connectTo(service: string): Promise<void> {
    return this.#reach(service);
  }

  async #reach(service: string): Promise<void> {
    const path = join(this.home, 'device.json');
    const device: object = JSON.parse(await readFile(path, 'utf8'));
    await writeFile(path, JSON.stringify({ ...device, service }));
  }
}
