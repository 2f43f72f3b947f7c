import { LocalizedError, type Text } from '../custody/text.js';

/** What was typed cannot be carried out as it stands; nothing was done. Exit status 2. */
export class UsageError extends LocalizedError {
  override readonly name = 'UsageError';

  constructor(text: Text | string, options?: ErrorOptions) {
    super(typeof text === 'string' ? { en: text, fr: text } : text, options);
  }
}
