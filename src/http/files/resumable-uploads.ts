import { createHash } from 'node:crypto';
import { open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FileConfigstore, FileStore } from '@tus/file-store';
import { Metadata, Server, Upload } from '@tus/server';
import { FileStoreUnavailable } from '../../store/files/file-store.js';
import { Problem, type ProblemCode } from '../problem/problem.js';

/** A file on its way in parts, or one that arrived not long ago. */
export interface ResumableUpload {
  readonly id: string;
  readonly sha256: string;
  readonly mediaType: string;
  /** Bytes in all. */
  readonly length: number;
  /** Bytes that are here. */
  readonly offset: number;
  readonly officer: string;
  /** It was checked and is kept as a file: its bytes are no longer here. */
  readonly arrived: boolean;
}

export type AnnouncedUpload = Pick<ResumableUpload, 'sha256' | 'mediaType' | 'length' | 'officer'>;

/** Upload ids are made here, so that the library takes over exactly this one. */
const idHeader = 'upload-id';
const path = '/v1/uploads';

/**
 * Files that come in parts, by the tus protocol: `@tus/server` reads and answers it, `@tus/file-store` keeps what
 * came in a folder. Who may, how much, under which clock and in which words a refusal is told is decided outside.
 *
 * Beside each upload's bytes, `<id>`, lies what was announced, `<id>.json`. A crash while one is made leaves bytes
 * without an announcement, or neither: it is begun anew. A crash after the file was taken over leaves an announcement
 * without bytes: begun anew too, unless it says that the file arrived.
 */
export class ResumableUploads {
  readonly #folder: string;
  readonly #announcements: FileConfigstore;
  readonly #server: Server;

  /** @param folder exists, and lies on the disk where files are kept */
  constructor(folder: string) {
    this.#folder = folder;
    this.#announcements = new FileConfigstore(folder);
    this.#server = new Server({
      path,
      datastore: new FileStore({ directory: folder, configstore: this.#announcements }),
      namingFunction: request => request.headers.get(idHeader) ?? '',
      onResponseError: (_request, error) => {
        throw problemOf(error);
      },
    });
  }

  /** The same for the same officer and file: whoever has lost the address of his upload announces it again. */
  static idOf({ officer, sha256, length }: AnnouncedUpload): string {
    return createHash('sha256').update(`${officer} ${sha256} ${length}`).digest('hex').slice(0, 40);
  }

  pathOf(id: string): string {
    return join(this.#folder, id);
  }

  async find(id: string): Promise<ResumableUpload | undefined> {
    const kept = await this.#announcements.get(id);
    const { sha256, mediaType, officer, arrived = null } = kept?.metadata ?? {};
    if (kept?.size === undefined || !sha256 || !mediaType || !officer) return undefined;
    const upload = { id, sha256, mediaType, officer, length: kept.size };
    if (arrived !== null) return { ...upload, offset: kept.size, arrived: true };
    const found = await stat(this.pathOf(id)).catch(() => undefined);
    return found && { ...upload, offset: found.size, arrived: false };
  }

  async begin({ sha256, mediaType, officer, length }: AnnouncedUpload): Promise<ResumableUpload> {
    const id = ResumableUploads.idOf({ sha256, mediaType, officer, length });
    const metadata = Metadata.stringify({ sha256, mediaType, officer });
    await this.#ask('POST', path, {
      [idHeader]: id,
      'upload-length': String(length),
      'upload-metadata': metadata,
    });
    return { id, sha256, mediaType, officer, length, offset: 0, arrived: false };
  }

  /**
   * Adds bytes at `offset`; durable when it returns. What came before a connection broke is kept too, though a
   * power cut may still take it: whoever goes on asks where the upload stands.
   * @param announced length of the body where it is known
   * @returns the new offset
   * @throws Problem
   */
  async append(
    { id }: ResumableUpload,
    offset: number,
    bytes: AsyncGenerator<Uint8Array>,
    announced: number | undefined,
  ): Promise<number> {
    const { kept, failure } = rememberFailure(bytes);
    const headers = {
      'upload-offset': String(offset),
      'content-type': 'application/offset+octet-stream',
      ...(announced === undefined ? {} : { 'content-length': String(announced) }),
    };
    try {
      const answer = await this.#ask('PATCH', `${path}/${id}`, headers, kept);
      await this.#sync(id);
      return Number(answer.headers.get('upload-offset'));
    } catch (error) {
      throw failure() ?? error;
    }
  }

  /** Its bytes were taken over as a file. */
  async markArrived({ id, length, sha256, mediaType, officer }: ResumableUpload): Promise<void> {
    const metadata = { sha256, mediaType, officer, arrived: 'yes' };
    await this.#announcements.set(id, new Upload({ id, size: length, offset: length, metadata }));
  }

  async remove(id: string): Promise<void> {
    // Bytes without an announcement are begun anew; the reverse would be read as an upload.
    await rm(join(this.#folder, `${id}.json`), { force: true });
    await rm(this.pathOf(id), { force: true });
  }

  /** Removes what nobody has gone on with since before `before` (ms since 1970). */
  async removeAbandoned(before: number): Promise<void> {
    const names = await readdir(this.#folder);
    for (const id of new Set(names.map(name => name.replace(/\.json$/, '')))) {
      const times = await Promise.all([id, `${id}.json`].map(name => modifiedAt(join(this.#folder, name))));
      if (Math.max(...times) < before) await this.remove(id);
    }
  }

  async #ask(
    method: string,
    address: string,
    headers: Readonly<Record<string, string>>,
    body?: AsyncGenerator<Uint8Array>,
  ): Promise<Response> {
    const request = new Request(`http://service.invalid${address}`, {
      method,
      headers: { 'tus-resumable': '1.0.0', ...headers },
      ...(body === undefined ? {} : { body: ReadableStream.from(body), duplex: 'half' }),
    } as RequestInit);
    const answer = await this.#server.handleWeb(request);
    if (answer.ok) return answer;
    throw problemOf({ status_code: answer.status, body: await answer.text() });
  }

  async #sync(id: string): Promise<void> {
    const file = await open(this.pathOf(id), 'r');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
  }
}

/** The library answers a broken body in words of its own: what broke is remembered on the way. */
function rememberFailure(bytes: AsyncGenerator<Uint8Array>) {
  let failure: unknown;
  async function* kept(): AsyncGenerator<Uint8Array> {
    try {
      yield* bytes;
    } catch (error) {
      failure = error;
      throw error;
    }
  }
  return { kept: kept(), failure: () => failure };
}

const codeOfStatus: Readonly<Record<number, ProblemCode>> = {
  400: 'invalid-request',
  403: 'invalid-request',
  404: 'not-found',
  409: 'upload-elsewhere',
  410: 'not-found',
  412: 'upload-protocol',
  413: 'too-large',
};

/** What the library says no to is for the sender; what fails it is the disk. */
function problemOf(error: unknown): Error {
  const { status_code: status = 500, body = '' } = error as { status_code?: number; body?: string };
  const code = codeOfStatus[status];
  if (code !== undefined) return new Problem(code);
  return new FileStoreUnavailable(`an upload failed: ${body}`, { cause: error });
}

async function modifiedAt(file: string): Promise<number> {
  return (await stat(file).catch(() => undefined))?.mtimeMs ?? 0;
}
