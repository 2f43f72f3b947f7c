/** Bytes that begin as a JPEG does and hold this: a picture to who reads its first bytes alone. */
export function jpegOf(content: string | Uint8Array): Buffer {
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(content)]);
}
