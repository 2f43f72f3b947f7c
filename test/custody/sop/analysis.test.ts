import t from 'tap';
import { reconstruction } from '../../../src/custody/sop/reconstruction.js';

t.test('V1 COMPLEX: both definitions in use are data with a day and a source, in both languages', async t => {
  const complex = reconstruction.analysis?.definitions?.filter(({ type }) => type === 'COMPLEX') ?? [];
  t.equal(complex.length, 2);
  t.match(complex[0]?.text, { en: /^Two or more/, fr: /^Au moins deux/ });
  t.match(complex[1]?.text, { en: /^One or more/, fr: /^Un ou plusieurs/ });
  for (const { from, source } of complex) {
    t.equal(from, '2014-01-01');
    t.match(source, /UNIDIR 2023/);
  }
});
