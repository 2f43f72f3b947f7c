/** What keeps a witness from being made or started, or a log from being added. */
export type WitnessHomeFault =
  | 'already-made'
  | 'not-made'
  | 'record-missing'
  | 'record-lost'
  | 'record-there'
  | 'not-signed'
  | 'in-use'
  | 'no-logs'
  | 'logs-unreadable'
  | 'passphrase-missing'
  | 'key-unreadable';

export class WitnessHomeError extends Error {
  override readonly name = 'WitnessHomeError';
  readonly fault: WitnessHomeFault;
  /** The file or folder concerned, or the log. */
  readonly path: string;

  constructor(fault: WitnessHomeFault, path: string, options?: { cause?: unknown }) {
    super(`${fault}: ${path}`, options);
    this.fault = fault;
    this.path = path;
  }
}
