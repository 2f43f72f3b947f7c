import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { Test } from 'tap';
import type { Verdict } from '../../src/verify/index.js';
import { root } from '../architecture/source-files.js';
import { launchChromium } from './chromium.js';
import { createTestFolder } from './test-folder.js';

const run = promisify(execFile);

/** A file as it is handed to the page: on disk, or in memory. */
export type Handed = string | { readonly name: string; readonly bytes: Uint8Array };

/** What is handed to the page. */
export interface HandedOver {
  readonly zip: Handed;
  readonly policy?: Handed | null;
  readonly known?: readonly Handed[];
}

/** The page that verifies, bundled and opened from `file://` in a real browser. */
export class VerifierPage {
  readonly page: Page;
  /** Where the page lies. */
  readonly file: string;
  /** Addresses that were asked for beside the page itself, and faults of its program. */
  readonly strayed: readonly string[];

  /** Where what is handed to this page is written first. */
  #folder: string | undefined;

  private constructor(page: Page, file: string, strayed: readonly string[]) {
    this.page = page;
    this.file = file;
    this.strayed = strayed;
  }

  /** @param before a script that runs before the page's own */
  static async open(t: Test, options: BrowserContextOptions = {}, before = ''): Promise<VerifierPage> {
    const { file, context } = await startBrowser(t, options, before);
    return VerifierPage.#openIn(context, file);
  }

  /** Several pages of one browser, each with a thread of its own. */
  static async openSeveral(t: Test, count: number): Promise<readonly VerifierPage[]> {
    const { file, context } = await startBrowser(t, {}, '');
    return Promise.all(Array.from({ length: count }, () => VerifierPage.#openIn(context, file)));
  }

  static async #openIn(context: BrowserContext, file: string): Promise<VerifierPage> {
    const page = await context.newPage();
    const address = pathToFileURL(file).href;
    const strayed: string[] = [];
    page.on('request', request => {
      if (request.url() !== address && !request.url().startsWith('blob:')) strayed.push(request.url());
    });
    page.on('pageerror', error => strayed.push(`error ${error.message}`));
    page.on('console', message => strayed.push(`${message.type()} ${message.text()}`));
    await page.goto(address);
    return new VerifierPage(page, file, strayed);
  }

  /** Hands over, verifies, and waits for the result. */
  async verify({ zip, policy = null, known = [] }: HandedOver): Promise<Verdict> {
    await this.page.locator('#choose-zip').setInputFiles(await this.#path(zip));
    await this.#hand('policy', policy === null ? [] : [policy]);
    await this.#hand('beside', known);
    await this.page.locator('#verify').click();
    return this.verdict();
  }

  /** As a hand drops files on the page, through the DevTools protocol. */
  async drop(files: readonly Handed[]): Promise<void> {
    const paths = await Promise.all(files.map(file => this.#path(file)));
    const session = await this.page.context().newCDPSession(this.page);
    const data = { items: [], files: paths, dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
    }
  }

  /** The most that the largest process of the browser that runs pages has held, in bytes. */
  async peakMemory(): Promise<number> {
    const browser = this.page.context().browser();
    if (browser === null) throw new Error('no browser');
    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const peaks = processInfo
      .filter(({ type }) => type === 'renderer')
      .map(({ id }) => /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? '0');
    return Math.max(...peaks.map(Number)) * 1024;
  }

  /** The verdict that stands there, as it is shown for machines, once there is one. */
  async verdict(): Promise<Verdict> {
    await this.page.locator('#verdict-title').waitFor({ timeout: 300_000 });
    return JSON.parse((await this.page.locator('#json').textContent()) ?? '');
  }

  async #hand(what: 'policy' | 'beside', files: readonly Handed[]): Promise<void> {
    const taken = this.page.locator(`#take-${what}`);
    if ((await taken.count()) > 0) await taken.click();
    if (files.length > 0)
      await this.page
        .locator(`#choose-${what}`)
        .setInputFiles(await Promise.all(files.map(file => this.#path(file))));
  }

  async #path(file: Handed): Promise<string> {
    if (typeof file === 'string') return file;
    this.#folder ??= await mkdtemp(join(dirname(this.file), 'handed-'));
    const folder = this.#folder;
    const path = join(folder, file.name);
    await writeFile(path, file.bytes);
    return path;
  }
}

async function startBrowser(t: Test, options: BrowserContextOptions, before: string) {
  const file = join(await createTestFolder(t), 'scelle-page.html');
  await run(process.execPath, [join(root, 'scripts/bundle-page.mjs'), file]);
  const browser = await launchChromium(t);
  const context = await browser.newContext({ locale: 'en', ...options });
  await context.addInitScript(before);
  return { file, context };
}
