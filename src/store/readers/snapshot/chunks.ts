/** Rows asked for at once: a statement stays short, and memory small. */
const rowsAtOnce = 500;

/** The values in lists of 500 at most. */
export function* inChunks<Value>(values: Iterable<Value>, length = rowsAtOnce): Generator<readonly Value[]> {
  let chunk: Value[] = [];
  for (const value of values) {
    chunk.push(value);
    if (chunk.length === length) {
      yield chunk;
      chunk = [];
    }
  }
  if (chunk.length > 0) yield chunk;
}
