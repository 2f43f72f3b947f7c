import { randomBytes } from 'node:crypto';
import { base64, base64url, type JsonMembers, sha256, u64 } from './bytes.js';
import { cosignatureLine, type ForgedKey, noteLine, signJws, verifierKeyOf } from './keys.js';
import { hashLeaf, inclusionProofOf, rootOf } from './tree.js';

/** Fields of a leaf (log-format section 4); what is left out is what the event and the tree say. */
export interface ForgedLeaf {
  readonly salt?: Uint8Array;
  readonly subjectTag?: Uint8Array;
  readonly seq?: number;
  readonly prevLeaf?: Uint8Array;
  readonly jwsHash?: Uint8Array;
  readonly receivedAt?: number;
}

/** What is laid into a leaf. */
export interface LaidEvent {
  readonly jws: string;
  readonly disclosures: readonly string[];
  /** ms since 1970. */
  readonly receivedAt: number;
}

export interface ForgedEntry extends LaidEvent {
  readonly payload: JsonMembers;
  readonly eventId: string;
  readonly leaf: Buffer;
  readonly leafHash: Buffer;
}

export interface ForgedWitness {
  readonly name: string;
  readonly key: ForgedKey;
}

/**
 * A log in the hands of whoever has its key and its tables: any events, in any order, in leaves whose hashes agree. It is
 * made from log-format.md and Node alone, so that what it writes is no copy of what the program would write.
 */
export class ForgedLog {
  readonly origin: string;
  readonly key: ForgedKey;
  readonly witnesses: readonly ForgedWitness[];
  readonly entries: ForgedEntry[] = [];
  readonly #salts: Map<string, Uint8Array>;
  readonly #roots = new Map<number, Buffer>();

  /** @param salts of subjects, kept from the real log: leaves that were handed out before keep their tags */
  constructor(
    origin: string,
    key: ForgedKey,
    witnesses: readonly ForgedWitness[] = [],
    salts: ReadonlyMap<string, Uint8Array> = new Map(),
  ) {
    this.origin = origin;
    this.key = key;
    this.witnesses = witnesses;
    this.#salts = new Map(salts);
  }

  get size(): number {
    return this.entries.length;
  }

  saltOf(subject: string): Uint8Array {
    const salt = this.#salts.get(subject) ?? randomBytes(32);
    this.#salts.set(subject, salt);
    return salt;
  }

  tagOf(subject: string): Buffer {
    return sha256('custody-subject/v1\n', this.saltOf(subject), subject);
  }

  /** Lays an event into the next leaf. @returns its index */
  lay({ jws, disclosures, receivedAt }: LaidEvent, forged: ForgedLeaf = {}): number {
    const payload = payloadOf(jws);
    const before = this.#lastOf(String(payload.subject));
    const leaf = Buffer.concat([
      Uint8Array.of(1),
      forged.salt ?? randomBytes(32),
      forged.subjectTag ?? this.tagOf(String(payload.subject)),
      u64(forged.seq ?? Number(payload.seq)),
      forged.prevLeaf ?? before?.leafHash ?? Buffer.alloc(32),
      forged.jwsHash ?? sha256(jws),
      u64(forged.receivedAt ?? receivedAt),
    ]);
    this.entries.push({
      jws,
      disclosures,
      receivedAt: forged.receivedAt ?? receivedAt,
      payload,
      eventId: eventIdOf(jws),
      leaf,
      leafHash: hashLeaf(leaf),
    });
    return this.size - 1;
  }

  /** Takes a leaf over as it lies in another log, with its salt. */
  layAgain({ jws, disclosures, receivedAt }: LaidEvent, leaf: Uint8Array): number {
    const payload = payloadOf(jws);
    const data = Buffer.from(leaf);
    this.entries.push({
      jws,
      disclosures,
      receivedAt,
      payload,
      eventId: eventIdOf(jws),
      leaf: data,
      leafHash: hashLeaf(data),
    });
    return this.size - 1;
  }

  hashes(size = this.size): readonly Buffer[] {
    return this.entries.slice(0, size).map(({ leafHash }) => leafHash);
  }

  root(size = this.size): Buffer {
    // What was laid is not changed any more: the root of a size stays.
    const root = this.#roots.get(size) ?? rootOf(this.hashes(size));
    this.#roots.set(size, root);
    return root;
  }

  /** The signed note, cosigned by these witnesses at the time received of its last leaf. */
  checkpoint(size = this.size, witnesses = this.witnesses): string {
    const text = `${this.origin}\n${size}\n${base64(this.root(size))}\n`;
    const time = Math.floor((this.entries[size - 1]?.receivedAt ?? 0) / 1000);
    const cosigned = witnesses.map(({ name, key }) => cosignatureLine(name, key, text, time));
    return `${text}\n${noteLine(this.origin, this.key, text)}${cosigned.join('')}`;
  }

  /** `custody-head+jws` of section 9: what the log's key says, whatever is true. */
  head(subject: string, size = this.size, forged: JsonMembers = {}): string {
    const last = this.#lastOf(subject, size);
    const at = new Date(this.entries[size - 1]?.receivedAt ?? 0).toISOString();
    const payload = {
      v: 1,
      log: this.origin,
      subject,
      subjectTag: base64(this.tagOf(subject)),
      seq: Number(last?.payload.seq ?? 0),
      eventId: last?.eventId ?? '',
      leafHash: base64(last?.leafHash ?? Buffer.alloc(32)),
      size,
      root: base64(this.root(size)),
      at,
    };
    return signJws('custody-head+jws', { ...payload, ...forged }, this.key);
  }

  /** C2SP tlog-proof of section 7, with its checkpoint. */
  proof(index: number, size = this.size, checkpoint = this.checkpoint(size)): string {
    const siblings = inclusionProofOf(this.hashes(size), index).map(hash => `${base64(hash)}\n`);
    const extra = base64(this.entries[index]?.leaf ?? Buffer.alloc(0));
    return `c2sp.org/tlog-proof@v1\nextra ${extra}\nindex ${index}\n${siblings.join('')}\n${checkpoint}`;
  }

  /** C2SP tlog-policy: this log, and a quorum of any of its witnesses. */
  policy(): string {
    const log = `log ${verifierKeyOf(this.origin, this.key, 1)}\n`;
    if (this.witnesses.length === 0) return `${log}quorum none\n`;
    const names = this.witnesses.map((_, place) => `w${place}`);
    const lines = this.witnesses.map(
      ({ name, key }, place) => `witness ${names[place]} ${verifierKeyOf(name, key, 4)}\n`,
    );
    return `${log}${lines.join('')}group any-of-them any ${names.join(' ')}\nquorum any-of-them\n`;
  }

  #lastOf(subject: string, size = this.size): ForgedEntry | undefined {
    return this.entries.slice(0, size).findLast(({ payload }) => payload.subject === subject);
  }
}

export function payloadOf(jws: string): JsonMembers {
  return JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString());
}

/** b64u of SHA-256 of the signing input. */
export function eventIdOf(jws: string): string {
  return base64url(sha256(jws.slice(0, jws.lastIndexOf('.'))));
}
