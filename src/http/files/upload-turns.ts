interface Turn {
  readonly giveWay: () => void;
  readonly ended: Promise<void>;
}

/**
 * One request at a time works on an upload. A newer one asks the older to give way: an officer whose link broke is
 * back before the service has noticed. Two processes of one service do not see each other here; what they might mix
 * up, the hash finds.
 */
export class UploadTurns {
  readonly #turns = new Map<string, Turn>();

  /** @returns ends the turn; call it once, whatever happened */
  async take(id: string, giveWay: () => void): Promise<() => void> {
    for (let turn = this.#turns.get(id); turn !== undefined; turn = this.#turns.get(id)) {
      turn.giveWay();
      await turn.ended;
    }
    let end = () => {};
    const ended = new Promise<void>(resolve => {
      end = resolve;
    });
    this.#turns.set(id, { giveWay, ended });
    return () => {
      this.#turns.delete(id);
      end();
    };
  }
}
