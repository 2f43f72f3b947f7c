import t from 'tap';
import { base64Text, type SignedEvent } from '../../src/log/index.js';
import type { ReadHeld } from '../../src/verify/whole/read-held.js';
import { checkRecorded, recordingOf } from '../../src/verify/whole/recording.js';

const root = new Uint8Array(32).fill(7);
const [own, other] = ['1'.repeat(64), '2'.repeat(64)];
const release = 'DEMO-RELEASE';
const recorded = {
  exportHash: own,
  size: 40,
  root,
  has: (subject: string) => subject === `release/${release}`,
};

function heldOf(type: string, body: Partial<SignedEvent['body']>): ReadHeld {
  const whole = {
    hash: own,
    size: 40,
    root: base64Text(root),
    release,
    number: 'DEMO-1',
    version: 2,
    ...body,
  };
  const event = {
    subject: 'dossier/DEMO',
    seq: 1,
    eventId: 'DEMO',
    type,
    body: whole,
  } as unknown as SignedEvent;
  const shown = { event, index: 41, leafHash: new Uint8Array(32) };
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
  t.match(of(heldOf('dossier.built', { number: { a: 1 } })), { numbered: null }, 'a number that is none');
  t.equal(of(heldOf('dossier.delivered', {})), undefined, 'an act that records nothing');
  t.equal(recordingOf(undefined, recorded), undefined, 'a checkpoint');
});

t.test('E41: files that were exchanged are named, and nothing else is taken for it', async t => {
  const denying = heldOf('dossier.built', { hash: other });
  t.throws(() => checkRecorded([denying], recorded), {
    check: 'bag',
    where: 'tagmanifest-sha256.txt',
    message: `a receipt held of leaf 41 records a dossier of this release and tree with the hash ${other}, and not with ${own}`,
  });
  for (const [what, held] of [
    ['nothing held', []],
    ['another dossier of the release and tree, and this one', [denying, heldOf('dossier.built', {})]],
    ['a dossier of another release', [heldOf('dossier.built', { hash: other, release: 'DEMO-OTHER' })]],
    ['a dossier of another tree', [heldOf('dossier.built', { hash: other, size: 39 })]],
    ['of another history', [heldOf('dossier.built', { hash: other, root: base64Text(new Uint8Array(32)) })]],
    ['an export of the tree', [heldOf('export.generated', { hash: other })]],
  ] as const)
    t.doesNotThrow(() => checkRecorded(held, recorded), what);
});
