/**
 * Does `work` again and again while the process lives, each time `everyMs` after the last ended. `work` tells its own
 * failures; it does not throw.
 * @param atOnce the first time without waiting
 * @returns ends it; resolves when nothing is being done any more
 */
export function periodically(
  everyMs: number,
  work: () => Promise<void>,
  atOnce = false,
): () => Promise<void> {
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
  if (atOnce) working = work().then(wait);
  else wait();
  return async () => {
    ended = true;
    clearTimeout(timer);
    await working;
  };
}
