import t from 'tap';
import { countResults } from './count-results.js';

const cases: [string, string, ReturnType<typeof countResults>][] = [
  ['assertions at the top', 'ok 1\nnot ok 2\n1..2\n', { passed: 1, failed: 1, skipped: 0 }],
  [
    'a subtest counts by what is in it, once',
    '# Subtest: a\n    ok 1\n    ok 2\n    1..2\nok 1 - a\n1..1\n',
    { passed: 2, failed: 0, skipped: 0 },
  ],
  [
    'buffered and nested subtests',
    'ok 1 - a {\n    ok 1 - b {\n        ok 1\n        not ok 2\n        1..2\n    }\n    1..1\n}\n1..1\n',
    { passed: 1, failed: 1, skipped: 0 },
  ],
  [
    'an empty subtest counts as one',
    '# Subtest: a\n    1..0\nok 1 - a\n1..1\n',
    { passed: 1, failed: 0, skipped: 0 },
  ],
  [
    'a file that crashed without a failing assertion',
    '# Subtest: a\n    ok 1\n    1..1\nnot ok 1 - a\n1..1\n',
    { passed: 1, failed: 1, skipped: 0 },
  ],
  [
    'skipped and to be done',
    'ok 1 # SKIP\nok 2 # SKIP no vectors\nnot ok 3 # TODO later\n1..3\n',
    { passed: 0, failed: 0, skipped: 3 },
  ],
  ['a bail-out', 'ok 1\nBail out! no more\n', { passed: 1, failed: 1, skipped: 0 }],
  ['nothing', '', { passed: 0, failed: 0, skipped: 0 }],
];

for (const [name, tap, expected] of cases) {
  t.test(name, async t => {
    t.match(countResults(tap), expected);
  });
}
