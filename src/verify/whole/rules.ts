import { MAX_SOP_BYTES } from '../../custody/sop/sop-bytes.js';
import type { Text } from '../../custody/text.js';
import {
  base64urlBytes,
  isJsonObject,
  type JsonObject,
  type SignedEvent,
  utf8Text,
} from '../../log/index.js';
import type { Contents } from '../bag/contents.js';
import { CheckFailure } from '../check-failure.js';
import type { Subjects } from '../events/subjects.js';
import type { ExportReading } from '../export-reading.js';
import { type NamedEvents, type ReplayedEvent, RuleReplay, sopNamedBy } from '../rules/index.js';

/** Of 65,536 bytes. */
const MAX_PAYLOAD_CHARACTERS = 87_382;

/** Check *rules*: the replay, with the SOP documents of the export read when an event names them. */
export class RulesCheck {
  readonly #contents: Contents;
  readonly #documents = new Map<string, Uint8Array>();
  readonly #replay: RuleReplay;

  constructor(
    contents: Contents,
    complete: boolean,
    {
      subjects,
      named,
      reading,
    }: { subjects: Subjects; named: NamedEvents; reading: ExportReading | undefined },
  ) {
    this.#contents = contents;
    this.#replay = new RuleReplay({
      complete,
      isWhole: subject => subjects.get(subject)?.whole ?? false,
      sopFiles: this.#documents,
      named,
      ...(reading && { onState: reading.state.bind(reading) }),
    });
  }

  async take(event: ReplayedEvent): Promise<void> {
    await this.#readSop(event.event);
    this.#replay.take(event);
  }

  /**
   * @returns the rules that could not be replayed
   * @throws {CheckFailure} `rules`
   */
  finish(): readonly Text[] {
    const { failure, notProven } = this.#replay.finish();
    if (failure !== null) throw new CheckFailure(failure.check, failure.where, failure.detail);
    return notProven;
  }

  /** After `finish`: the same in fewer words for people. */
  told(): readonly Text[] {
    return this.#replay.told();
  }

  async #readSop(event: SignedEvent): Promise<void> {
    const sha256 = sopNamedBy(event);
    if (sha256 === undefined) return;
    const path = `file/${sha256}`;
    if (!this.#contents.has(path) || this.#contents.sizeOf(path) > MAX_SOP_BYTES) return;
    this.#documents.set(sha256, await this.#contents.read(path, MAX_SOP_BYTES));
  }
}

/**
 * Notes what later events rely on, before anything is verified: only that is kept while the rules are replayed.
 * @throws {CheckFailure} `bag` where that is more than can be held
 */
export function noteNamed(jws: string, named: NamedEvents): JsonObject | undefined {
  const payload = readUnchecked(jws);
  if (!isJsonObject(payload) || !isJsonObject(payload.body) || !Array.isArray(payload.refs)) return undefined;
  const names: readonly unknown[] = payload.refs;
  const hasRoom = named.note({ refs: names.filter(name => typeof name === 'string'), body: payload.body });
  if (!hasRoom) throw new CheckFailure('bag', 'events.ndjson', 'its events name too many others');
  return payload;
}

/** An event that is none is nothing here: it fails at its own leaf. */
function readUnchecked(jws: string): unknown {
  const [, payload = ''] = jws.split('.', 2);
  if (payload.length > MAX_PAYLOAD_CHARACTERS) return undefined;
  try {
    return JSON.parse(utf8Text(base64urlBytes(payload, 'jws')));
  } catch {
    return undefined;
  }
}
