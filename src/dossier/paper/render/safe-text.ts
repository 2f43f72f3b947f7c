/** Texts as they may be printed: each a function of what was written, the same everywhere. */
export type MakeSafe = (text: string) => string;

/** Marks of direction and of invisible breaks: they would turn or hide what stands around them. */
const invisible =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb]/;

/** Isolates close themselves where they were put by us; others are shown. */
const isolates = /[\u2066-\u2069]/;

/** Letters joined or kept apart inside an Arabic word, and variation selectors: they have no glyph of their own. */
const unshown = /\u200c|\u200d|[\ufe00-\ufe0f]/;

/**
 * What cannot be shown, or would change how the rest is shown, stands there by its number: `[U+202E]`. So nothing is
 * left out silently, and a text cannot pretend to be another one. A line end stays, a tab becomes a space.
 *
 * @param characters those that the fonts have
 */
export function makeSafe(characters: ReadonlySet<number>): MakeSafe {
  return text => {
    const balanced = closesItsIsolates(text);
    const lines = text.normalize('NFC').replaceAll(/\r\n?/g, '\n').replaceAll('\t', ' ');
    return Array.from(lines, character => {
      if (character === '\n' || unshown.test(character)) return character;
      if (isolates.test(character) && balanced) return character;
      const code = character.codePointAt(0) ?? 0;
      return isShown(character, code, characters) ? character : numbered(code);
    }).join('');
  };
}

function isShown(character: string, code: number, characters: ReadonlySet<number>): boolean {
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return false;
  return !invisible.test(character) && !isolates.test(character) && characters.has(code);
}

function numbered(code: number): string {
  return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
}

/** Only first-strong isolates, each closed in the same text and never open within another. */
function closesItsIsolates(text: string): boolean {
  let open = 0;
  for (const character of text) {
    if (character === '\u2066' || character === '\u2067') return false;
    if (character === '\u2068') open += 1;
    if (character === '\u2069') open -= 1;
    if (open < 0 || open > 1) return false;
  }
  return open === 0;
}
