import t from 'tap';
import { photographsBoundBy } from '../../src/custody/common/photographs.js';
import type { JsonObject } from '../../src/log/index.js';

const fileOf = (digit: string, mediaType = 'image/jpeg'): JsonObject => ({
  ...{ sha256: digit.repeat(64), size: 7 },
  mediaType,
});
const withheld = (letter: string): JsonObject => ({ _sd: letter.repeat(43) });
const bound = (type: string, body: JsonObject) =>
  photographsBoundBy({ type, form: 1, body }).map(
    ({ sha256, isTaken }) => `${sha256.slice(0, 1)} ${isTaken ? 'taken' : 'picture'}`,
  );

t.test('GATE-8, E10: photographs taken, before and after a destruction in place too', async t => {
  const body = {
    photographs: [{ file: fileOf('a'), position: withheld('A') }],
    before: [{ file: fileOf('b'), position: null }],
    after: [{ file: fileOf('c'), position: withheld('E') }],
    scan: fileOf('d'),
  };
  t.same(bound('evidence.destroyed-in-situ', body), ['a taken', 'b taken', 'c taken']);
  t.same(bound('evidence.collected', body), ['a taken']);
});

t.test('GATE-8: what a laboratory binds in the open as a picture, and no scan beside a name', async t => {
  const body = {
    report: [fileOf('a'), fileOf('b', 'application/pdf')],
    paper: { name: withheld('I'), scan: fileOf('c') },
    exams: [{ finding: withheld('M'), files: [{ what: 'DEMO', file: fileOf('d', 'image/tiff') }] }],
  };
  t.same(bound('examination.result-issued', body), ['a picture', 'd picture']);
  t.same(bound('evidence.result-issued', body), ['a picture', 'd picture'], 'of an item');
  t.same(bound('evidence.certified', { scan: fileOf('a') }), []);
});

t.test('GATE-8: the document that is a series of photographs, and no other information', async t => {
  const information = (code: string, document: JsonObject) =>
    bound('information.registered', { kind: { code, text: null }, document });
  t.same(information('PHOTOGRAPH_SERIES', { file: fileOf('a') }), ['a picture']);
  t.same(information('PHOTOGRAPH_SERIES', { file: fileOf('a', 'application/zip') }), ['a picture']);
  t.same(information('PHOTOGRAPH_SERIES', { file: fileOf('a'), authorPerson: withheld('Q') }), []);
  t.same(information('ANALYSIS', { file: fileOf('a') }), []);
});
