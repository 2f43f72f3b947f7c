/** Columns of the print-out of the demonstration: fits a terminal and a printed page. */
export const columns = 92;

/** Columns of a terminal that nobody has made wider. */
export const terminalColumns = 80;

/**
 * Breaks a text between words into lines of at most `width`, each after `indent` blanks; later lines hang by `hanging` more.
 * A word that is longer by itself, as a hash may be, stays whole.
 */
export function layOut(text: string, indent = 0, hanging = 0, width = columns): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of joinPunctuation(text).split(' ')) {
    const margin = lines.length === 0 ? indent : indent + hanging;
    if (line !== '' && margin + line.length + 1 + word.length > width) {
      lines.push(' '.repeat(margin) + line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  const last = ' '.repeat(lines.length === 0 ? indent : indent + hanging) + line;
  return [...lines, last].map(broken => broken.replaceAll(noBreak, ' '));
}

/** A line as it stands at a terminal: where it goes on it hangs below what is set in, and no word is cut. */
export function layOutLine(line: string): readonly string[] {
  const text = line.trimStart();
  const indent = line.length - text.length;
  return layOut(text, indent, indent === 0 ? 0 : 4, terminalColumns);
}

const noBreak = '\u00a0';

/** French sets a blank before `;`, `:`, `!`, `?` and inside « »: no line begins or ends with one of them. */
function joinPunctuation(text: string): string {
  return text.replace(/ (?=[;:!?»])|(?<=«) /g, noBreak);
}

/** A row of a table: each cell in its width, the last as it is. */
export function row(cells: readonly string[], widths: readonly number[]): string {
  return cells
    .map((cell, position) => cell.padEnd(widths[position] ?? 0))
    .join('  ')
    .trimEnd();
}
