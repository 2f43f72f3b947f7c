/** Everything that hides text, turns its direction or is no character at all; line ends and tabs stay. */
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2061-\u2069\ufeff]/g;

/**
 * A text of somebody else as it may be shown: what could make it read otherwise than it was written stands there by
 * its number, as on the printed dossier.
 */
export function shownText(text: string): string {
  return text.replace(unseen, character => {
    const number = character.codePointAt(0) ?? 0;
    return `[U+${number.toString(16).toUpperCase().padStart(4, '0')}]`;
  });
}
