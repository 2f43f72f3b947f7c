import { Transformer } from '@napi-rs/image';

/**
 * A JPEG of the size of a photograph, another one for each seed: red grows to the right, green downwards.
 * @param grain noise of each pixel: with 31 some 3 megabytes for 12 megapixels, as a telephone writes them
 */
export function drawnPhotograph(width: number, height: number, seed = 1, grain = 15): Buffer {
  const pixels = Buffer.alloc(width * height * 4);
  let noise = seed;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4;
      noise = (Math.imul(noise, 1_103_515_245) + 12_345) & 0x7fffffff;
      pixels[at] = Math.floor((x / width) * 230) + ((noise >> 16) & grain);
      pixels[at + 1] = Math.floor((y / height) * 230);
      pixels[at + 2] = (seed * 40) & 255;
      pixels[at + 3] = 255;
    }
  }
  return Transformer.fromRgbaPixels(pixels, width, height).jpegSync(85);
}

/** The same picture with an EXIF segment that says how the camera was held (EXIF 2.32, tag 0x0112) and who held it. */
export function withExif(jpeg: Buffer, orientation: number, artist: string): Buffer {
  const name = Buffer.from(`${artist}\0`, 'latin1');
  const tiff = Buffer.alloc(38);
  tiff.write('MM\0*', 0, 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(2, 8);
  tiff.writeUInt16BE(0x0112, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  tiff.writeUInt16BE(0x013b, 22);
  tiff.writeUInt16BE(2, 24);
  tiff.writeUInt32BE(name.length, 26);
  tiff.writeUInt32BE(38, 30);
  const content = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, name]);
  const head = Buffer.alloc(4);
  head.writeUInt16BE(0xffe1, 0);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, content, jpeg.subarray(2)]);
}
