import type { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import type { FileStore } from '../../store/files/file-store.js';
import { Problem } from '../problem/problem.js';
import type { RunningUpload } from './upload-allowance.js';

/** Bytes after which the room on the disk is looked at again. */
const roomInterval = 64 * 1024 ** 2;

/**
 * The body of a request as it comes, each byte counted, as long as the disk has room. The request is not destroyed
 * when the reader stops early: he who sent too much shall still get his answer.
 * @throws Problem `upload-interrupted`, FileStoreUnavailable
 */
export async function* requestBytes(
  body: Readable | undefined,
  upload: RunningUpload,
  files: FileStore,
): AsyncGenerator<Uint8Array> {
  if (body === undefined) return;
  let unchecked = 0;
  for await (const chunk of brokenAsProblem(body)) {
    upload.count(chunk.length);
    unchecked += chunk.length;
    if (unchecked >= roomInterval) {
      await files.requireRoom(unchecked);
      unchecked = 0;
    }
    yield chunk;
  }
}

async function* brokenAsProblem(body: Readable): AsyncGenerator<Uint8Array> {
  const chunks = body.iterator({ destroyOnReturn: false });
  while (true) {
    const next = await chunks.next().catch((cause: unknown) => {
      throw new Problem('upload-interrupted', {}, { cause });
    });
    if (next.done === true) return;
    yield next.value as Uint8Array;
  }
}

/** The length announced; undefined where the body is sent in pieces. */
export function announcedLength({ headers }: FastifyRequest): number | undefined {
  const length = headers['content-length'];
  return length === undefined ? undefined : Number(length);
}
