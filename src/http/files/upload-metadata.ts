import { Metadata } from '@tus/server';
import { Problem } from '../problem/problem.js';
import { readMediaType } from './media-type.js';

export interface UploadMetadata {
  readonly sha256: string;
  readonly mediaType: string;
}

/**
 * What a file is said to be: its hash and its media type, and nothing else. A file name above all is not taken:
 * it may tell of a source (F-28).
 * @throws Problem
 */
export function readUploadMetadata(header: string): UploadMetadata {
  const { sha256 = null, mediaType = null, ...more } = parse(header);
  if (sha256 === null || !/^[0-9a-f]{64}$/.test(sha256))
    throw fault('expected sha256, hexadecimal, in base64');
  if (Object.keys(more).length > 0) throw fault('expected sha256 and mediaType alone');
  return { sha256, mediaType: readMediaType(mediaType) };
}

function parse(header: string): Record<string, string | null> {
  try {
    return Metadata.parse(header);
  } catch {
    throw fault('expected pairs of a name and a value in base64, with commas between');
  }
}

function fault(message: string): Problem {
  return new Problem('invalid-request', {
    faults: [{ in: 'headers', pointer: '/upload-metadata', message }],
  });
}
