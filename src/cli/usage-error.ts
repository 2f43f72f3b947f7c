import { LocalizedError } from '../custody/text.js';

/** What was typed cannot be carried out as it stands; nothing was done. Exit status 2. */
export class UsageError extends LocalizedError {
  override readonly name = 'UsageError';
}
