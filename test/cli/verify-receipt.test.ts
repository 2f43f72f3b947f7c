import t from 'tap';
import { verifyReceiptFile } from '../../src/cli/verify/verify-receipt.js';
import { base64Text, formatVerifierKey } from '../../src/log/index.js';
import { append, createTestLog } from '../helpers/test-log.js';

t.test('log-format section 7: receipts of a file, against a policy and checkpoints held', async t => {
  const { appender, cast, log } = await createTestLog(t);
  const held = Buffer.from((await log.vault.read()).note);
  const submitted = await cast.enlist('DEMO-WIT-1', ['WIT']);
  const receipts = await append(appender, submitted);
  const kept = receipts.map((receipt, at) => ({ event: submitted[at] ?? '', receipt: { ...receipt } }));
  const logLine = `log ${formatVerifierKey(log.logKeys.first.key)}\n`;
  const policy = Buffer.from(`${logLine}quorum none\n`);
  const now = Buffer.from((await log.vault.read()).note);

  const good = await verifyReceiptFile(kept, policy, [now, held]);
  t.equal(good.verdict, 'ok');
  t.equal(good.origin, log.origin);
  t.same(
    good.receipts.map(({ index }) => index),
    receipts.map(({ index }) => index),
  );
  t.match(good.notProven, [/signatures/, /key was in force/, /checkpoint held of size 6/]);

  const [first] = kept;
  if (first === undefined) throw new Error('no receipt');
  const { event, receipt } = first;
  const [jws = ''] = event.split('~');
  const { proof, subjectSalt } = receipt;
  t.equal(
    (await verifyReceiptFile({ jws, proof, subjectSalt }, policy, [])).verdict,
    'ok',
    'as the service gives it',
  );

  const failing = async (content: Parameters<typeof verifyReceiptFile>[0], given: Buffer | null = policy) =>
    (await verifyReceiptFile(content, given, [])).failed?.check;
  t.equal(await failing(kept, null), 'policy');
  t.equal(await failing(kept, Buffer.from('nonsense')), 'policy');
  const [, other] = kept;
  t.equal(await failing({ jws, proof: other?.receipt.proof ?? '', subjectSalt }), 'leaf', 'of another event');
  t.equal(await failing({ jws, proof, subjectSalt: base64Text(new Uint8Array(32)) }), 'leaf', 'another salt');
  t.equal(await failing({ jws, proof, subjectSalt: 'AAAA' }), 'leaf');
  t.equal(
    await failing({ jws, proof: proof.replace(/\n[A-Za-z0-9+/]{43}=\n/, '\n'), subjectSalt }),
    'inclusion',
  );
  t.equal(
    await failing({
      jws,
      proof: proof.replace(/\n[0-9]+\n(?=[A-Za-z0-9+/]{43}=\n\n)/, '\n99\n'),
      subjectSalt,
    }),
    'checkpoint',
  );
  for (const nothing of [{}, [], 'x', null, { jws, proof }, [{ event, receipt: null }]])
    t.equal(await failing(nothing), 'leaf');
  const stranger = await createTestLog(t);
  const strange = Buffer.from(`log ${formatVerifierKey(stranger.log.logKeys.first.key)}\nquorum none\n`);
  t.equal(await failing(kept, strange), 'checkpoint', 'of a log that the policy does not name');
  const heldOfOther = Buffer.from((await stranger.log.vault.read()).note);
  const both = Buffer.from(
    `${logLine}log ${formatVerifierKey(stranger.log.logKeys.first.key)}\nquorum none\n`,
  );
  t.equal((await verifyReceiptFile(kept, both, [heldOfOther])).failed?.check, 'consistency');
});
