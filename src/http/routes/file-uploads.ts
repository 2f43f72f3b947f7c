import type { Readable } from 'node:stream';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { acceptUpload } from '../../store/files/uploads.js';
import type { OpenLog } from '../../store/open-log.js';
import { readMediaType } from '../files/media-type.js';
import { announcedLength, requestBytes } from '../files/request-bytes.js';
import type { UploadAllowance } from '../files/upload-allowance.js';
import type { Limits } from '../plugins/limits.js';
import { Problem } from '../problem/problem.js';
import { FileParameters } from '../schemas/file.js';
import { describeOperation } from '../schemas/operation.js';

export interface UploadParts {
  readonly log: OpenLog;
  readonly limits: Limits;
  readonly allowance: UploadAllowance;
}

/**
 * `PUT /v1/files/{sha256}`. Whoever has a session may deliver any file, as he may deliver anybody's signed batch: a
 * courier with a memory stick needs his own key and nothing else. Without a session nobody may: bytes carry no
 * signature, and taking in only what the log names would tell whoever holds a file that it is named there.
 *
 * The answer is the same for a file that is new, that was there, and that nobody names; the bytes are always read
 * and hashed to the end, so that knowing a hash alone tells nothing.
 */
export const fileUploadRoutes: FastifyPluginAsyncTypebox<UploadParts> = async (
  app,
  { log, limits, allowance },
) => {
  // Bytes are streamed to the disk whatever they are called: nothing parses them.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  app.addHook('onRoute', route => {
    route.config = { ...route.config, bodyStreamed: true };
  });
  app.put(
    '/v1/files/:sha256',
    {
      schema: describeOperation({
        id: 'putFile',
        tag: 'Files',
        summary: 'Upload a file under its hash',
        description:
          'The body is streamed to the disk and hashed on the way; other bytes leave nothing behind. Uploading the same file again is no error, and the answer never tells whether it was there. A file that no event names within the term of the service is removed.',
        session: 'required',
        params: FileParameters,
        body: {
          content: {
            '*/*': {
              schema: Type.String({ contentMediaType: 'application/octet-stream' }),
            },
          },
        },
        answers: { 204: { description: 'The bytes are kept under this hash' } },
        problems: ['invalid-request', 'upload-interrupted', 'file-too-large', 'media-type', 'file-differs'],
      }),
    },
    async (request, reply) => {
      const { officer } = await request.requireReader();
      const { sha256 } = request.params;
      requirePlain(request);
      const mediaType = readMediaType(request.headers['content-type']);
      const announced = announcedLength(request) ?? 0;
      const limit = limits.fileBytes;
      if (announced > limit) throw new Problem('file-too-large', { limit });
      await log.files.requireRoom(announced);
      request.noteRead([`file/${sha256}`]);
      const upload = allowance.begin(officer, () => request.raw.destroy());
      try {
        const bytes = requestBytes(request.body as Readable | undefined, upload, log.files);
        const staged = await log.files.stage(sha256, bytes, limit);
        upload.received();
        const uploadedAt = new Date(log.now());
        await acceptUpload(log.db, log.files, staged, { sha256, mediaType, uploadedBy: officer, uploadedAt });
      } finally {
        upload.end();
      }
      return reply.status(204).header('etag', `"${sha256}"`).send();
    },
  );
};

/** A coding would have to be undone before hashing; a part of a file is no file (RFC 9110 section 14.4). */
function requirePlain({ headers }: FastifyRequest): void {
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') throw new Problem('media-type');
  if (headers['content-range'] === undefined) return;
  const message = 'a part of a file is not taken: use POST /v1/uploads';
  throw new Problem('invalid-request', { faults: [{ in: 'headers', pointer: '/content-range', message }] });
}
