import { createVerifier } from './create-verifier.js';
import type { Answer, Question, ThreadScope } from './messages.js';
import type { Verifier } from './verifier.js';

const MS_BETWEEN_REPORTS = 100;

/** Answers what the page asks, one question after the other, until the page ends the thread. */
export function serveVerifier(scope: ThreadScope): void {
  const verifier = createVerifier();
  let before: Promise<void> = Promise.resolve();
  scope.onmessage = ({ data }) => {
    before = before.then(async () => {
      const { number } = data;
      try {
        scope.postMessage({ number, result: await answer(verifier, data, scope) });
      } catch (error) {
        scope.postMessage({ number, fault: error instanceof Error ? error.message : String(error) });
      }
    });
  };
}

function answer(
  verifier: Verifier,
  question: Question,
  scope: ThreadScope,
): Promise<Extract<Answer, { result: unknown }>['result']> {
  if ('history' in question) return verifier.history(question.history);
  if ('file' in question) return verifier.file(question.file);
  let told = 0;
  return verifier.verify(question.verify, (step, done, total) => {
    const now = Date.now();
    if (done < total && now - told < MS_BETWEEN_REPORTS) return;
    told = now;
    scope.postMessage({ number: question.number, progress: { step, done, total } });
  });
}
