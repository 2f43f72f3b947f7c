import t from 'tap';
import {
  type BatchFile,
  checkReceipts,
  type Fetch,
  newEntry,
  type OutboxEntry,
  type OutboxStore,
  type PushOutcome,
  pushOutbox,
  type ReceiptAnswer,
  Service,
} from '../../src/client/index.js';
import {
  createSigner,
  createVerifierKey,
  formatTlogProof,
  formatVerifierKey,
  generatePrivateJwk,
  parseCheckpoint,
  parseNote,
  parsePublicJwk,
  parseTlogProof,
  signCheckpoint,
  type TlogProof,
} from '../../src/log/index.js';
import { unitBody } from '../helpers/bodies/unit.js';
import { createTestStage } from '../helpers/test-stage.js';

t.setTimeout(600_000);

type Lie = (
  receipts: readonly ReceiptAnswer[],
) => readonly ReceiptAnswer[] | Promise<readonly ReceiptAnswer[]>;

const flipped = (bytes: Uint8Array, at: number) =>
  bytes.map((byte, position) => (position === at ? byte ^ 1 : byte));

/** Changes the proof of the first receipt. */
function inFirstProof(change: (proof: TlogProof) => TlogProof | Promise<TlogProof>): Lie {
  return async ([first, ...rest]) => {
    if (first === undefined) return rest;
    const proof = formatTlogProof(await change(parseTlogProof(first.proof)));
    return [{ ...first, proof }, ...rest];
  };
}

/** The same tree, signed by whoever runs the service with a key that he made himself. */
async function signedByAnother(note: string): Promise<string> {
  const { d, ...jwk } = await generatePrivateJwk('Ed25519');
  const checkpoint = parseCheckpoint(parseNote(note).text);
  const key = createVerifierKey(checkpoint.origin, 'note', parsePublicJwk(jwk));
  return signCheckpoint(checkpoint, { key, signer: await createSigner({ ...jwk, d }) });
}

const lies: Readonly<Record<string, Lie>> = {
  "signed by another log's key": inFirstProof(async proof => ({
    ...proof,
    checkpoint: await signedByAnother(proof.checkpoint),
  })),
  'a leaf that is not the event’s': inFirstProof(proof => ({
    ...proof,
    extra: flipped(proof.extra ?? new Uint8Array(), 100),
  })),
  'a path with one bit changed': inFirstProof(proof => ({
    ...proof,
    proof: proof.proof.map((hash, at) => (at === 0 ? flipped(hash, 7) : hash)),
  })),
  'a path cut short': inFirstProof(proof => ({ ...proof, proof: proof.proof.slice(1) })),
  'another index': inFirstProof(proof => ({ ...proof, index: proof.index - 1 })),
  'an index beside its proof': ([first, ...rest]) =>
    first === undefined ? rest : [{ ...first, index: first.index - 1 }, ...rest],
  "another subject's salt": ([first, ...rest]) =>
    first === undefined ? rest : [{ ...first, subjectSalt: first.leaf }, ...rest],
  'the proof of another event of the batch': ([first, second, ...rest]) =>
    first === undefined || second === undefined
      ? rest
      : [{ ...first, proof: second.proof, index: second.index }, second, ...rest],
  'receipts in another order': receipts => receipts.toReversed(),
  'a receipt too few': receipts => receipts.slice(1),
  'no receipts': () => [],
  'what is no receipt': receipts => receipts.map(() => null as unknown as ReceiptAnswer),
};

t.test('a receipt that proves nothing is refused, and what was signed stays in the outbox', async t => {
  const { stage, url, log, clock } = await createTestStage(t);
  const logKey = formatVerifierKey(log.logKeys.first.key);

  /** A service that appends, and changes what it answers. */
  function serviceThat(lie: Lie): Service {
    const changed: Fetch = async (address, init) => {
      const answer = await fetch(address, init);
      if (!answer.ok) return answer;
      const { receipts } = (await answer.json()) as { receipts: readonly ReceiptAnswer[] };
      return Response.json({ receipts: await lie(receipts) }, { status: answer.status });
    };
    return new Service({ url, language: 'en', fetch: changed });
  }

  async function push(entries: Map<string, OutboxEntry>, lie: Lie): Promise<readonly PushOutcome[]> {
    const store: OutboxStore = {
      list: async () => ({ entries: [...entries.values()], unreadable: [] }),
      put: async entry => {
        entries.set(entry.id, entry);
      },
    };
    return pushOutbox(store, serviceThat(lie), {
      upload: async () => {
        t.fail('no file is sent for what is not proven');
      },
      check: (batch, receipts) => checkReceipts(batch, receipts, logKey, clock.now),
      told: () => {},
    });
  }

  const registration = (subject: string) => ({
    subject,
    type: 'unit.registered',
    by: 'DEMO-REG-1/REG',
    countersigned: ['DEMO-REG-2/REG as registrar'],
    body: unitBody({ class: { code: 'MISSION_FORCE', text: null }, national: false }),
  });
  const signUnit = (): Promise<BatchFile> => stage.sign([registration(`unit/${stage.newId()}`)]);
  const file = { sha256: '0'.repeat(64), mediaType: 'image/jpeg', path: 'DEMO.jpg' };

  for (const [name, lie] of Object.entries(lies)) {
    await t.test(name, async t => {
      const entries = new Map([
        ['first', newEntry('first', 1, await signUnit(), [file])],
        ['second', newEntry('second', 2, await signUnit(), [])],
      ]);
      const before = structuredClone([...entries.values()]);
      const outcomes = await push(entries, lie);
      t.match(outcomes, [{ kind: 'unproven', entry: { id: 'first' } }]);
      t.equal(outcomes.length, 1, 'a service that proves nothing gets nothing more');
      const [outcome] = outcomes;
      t.ok(outcome?.kind === 'unproven' && outcome.faults.length > 0, 'it is said why');
      t.same([...entries.values()], before, 'all of it waits as before');
    });
  }

  await t.test('a receipt of another log for the same bytes', async t => {
    const other = await createTestStage(t);
    const [foreign] = (await other.stage
      .attempt([registration(`unit/${other.stage.newId()}`)])
      .then(outcome => (outcome.kind === 'accepted' ? outcome.receipts : []))) as readonly ReceiptAnswer[];
    const entries = new Map([['first', newEntry('first', 1, await signUnit(), [file])]]);
    const outcomes = await push(entries, receipts =>
      receipts.map(({ eventId, index }) => ({ ...(foreign as ReceiptAnswer), eventId, index })),
    );
    t.match(outcomes, [
      { kind: 'unproven', faults: [/no key of the policy has signed/, /no key of the policy has signed/] },
    ]);
    t.equal(entries.get('first')?.receipts, null);
  });

  await t.test('told the truth afterwards, the same leaves are acknowledged: in the log once', async t => {
    const batch = await signUnit();
    const entries = new Map([['first', newEntry('first', 1, batch, [])]]);
    let indices: readonly number[] = [];
    await push(entries, receipts => {
      indices = receipts.map(({ index }) => index);
      return [];
    });
    t.equal(entries.get('first')?.receipts, null);
    const outcomes = await push(entries, receipts => receipts);
    t.match(outcomes, [{ kind: 'appended' }]);
    t.same(
      entries.get('first')?.receipts?.map(({ index }) => index),
      indices,
    );
  });
});
