import { missingFromFounding, readFoundingFile, signFounding } from '../client/index.js';
import { writeFileDurably } from '../disk/write-durably.js';
import { isJsonObject, type JsonValue } from '../log/index.js';
import { confirm } from './confirm.js';
import { describeFounding, nextOfFounding } from './describe-founding.js';
import { readNamedOfficer } from './officers.js';
import type { Output } from './output.js';
import { UsageError } from './usage-error.js';

export function isFoundingFile(stored: JsonValue): boolean {
  return isJsonObject(stored) && stored.kind === 'scelle-founding';
}

/**
 * A founder's part in the founding of a log, on his own machine: what is founded is shown in words, then he adds his
 * proof of possession or, once all founders' proofs are there, his signatures.
 */
export async function signFoundingFile(
  path: string,
  stored: JsonValue,
  { as, yes = false }: { readonly as: string; readonly yes?: boolean },
  output: Output,
): Promise<void> {
  const { language } = output;
  const file = await readFoundingFile(stored);
  for (const line of describeFounding(file, language)) output.note(line);
  const { unlocked, role } = await readNamedOfficer(as, language);
  if (unlocked === null) {
    throw new UsageError({
      en: `${as} is a public card: the key itself is needed`,
      fr: `${as} est une carte publique : il faut la clé elle-même`,
    });
  }
  if (role !== 'REG') {
    throw new UsageError({
      en: `a log is founded in the role REG: --as KEY:REG`,
      fr: `un journal se fonde dans le rôle REG : --as CLÉ:REG`,
    });
  }
  await confirm({ en: 'Sign this founding?', fr: 'Signer cette fondation ?' }, yes, output);
  const signed = await signFounding(file, unlocked);
  await writeFileDurably(path, `${JSON.stringify(signed, null, 2)}\n`);
  output.result({ file: path, missing: missingFromFounding(signed) }, nextOfFounding(signed, path, language));
}
