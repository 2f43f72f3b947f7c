import fc from 'fast-check';
import t from 'tap';
import {
  formatTime,
  isOrigin,
  isSubject,
  isUuid,
  logOrigin,
  parseTime,
  subjectKind,
} from '../../src/log/index.js';
import { throwsCheck } from '../helpers/assert-format-error.js';
import { createTestOfficer, testUuid } from './signed-event.js';

t.test('Conventions: times read back, with and without milliseconds', async t => {
  const first = Date.UTC(0, 0, 1) - 1900 * 31_556_952_000;
  fc.assert(
    fc.property(
      fc.integer({ min: first, max: Date.UTC(9999, 11, 31) }),
      ms => parseTime(formatTime(ms)) === ms,
    ),
  );
  t.equal(parseTime('2021-04-02T06:30:00Z'), Date.UTC(2021, 3, 2, 6, 30));
  t.equal(parseTime('2024-02-29T23:59:59.999Z'), Date.UTC(2024, 1, 29, 23, 59, 59, 999));
  t.throws(() => formatTime(Date.UTC(10_000, 0, 1)), RangeError);
});

t.test('Conventions: no other form of a time, no date that is not, no leap second', async t => {
  const refused = [
    '',
    '2021-04-02',
    '2021-04-02T06:30Z',
    '2021-04-02T06:30:00',
    '2021-04-02t06:30:00z',
    '2021-04-02 06:30:00Z',
    '2021-04-02T06:30:00+00:00',
    '2021-04-02T06:30:00.0Z',
    '2021-04-02T06:30:00.0000Z',
    '2021-02-29T00:00:00Z',
    '2021-04-31T00:00:00Z',
    '2021-13-01T00:00:00Z',
    '2021-00-01T00:00:00Z',
    '2021-04-02T24:00:00Z',
    '2021-04-02T23:60:00Z',
    '2016-12-31T23:59:60Z',
    '+002021-04-02T06:30:00Z',
    '2021-04-02T06:30:00Z\n',
  ];
  for (const text of refused) throwsCheck(t, () => parseTime(text, 'head'), 'head', JSON.stringify(text));
});

t.test('Conventions: UUIDs and subjects are lower case', async t => {
  t.ok(isUuid(testUuid(1)));
  t.notOk(isUuid(testUuid(1).toUpperCase().replace('0', 'A')));
  t.notOk(isUuid(`${testUuid(1)}\n`));
  t.ok(isSubject(`evidence/${testUuid(1)}`));
  t.equal(subjectKind(`evidence/${testUuid(1)}`), 'evidence');
  for (const text of [testUuid(1), `/${testUuid(1)}`, `Evidence/${testUuid(1)}`, `a-b/${testUuid(1)}`]) {
    t.notOk(isSubject(text), text);
  }
});

t.test('section 5: the origin commits to the founders and the subject', async t => {
  const founders = [await createTestOfficer(1), await createTestOfficer(2, 'Ed25519')].map(
    ({ officer, key }) => ({
      officer,
      jwk: key.jwk,
    }),
  );
  const subject = `log/${testUuid(9)}`;
  const origin = logOrigin('demo.example', founders, subject);
  t.match(origin, /^demo\.example\/[A-Za-z0-9_-]{22}$/);
  t.ok(isOrigin(origin));
  t.not(logOrigin('demo.example', founders.toReversed(), subject), origin, 'the order counts');
  t.not(logOrigin('demo.example', founders, `log/${testUuid(8)}`), origin);
  for (const name of ['', 'de mo', 'de+mo', 'demo/example', '-demo', 'demo\n']) {
    t.throws(() => logOrigin(name, founders, subject), RangeError, JSON.stringify(name));
  }
});
