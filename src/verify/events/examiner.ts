import { type PublicKey, verifySignature } from '../../log/index.js';
import { type Examined, examineLine } from './examine.js';

/**
 * Whoever examines lines of `events.ndjson`: this thread, or several others. Lines may be examined in any order;
 * the answers are in the order of the lines.
 */
export interface Examiner {
  /** Lines that are worth giving at once, and how many such parts may be under way. */
  readonly linesAtOnce: number;
  readonly partsAtOnce: number;
  /** A key that lines from now on may be signed with; whose it is and how long it counts is judged elsewhere. */
  learn(key: PublicKey): void;
  examine(lines: readonly string[]): Promise<readonly Examined[]>;
}

/** Examines on this thread; signatures are checked by the platform's WebCrypto, which has threads of its own. */
export function createExaminer(): Examiner {
  const keys = new Map<string, PublicKey>();
  return {
    linesAtOnce: 64,
    partsAtOnce: 2,
    learn(key) {
      keys.set(key.kid, key);
    },
    examine: lines =>
      Promise.all(lines.map(line => examineLine(line, kid => keys.get(kid), verifySignature))),
  };
}

/**
 * The lines examined, in their order, while the next ones are under way.
 * @throws what a line is thrown for, at its place
 */
export async function* examineAll(
  lines: AsyncIterable<string>,
  examiner: Examiner,
): AsyncGenerator<Examined> {
  const underWay: Promise<readonly Examined[]>[] = [];
  let part: string[] = [];
  const start = (): void => {
    const examined = examiner.examine(part);
    // It is awaited later; until then a failure is not one that nobody looks at.
    examined.catch(() => {});
    underWay.push(examined);
    part = [];
  };
  for await (const line of lines) {
    part.push(line);
    if (part.length < examiner.linesAtOnce) continue;
    start();
    if (underWay.length > examiner.partsAtOnce) yield* (await underWay.shift()) ?? [];
  }
  if (part.length > 0) start();
  for (const examined of underWay) yield* await examined;
}
