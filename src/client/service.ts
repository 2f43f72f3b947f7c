import { LocalizedError } from '../custody/text.js';
import { isJsonObject, type JsonObject, type JsonValue, signSessionAssertion } from '../log/index.js';
import { linesOf } from './json-lines.js';
import type { OfficerKey } from './officer-key.js';
import { type Problem, problemOf } from './service-problem.js';

/** The proof of one appended event (log-format section 7), as the service sends it. */
export interface ReceiptAnswer {
  readonly eventId: string;
  readonly subject: string;
  readonly seq: number;
  readonly index: number;
  readonly leaf: string;
  readonly subjectSalt: string;
  readonly proof: string;
}

/** The service answered, and said no. */
export class ServiceProblem extends Error {
  override readonly name = 'ServiceProblem';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.status} ${problem.title}: ${problem.detail}`);
    this.problem = problem;
  }
}

/** The service could not be reached; nothing is known of what was sent. Sending it again is safe. */
export class ServiceUnreachable extends LocalizedError {
  override readonly name = 'ServiceUnreachable';
}

/** Something answered, but not as the service does: another server, or a gateway before it. */
function notOurService(url: string): ServiceUnreachable {
  return new ServiceUnreachable({
    en: `${url} does not answer as a service of Scellé does: is the address right?`,
    fr: `${url} ne répond pas comme un service Scellé : l'adresse est-elle la bonne ?`,
  });
}

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface ServiceOptions {
  readonly url: string;
  readonly language: 'en' | 'fr';
  readonly fetch: Fetch;
  /** Why is read what is asked for: kept with each reading. Characters of a header. */
  readonly purpose?: string | null;
}

export interface HeadAnswer {
  readonly subject: string;
  readonly seq: number;
  readonly eventId: string;
  readonly state: JsonValue;
}

/** A file as it is announced: its hash (hexadecimal), its media type, its size in bytes. */
export interface AnnouncedFile {
  readonly sha256: string;
  readonly mediaType: string;
  readonly size: number;
}

/** An upload under way: its address, and how many bytes the service has. */
export interface UploadStanding {
  readonly path: string;
  readonly offset: number;
}

function isReceiptAnswer(value: unknown): value is ReceiptAnswer {
  const { eventId, subject, seq, index, leaf, subjectSalt, proof } = (value ?? {}) as Record<string, unknown>;
  const texts = [eventId, subject, leaf, subjectSalt, proof].every(text => typeof text === 'string');
  return texts && typeof seq === 'number' && typeof index === 'number';
}

const tus = { 'tus-resumable': '1.0.0' } as const;

function offsetOf({ headers, url }: Response): number {
  const offset = headers.get('upload-offset');
  if (offset === null || !/^\d{1,15}$/.test(offset)) {
    throw notOurService(url);
  }
  return Number(offset);
}

/** Subjects asked for in one address: more would not fit into the header of a request. */
const headsAtOnce = 100;

/** The service over HTTP (design section 6). Holds a session for reading; submitting needs none. */
export class Service {
  readonly #options: ServiceOptions;
  #token: string | undefined;
  #reopen: (() => Promise<void>) | undefined;

  constructor(options: ServiceOptions) {
    this.#options = options;
  }

  /** A session for reading was opened. */
  get isOpen(): boolean {
    return this.#token !== undefined;
  }

  /** Appends a batch: whole or not at all. @throws ServiceProblem, ServiceUnreachable */
  async submit(events: readonly string[]): Promise<readonly ReceiptAnswer[]> {
    const answer = await this.#json('POST', '/v1/events', { events: [...events] });
    // What is no receipt counts as none: the batch is then short of one, and not proven.
    return Array.isArray(answer.receipts) ? answer.receipts.filter(isReceiptAnswer) : [];
  }

  /** Acts put in their place and rehearsed; what comes back is to be compared (`draftBatch`). */
  draft(acts: readonly JsonObject[]): Promise<JsonObject> {
    return this.#json('POST', '/v1/drafts', { acts: [...acts] });
  }

  /**
   * Opens a session of 15 minutes: a signed assertion over a nonce of the service. It is opened again by itself when
   * it ends: an upload may take hours.
   */
  async openSession(log: string, key: OfficerKey, now: () => number): Promise<void> {
    const { officer, signer } = key;
    this.#reopen = undefined;
    this.#token = undefined;
    const { nonce } = await this.#json('POST', '/v1/sessions/nonces', {});
    const assertion = await signSessionAssertion({ log, officer, nonce: String(nonce), at: now() }, signer);
    const { accessToken } = await this.#json('POST', '/v1/sessions', { assertion });
    this.#token = String(accessToken);
    this.#reopen = () => this.openSession(log, key, now);
  }

  /** Heads and states of subjects; those that do not exist, or may not be seen, are left out. */
  async heads(subjects: readonly string[]): Promise<readonly HeadAnswer[]> {
    const heads: HeadAnswer[] = [];
    for (let start = 0; start < subjects.length; start += headsAtOnce) {
      const asked = subjects.slice(start, start + headsAtOnce);
      const query = asked.map(subject => `subject=${encodeURIComponent(subject)}`).join('&');
      const { items } = await this.get(`/v1/heads?${query}`);
      heads.push(...(items as unknown as readonly HeadAnswer[]));
    }
    return heads;
  }

  get(path: string): Promise<JsonObject> {
    return this.#json('GET', path);
  }

  async text(path: string): Promise<string> {
    return (await this.#request('GET', path, {})).text();
  }

  /** A file as it was uploaded. */
  async bytes(path: string): Promise<Uint8Array> {
    return new Uint8Array(await (await this.#request('GET', path, {})).arrayBuffer());
  }

  /** The bytes of an answer as they come: what is larger than memory. */
  async *stream(path: string): AsyncGenerator<Uint8Array> {
    yield* (await this.open(path)).parts;
  }

  /** As `stream`, begun: with the bytes of all files of a bag, null where the service does not say. */
  async open(
    path: string,
  ): Promise<{ readonly payload: number | null; readonly parts: AsyncGenerator<Uint8Array> }> {
    const { body, headers } = await this.#request('GET', path, {});
    const reader = body?.getReader();
    if (reader === undefined) throw notOurService(this.#options.url);
    const payload = headers.get('payload-bytes') ?? '';
    return { payload: /^\d{1,15}$/.test(payload) ? Number(payload) : null, parts: partsOf(reader) };
  }

  /** Orders an export for auditors (E60): what an officer then answers for. @throws ServiceProblem */
  orderExport(request: JsonObject): Promise<JsonObject> {
    return this.#json('POST', '/v1/audit/exports', request);
  }

  /**
   * Has a dossier built from a release (E41): what an officer then answers for. It may take minutes.
   * @param onProgress told of pictures and volumes that were printed
   * @throws ServiceProblem, ServiceUnreachable
   */
  async orderDossier(
    request: JsonObject,
    onProgress: (done: number, total: number) => void = () => {},
  ): Promise<JsonObject> {
    const headers = { 'content-type': 'application/json', accept: 'application/x-ndjson' };
    const { body } = await this.#request('POST', '/v1/dossiers', { body: JSON.stringify(request), headers });
    for await (const { done, total, dossier, problem } of linesOf(body)) {
      if (typeof done === 'number' && typeof total === 'number') onProgress(done, total);
      if (isJsonObject(problem)) throw new ServiceProblem(problemOf(problem));
      if (isJsonObject(dossier)) return dossier;
    }
    throw notOurService(this.#options.url);
  }

  /** Uploads a file under its hash, in one piece; `uploadFile` goes on where it stopped. */
  async putFile(sha256: string, mediaType: string, bytes: NonNullable<RequestInit['body']>): Promise<void> {
    await this.#request('PUT', `/v1/files/${sha256}`, {
      body: bytes,
      headers: { 'content-type': mediaType },
      // Node asks for it where the body is a stream.
      duplex: 'half',
    } as RequestInit);
  }

  /** Announces a file that comes in parts (tus 1.0.0), or finds out how much of it is there. */
  async beginUpload({ sha256, mediaType, size }: AnnouncedFile): Promise<UploadStanding> {
    const metadata = { sha256, mediaType };
    const pairs = Object.entries(metadata).map(([name, value]) => `${name} ${btoa(value)}`);
    const answer = await this.#request('POST', '/v1/uploads', {
      headers: { ...tus, 'upload-length': String(size), 'upload-metadata': pairs.join(',') },
    });
    return { path: answer.headers.get('location') ?? '', offset: offsetOf(answer) };
  }

  /** Sends the part that begins at `offset`. */
  async appendToUpload(
    { path, offset }: UploadStanding,
    part: Uint8Array<ArrayBuffer>,
  ): Promise<UploadStanding> {
    const answer = await this.#request('PATCH', path, {
      body: part,
      headers: {
        ...tus,
        'upload-offset': String(offset),
        'content-type': 'application/offset+octet-stream',
      },
    });
    return { path, offset: offsetOf(answer) };
  }

  async #json(method: string, path: string, body?: JsonObject): Promise<JsonObject> {
    const init =
      body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const answer: unknown = await (await this.#request(method, path, init)).json().catch(() => null);
    if (!isJsonObject(answer)) throw notOurService(this.#options.url);
    return answer;
  }

  async #request(method: string, path: string, init: RequestInit): Promise<Response> {
    const response = await this.#sendSigned(method, path, init);
    if (response.ok) return response;
    // A stream can be sent once only.
    const again =
      response.status === 401 && !(init.body instanceof ReadableStream) ? this.#reopen : undefined;
    if (again === undefined) throw new ServiceProblem(await readProblem(response));
    await again();
    const answer = await this.#sendSigned(method, path, init);
    if (answer.ok) return answer;
    throw new ServiceProblem(await readProblem(answer));
  }

  #sendSigned(method: string, path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('accept-language', this.#options.language);
    const { purpose = null } = this.#options;
    if (purpose !== null) headers.set('read-purpose', purpose);
    if (this.#token !== undefined) headers.set('authorization', `Bearer ${this.#token}`);
    return this.#send(`${this.#options.url}${path}`, { ...init, method, headers });
  }

  async #send(url: string, init: RequestInit): Promise<Response> {
    try {
      return await this.#options.fetch(url, init);
    } catch (cause) {
      throw new ServiceUnreachable(
        {
          en: `The service ${this.#options.url} cannot be reached. Is it running?`,
          fr: `Le service ${this.#options.url} est injoignable. Est-il en marche ?`,
        },
        { cause },
      );
    }
  }
}

async function* partsOf(reader: ReadableStreamDefaultReader<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
}

async function readProblem(response: Response): Promise<Problem> {
  const document: unknown = await response.json().catch(() => ({}));
  const members = isJsonObject(document) ? document : {};
  return {
    ...problemOf(members),
    status: response.status,
    title: String(members.title ?? response.statusText),
  };
}
