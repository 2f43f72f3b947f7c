import { parentPort } from 'node:worker_threads';
import type { PublicKey } from '../../log/index.js';
import { CheckFailure, type Examined, examineLine } from '../../verify/examining.js';
import { createSignatureVerifier } from './verify-signature.js';

/** What the pool asks of a worker: to learn keys, and then to examine lines. */
export interface ExaminerRequest {
  readonly keys: readonly PublicKey[];
  readonly lines: readonly string[];
}

/** An error would arrive without its check: a line that is in no form is told as what it is. */
export type ExaminerAnswer =
  | { readonly examined: readonly Examined[] }
  | {
      readonly failure: {
        readonly check: CheckFailure['check'];
        readonly where: string;
        readonly detail: string;
      };
    };

/** Examines what it is sent, one request after the other, until the pool ends it. */
export function serveExaminer(): void {
  const port = parentPort;
  if (port === null) throw new Error('not a worker');
  const keys = new Map<string, PublicKey>();
  const verify = createSignatureVerifier();
  let before: Promise<void> = Promise.resolve();
  const answer = async ({ keys: learned, lines }: ExaminerRequest): Promise<ExaminerAnswer> => {
    for (const key of learned) keys.set(key.kid, key);
    const examined: Examined[] = [];
    try {
      for (const line of lines) examined.push(await examineLine(line, kid => keys.get(kid), verify));
    } catch (error) {
      if (!(error instanceof CheckFailure)) throw error;
      const { check, where, detail } = error;
      return { failure: { check, where, detail } };
    }
    return { examined };
  };
  port.on('message', (request: ExaminerRequest) => {
    before = before.then(async () => port.postMessage(await answer(request)));
  });
}
