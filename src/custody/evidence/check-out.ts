/** An item that somebody has outside its store for a time (E27). */
export interface CheckOut {
  readonly taker: string;
  /** Who gave it out and gets it back: he, or a stand-in in his role and unit. */
  readonly custodian: null | {
    readonly officer: string;
    readonly role: string;
    readonly unit: string | null;
  };
  readonly purpose: string;
  readonly dueBack: string;
  readonly event: string;
  /** Site it was taken from, and comes back to. */
  readonly site: string | null;
}
