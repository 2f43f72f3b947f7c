/**
 * Does `work` again and again while the process lives, each time `everyMs` after the last ended. `work` tells its own
 * failures; it does not throw.
 * @returns ends it; resolves when nothing is being done any more
 */
export function periodically(everyMs: number, work: () => Promise<void>): () => Promise<void> {
  let ended = false;
  let working: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout;
  const wait = () => {
    if (ended) return;
    timer = setTimeout(() => {
      working = work().then(wait);
    }, everyMs);
    timer.unref();
  };
  wait();
  return async () => {
    ended = true;
    clearTimeout(timer);
    await working;
  };
}
