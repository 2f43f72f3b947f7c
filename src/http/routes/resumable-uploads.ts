import { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { words } from '../../custody/schema/described.js';
import { announcedLength, requestBytes } from '../files/request-bytes.js';
import { type ResumableUpload, ResumableUploads } from '../files/resumable-uploads.js';
import { findUpload, takeOverWhole } from '../files/take-over.js';
import { readUploadMetadata } from '../files/upload-metadata.js';
import { UploadTurns } from '../files/upload-turns.js';
import { Problem } from '../problem/problem.js';
import { fileExample } from '../schemas/file.js';
import { describeOperation } from '../schemas/operation.js';
import type { UploadParts } from './file-uploads.js';

const protocol = '1.0.0';
const extensions = 'creation,termination';

const UploadParameters = Type.Object(
  {
    id: Type.String({
      ...words('Upload', 'Envoi'),
      pattern: '^[0-9a-f]{40}$',
      examples: ['5b1c7a90e2f64d3ab8f0125c9d7e6a4f31027b8c'],
    }),
  },
  { additionalProperties: false },
);

const Version = Type.String(words(`tus version: ${protocol}`, `Version de tus : ${protocol}`));
const Bytes = (en: string, fr: string) =>
  Type.String({ ...words(en, fr), pattern: '^(0|[1-9]\\d{0,14})$', examples: ['2400117'] });

const BeginHeaders = Type.Object({
  'tus-resumable': Type.Optional(Version),
  'upload-length': Bytes('Bytes in all', "Nombre total d'octets"),
  'upload-metadata': Type.String({
    ...words(
      '`sha256` and, where it is known, `mediaType`, each with its value in base64; nothing else',
      '`sha256` et, si connu, `mediaType`, chacun avec sa valeur en base64 ; rien d’autre',
    ),
    maxLength: 400,
    examples: [
      `sha256 ${Buffer.from(fileExample.sha256).toString('base64')},mediaType ${Buffer.from(fileExample.mediaType).toString('base64')}`,
    ],
  }),
});

const AppendHeaders = Type.Object({
  'tus-resumable': Type.Optional(Version),
  'upload-offset': Bytes('Byte at which the body begins', 'Octet auquel commence le corps'),
});

const offsetHeader = { 'Upload-Offset': { type: 'string', description: 'Bytes that are here' } } as const;

/**
 * Uploads that go on where they stopped: tus 1.0.0 (https://tus.io), creation and termination. An upload belongs
 * to the officer who announced it; for everybody else there is none. Sessions, limits and the access log are those of
 * `PUT /v1/files/{sha256}`.
 */
export const resumableUploadRoutes: FastifyPluginAsyncTypebox<UploadParts> = async (app, parts) => {
  const uploads = new ResumableUploads(parts.log.uploadsFolder);
  const turns = new UploadTurns();
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/offset+octet-stream', (_request, payload, done) =>
    done(null, payload),
  );
  app.addHook('onRoute', route => {
    route.config = { ...route.config, bodyStreamed: true };
  });
  app.addHook('onSend', async (_request, reply) => {
    reply.header('tus-resumable', protocol).header('cache-control', 'no-store');
  });
  app.addHook('onRequest', async (request, reply) => {
    if (request.method === 'OPTIONS' || request.headers['tus-resumable'] === protocol) return;
    reply.header('tus-version', protocol);
    throw new Problem('upload-protocol');
  });
  await app.register(optionsRoute, parts);
  for (const route of [beginRoute, offsetRoute, appendRoute, endRoute]) {
    await app.register(route, { ...parts, uploads, turns });
  }
};

interface ResumableParts extends UploadParts {
  readonly uploads: ResumableUploads;
  readonly turns: UploadTurns;
}

const common = { tag: 'Files', session: 'required' } as const;

const optionsRoute: FastifyPluginAsyncTypebox<UploadParts> = async (app, { limits }) => {
  const schema = describeOperation({
    id: 'describeUploads',
    tag: 'Files',
    session: 'none',
    summary: 'What the upload protocol can do here',
    description: 'Version, extensions and the largest file, as tus 1.0.0 says.',
    answers: { 204: { description: 'In Tus-Version, Tus-Extension and Tus-Max-Size' } },
    problems: [],
  });
  app.options('/v1/uploads', { schema }, async (_request, reply) =>
    reply
      .status(204)
      .headers({ 'tus-version': protocol, 'tus-extension': extensions, 'tus-max-size': limits.fileBytes })
      .send(),
  );
};

const beginRoute: FastifyPluginAsyncTypebox<ResumableParts> = async (app, parts) => {
  const { log, limits, allowance, uploads, turns } = parts;
  const schema = describeOperation({
    ...common,
    id: 'beginUpload',
    summary: 'Announce a file that comes in parts, or find its upload again',
    description:
      'Upload-Offset says how much is here already: an officer who announces the same file again goes on where he stopped, from any device. When it is the whole length the hash was checked and the file is kept.',
    headers: BeginHeaders,
    answers: {
      201: {
        description: 'Location is where the parts go',
        headers: {
          ...offsetHeader,
          Location: { type: 'string', description: 'Address of the upload' },
        },
      },
    },
    problems: ['invalid-request', 'file-too-large', 'media-type', 'file-differs', 'upload-protocol'],
  });
  app.post('/v1/uploads', { schema }, async (request, reply) => {
    const { officer } = await request.requireReader();
    const length = Number(request.headers['upload-length']);
    const announced = { ...readUploadMetadata(request.headers['upload-metadata']), length, officer };
    if (length > limits.fileBytes) throw new Problem('file-too-large');
    request.noteRead([`file/${announced.sha256}`]);
    // Announcing costs the day's share a little, so that it cannot be done without end.
    const running = allowance.begin(officer, () => {});
    const id = ResumableUploads.idOf(announced);
    const end = await turns.take(id, () => {});
    try {
      running.count(4_096);
      const found = await withoutTimeout(request, () => findUpload(log, uploads, id, officer));
      if (found === undefined) await log.files.requireRoom(length);
      const upload = found ?? (await takeOverWhole(log, uploads, await uploads.begin(announced)));
      return tellOffset(reply.status(201).header('location', `/v1/uploads/${id}`), upload).send();
    } finally {
      end();
      running.end();
    }
  });
};

const offsetRoute: FastifyPluginAsyncTypebox<ResumableParts> = async (app, { log, uploads, turns }) => {
  const schema = describeOperation({
    ...common,
    id: 'getUploadOffset',
    summary: 'Where does an upload stand?',
    description: 'Upload-Offset is the byte to go on from; Upload-Length is the whole.',
    params: UploadParameters,
    answers: { 200: { description: 'It is under way, or arrived not long ago', headers: offsetHeader } },
    problems: ['invalid-request', 'not-found', 'file-differs', 'upload-protocol'],
  });
  app.head('/v1/uploads/:id', { schema }, async (request, reply) => {
    const { officer } = await request.requireReader();
    const { id } = request.params;
    const end = await turns.take(id, () => {});
    try {
      const upload = await withoutTimeout(request, () => findUpload(log, uploads, id, officer));
      request.noteRead([upload === undefined ? `upload/${id}` : `file/${upload.sha256}`]);
      if (upload === undefined) throw new Problem('not-found');
      return tellOffset(reply.header('upload-length', upload.length), upload).send();
    } finally {
      end();
    }
  });
};

const appendRoute: FastifyPluginAsyncTypebox<ResumableParts> = async (app, parts) => {
  const schema = describeOperation({
    ...common,
    id: 'appendToUpload',
    summary: 'Send the next part of an upload',
    description:
      'The part begins at Upload-Offset. What came before a connection broke is kept. With the last byte the hash of the whole is checked; where it differs nothing is kept.',
    params: UploadParameters,
    headers: AppendHeaders,
    body: {
      content: {
        'application/offset+octet-stream': {
          schema: Type.Unsafe<Readable>({ contentMediaType: 'application/octet-stream' }),
          example: 'bytes',
        },
      },
    },
    answers: { 204: { description: 'Durable up to Upload-Offset', headers: offsetHeader } },
    problems: [
      'invalid-request',
      'upload-interrupted',
      'not-found',
      'upload-elsewhere',
      'upload-protocol',
      'too-large',
      'media-type',
      'file-differs',
    ],
  });
  app.patch('/v1/uploads/:id', { schema }, async (request, reply) => {
    const { officer } = await request.requireReader();
    const upload = await appendPart(request, request.params.id, officer, parts);
    return tellOffset(reply.status(204), upload).send();
  });
};

async function appendPart(
  request: FastifyRequest,
  id: string,
  officer: string,
  { log, allowance, uploads, turns }: ResumableParts,
): Promise<ResumableUpload> {
  let receiving = true;
  const interrupt = () => {
    if (receiving) request.raw.destroy();
  };
  const running = allowance.begin(officer, interrupt);
  const end = await turns.take(id, interrupt);
  try {
    const upload = await findUpload(log, uploads, id, officer);
    if (upload === undefined) throw new Problem('not-found');
    const offset = Number(request.headers['upload-offset']);
    if (offset !== upload.offset) throw new Problem('upload-elsewhere');
    if (upload.arrived) return upload;
    request.noteRead([`file/${upload.sha256}`]);
    const announced = announcedLength(request);
    await log.files.requireRoom(announced ?? 0);
    const bytes = requestBytes(request.body as Readable | undefined, running, log.files);
    const reached = await uploads.append(upload, offset, bytes, announced);
    receiving = false;
    running.received();
    return await withoutTimeout(request, () => takeOverWhole(log, uploads, { ...upload, offset: reached }));
  } finally {
    end();
    running.end();
  }
}

const endRoute: FastifyPluginAsyncTypebox<ResumableParts> = async (app, { uploads, turns }) => {
  const schema = describeOperation({
    ...common,
    id: 'endUpload',
    summary: 'Give an upload up',
    description: 'What came of it is removed. A file that arrived stays.',
    params: UploadParameters,
    answers: { 204: { description: 'Nothing of it is left' } },
    problems: ['invalid-request', 'not-found', 'upload-protocol'],
  });
  app.delete('/v1/uploads/:id', { schema }, async (request, reply) => {
    const { officer } = await request.requireReader();
    const { id } = request.params;
    const end = await turns.take(id, () => {});
    try {
      const upload = await uploads.find(id);
      if (upload === undefined || upload.officer !== officer) throw new Problem('not-found');
      await uploads.remove(id);
      return reply.status(204).send();
    } finally {
      end();
    }
  });
};

function tellOffset(reply: FastifyReply, { offset }: ResumableUpload): FastifyReply {
  return reply.header('upload-offset', offset);
}

/**
 * Hashing a file of many gigabytes takes longer than a silent connection is otherwise kept. A request that was
 * injected into the process came over none.
 */
async function withoutTimeout<Result>(
  { raw: { socket }, server }: FastifyRequest,
  work: () => Promise<Result>,
): Promise<Result> {
  if (!(socket instanceof Socket)) return work();
  socket.setTimeout(0);
  try {
    return await work();
  } finally {
    socket.setTimeout(server.server.timeout);
  }
}
