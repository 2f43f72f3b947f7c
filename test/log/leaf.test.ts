import fc from 'fast-check';
import t from 'tap';
import {
  checkLeaf,
  checkSuccessor,
  decodeLeaf,
  encodeLeaf,
  hashJws,
  hexText,
  LEAF_BYTES,
  type Leaf,
  leafHash,
  NO_PREVIOUS_LEAF,
  sha256,
  subjectTag,
  utf8Bytes,
} from '../../src/log/index.js';
import { throwsCheck } from '../helpers/assert-format-error.js';

const subject = 'evidence/0192f3a0-0000-7000-8000-000000000001';
const tag = subjectTag(new Uint8Array(32).fill(7), subject);
const event = { seq: 2, prev: 'p'.repeat(43), jws: 'a.b.c' };
const leaf: Leaf = {
  salt: new Uint8Array(32).fill(1),
  subjectTag: tag,
  seq: 2,
  prevLeaf: new Uint8Array(32).fill(2),
  jwsHash: hashJws(event.jws),
  receivedAt: 1_617_345_000_123,
};

t.test('section 3: the subject tag', async t => {
  const text = `custody-subject/v1\n${'\u0007'.repeat(32)}${subject}`;
  t.equal(hexText(tag), hexText(sha256(utf8Bytes(text))));
  t.throws(() => subjectTag(new Uint8Array(31), subject), RangeError);
});

t.test('section 4: leaf data is 145 bytes in the order of the table', async t => {
  const data = encodeLeaf(leaf);
  t.equal(data.length, LEAF_BYTES);
  t.equal(
    hexText(data),
    `01${'01'.repeat(32)}${hexText(tag)}0000000000000002${'02'.repeat(32)}${hexText(leaf.jwsHash)}00000178${(1_617_345_000_123 % 2 ** 32).toString(16).padStart(8, '0')}`,
  );
  t.strictSame(decodeLeaf(data), leaf);
  t.equal(hexText(leafHash(data)), hexText(sha256(Uint8Array.of(0, ...data))));
});

t.test('section 4: any leaf reads back, and any 145 bytes that read are written the same', async t => {
  const hash = fc.uint8Array({ minLength: 32, maxLength: 32 });
  const number = fc.maxSafeNat();
  fc.assert(
    fc.property(hash, hash, number, hash, hash, number, (salt, tag, seq, prevLeaf, jwsHash, receivedAt) => {
      const data = encodeLeaf({ salt, subjectTag: tag, seq, prevLeaf, jwsHash, receivedAt });
      return hexText(encodeLeaf(decodeLeaf(data))) === hexText(data) && decodeLeaf(data).seq === seq;
    }),
  );
  t.pass('any leaf');
});

t.test('section 4: malformed leaf data, leaf', async t => {
  const data = encodeLeaf(leaf);
  throwsCheck(t, () => decodeLeaf(data.subarray(1)), 'leaf', 'too short');
  throwsCheck(t, () => decodeLeaf(Uint8Array.of(...data, 0)), 'leaf', 'too long');
  throwsCheck(t, () => decodeLeaf(data.with(0, 2)), 'leaf', 'another version');
  throwsCheck(t, () => decodeLeaf(data.with(65, 1)), 'leaf', 'seq above 2^53-1');
  throwsCheck(t, () => decodeLeaf(data.with(138, 0x20)), 'leaf', 'time above 2^53-1');
  t.throws(() => encodeLeaf({ ...leaf, salt: new Uint8Array(16) }), RangeError);
  t.throws(() => encodeLeaf({ ...leaf, receivedAt: -1 }), RangeError);
});

t.test('section 4: tag, seq and JWS hash are those of the event, leaf', async t => {
  checkLeaf(leaf, event, tag);
  throwsCheck(t, () => checkLeaf(leaf, event, tag.with(0, 0)), 'leaf', 'tag');
  throwsCheck(t, () => checkLeaf(leaf, { ...event, seq: 3 }, tag), 'leaf', 'seq');
  throwsCheck(t, () => checkLeaf(leaf, { ...event, jws: 'a.b.d' }, tag), 'leaf', 'JWS');
});

t.test('sections 1 and 4: an event follows the head of its history', async t => {
  const head = { seq: 1, eventId: event.prev, leafHash: leaf.prevLeaf };
  checkSuccessor(head, event, leaf);
  checkSuccessor(undefined, { seq: 1, prev: null }, { ...leaf, seq: 1, prevLeaf: NO_PREVIOUS_LEAF });
  throwsCheck(t, () => checkSuccessor(head, { ...event, seq: 3 }, leaf), 'sequence', 'a gap');
  throwsCheck(t, () => checkSuccessor(undefined, event, leaf), 'sequence', 'no beginning');
  throwsCheck(t, () => checkSuccessor(head, { ...event, prev: null }, leaf), 'prev', 'no prev');
  const first = { seq: 1, prev: event.prev };
  throwsCheck(t, () => checkSuccessor(undefined, first, leaf), 'prev', 'prev of the first');
  throwsCheck(t, () => checkSuccessor(undefined, { seq: 1, prev: null }, leaf), 'prev-leaf', 'not zero');
  const other = { ...leaf, prevLeaf: NO_PREVIOUS_LEAF };
  throwsCheck(t, () => checkSuccessor(head, event, other), 'prev-leaf', 'another leaf');
});
