import { randomFillSync } from 'node:crypto';
import fc from 'fast-check';
import t from 'tap';
import { evidenceNumber, isEvidenceId, parseEvidenceNumber } from '../../../src/custody/evidence/number.js';
import { newId } from '../../../src/log/index.js';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const bytes16 = fc.uint8Array({ minLength: 16, maxLength: 16 });
const numbers = bytes16.map(random => evidenceNumber(newId(1_617_350_400_000, random)));
const swapped = (text: string, left: number, right: number) => {
  const characters = Array.from(text);
  [characters[left], characters[right]] = [characters[right] ?? '', characters[left] ?? ''];
  return characters.join('');
};

t.test('RQ-01: a number as it is printed', async t => {
  const id = newId(
    1_617_350_400_000,
    Uint8Array.from({ length: 16 }, (_, index) => index * 7),
  );
  t.equal(id, '01789198-9800-7a31-b83f-464d545b6269');
  t.ok(isEvidenceId(id));
  t.match(evidenceNumber(id), /^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]$/);
  t.equal(evidenceNumber('00000000-0000-7000-8000-000000000000'), '0000-0000-0000-0');
  t.equal(evidenceNumber('00000000-0000-7000-8000-000000000001'), '0000-0000-0001-2');
  t.equal(evidenceNumber('ffffffff-ffff-7fff-bfff-ffffffffffff').slice(0, 14), 'ZZZZ-ZZZZ-ZZZZ');
});

t.test(
  'RQ-01: every number reads back, and every wrong character and swap of neighbours is found',
  async t => {
    fc.assert(
      fc.property(numbers, fc.nat(12), fc.nat(30), (number, place, shift) => {
        const plain = number.replaceAll('-', '');
        const character = plain.charAt(place);
        const wrong = alphabet.charAt((alphabet.indexOf(character) + 1 + shift) % 32);
        const next = (place + 1) % 13;
        const neighbour = place < next ? swapped(plain, place, next) : plain;
        return (
          parseEvidenceNumber(number) === number &&
          parseEvidenceNumber(plain.slice(0, place) + wrong + plain.slice(place + 1)) === null &&
          (neighbour === plain || parseEvidenceNumber(neighbour) === null)
        );
      }),
      { numRuns: 2_000 },
    );
    t.pass();
  },
);

t.test('RQ-01: all 31 wrong characters at all 13 places, all 12 swaps', async t => {
  const plain = evidenceNumber('01789187-3400-72a3-b138-3f464d545b62').replaceAll('-', '');
  for (let place = 0; place < 13; place++) {
    for (const wrong of alphabet) {
      const read = parseEvidenceNumber(plain.slice(0, place) + wrong + plain.slice(place + 1));
      t.equal(read === null, wrong !== plain.charAt(place), `${wrong} at ${place}`);
    }
    const other = swapped(plain, place, Math.min(place + 1, 12));
    t.equal(parseEvidenceNumber(other) === null, other !== plain, `swap at ${place}`);
  }
});

t.test('RQ-01: as people type it', async t => {
  const number = evidenceNumber('01789187-3400-7000-8000-000000000001');
  t.equal(number, '0000-0000-0001-2');
  for (const typed of ['0000-0000-0001-2', '0000000000012', ' oooo OOOO oooi 2 ', '0000-0000-000l-2']) {
    t.equal(parseEvidenceNumber(typed), number, typed);
  }
  for (const wrong of ['', '0000-0000-0001', '0000-0000-0001-22', '0000-0000-0001-U', '0000-0000-0001-é']) {
    t.equal(parseEvidenceNumber(wrong), null, wrong);
  }
});

t.test('RQ-01: two offline devices, 10,000 items each, no clash', async t => {
  const seen = new Set<string>();
  for (let device = 0; device < 2; device++) {
    for (let item = 0; item < 10_000; item++) {
      seen.add(evidenceNumber(newId(1_617_350_400_000 + item, randomFillSync(new Uint8Array(16)))));
    }
  }
  t.equal(seen.size, 20_000);
});

t.test('RFC 9562 section 5.7: time first, so that identifiers sort by it', async t => {
  const low = newId(1_617_350_400_000, new Uint8Array(16).fill(255));
  const high = newId(1_617_350_400_001, new Uint8Array(16));
  t.ok(low < high);
  t.equal(Number.parseInt(low.replaceAll('-', '').slice(0, 12), 16), 1_617_350_400_000);
  t.ok(isEvidenceId(low) && isEvidenceId(high));
  t.notOk(isEvidenceId('01789187-3400-42a3-b138-3f464d545b62'), 'version 4');
  t.throws(() => newId(-1, new Uint8Array(16)), RangeError);
  t.throws(() => newId(2 ** 48, new Uint8Array(16)), RangeError);
  t.throws(() => newId(0, new Uint8Array(15)), RangeError);
  t.throws(() => evidenceNumber('no-uuid'), RangeError);
});
