import type { SubjectHistory } from '../reading/told.js';
import { createVerifier } from './create-verifier.js';
import type { Answer, Question } from './messages.js';
import type { Given, Outcome, ReportProgress, Verifier } from './verifier.js';

/**
 * A verifier on a thread of its own, so that the page answers while it works; on this one where the browser makes no
 * thread for a page from a file.
 * @param script the very script of this page: a thread has no document, and verifies instead of showing
 */
export function startVerifier(script: string): Verifier {
  const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  try {
    return askThread(new Worker(trusted(address)));
  } catch {
    return createVerifier();
  } finally {
    // The thread has the script by then, or never will.
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  }
}

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): string };
}

/** The page's policy lets no address become a script but this one (Trusted Types). */
function trusted(address: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (trustedTypes === undefined) return address;
  return trustedTypes.createPolicy('scelle-thread', { createScriptURL: own => own }).createScriptURL(address);
}

interface Asked {
  readonly onProgress: ReportProgress | null;
  resolve(result: unknown): void;
  reject(error: unknown): void;
}

function askThread(thread: Worker): Verifier {
  const asked = new Map<number, Asked>();
  let last = 0;
  thread.onmessage = ({ data }: MessageEvent<Answer>) => {
    const open = asked.get(data.number);
    if ('progress' in data) {
      const { step, done, total } = data.progress;
      open?.onProgress?.(step, done, total);
      return;
    }
    asked.delete(data.number);
    if ('fault' in data) open?.reject(new Error(data.fault));
    else open?.resolve(data.result);
  };
  thread.onerror = event => {
    for (const { reject } of asked.values()) reject(new Error(event.message));
    asked.clear();
  };
  const ask = <Result>(
    question: { verify: Given } | { history: string } | { file: string },
    onProgress: ReportProgress | null = null,
  ): Promise<Result> =>
    new Promise((resolve, reject) => {
      last += 1;
      asked.set(last, { onProgress, resolve: result => resolve(result as Result), reject });
      const message: Question = { number: last, ...question };
      thread.postMessage(message);
    });
  return {
    verify: (given, onProgress) => ask<Outcome>({ verify: given }, onProgress),
    history: subject => ask<SubjectHistory | null>({ history: subject }),
    file: sha256 => ask<Uint8Array | null>({ file: sha256 }),
  };
}
