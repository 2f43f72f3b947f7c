import t from 'tap';
import { base64Text, type SignedEvent } from '../../src/log/index.js';
import type { ReadHeld } from '../../src/verify/whole/read-held.js';
import { checkRecorded, type Recorded, recordingOf } from '../../src/verify/whole/recording.js';

const root = new Uint8Array(32).fill(7);
const otherRoot = base64Text(new Uint8Array(32));
const [own, other] = ['1'.repeat(64), '2'.repeat(64)];
const pieces = ['evidence/DEMO-1', 'information/DEMO-2'];
const recorded: Recorded = {
  exportHash: own,
  complete: false,
  size: 40,
  root,
  isWhole: subject => pieces.includes(subject),
};

function heldOf(type: string, body: Partial<SignedEvent['body']>): ReadHeld {
  const tree = { size: 40, root: base64Text(root) };
  const whole = { hash: own, ...tree, pieces, number: 'DEMO-1', version: 2, ...body };
  const event = { subject: 'dossier/DEMO', seq: 1, eventId: 'DEMO', type, body: whole };
  const shown = { event: event as unknown as SignedEvent, index: 41, leafHash: new Uint8Array(32) };
  const records = recordingOf(shown, recorded);
  return { checkpoint: null, shown, ...(records && { records }) };
}

t.test('E41, E60: what a receipt records', async t => {
  const of = (held: ReadHeld) => held.records;
  t.same(of(heldOf('dossier.built', {})), {
    isThis: true,
    leaf: 41,
    type: 'dossier.built',
    numbered: { number: 'DEMO-1', version: 2 },
  });
  t.match(of(heldOf('export.generated', {})), { isThis: true, numbered: null });
  t.match(of(heldOf('dossier.built', { hash: other })), { isThis: false });
  t.match(of(heldOf('export.generated', { size: 39 })), { isThis: false }, 'of another tree');
  t.match(of(heldOf('export.generated', { root: otherRoot })), { isThis: false }, 'of another history');
  t.match(of(heldOf('dossier.built', { number: { a: 1 } })), { numbered: null }, 'a number that is none');
  t.equal(of(heldOf('dossier.delivered', {})), undefined, 'an act that records nothing');
  t.equal(recordingOf(undefined, recorded), undefined, 'a checkpoint');
});

t.test('E41: files that were exchanged are named, and nothing else is taken for it', async t => {
  const denying = heldOf('dossier.built', { hash: other });
  const failure = {
    check: 'bag',
    where: 'tagmanifest-sha256.txt',
    message: `a receipt held of leaf 41 records the dossier DEMO-1, version 2, of these pieces and this tree with the hash ${other}, and not with ${own}: files were exchanged, or this is another dossier`,
  };
  t.throws(() => checkRecorded([denying], recorded), failure);
  const elsewhere = heldOf('export.generated', { size: 39 });
  t.throws(
    () => checkRecorded([elsewhere, denying], recorded),
    failure,
    'another recording vouches for nothing',
  );
  const signedFor = heldOf('export.generated', { size: 7 });
  t.throws(() => checkRecorded([signedFor, denying], recorded), failure, 'nor one that only has the hash');
  for (const [what, held] of [
    ['nothing held', []],
    ['another dossier of the pieces and tree, and this one', [denying, heldOf('dossier.built', {})]],
    [
      'a dossier with a piece that is not inside',
      [heldOf('dossier.built', { hash: other, pieces: ['evidence/DEMO-3'] })],
    ],
    ['a dossier of another tree', [heldOf('dossier.built', { hash: other, size: 39 })]],
    ['of another history', [heldOf('dossier.built', { hash: other, root: otherRoot })]],
    ['an export of the tree', [heldOf('export.generated', { hash: other })]],
    ['pieces that are no list', [heldOf('dossier.built', { hash: other, pieces: 'evidence/DEMO-1' })]],
  ] as const)
    t.doesNotThrow(() => checkRecorded(held, recorded), what);
  t.doesNotThrow(
    () => checkRecorded([denying], { ...recorded, complete: true }),
    'the whole log is no dossier',
  );
});
