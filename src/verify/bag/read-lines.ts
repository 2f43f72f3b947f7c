import { concatBytes, utf8Text } from '../../log/index.js';
import { CheckFailure, type VerificationCheck } from '../check-failure.js';

const NEWLINE = 0x0a;

/**
 * The lines of a file, each without the 0x0A that ends it; at most one line is held.
 * @param check the name to report instead of `bag`, for what is no file of a bag
 * @throws {CheckFailure} `bag` for a line that is too long or no UTF-8, or a last line that does not end
 */
export async function* readLines(
  bytes: AsyncIterable<Uint8Array>,
  where: string,
  maxBytes: number,
  check: VerificationCheck = 'bag',
): AsyncGenerator<string> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const part of bytes) {
    let start = 0;
    for (let end = part.indexOf(NEWLINE); end >= 0; end = part.indexOf(NEWLINE, start)) {
      requireLength(length + end - start, maxBytes, where, check);
      yield decodeLine(concatBytes(...held, part.subarray(start, end)), where, check);
      held = [];
      length = 0;
      start = end + 1;
    }
    length += part.length - start;
    requireLength(length, maxBytes, where, check);
    // A copy: the part may be a view of a buffer that is used again.
    if (start < part.length) held.push(part.slice(start));
  }
  if (length > 0) throw new CheckFailure(check, where, 'the last line does not end');
}

function requireLength(length: number, maxBytes: number, where: string, check: VerificationCheck): void {
  if (length > maxBytes) throw new CheckFailure(check, where, `a line of more than ${maxBytes} bytes`);
}

function decodeLine(bytes: Uint8Array, where: string, check: VerificationCheck): string {
  try {
    return utf8Text(bytes);
  } catch (cause) {
    throw new CheckFailure(check, where, 'a line is not UTF-8', { cause });
  }
}
