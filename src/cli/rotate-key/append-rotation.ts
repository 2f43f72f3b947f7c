import { LocalizedError } from '../../custody/text.js';
import { AppendUnavailable } from '../../store/appender/outcome.js';
import type { OpenLog } from '../../store/open-log.js';
import { RefusedOnDevice } from '../refused-on-device.js';

/** The act was not appended for a reason that passes; the key that it names lies in the key file. */
class RotationNotAppended extends LocalizedError {
  override readonly name = 'RotationNotAppended';
}

/**
 * Second step of a rotation: the signed act, in the log and under a checkpoint by both keys when this returns.
 * @returns its leaf index
 * @throws RefusedOnDevice where a rule says no; RotationNotAppended
 */
export async function appendRotation(
  { appender }: Pick<OpenLog, 'appender'>,
  submitted: readonly string[],
): Promise<number> {
  const outcome = await appender.submit(submitted).catch((cause: unknown) => {
    throw cause instanceof AppendUnavailable ? notAppended(cause.message, cause) : cause;
  });
  switch (outcome.kind) {
    case 'appended':
      return outcome.receipts[0]?.index ?? 0;
    case 'refused':
      throw new RefusedOnDevice(outcome.violations);
    case 'malformed':
      throw notAppended(outcome.faults.map(({ check, message }) => `${check}: ${message}`).join('; '));
    case 'stale':
      throw notAppended(`${outcome.stale.subject}`);
  }
}

function notAppended(why: string, cause?: unknown): RotationNotAppended {
  return new RotationNotAppended(
    {
      en: `the act was not appended (${why}); its key lies in log.key and signs nothing: say the same command again`,
      fr: `l'acte n'a pas été ajouté (${why}) ; sa clé est dans log.key et ne signe rien : répétez la même commande`,
    },
    { cause },
  );
}
