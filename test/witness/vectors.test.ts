import t from 'tap';
import {
  base64urlText,
  createVerifierKey,
  hexBytes,
  parseNote,
  parsePublicJwk,
  verifyNote,
} from '../../src/log/index.js';
import { createTestWitness } from '../helpers/test-witness.js';
import { readVectors, skipWithoutVectors } from '../helpers/vectors.js';

interface Vectors {
  readonly logKeyHex: string;
  readonly origin: string;
  readonly exchanges: readonly {
    readonly method: 'POST';
    readonly path: string;
    readonly body: string;
    readonly status: number;
    readonly asserts: readonly string[];
  }[];
}

t.test('witness-add-checkpoint.json: every exchange, in order', { skip: skipWithoutVectors }, async t => {
  const { logKeyHex, origin, exchanges } = readVectors<Vectors>('witness-add-checkpoint.json');
  const x = base64urlText(hexBytes(logKeyHex));
  const logKey = createVerifierKey(origin, 'note', parsePublicJwk({ crv: 'Ed25519', kty: 'OKP', x }));
  const witness = await createTestWitness(t, [logKey], 'example.com/witness');
  t.equal(exchanges.length, 9);
  for (const [at, { method, path, body, status, asserts }] of exchanges.entries()) {
    const answer = await witness.app.inject({ method, url: path, payload: body });
    // The implementation they are from says 403 where its specification (C2SP tlog-witness) says 404.
    const unknownOrigin = asserts.includes('body contains "unknown log"');
    t.equal(answer.statusCode, unknownOrigin ? 404 : status, `exchange ${at}`);
    for (const assert of asserts) {
      const [, how, quoted = ''] = /^body (contains|==) (".*")$/.exec(assert) ?? [];
      const expected: string = JSON.parse(quoted);
      if (how === '==') t.equal(answer.body, expected, `exchange ${at}`);
      else t.ok(answer.body.includes(expected), `exchange ${at}: ${answer.body}`);
    }
    const type = answer.statusCode === 409 ? 'text/x.tlog.size' : 'text/plain; charset=utf-8';
    t.equal(answer.headers['content-type'], type);
    if (answer.statusCode !== 200) continue;
    const note = parseNote(body.slice(body.indexOf('\n\n') + 2) + answer.body);
    const lines = await verifyNote(note, [logKey, witness.key]);
    t.same(
      lines.map(({ key, time }) => [key, time]),
      [
        [logKey, undefined],
        [witness.key, witness.clock.now / 1000],
      ],
      'log and witness have signed the same note',
    );
  }
});
