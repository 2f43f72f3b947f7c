import { type FileHandle, open, stat } from 'node:fs/promises';
import { type Bag, openZipBag, type RandomAccess } from '../../verify/index.js';
import { readPart } from '../read-hashed.js';
import { openFolderBag } from './folder-bag.js';

export interface OpenedBag {
  readonly bag: Bag;
  close(): Promise<void>;
}

/** The export at a path: a folder, or else a ZIP, read at any place and never unpacked. */
export async function openBag(path: string): Promise<OpenedBag> {
  if ((await stat(path)).isDirectory()) return { bag: openFolderBag(path), close: async () => {} };
  const file = await open(path, 'r');
  const { size } = await file.stat();
  return { bag: openZipBag(accessTo(file, size)), close: () => file.close() };
}

function accessTo(file: FileHandle, size: number): RandomAccess {
  return { size, read: (offset, length) => readPart(file, offset, offset + length) };
}
