/**
 * The characters that a TrueType font has a glyph for (OpenType, table `cmap`, formats 4 and 12). The typesetter
 * refuses a text that no font can show, because PDF/A has no room for empty boxes: so it is asked before.
 */
export function charactersOf(font: Buffer): ReadonlySet<number> {
  const found = new Set<number>();
  const cmap = tableAt(font, 'cmap');
  const count = font.readUInt16BE(cmap + 2);
  for (let i = 0; i < count; i++) {
    const at = cmap + font.readUInt32BE(cmap + 4 + i * 8 + 4);
    const format = font.readUInt16BE(at);
    if (format === 4) addSegments(font, at, found);
    if (format === 12) addGroups(font, at, found);
  }
  return found;
}

function tableAt(font: Buffer, tag: string): number {
  const count = font.readUInt16BE(4);
  for (let i = 0; i < count; i++) {
    const entry = 12 + i * 16;
    if (font.toString('latin1', entry, entry + 4) === tag) return font.readUInt32BE(entry + 8);
  }
  throw new Error(`the font has no table ${tag}`);
}

/** Format 4: parallel arrays of ends, starts, deltas and offsets. */
function addSegments(font: Buffer, at: number, found: Set<number>): void {
  const segments = font.readUInt16BE(at + 6) / 2;
  const ends = at + 14;
  const starts = ends + segments * 2 + 2;
  const deltas = starts + segments * 2;
  const offsets = deltas + segments * 2;
  for (let i = 0; i < segments; i++) {
    const [start, end] = [font.readUInt16BE(starts + i * 2), font.readUInt16BE(ends + i * 2)];
    const delta = font.readUInt16BE(deltas + i * 2);
    const offset = font.readUInt16BE(offsets + i * 2);
    for (let code = start; code <= end && code < 0xffff; code++) {
      const glyph = offset === 0 ? code : font.readUInt16BE(offsets + i * 2 + offset + (code - start) * 2);
      if (glyph !== 0 && ((glyph + delta) & 0xffff) !== 0) found.add(code);
    }
  }
}

/** Format 12: groups of start, end, first glyph. */
function addGroups(font: Buffer, at: number, found: Set<number>): void {
  const groups = font.readUInt32BE(at + 12);
  for (let i = 0; i < groups; i++) {
    const group = at + 16 + i * 12;
    const end = font.readUInt32BE(group + 4);
    for (let code = font.readUInt32BE(group); code <= end; code++) found.add(code);
  }
}
