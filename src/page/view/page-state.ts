import type { Language } from '../../custody/text.js';
import type { Outcome } from '../thread/verifier.js';
import type { NamedBytes } from './given-files.js';

/** So many items are shown at first, and more each time that more are asked for. */
export const SHOWN_AT_ONCE = 50;

/** Where the reader is in what is inside, whatever language it is told in. */
export interface Place {
  /** Subjects whose history is open, and acts (`act-<leaf>`) that are shown whole. */
  readonly opened: Set<string>;
  /** What is searched among the items. */
  wanted: string;
  /** So many items of those found are shown. */
  shown: number;
}

export function atTheBeginning(): Place {
  return { opened: new Set(), wanted: '', shown: SHOWN_AT_ONCE };
}

/** @returns is it open now? */
export function toggle(opened: Set<string>, name: string): boolean {
  if (opened.delete(name)) return false;
  opened.add(name);
  return true;
}

/** All that the page shows. */
export interface PageState {
  language: Language;
  zip: File | null;
  policy: NamedBytes | null;
  beside: readonly NamedBytes[];
  /** Names of files that were handed over and are nothing that is used. */
  unusable: readonly string[];
  tooLong: readonly string[];
  /** Names of files that the machine does not give any more. */
  unread: readonly string[];
  running: boolean;
  outcome: Outcome | null;
  place: Place;
  fault: string | null;
}

/** What the reader does. */
export interface PageActs {
  speak(language: Language): void;
  give(files: readonly File[], as: 'zip' | 'policy' | 'beside' | 'any'): void;
  take(what: 'zip' | 'policy' | 'beside'): void;
  verify(): void;
}

/** French, which the court reads, unless the reader's browser says English before it. */
export function firstLanguage(languages: readonly string[]): Language {
  const spoken = languages.map(language => language.slice(0, 2)).find(code => code === 'en' || code === 'fr');
  return spoken === 'en' ? 'en' : 'fr';
}
