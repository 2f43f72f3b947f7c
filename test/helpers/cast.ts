import { createHash } from 'node:crypto';
import {
  type ActingOfficer,
  type BatchFile,
  batchOf,
  composeBatch,
  eventIdsOf,
  type PlainAct,
  signBatch,
  submissionOf,
} from '../../src/client/index.js';
import { Heads } from '../../src/custody/compose/compose-act.js';
import { composeFounding } from '../../src/custody/compose/compose-founding.js';
import { reconstruction } from '../../src/custody/sop/reconstruction.js';
import { sopReference } from '../../src/custody/sop/sop-bytes.js';
import {
  type Algorithm,
  createSigner,
  createVerifierKey,
  formatTime,
  formatVerifierKey,
  generatePrivateJwk,
  type JsonObject,
  logOrigin,
  makeProofOfPossession,
  type PrivateJwk,
  type PublicKey,
  parsePublicJwk,
  type Signer,
} from '../../src/log/index.js';
import type { LogKey } from '../../src/store/appender/checkpoint-signer.js';
import { uuidOf } from './procedure.js';

/** An officer of a test with a real key. */
export interface CastMember {
  readonly name: string;
  readonly officer: string;
  readonly signer: Signer;
  readonly key: PublicKey;
}

async function newKey(alg: Algorithm): Promise<{ readonly signer: Signer; readonly key: PublicKey }> {
  const privateJwk = await generatePrivateJwk(alg);
  const { d: _secret, ...publicJwk } = privateJwk;
  return { signer: await createSigner(privateJwk), key: parsePublicJwk(publicJwk) };
}

/** What is to be signed and sent: a `Procedure` intent with real keys behind its names. */
export interface CastIntent {
  readonly subject: string;
  readonly type: string;
  readonly by: string;
  readonly body: JsonObject;
  readonly refs?: readonly string[];
  readonly countersigned?: readonly string[];
  readonly items?: readonly { subject: string; type: string; body: JsonObject; refs?: readonly string[] }[];
}

/** A composed and signed act: what is submitted, and the ids of its events. */
export interface SignedAct {
  readonly submitted: readonly string[];
  readonly eventIds: readonly string[];
}

/**
 * A log in a test: founders, its key, and officers with keys of their own who sign for real. Heads are kept here,
 * so that acts can be made one after another without asking a server.
 */
export class Cast {
  readonly origin: string;
  readonly logSubject: string;
  readonly logKey: LogKey;
  /** For a service in another process. */
  readonly logPrivateJwk: PrivateJwk;
  now = Date.UTC(2021, 3, 1, 8);
  readonly #members: Map<string, CastMember>;
  heads = new Heads(() => undefined);
  #count = 0;

  private constructor(
    origin: string,
    logSubject: string,
    logKey: LogKey,
    logPrivateJwk: PrivateJwk,
    members: readonly CastMember[],
  ) {
    this.origin = origin;
    this.logSubject = logSubject;
    this.logKey = logKey;
    this.logPrivateJwk = logPrivateJwk;
    this.#members = new Map(members.map(member => [member.name, member]));
  }

  static async found(name = 'demo.test.example'): Promise<Cast> {
    const logSubject = `log/${uuidOf(`log of ${name}`)}`;
    const members = await Promise.all(
      ['DEMO-REG-1', 'DEMO-REG-2'].map(async founder => ({
        name: founder,
        officer: uuidOf(founder),
        ...(await newKey('ES256')),
      })),
    );
    const founders = members.map(({ officer, key }) => ({ officer, jwk: key.jwk }));
    const origin = logOrigin(name, founders, logSubject);
    const logPrivateJwk = await generatePrivateJwk('Ed25519');
    const { d: _secret, ...publicJwk } = logPrivateJwk;
    const key = createVerifierKey(origin, 'note', parsePublicJwk(publicJwk));
    const signer = await createSigner(logPrivateJwk);
    return new Cast(origin, logSubject, { key, signer }, logPrivateJwk, members);
  }

  /** The founding batch, signed. */
  async founding(): Promise<readonly string[]> {
    const members = [...this.#members.values()];
    const { events, disclosures } = composeFounding(
      {
        origin: this.origin,
        subject: this.logSubject,
        logKey: formatVerifierKey(this.logKey.key),
        founders: await Promise.all(
          members.map(async ({ name, officer, signer, key }) => ({
            officer,
            name,
            jwk: key.jwk,
            kid: signer.kid,
            alg: signer.alg,
            pop: await makeProofOfPossession({ log: this.origin, officer }, signer),
          })),
        ),
        sop: sopReference(reconstruction),
        continues: null,
        at: formatTime(this.now),
      },
      () => this.#bytes('nonce').toString('base64url'),
      () => this.#bytes('salt'),
    );
    for (const { payload, eventId } of events) {
      this.heads.advance(payload.subject, { seq: payload.seq, eventId });
    }
    return submissionOf(await this.#signAll(batchOf(events, disclosures)));
  }

  member(name: string): CastMember {
    const member = this.#members.get(name);
    if (member === undefined) throw new Error(`${name} has no key`);
    return member;
  }

  /** Registers an officer with a key and roles `ROLE`, by the two founders: signed acts, to be submitted. */
  async enlist(
    name: string,
    roles: readonly string[],
    { unit = null, alg = 'ES256' }: { unit?: string | null; alg?: Algorithm } = {},
  ): Promise<readonly string[]> {
    const { signer, key } = await newKey(alg);
    const officer = uuidOf(name);
    this.#members.set(name, { name, officer, signer, key });
    const subject = `officer/${officer}`;
    const registered = { by: 'DEMO-REG-1/REG', countersigned: ['DEMO-REG-2/REG as registrar'], subject };
    const national = roles.some(role => role.startsWith('NAT-'));
    const acts = [
      await this.sign({
        ...registered,
        type: 'officer.registered',
        body: { name, unit, kind: 'PERSON', national },
      }),
      await this.sign({
        ...registered,
        type: 'officer.key-registered',
        body: {
          jwk: { ...key.jwk },
          pop: await makeProofOfPossession({ log: this.origin, officer }, signer),
        },
      }),
    ];
    for (const role of roles) {
      const until = role === 'REG' || role === 'OPS' ? null : formatTime(this.now + 365 * 86_400_000);
      const body = { grant: uuidOf(`${name} ${role}`), role, from: formatTime(this.now), until };
      acts.push(await this.sign({ ...registered, type: 'officer.role-granted', body }));
    }
    return acts.flatMap(({ submitted }) => submitted);
  }

  async sign({ by, countersigned = [], ...act }: CastIntent): Promise<SignedAct> {
    const plain: PlainAct = {
      ...act,
      by: this.#acting(by),
      at: formatTime(this.now),
      countersigners: countersigned.map(text => {
        const [who = '', as = ''] = text.split(' as ');
        return { ...this.#acting(who), as };
      }),
    };
    const random = (): Uint8Array => this.#bytes('random');
    const batch = await this.#signAll(composeBatch(this.origin, [plain], this.heads, random));
    return { submitted: submissionOf(batch), eventIds: eventIdsOf(batch) };
  }

  #acting(who: string): ActingOfficer {
    const [name = '', role = ''] = who.split('/');
    const { officer, key } = this.member(name);
    return { officer, key, role };
  }

  async #signAll(batch: BatchFile): Promise<BatchFile> {
    let signed = batch;
    for (const { name, ...member } of this.#members.values()) {
      signed = await signBatch(signed, { ...member, label: name });
    }
    return signed;
  }

  /** Fixed numbers for nonces and salts; keys are random, so nothing here repeats between runs. */
  #bytes(use: string): Buffer {
    return createHash('sha256')
      .update(`${this.origin} ${use} ${this.#count++}`)
      .digest()
      .subarray(0, 16);
  }
}
