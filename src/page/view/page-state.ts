import type { Language } from '../../custody/text.js';
import type { Outcome } from '../thread/verifier.js';
import type { NamedBytes } from './given-files.js';

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
