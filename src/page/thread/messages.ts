import type { SubjectHistory } from '../reading/told.js';
import type { Given, Outcome } from './verifier.js';

/** What the page asks its thread; answered one after the other, under the same number. */
export type Question = { readonly number: number } & (
  | { readonly verify: Given }
  | { readonly history: string }
  | { readonly file: string }
);

export type Answer = { readonly number: number } & (
  | {
      readonly progress: { readonly step: 'files' | 'events'; readonly done: number; readonly total: number };
    }
  | { readonly result: Outcome | SubjectHistory | Uint8Array | null }
  /** A fault of the machine. */
  | { readonly fault: string }
);

/** What a thread has of the platform: a worker's scope, as far as it is used. */
export interface ThreadScope {
  onmessage: ((message: { readonly data: Question }) => void) | null;
  postMessage(answer: Answer): void;
}
