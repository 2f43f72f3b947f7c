import {
  FormatError,
  formatNote,
  formatSignatureLine,
  parseDecimal,
  parseNote,
  type VerifierKey,
  verifyNote,
} from '../log/index.js';
import { type AddCheckpoint, formatAddCheckpoint } from './add-checkpoint.js';

/** A witness as whoever asks knows it. */
export interface AskedWitness {
  readonly key: VerifierKey;
  /** Submission prefix (C2SP tlog-witness). */
  readonly url: string;
}

/** A cosignature that was verified. */
export interface Cosignature {
  /** The signature line of the note, with its newline. */
  readonly line: string;
  /** Milliseconds since 1970. */
  readonly time: number;
}

/** What a witness said; it is believed in nothing but a good signature. */
export type WitnessReply =
  | ({ readonly kind: 'cosigned' } & Cosignature)
  /** It says that another size was its last. */
  | { readonly kind: 'other-size'; readonly size: number }
  /** It was shown no consistency with what it has: another history, or its record is not of this log. */
  | { readonly kind: 'not-consistent' }
  /** It does not know the log, or takes nothing from it. */
  | { readonly kind: 'refused'; readonly status: number }
  /** What it gave is no cosignature of this note by its key, or none of this hour. */
  | { readonly kind: 'unusable'; readonly why: string }
  /** Not reached, too slow, or broken just now. */
  | { readonly kind: 'away'; readonly why: string };

export interface AskOptions {
  /** The asker's clock, ms since 1970. */
  readonly now: () => number;
  /** Ends the asking early. */
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
}

const usualTimeoutMs = 10_000;
/** A few signature lines; more is not read. */
const maxAnswerBytes = 64 * 1024;
/**
 * A time that differs more would be held against the log: no leaf under the checkpoint may be later than that (log-format
 * section 4), nor one after its anchoring earlier (section 8).
 */
const clockToleranceMs = 5 * 60_000;

/** Asks once. Does not throw for anything a witness or the way to it can do. */
export async function askWitness(
  witness: AskedWitness,
  request: AddCheckpoint,
  options: AskOptions,
): Promise<WitnessReply> {
  const { signal, timeoutMs = usualTimeoutMs } = options;
  const ending = AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(signal === undefined ? [] : [signal])]);
  let status: number;
  let said: string;
  try {
    const answer = await fetch(addressOf(witness.url), {
      method: 'POST',
      body: formatAddCheckpoint(request),
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      redirect: 'error',
      signal: ending,
    });
    status = answer.status;
    said = await readAnswer(answer);
  } catch (error) {
    return { kind: 'away', why: reasonOf(error) };
  }
  return understand(witness, request, { status, said }, options.now());
}

function addressOf(prefix: string): string {
  return `${prefix.replace(/\/+$/, '')}/add-checkpoint`;
}

async function readAnswer({ body }: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body ?? []) {
    length += part.length;
    if (length > maxAnswerBytes) throw new Error('the answer has no end');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function understand(
  witness: AskedWitness,
  { note }: AddCheckpoint,
  { status, said }: { readonly status: number; readonly said: string },
  now: number,
): WitnessReply | Promise<WitnessReply> {
  if (status === 200) return readCosignature(witness, note, said, now);
  if (status === 409) {
    const size = parseDecimal(said.replace(/\n$/, ''));
    return size === undefined
      ? { kind: 'unusable', why: '409 without a size' }
      : { kind: 'other-size', size };
  }
  if (status === 422) return { kind: 'not-consistent' };
  if (status >= 500 || status === 429) return { kind: 'away', why: `status ${status}` };
  return { kind: 'refused', status };
}

/** As C2SP tlog-witness has it: the lines put under the note, and verified as a note. */
async function readCosignature(
  { key }: AskedWitness,
  note: string,
  said: string,
  now: number,
): Promise<WitnessReply> {
  try {
    const { text } = parseNote(note);
    const { signatures } = parseNote(formatNote({ text, signatures: [] }) + said);
    const own = signatures.filter(({ name, keyId }) => name === key.name && keyId === key.keyId);
    const [good] = await verifyNote({ text, signatures: own }, [key]);
    const [line] = own;
    if (good?.time === undefined || line === undefined) return { kind: 'unusable', why: 'no cosignature' };
    const time = good.time * 1000;
    if (Math.abs(time - now) > clockToleranceMs) return { kind: 'unusable', why: `its clock says ${time}` };
    return { kind: 'cosigned', line: formatSignatureLine(line), time };
  } catch (error) {
    if (error instanceof FormatError) return { kind: 'unusable', why: error.message };
    throw error;
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
