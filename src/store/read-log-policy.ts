import { readFile } from 'node:fs/promises';
import { LocalizedError } from '../custody/text.js';
import { formatVerifierKey, type Policy, parsePolicy, type VerifierKey } from '../log/index.js';

/** The policy that the operator gave is missing, cannot be read, or is not one of this log. */
class LogPolicyError extends LocalizedError {
  override readonly name = 'LogPolicyError';
}

/** A log without witnesses: its own keys, and no cosignature asked for. */
export function policyWithoutWitnesses(logs: readonly VerifierKey[]): Policy {
  return { logs, witnesses: [], groups: [], quorum: null };
}

/**
 * The policy of a log from a file in the form of C2SP tlog-policy: one of its keys, its witnesses with their addresses,
 * and how many are enough. Where `optional` and there is no such file, the log has no witnesses.
 * @param keys of the log, as the key file has them; one or more
 * @throws LogPolicyError
 */
export async function readLogPolicy(
  path: string,
  keys: readonly VerifierKey[],
  optional: boolean,
): Promise<Policy> {
  const bytes = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    if (optional && cause.code === 'ENOENT') return null;
    throw new LogPolicyError(
      { en: `the policy ${path} cannot be read`, fr: `la politique ${path} est illisible` },
      { cause },
    );
  });
  if (bytes === null) return policyWithoutWitnesses(keys);
  const policy = parseAt(path, bytes);
  const texts = keys.map(formatVerifierKey);
  if (!policy.logs.some(key => texts.includes(formatVerifierKey(key)))) {
    const line = `log ${texts.at(-1)}`;
    throw new LogPolicyError({
      en: `the policy ${path} does not name the key of this log: it needs the line "${line}"`,
      fr: `la politique ${path} ne nomme pas la clé de ce journal : il y faut la ligne « ${line} »`,
    });
  }
  for (const { name, url } of policy.witnesses) {
    if (url !== null && !isWitnessAddress(url)) {
      throw new LogPolicyError({
        en: `the policy ${path}: the address of the witness ${name} must begin with http:// or https:// and hold no password`,
        fr: `la politique ${path} : l'adresse du témoin ${name} doit commencer par http:// ou https://, sans mot de passe`,
      });
    }
  }
  return policy;
}

function parseAt(path: string, bytes: Uint8Array): Policy {
  try {
    return parsePolicy(bytes);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : '';
    throw new LogPolicyError(
      {
        en: `${path} is not a policy (C2SP tlog-policy): ${why}`,
        fr: `${path} n'est pas une politique (C2SP tlog-policy) : ${why}`,
      },
      { cause },
    );
  }
}

function isWitnessAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return (protocol === 'http:' || protocol === 'https:') && username === '' && password === '';
}
