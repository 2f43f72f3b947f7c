import { type FileHandle, open, stat } from 'node:fs/promises';
import { type Bag, openZipBag, type RandomAccess } from '../../verify/index.js';
import { readPart } from '../read-hashed.js';
import { openFolderBag } from './folder-bag.js';

export interface OpenedBag {
  readonly bag: Bag;
  /** The file it is in; null of a folder. */
  readonly file: RandomAccess | null;
  close(): Promise<void>;
}

/** The export at a path: a folder, or else a ZIP, read at any place and never unpacked. */
export async function openBag(path: string): Promise<OpenedBag> {
  if ((await stat(path)).isDirectory()) {
    return { bag: openFolderBag(path), file: null, close: async () => {} };
  }
  const opened = await open(path, 'r');
  const { size } = await opened.stat();
  const file = accessTo(opened, size);
  return { bag: openZipBag(file), file, close: () => opened.close() };
}

function accessTo(file: FileHandle, size: number): RandomAccess {
  return { size, read: (offset, length) => readPart(file, offset, offset + length) };
}
