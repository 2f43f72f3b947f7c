/**
 * A ZIP of so many empty files (APPNOTE.TXT sections 4.3.7, 4.3.12, 4.3.14 to 4.3.16), of which nothing is wrong but their
 * number.
 */
export function manyEntries(count: number): Buffer {
  const name = (index: number) => `export/data/report/${String(index).padStart(8, '0')}`;
  const length = name(0).length;
  const locals = Buffer.alloc(count * (30 + length));
  const list = Buffer.alloc(count * (46 + length));
  for (let index = 0; index < count; index++) {
    const at = index * (30 + length);
    locals.writeUInt32LE(0x04034b50, at);
    locals.writeUInt16LE(20, at + 4);
    locals.writeUInt16LE(length, at + 26);
    locals.write(name(index), at + 30, 'latin1');
    const listed = index * (46 + length);
    list.writeUInt32LE(0x02014b50, listed);
    list.writeUInt16LE(20, listed + 4);
    list.writeUInt16LE(20, listed + 6);
    list.writeUInt16LE(length, listed + 28);
    list.writeUInt32LE(at, listed + 42);
    list.write(name(index), listed + 46, 'latin1');
  }
  return Buffer.concat([locals, list, endOf(count, locals.length, list.length)]);
}

function endOf(count: number, offset: number, size: number): Buffer {
  const wide = Buffer.alloc(56);
  wide.writeUInt32LE(0x06064b50, 0);
  wide.writeBigUInt64LE(44n, 4);
  wide.writeUInt16LE(45, 12);
  wide.writeUInt16LE(45, 14);
  for (const [at, value] of [
    [24, count],
    [32, count],
    [40, size],
    [48, offset],
  ] as const) {
    wide.writeBigUInt64LE(BigInt(value), at);
  }
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(offset + size), 8);
  locator.writeUInt32LE(1, 16);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(0xffff, 8);
  end.writeUInt16LE(0xffff, 10);
  end.writeUInt32LE(0xffffffff, 12);
  end.writeUInt32LE(0xffffffff, 16);
  return Buffer.concat([wide, locator, end]);
}
