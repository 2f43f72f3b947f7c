import t from 'tap';
import { createSigner, createVerifierKey, generatePrivateJwk, parsePublicJwk } from '../../src/log/index.js';
import { formatAddCheckpoint } from '../../src/witness/add-checkpoint.js';
import {
  type LastCheckpoints,
  nothingYet,
  type WitnessedCheckpoint,
} from '../../src/witness/last-checkpoints.js';
import { Witness } from '../../src/witness/witness.js';
import { GrownLog } from '../helpers/grown-log.js';

/** A record that lives as long as the test, and a power cut before or after its next write. */
class Record implements LastCheckpoints {
  kept: WitnessedCheckpoint;
  cut: 'before' | 'after' | null = null;
  readonly steps: string[] = [];

  constructor(origin: string) {
    this.kept = nothingYet(origin);
  }

  async read() {
    return this.kept;
  }

  async write(checkpoint: WitnessedCheckpoint) {
    const cut = this.cut;
    this.cut = null;
    if (cut === 'before') throw new Error('cut before');
    this.kept = checkpoint;
    this.steps.push('durable');
    if (cut === 'after') throw new Error('cut after');
  }

  async keepContradiction() {}
}

t.test(
  'the record is durable before the cosignature exists; a crash on either side loses no truth',
  async t => {
    const log = await GrownLog.create();
    const privateJwk = await generatePrivateJwk('Ed25519');
    const { d: _secret, ...jwk } = privateJwk;
    const key = createVerifierKey('witness.example/w', 'cosignature', parsePublicJwk(jwk));
    const inner = await createSigner(privateJwk);
    const record = new Record(log.key.name);
    const signer = {
      ...inner,
      sign: async (message: Uint8Array) => {
        record.steps.push('signed');
        return inner.sign(message);
      },
    };
    const start = () => new Witness({ key, signer, logs: [log.key], last: record, now: () => 1e12 });
    const ask = async (witness: Witness, of: GrownLog, oldSize: number, size: number) => {
      const proof = of.proof(oldSize, size);
      const body = formatAddCheckpoint({ oldSize, proof, note: await of.note(size) });
      return witness.addCheckpoint(Buffer.from(body));
    };

    t.match(await ask(start(), log, 0, 3), { kind: 'cosigned' });
    t.same(record.steps.splice(0), ['durable', 'signed']);

    record.cut = 'before';
    await t.rejects(ask(start(), log, 3, 5), { message: 'cut before' });
    t.same(record.steps.splice(0), [], 'nothing signed');
    t.match(await ask(start(), log, 3, 5), { kind: 'cosigned' }, 'asked again as before');
    record.steps.splice(0);

    record.cut = 'after';
    await t.rejects(ask(start(), log, 5, 8), { message: 'cut after' });
    t.same(record.steps.splice(0), ['durable'], 'nothing signed');
    const restarted = start();
    t.match(await ask(restarted, log.forkedAt(6), 5, 7), { kind: 'other-size', size: 8 }, 'bound already');
    t.match(await ask(restarted, log, 5, 8), { kind: 'other-size', size: 8 });
    t.match(
      await ask(restarted, log, 8, 8),
      { kind: 'cosigned' },
      'the cosignature that was lost is had again',
    );
  },
);
