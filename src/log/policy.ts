import { utf8Text } from './bytes.js';
import { parseDecimal } from './checkpoint.js';
import { hasControlCharacter } from './control-character.js';
import { FormatError } from './error.js';
import { type NoteSignatureType, parseVerifierKey, type VerifierKey } from './verifier-key.js';

/** A witness, by the name that the policy alone gives it. */
export interface Witness {
  readonly name: string;
  readonly key: VerifierKey;
  /** Where whoever asks for its cosignatures reaches it, as the policy says it; `null` where it does not. */
  readonly url: string | null;
}

/** At least `threshold` of the members, witnesses or groups before this one. */
export interface WitnessGroup {
  readonly name: string;
  readonly threshold: number;
  readonly members: readonly string[];
}

/** C2SP tlog-policy: which logs are trusted, and whose cosignatures are enough. */
export interface Policy {
  readonly logs: readonly VerifierKey[];
  readonly witnesses: readonly Witness[];
  readonly groups: readonly WitnessGroup[];
  /** Name of a witness or a group; `null` where none is required. */
  readonly quorum: string | null;
}

const MAX_POLICY_CHARACTERS = 1_000_000;
const DELETE = '\u007f';
const NONE = 'none';

function refuse(line: number, message: string): never {
  throw new FormatError('policy', `line ${line}: ${message}`);
}

/** Reads one policy line after line: a name is known only from the line that defines it on. */
class PolicyReader {
  readonly #logs: VerifierKey[] = [];
  readonly #witnesses: Witness[] = [];
  readonly #groups: WitnessGroup[] = [];
  readonly #names = new Set<string>();
  readonly #members = new Set<string>();
  #quorum: string | null | undefined;

  readLine(line: string, number: number): void {
    const [keyword, ...items] = line.split(/[ \t]+/).filter(item => item !== '');
    if (keyword === undefined || keyword.startsWith('#')) return;
    if (keyword === 'log') this.#readLog(items, number);
    else if (keyword === 'witness') this.#readWitness(items, number);
    else if (keyword === 'group') this.#readGroup(items, number);
    else if (keyword === 'quorum') this.#readQuorum(items, number);
    else refuse(number, `unknown keyword ${JSON.stringify(keyword)}`);
  }

  finish(): Policy {
    if (this.#quorum === undefined) throw new FormatError('policy', 'no quorum line');
    return {
      logs: this.#logs,
      witnesses: this.#witnesses,
      groups: this.#groups,
      quorum: this.#quorum,
    };
  }

  #readLog([text, _url, ...rest]: readonly string[], number: number): void {
    if (text === undefined || rest.length > 0) refuse(number, 'expected log <vkey> [<url>]');
    this.#logs.push(this.#readKey(text, 'note', this.#logs, number));
  }

  #readWitness([name, text, url, ...rest]: readonly string[], number: number): void {
    if (name === undefined || text === undefined || rest.length > 0) {
      refuse(number, 'expected witness <name> <vkey> [<url>]');
    }
    this.#define(name, number);
    const known = this.#witnesses.map(witness => witness.key);
    const key = this.#readKey(text, 'cosignature', known, number);
    this.#witnesses.push({ name, key, url: url ?? null });
  }

  #readGroup([name, thresholdText, ...members]: readonly string[], number: number): void {
    if (name === undefined || thresholdText === undefined || members.length === 0) {
      refuse(number, 'expected group <name> <any, all or a number> <name>...');
    }
    for (const member of members) {
      if (!this.#names.has(member)) refuse(number, `${member} is not defined before`);
      if (this.#members.has(member)) refuse(number, `${member} is a member twice`);
      this.#members.add(member);
    }
    this.#define(name, number);
    this.#groups.push({ name, threshold: readThreshold(thresholdText, members.length, number), members });
  }

  #readQuorum([name, ...rest]: readonly string[], number: number): void {
    if (name === undefined || rest.length > 0) refuse(number, 'expected quorum <name>');
    if (this.#quorum !== undefined) refuse(number, 'a second quorum');
    if (name !== NONE && !this.#names.has(name)) refuse(number, `${name} is not defined before`);
    this.#quorum = name === NONE ? null : name;
  }

  #define(name: string, number: number): void {
    if (name === NONE || this.#names.has(name)) refuse(number, `the name ${name} is taken`);
    this.#names.add(name);
  }

  #readKey(
    text: string,
    type: NoteSignatureType,
    known: readonly VerifierKey[],
    number: number,
  ): VerifierKey {
    const key = parseVerifierKey(text, 'policy');
    if (key.type !== type) refuse(number, `expected a key for a ${type}`);
    if (known.some(other => other.key.kid === key.key.kid)) refuse(number, 'this public key is listed twice');
    return key;
  }
}

function readThreshold(text: string, count: number, number: number): number {
  if (text === 'any') return 1;
  if (text === 'all') return count;
  const threshold = parseDecimal(text);
  if (threshold === undefined || threshold < 1 || threshold > count) {
    refuse(number, `expected any, all or a number from 1 to ${count}`);
  }
  return threshold;
}

/**
 * Reads a policy. Text that is not UTF-8 is refused, although C2SP tlog-policy lets it pass in names and comments.
 * @throws {FormatError} `policy`
 */
export function parsePolicy(policy: string | Uint8Array): Policy {
  if (policy.length > MAX_POLICY_CHARACTERS) throw new FormatError('policy', 'the policy is too long');
  const text = typeof policy === 'string' ? policy : readPolicyText(policy);
  if (hasControlCharacter(text, '\t\n') || text.includes(DELETE))
    throw new FormatError('policy', 'a control character');
  const reader = new PolicyReader();
  text.split('\n').forEach((line, index) => {
    reader.readLine(line, index + 1);
  });
  return reader.finish();
}

function readPolicyText(bytes: Uint8Array): string {
  try {
    return utf8Text(bytes);
  } catch (cause) {
    throw new FormatError('policy', 'the policy is not UTF-8', { cause });
  }
}

/** Whether these witnesses, by their names in the policy, are enough. */
export function hasQuorum(policy: Policy, cosigned: ReadonlySet<string>): boolean {
  if (policy.quorum === null) return true;
  const witnessed = new Set(cosigned);
  // A group names only what is defined before it: one pass in order is enough.
  for (const { name, threshold, members } of policy.groups) {
    if (members.filter(member => witnessed.has(member)).length >= threshold) witnessed.add(name);
  }
  return witnessed.has(policy.quorum);
}
