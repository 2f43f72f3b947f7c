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

/** Characters of lines in one part, and in all parts under way: whatever lines are in them. */
const MAX_PART = 4 * 1024 ** 2;
const MAX_UNDER_WAY = 64 * 1024 ** 2;

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
  const underWay: { readonly examined: Promise<readonly Examined[]>; readonly characters: number }[] = [];
  let part: string[] = [];
  let characters = 0;
  let inAll = 0;
  const start = (): void => {
    const examined = examiner.examine(part);
    // It is awaited later; until then a failure is not one that nobody looks at.
    examined.catch(() => {});
    underWay.push({ examined, characters });
    inAll += characters;
    part = [];
    characters = 0;
  };
  for await (const line of lines) {
    part.push(line);
    characters += line.length;
    if (part.length < examiner.linesAtOnce && characters < MAX_PART) continue;
    start();
    while (underWay.length > examiner.partsAtOnce || inAll > MAX_UNDER_WAY) {
      const first = underWay.shift();
      if (first === undefined) break;
      yield* await first.examined;
      inAll -= first.characters;
    }
  }
  if (part.length > 0) start();
  for (const { examined } of underWay) yield* await examined;
}
