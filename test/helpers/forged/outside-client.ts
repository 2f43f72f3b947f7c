import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { sha256 } from './bytes.js';

/*
 * A client of a served log, written down from C2SP alone (signed-note, tlog-checkpoint, tlog-cosignature, tlog-tiles,
 * tlog-policy): what it follows, anybody can follow who never saw this program.
 */

const HASH_BYTES = 32;
const WIDTH = 256;
const ED25519_SPKI = Buffer.from('302a300506032b6570032100', 'hex');

/** A line of a policy: `log NAME+ID+KEY` or `witness NAME NAME+ID+KEY`. */
interface NamedKey {
  readonly name: string;
  readonly id: Buffer;
  readonly key: KeyObject;
}

export interface FollowedCheckpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
  /** Key names of witnesses of the policy, and when: seconds since 1970. */
  readonly cosigned: readonly { readonly name: string; readonly time: number }[];
}

function readKey(text: string, type: 1 | 4): NamedKey {
  const [name = '', id = '', ...rest] = text.split('+');
  const typed = Buffer.from(rest.join('+'), 'base64');
  const expected = sha256(`${name}\n`, typed).subarray(0, 4);
  if (typed[0] !== type || typed.length !== 33 || expected.toString('hex') !== id) {
    throw new Error(`not a verifier key of type ${type}: ${text}`);
  }
  const spki = Buffer.concat([ED25519_SPKI, typed.subarray(1)]);
  return { name, id: expected, key: createPublicKey({ key: spki, format: 'der', type: 'spki' }) };
}

export class OutsideClient {
  readonly #base: string;

  /** @param base address below which `checkpoint`, `policy` and `tile/` lie */
  constructor(base: string) {
    this.#base = base;
  }

  async get(path: string): Promise<Buffer> {
    const answer = await fetch(`${this.#base}/${path}`);
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    return Buffer.from(await answer.arrayBuffer());
  }

  /** Keys of the policy that is served; a real outsider is handed one apart. */
  async readPolicy(): Promise<{
    readonly logs: readonly NamedKey[];
    readonly witnesses: readonly NamedKey[];
  }> {
    const lines = (await this.get('policy')).toString('utf8').split('\n');
    const words = lines.filter(line => line !== '' && !line.startsWith('#')).map(line => line.split(' '));
    return {
      logs: words.filter(([word]) => word === 'log').map(([, key = '']) => readKey(key, 1)),
      witnesses: words.filter(([word]) => word === 'witness').map(([, , key = '']) => readKey(key, 4)),
    };
  }

  /** The checkpoint, signed by a log of the policy. */
  async readCheckpoint(): Promise<FollowedCheckpoint> {
    const { logs, witnesses } = await this.readPolicy();
    const note = (await this.get('checkpoint')).toString('utf8');
    const end = note.indexOf('\n\n') + 1;
    const text = note.slice(0, end);
    const lines = note
      .slice(end + 1)
      .split('\n')
      .slice(0, -1)
      .map(readSignature);
    const signs = (key: NamedKey, line: Signature) => key.name === line.name && key.id.equals(line.id);
    const isSigned = logs.some(log =>
      lines.some(line => signs(log, line) && verify(null, Buffer.from(text), log.key, line.signature)),
    );
    if (!isSigned) throw new Error('no log of the policy has signed');
    const cosigned = witnesses.flatMap(witness =>
      lines.filter(line => signs(witness, line)).map(line => readCosignature(witness, line.signature, text)),
    );
    const [origin = '', size, root = ''] = text.split('\n');
    return { origin, size: Number(size), root: Buffer.from(root, 'base64'), cosigned };
  }

  /** Every leaf hash of a tree, from its full tiles and the partial one at the edge. */
  async readLeafHashes(size: number): Promise<readonly Buffer[]> {
    const hashes: Buffer[] = [];
    for (let tile = 0; tile * WIDTH < size; tile++) {
      const width = Math.min(WIDTH, size - tile * WIDTH);
      const name = String(tile).padStart(3, '0');
      const bytes = await this.get(`tile/0/${name}${width < WIDTH ? `.p/${width}` : ''}`);
      if (bytes.length !== width * HASH_BYTES) throw new Error(`tile ${name}: ${bytes.length} bytes`);
      for (let at = 0; at < width; at++) hashes.push(bytes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES));
    }
    return hashes;
  }
}

interface Signature {
  readonly name: string;
  readonly id: Buffer;
  readonly signature: Buffer;
}

function readSignature(line: string): Signature {
  const [dash, name = '', encoded = ''] = line.split(' ');
  if (dash !== '\u2014') throw new Error(`not a signature line: ${line}`);
  const bytes = Buffer.from(encoded, 'base64');
  return { name, id: bytes.subarray(0, 4), signature: bytes.subarray(4) };
}

function readCosignature({ name, key }: NamedKey, signature: Buffer, text: string) {
  const time = signature.readBigUInt64BE(0);
  const message = Buffer.from(`cosignature/v1\ntime ${time}\n${text}`);
  if (!verify(null, message, key, signature.subarray(8))) throw new Error(`a bad cosignature of ${name}`);
  return { name, time: Number(time) };
}
