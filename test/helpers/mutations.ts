import fc from 'fast-check';
import { isJsonObject, type JsonObject, type JsonValue } from '../../src/log/index.js';

/** What happens to a text on its way through a bad link, or in bad hands: one step. */
interface Step {
  readonly what: 'flip' | 'cut' | 'insert' | 'double' | 'swap' | 'case';
  /** Where, as shares of the length. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const snippet = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 5 }),
  fc.constantFrom('.', '~', '=', '{}', '\u0000', '\ud800', '\ufeff', '__proto__', '1e999', ' ', '\r\n', '+/'),
);

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom('flip', 'cut', 'insert', 'double', 'swap', 'case'),
  from: share,
  to: share,
  text: snippet,
});

/** `base` after one to three steps; it may come out as it was. */
export function mutationsOf(base: string): fc.Arbitrary<string> {
  return fc.array(step, { minLength: 1, maxLength: 3 }).map(steps => steps.reduce(apply, base));
}

function apply(text: string, { what, from, to, text: inserted }: Step): string {
  const [start, end] = [from, to].map(at => Math.floor(at * text.length)).sort((a, b) => a - b);
  const [head, middle, tail] = [text.slice(0, start), text.slice(start, end), text.slice(end)];
  switch (what) {
    case 'flip':
      return (
        head +
        String.fromCharCode(text.charCodeAt(start ?? 0) ^ (1 << Math.floor(to * 7))) +
        text.slice((start ?? 0) + 1)
      );
    case 'cut':
      return head + tail;
    case 'insert':
      return head + inserted + middle + tail;
    case 'double':
      return head + middle + middle + tail;
    case 'swap':
      return tail + middle + head;
    case 'case':
      return head + middle.toUpperCase() + tail;
  }
}

const hostileValue: fc.Arbitrary<JsonValue> = fc.oneof(
  fc.constantFrom<JsonValue>(
    null,
    true,
    0,
    -1,
    1,
    2 ** 53 - 1,
    '',
    'x',
    [],
    {},
    '\u0000',
    'A'.repeat(43),
    '2021-02-30T00:00:00Z',
  ),
  fc.constantFrom<JsonValue>(
    '__proto__',
    'constructor',
    'toString',
    '0192f3a0-0000-7000-8000-000000000001',
    '1.5',
  ),
  fc.integer(),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.array(fc.string({ maxLength: 4 }), { maxLength: 3 }),
  fc.dictionary(fc.string({ maxLength: 6 }), fc.integer(), { maxKeys: 3 }),
);

/** A JSON object with one member, at any depth, replaced, taken out, renamed or doubled under another name. */
export function jsonMutationsOf(base: JsonObject): fc.Arbitrary<JsonObject> {
  const paths = pathsOf(base);
  return fc
    .record({
      path: fc.constantFrom(...paths),
      how: fc.constantFrom('replace', 'remove', 'rename', 'add'),
      value: hostileValue,
      name: fc.oneof(
        fc.constantFrom('__proto__', 'constructor', '_sd', 'group', 'items', ''),
        fc.string({ maxLength: 5 }),
      ),
    })
    .map(({ path, how, value, name }) => change(base, path, how, value, name) as JsonObject);
}

type Path = readonly string[];

function pathsOf(value: JsonValue, above: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => [
    [...above, name],
    ...pathsOf(member, [...above, name]),
  ]);
}

function change(
  value: JsonValue,
  [step, ...rest]: Path,
  how: string,
  by: JsonValue,
  name: string,
): JsonValue {
  if (step === undefined || typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).flatMap(([own, member]): [string, JsonValue][] => {
    if (own !== step) return [[own, member]];
    if (rest.length > 0) return [[own, change(member, rest, how, by, name)]];
    if (how === 'remove') return [];
    if (how === 'rename') return [[name, member]];
    if (how === 'add')
      return [
        [own, member],
        [name, by],
      ];
    return [[own, by]];
  });
  return isJsonObject(value) ? Object.fromEntries(entries) : entries.map(([, member]) => member);
}
