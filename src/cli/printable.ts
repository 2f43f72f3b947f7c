/** Everything that moves a cursor, hides text or turns its direction; line ends and tabs stay. */
const unprintable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** A text of somebody else as it may be shown at a terminal: what could change the screen stands there by its number. */
export function printable(text: string): string {
  return text.replace(unprintable, character => {
    const number = character.codePointAt(0) ?? 0;
    return `\\u${number.toString(16).padStart(4, '0')}`;
  });
}

/** The same on one line: a line end inside a value cannot pretend to be a field of its own. */
export function printableLine(text: string): string {
  return printable(text).replaceAll('\n', ' ⏎ ').replaceAll('\t', ' ');
}
