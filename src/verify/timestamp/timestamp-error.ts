/** A time-stamp token that does not show what it should: check *timestamp*. */
export class TimestampError extends Error {
  override readonly name = 'TimestampError';
}
