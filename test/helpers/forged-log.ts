import {
  type Algorithm,
  base64Text,
  base64urlText,
  canonicalText,
  cosignNote,
  createSigner,
  createVerifierKey,
  type EventPayload,
  encodeLeaf,
  formatNote,
  formatVerifierKey,
  generatePrivateJwk,
  hashJws,
  type JsonObject,
  type Leaf,
  leafHash,
  logOrigin,
  makeProofOfPossession,
  NO_PREVIOUS_LEAF,
  newId,
  type PublicJwk,
  parseNote,
  parsePublicJwk,
  rootOfLeaves,
  type Signer,
  signCheckpoint,
  signEvent,
  subjectTag,
  type VerifierKey,
} from '../../src/log/index.js';
import { random } from './founders.js';

export interface Key {
  readonly jwk: PublicJwk;
  readonly signer: Signer;
}

export interface Person {
  readonly officer: string;
  readonly key: Key;
}

export interface NoteKey {
  readonly key: VerifierKey;
  readonly signer: Signer;
}

/** An event to be appended; everything can be said otherwise than it should be. */
export interface ToAppend {
  readonly by: Person;
  readonly role: string;
  readonly subject: string;
  readonly type: string;
  readonly body: JsonObject;
  readonly refs?: readonly string[];
  readonly disclosures?: readonly string[];
  readonly payload?: Partial<EventPayload>;
  readonly leaf?: Partial<Leaf>;
}

export interface Appended {
  readonly index: number;
  readonly jws: string;
  readonly payload: EventPayload;
  readonly eventId: string;
  readonly leafData: Uint8Array;
  readonly leafHash: Uint8Array;
  readonly disclosures: readonly string[];
}

const start = Date.UTC(2021, 3, 2, 6, 30);

export const uuid = () => newId(start, random(16));

export async function makeKey(alg: Algorithm = 'ES256'): Promise<Key> {
  const secret = await generatePrivateJwk(alg);
  const { d: _, ...jwk } = secret;
  return { jwk: parsePublicJwk(jwk).jwk, signer: await createSigner(secret) };
}

async function makeNoteKey(name: string, type: 'note' | 'cosignature'): Promise<NoteKey> {
  const { jwk, signer } = await makeKey('Ed25519');
  return { key: createVerifierKey(name, type, parsePublicJwk(jwk)), signer };
}

/**
 * A log written by a hand of its own: no code of the appender, no rule. What it writes is right only where the test
 * says nothing else.
 */
export class ForgedLog {
  readonly events: Appended[] = [];
  readonly salts = new Map<string, Uint8Array>();
  readonly subject = `log/${uuid()}`;
  readonly founders: readonly Person[];
  readonly origin: string;
  readonly witness: NoteKey;
  logKey: NoteKey;

  private constructor(founders: readonly Person[], subject: string, logKey: NoteKey, witness: NoteKey) {
    this.founders = founders;
    this.subject = subject;
    this.logKey = logKey;
    this.origin = logKey.key.name;
    this.witness = witness;
  }

  /** Founders and keys; nothing is appended yet. */
  static async prepare(count = 2): Promise<ForgedLog> {
    const founders = await Promise.all(
      Array.from({ length: count }, async () => ({ officer: uuid(), key: await makeKey() })),
    );
    const subject = `log/${uuid()}`;
    const named = founders.map(({ officer, key }) => ({ officer, jwk: key.jwk }));
    const origin = logOrigin('forged.example', named, subject);
    return new ForgedLog(
      founders,
      subject,
      await makeNoteKey(origin, 'note'),
      await makeNoteKey('witness.example/lab', 'cosignature'),
    );
  }

  /** Another key of the log. */
  newLogKey(): Promise<NoteKey> {
    return makeNoteKey(this.origin, 'note');
  }

  get policy(): string {
    return this.policyOf([this.logKey]);
  }

  policyOf(keys: readonly NoteKey[]): string {
    const logs = keys.map(({ key }) => `log ${formatVerifierKey(key)}\n`).join('');
    return `${logs}witness w ${formatVerifierKey(this.witness.key)}\nquorum w\n`;
  }

  /** Time received of a leaf where nothing else is said: one second apart. */
  timeOf(index: number): number {
    return start + index * 1000;
  }

  /** Nobody has founded it so far: `log.opened`, as the format wants it where nothing else is said. */
  async openedBody(body: JsonObject = {}): Promise<JsonObject> {
    const founders = await Promise.all(
      this.founders.map(async ({ officer, key }) => ({
        officer,
        jwk: { ...key.jwk },
        pop: await makeProofOfPossession({ log: this.origin, officer }, key.signer),
      })),
    );
    return {
      continues: null,
      founders,
      logKey: formatVerifierKey(this.logKey.key),
      sop: { id: 'DEMO', version: 1, sha256: '0'.repeat(64) },
      ...body,
    };
  }

  headOf(subject: string): Appended | undefined {
    return this.events.findLast(({ payload }) => payload.subject === subject);
  }

  saltOf(subject: string): Uint8Array {
    const salt = this.salts.get(subject) ?? random(32);
    this.salts.set(subject, salt);
    return salt;
  }

  async append(event: ToAppend): Promise<Appended> {
    const { by, role, subject, type, body, refs = [], disclosures = [] } = event;
    const index = this.events.length;
    const head = this.headOf(subject);
    const payload: EventPayload = {
      v: 1,
      log: this.origin,
      subject,
      seq: (head?.payload.seq ?? 0) + 1,
      prev: head?.eventId ?? null,
      type,
      form: 1,
      actor: { officer: by.officer, role },
      at: new Date(this.timeOf(index)).toISOString(),
      nonce: base64urlText(random(16)),
      refs,
      body,
      ...event.payload,
    };
    const { jws, eventId } = await signEvent(payload, by.key.signer);
    const leafData = encodeLeaf({
      salt: random(32),
      subjectTag: subjectTag(this.saltOf(subject), subject),
      seq: payload.seq,
      prevLeaf: head?.leafHash ?? NO_PREVIOUS_LEAF,
      jwsHash: hashJws(jws),
      receivedAt: this.timeOf(index),
      ...event.leaf,
    });
    const appended = { index, jws, payload, eventId, leafData, leafHash: leafHash(leafData), disclosures };
    this.events.push(appended);
    return appended;
  }

  countersign(act: Appended, by: Person, role: string, as = 'witness'): Promise<Appended> {
    const { subject } = act.payload;
    const type = `${subject.split('/', 1)[0]}.countersigned`;
    return this.append({ by, role, subject, type, body: { as, eventId: act.eventId }, refs: [act.eventId] });
  }

  rootAt(size: number): Uint8Array {
    return rootOfLeaves(this.events.slice(0, size).map(event => event.leafHash));
  }

  /** @param seenAt when the witness saw it, ms since 1970; null where it did not */
  async note(
    size: number,
    {
      keys = [this.logKey],
      seenAt = this.timeOf(size),
    }: { keys?: readonly NoteKey[]; seenAt?: number | null } = {},
  ): Promise<string> {
    const checkpoint = { origin: this.origin, size, root: this.rootAt(size) };
    const notes = await Promise.all(keys.map(key => signCheckpoint(checkpoint, key)));
    const parsed = notes.map(note => parseNote(note));
    const [{ text } = { text: '' }] = parsed;
    const { key, signer } = this.witness;
    const seen = seenAt === null ? [] : [await cosignNote(text, key, signer, Math.floor(seenAt / 1000))];
    return formatNote({ text, signatures: [...parsed.flatMap(({ signatures }) => signatures), ...seen] });
  }

  /** As it stands in `events.ndjson`. */
  lineOf({ index, leafData, jws, disclosures }: Appended): string {
    return `${canonicalText({ index, leaf: base64Text(leafData), jws, disclosures })}\n`;
  }
}
