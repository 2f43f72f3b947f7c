import { LocalizedError } from '../../custody/text.js';
import { requireReady } from '../../store/appender/agreement.js';
import { AppendUnavailable } from '../../store/appender/outcome.js';
import type { OpenLog } from '../../store/open-log.js';

/** The database is not what signed events make: no key is made or destroyed by what it says. */
class RotationNotSafe extends LocalizedError {
  override readonly name = 'RotationNotSafe';
}

/**
 * The state that names the keys of the log follows from its events, and the vault agrees. Whoever may write to the
 * tables could otherwise have the keys destroyed that are in force.
 * @throws RotationNotSafe
 */
export async function requireWhole(log: OpenLog): Promise<void> {
  try {
    await requireReady(log);
  } catch (cause) {
    if (!(cause instanceof AppendUnavailable)) throw cause;
    throw new RotationNotSafe(
      {
        en: `no key was made or destroyed: ${cause.message}. \`scelle fsck\` tells what is wrong`,
        fr: `aucune clé n'a été créée ni détruite : ${cause.message}. \`scelle fsck\` dit ce qui ne va pas`,
      },
      { cause },
    );
  }
}
