import { Problem } from '../problem/problem.js';

/** Exports that one process makes at once: each reads a large part of the log. */
const mostAtOnce = 2;

/** Lets two exports at a time be made; who comes then is told to come again. */
export class ExportTurns {
  #taken = 0;

  /**
   * @returns ends the turn; may be called more than once
   * @throws Problem `too-many-requests`
   */
  take(): () => void {
    if (this.#taken >= mostAtOnce) throw new Problem('too-many-requests');
    this.#taken++;
    let ended = false;
    return () => {
      if (!ended) this.#taken--;
      ended = true;
    };
  }
}
