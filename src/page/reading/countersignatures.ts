/** Who signed an act beside its signer (log-format section 10). */
export interface CountersignatureRead {
  /** UUID. */
  readonly officer: string;
  readonly role: string;
  /** In what capacity. */
  readonly as: string;
}
