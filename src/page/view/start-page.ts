import type { Language } from '../../custody/text.js';
import { startVerifier } from '../thread/start-verifier.js';
import type { Verifier } from '../thread/verifier.js';
import { drawn, element } from './element.js';
import { formView } from './form-view.js';
import { isPolicy, isZip, MAX_SMALL_BYTES, type NamedBytes, sortBeside } from './given-files.js';
import { itemsView } from './items-view.js';
import { mattersView } from './matters-view.js';
import { atTheBeginning, firstLanguage, type PageActs, type PageState } from './page-state.js';
import { faultView, verdictView } from './verdict-view.js';
import { words } from './words.js';

const MAX_BESIDE = 200;

/** @param script of this page, which its thread runs too */
export function startPage(script: string): void {
  const page = new Page(startVerifier(script));
  page.start();
}

class Page implements PageActs {
  readonly #verifier: Verifier;
  readonly #live = element('p', { id: 'live', class: 'hidden', role: 'status', 'aria-live': 'polite' });
  readonly #root = element('div', { id: 'page' });
  /** What was handed over so far is read: nothing is verified before. */
  #taken: Promise<void> = Promise.resolve();
  readonly #state: PageState = {
    language: firstLanguage(navigator.languages),
    zip: null,
    policy: null,
    beside: [],
    unusable: [],
    tooLong: [],
    unread: [],
    running: false,
    outcome: null,
    place: atTheBeginning(),
    fault: null,
  };

  constructor(verifier: Verifier) {
    this.#verifier = verifier;
  }

  start(): void {
    document.body.append(this.#root, this.#live);
    addEventListener('dragover', event => event.preventDefault());
    addEventListener('drop', event => {
      event.preventDefault();
      this.give([...(event.dataTransfer?.files ?? [])], 'any');
    });
    this.#show();
  }

  speak(language: Language): void {
    this.#state.language = language;
    this.#show();
  }

  give(files: readonly File[], as: 'zip' | 'policy' | 'beside' | 'any'): void {
    this.#taken = this.#taken.then(() => this.#take(files.slice(0, MAX_BESIDE), as));
  }

  take(what: 'zip' | 'policy' | 'beside'): void {
    this.#forget();
    if (what === 'beside') this.#state.beside = [];
    else this.#state[what] = null;
    this.#show();
    document.getElementById(`choose-${what}`)?.focus();
  }

  verify(): void {
    void this.#taken.then(async () => {
      const { zip, running } = this.#state;
      if (zip !== null && !running) await this.#verify(zip);
    });
  }

  async #take(files: readonly File[], as: 'zip' | 'policy' | 'beside' | 'any'): Promise<void> {
    this.#forget();
    const state = this.#state;
    const beside: NamedBytes[] = [];
    for (const file of files) {
      try {
        const given = await this.#takeOne(file, as);
        if (given !== null) beside.push(given);
      } catch {
        state.unread = [...state.unread, file.name];
      }
    }
    const added = beside.map(({ name }) => name);
    const all = [...state.beside.filter(({ name }) => !added.includes(name)), ...beside];
    state.unusable = sortBeside(all).unusable;
    state.beside = all.filter(({ name }) => !state.unusable.includes(name)).slice(0, MAX_BESIDE);
    this.#show();
  }

  /** A file that goes beside the export; null of one that has a place of its own, or none. */
  async #takeOne(file: File, as: 'zip' | 'policy' | 'beside' | 'any'): Promise<NamedBytes | null> {
    const state = this.#state;
    if (as === 'zip' || (as === 'any' && (await isZip(file)))) {
      state.zip = file;
      return null;
    }
    if (file.size > MAX_SMALL_BYTES) {
      state.tooLong = [...state.tooLong, file.name];
      return null;
    }
    const given = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
    if (as !== 'policy' && (as !== 'any' || !isPolicy(given.bytes))) return given;
    state.policy = given;
    return null;
  }

  /** A verdict is of what was handed over then. */
  #forget(): void {
    this.#state.outcome = null;
    this.#state.place = atTheBeginning();
    this.#state.fault = null;
    this.#state.unusable = [];
    this.#state.tooLong = [];
    this.#state.unread = [];
  }

  async #verify(zip: File): Promise<void> {
    const state = this.#state;
    const { policy } = state;
    const { known, authorities } = sortBeside(state.beside);
    this.#forget();
    state.running = true;
    this.#show();
    this.#say(words.working[state.language]);
    try {
      const given = { zip, policy, known, authorities };
      state.outcome = await this.#verifier.verify(given, (...step) => this.#progress(...step));
    } catch (error) {
      state.fault = error instanceof Error ? error.message : String(error);
    }
    state.running = false;
    this.#show();
    const headline = state.outcome?.spoken[state.language].told.headline ?? words.fault[state.language];
    this.#say(headline);
    document.getElementById('verdict-title')?.focus();
  }

  #progress(step: 'files' | 'events', done: number, total: number): void {
    const { language } = this.#state;
    const told = (step === 'files' ? words.readingFiles : words.checkingEvents)[language];
    const [label, bar] = [document.getElementById('step'), document.getElementById('bar')];
    if (label !== null && label.textContent !== told) label.textContent = told;
    if (bar instanceof HTMLProgressElement) bar.value = total === 0 ? 0 : done / total;
  }

  #say(text: string): void {
    this.#live.textContent = text;
  }

  /** Made anew from what is known; whoever was at something stays at it. */
  #show(): void {
    const { language, outcome, fault } = this.#state;
    const focused = document.activeElement?.id ?? '';
    document.documentElement.lang = language;
    document.title = `${words.title[language]} – Scellé`;
    this.#root.replaceChildren(
      this.#header(),
      element(
        'main',
        {},
        formView(this.#state, this),
        outcome === null ? null : verdictView(outcome, language),
        fault === null ? null : faultView(fault, language),
        ...this.#contents(),
      ),
      this.#footer(),
    );
    if (focused !== '') document.getElementById(focused)?.focus();
  }

  /** What is inside an export that holds; of any other nothing is shown. */
  #contents(): readonly HTMLElement[] {
    const { language, outcome, place } = this.#state;
    if (outcome === null || outcome.spoken.en.verdict.verdict !== 'ok') return [];
    const context = { verifier: this.#verifier, language, place };
    return [mattersView(outcome.matters, context), itemsView(outcome, context)];
  }

  #header(): HTMLElement {
    const { language } = this.#state;
    const choice = (code: Language, name: string) =>
      element(
        'button',
        {
          type: 'button',
          id: `speak-${code}`,
          lang: code,
          'aria-pressed': String(language === code),
          click: () => this.speak(code),
        },
        name,
      );
    return element(
      'header',
      {},
      drawn(
        'svg',
        { viewBox: '0 0 32 32', 'aria-hidden': 'true', class: 'brand' },
        drawn('circle', { cx: 16, cy: 16, r: 14 }),
        drawn('path', { d: 'M10 16.5 l4.5 4.5 L22.5 12' }),
      ),
      element('span', { class: 'name' }, words.brand[language]),
      element(
        'div',
        { class: 'languages', role: 'group', 'aria-label': words.language[language] },
        choice('fr', 'Français'),
        choice('en', 'English'),
      ),
    );
  }

  #footer(): HTMLElement {
    const { language } = this.#state;
    const meta = document.querySelector('meta[name="scelle-version"]')?.getAttribute('content') ?? '';
    return element(
      'footer',
      {},
      element('p', {}, `${words.version[language]} ${meta}. ${words.footer[language]}`),
    );
  }
}
