import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { words } from '../../custody/schema/described.js';
import {
  type FilePosition,
  type FileView,
  readFiles,
  readNamings,
} from '../../store/files/readable-files.js';
import type { OpenLog } from '../../store/open-log.js';
import { isGranted } from '../../store/readers/visibility.js';
import { readByteRange } from '../files/byte-range.js';
import { matchesTag } from '../plugins/conditional.js';
import { Problem } from '../problem/problem.js';
import { sendProblem } from '../problem/send-problem.js';
import { readingOf } from '../reading.js';
import { FileParameters, FileSchema, fileExample } from '../schemas/file.js';
import { describeOperation, json } from '../schemas/operation.js';
import { invalidCursor, linkHeader, Page, pageQuery, readCursor, usualPage } from '../schemas/page.js';
import { sendPage } from '../send-page.js';

const FilesQuery = Type.Object(
  {
    ...pageQuery,
    owed: Type.Optional(
      Type.Enum(
        ['true', 'false'],
        words('Only those owed, or only those uploaded', 'Seulement les attendus, ou les reçus'),
      ),
    ),
    subject: Type.Optional(
      Type.String({
        ...words('Only those of one subject', "Seulement ceux d'un sujet"),
        pattern: '^[a-z]{1,20}/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
      }),
    ),
  },
  { additionalProperties: false },
);

/**
 * Files that events name, seen by whoever may see such an event (RQ-12). What nothing names, what only a withheld
 * claim names, and what does not exist are one and the same 404.
 */
export const fileRoutes: FastifyPluginAsyncTypebox<{ readonly log: OpenLog }> = async (app, parts) => {
  await app.register(listRoute, parts);
  await app.register(bytesRoutes, parts);
};

const listRoute: FastifyPluginAsyncTypebox<{ readonly log: OpenLog }> = async (app, { log }) => {
  const FilePage = Page(FileSchema, 'FilePage', 'Files', 'Fichiers');
  const example = { items: [fileExample], next: null };
  const schema = describeOperation({
    id: 'listFiles',
    tag: 'Files',
    summary: 'Files that events name, uploaded or owed',
    description:
      'An event may name a file that is not uploaded yet: it is owed until it comes. Each file is shown once, with the first event that names it of those the reader may see.',
    session: 'required',
    querystring: FilesQuery,
    answers: {
      200: {
        description: 'In the order in which the log named them',
        headers: linkHeader,
        ...json(FilePage, example),
      },
    },
    problems: ['invalid-request', 'forbidden'],
  });
  app.get('/v1/files', { schema }, async (request, reply) => {
    const reading = await readingOf(request, log);
    if (!isGranted(reading, 'files', 'record')) throw new Problem('forbidden');
    const { limit = usualPage, after, owed, subject } = request.query;
    const page = await readFiles(log.db, reading, {
      limit,
      after: readPosition(after),
      ...(subject === undefined ? {} : { subject }),
      ...(owed === undefined ? {} : { owed: owed === 'true' }),
    });
    request.noteRead(subjectsOf(page.items));
    const next = page.next === null ? null : `${page.next.index}.${page.next.sha256}`;
    return sendPage(request, reply, { items: page.items, next });
  });
};

function readPosition(after: string | undefined): FilePosition | null {
  const cursor = readCursor(after);
  if (cursor === null) return null;
  const match = /^(\d{1,15})\.([0-9a-f]{64})$/.exec(cursor);
  if (match === null) throw invalidCursor();
  const [, index, sha256 = ''] = match;
  return { index: Number(index), sha256 };
}

const bytesRoutes: FastifyPluginAsyncTypebox<{ readonly log: OpenLog }> = async (app, { log }) => {
  const bytes = { '*/*': { schema: Type.String({ contentMediaType: 'application/octet-stream' }) } };
  const operation = {
    tag: 'Files',
    session: 'required',
    params: FileParameters,
  } as const;
  const problems = ['invalid-request', 'not-found', 'range-not-satisfiable'] as const;
  const notModified = { description: 'The reader has it (If-None-Match)' };

  // Before GET: else Fastify answers HEAD by reading the whole file.
  app.head(
    '/v1/files/:sha256',
    {
      schema: describeOperation({
        ...operation,
        id: 'headFile',
        summary: 'Is a file there, and how large is it?',
        description: 'As GET, without the bytes.',
        answers: { 200: { description: 'It is there' }, 304: notModified },
        problems: ['invalid-request', 'not-found'],
      }),
    },
    async (request, reply) => {
      const file = await requireFile(request, log, request.params.sha256);
      if (isKnown(request, reply, file)) return reply.status(304).send();
      return describe(reply, file).header('content-length', file.stored.size).send();
    },
  );
  app.get(
    '/v1/files/:sha256',
    {
      exposeHeadRoute: false,
      schema: describeOperation({
        ...operation,
        id: 'getFile',
        summary: 'The bytes of a file',
        description:
          'Whole, or one range. Always as an attachment, under its hash: what was taken as evidence is never shown as a page of this service.',
        answers: {
          200: { description: 'The bytes', content: bytes },
          206: { description: 'One range of the bytes', content: bytes },
          304: notModified,
        },
        problems: [...problems],
      }),
    },
    async (request, reply) => {
      const file = await requireFile(request, log, request.params.sha256);
      if (isKnown(request, reply, file)) return reply.status(304).send();
      return sendBytes(request, reply, log, file);
    },
  );
};

interface StoredView extends FileView {
  readonly stored: NonNullable<FileView['stored']>;
}

/** @throws Problem `not-found` */
async function requireFile(request: FastifyRequest, log: OpenLog, sha256: string): Promise<StoredView> {
  const namings = await readNamings(log.db, await readingOf(request, log), sha256);
  request.noteRead([`file/${sha256}`, ...subjectsOf(namings)]);
  const [file] = namings;
  if (file === undefined || file.stored === null) throw new Problem('not-found');
  const { stored } = file;
  if ((await log.files.sizeOf(sha256)) !== stored.size)
    throw new Error(`the bytes of file ${sha256} are gone`);
  return { ...file, stored };
}

function subjectsOf(files: readonly FileView[]): readonly string[] {
  return [...new Set(files.map(({ subject }) => subject))];
}

function isKnown({ headers }: FastifyRequest, reply: FastifyReply, { sha256 }: StoredView): boolean {
  // The bytes under a hash never change; who may read them does, and each reading is logged: so it is asked again.
  reply.headers({
    etag: `"${sha256}"`,
    'cache-control': 'private, no-cache',
    vary: 'Authorization, Accept-Language',
  });
  return matchesTag(headers['if-none-match'], `"${sha256}"`);
}

/** The type is the signed one: who uploads a file shall not choose what a browser takes it for. */
function describe(reply: FastifyReply, { sha256, mediaType }: StoredView): FastifyReply {
  return reply.type(mediaType).headers({
    'accept-ranges': 'bytes',
    'content-disposition': `attachment; filename="${sha256}"`,
    'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
  });
}

function sendBytes(
  request: FastifyRequest,
  reply: FastifyReply,
  log: OpenLog,
  file: StoredView,
): FastifyReply {
  const { sha256, stored } = file;
  const { range: wanted, 'if-range': condition = `"${sha256}"` } = request.headers;
  const range = readByteRange(condition === `"${sha256}"` ? wanted : undefined, stored.size);
  if (range === 'unsatisfiable') {
    reply.header('content-range', `bytes */${stored.size}`);
    return sendProblem(request, reply, 'range-not-satisfiable');
  }
  describe(reply, file);
  if (range === 'whole') {
    return reply.header('content-length', stored.size).send(log.files.read(sha256));
  }
  const { start, end } = range;
  return reply
    .status(206)
    .headers({ 'content-length': end - start + 1, 'content-range': `bytes ${start}-${end}/${stored.size}` })
    .send(log.files.read(sha256, range));
}
