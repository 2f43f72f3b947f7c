import t from 'tap';
import { describeBody } from '../../src/cli/act/describe-act.js';
import { printable, printableLine } from '../../src/cli/printable.js';

t.test('a text of somebody else does not move the cursor, hide, or turn its direction', async t => {
  t.equal(printable('a\u001b[2Jb'), 'a\\u001b[2Jb');
  t.equal(
    printable('\u009b8m \u202e \u2066 \u200b \ufeff \r'),
    '\\u009b8m \\u202e \\u2066 \\u200b \\ufeff \\u000d',
  );
  t.equal(printable('é – « » ⏎\n\tx'), 'é – « » ⏎\n\tx');
  t.equal(printableLine('one\ntwo'), 'one ⏎ two');
});

t.test('a value with a line end is not taken for a field of its own', async t => {
  const schema = { properties: { reason: { description: 'Reason', type: 'string' } } };
  const told = { language: 'en', disclosed: new Map(), names: new Map() } as const;
  t.same(describeBody(schema, { reason: 'yes\n  Item: another', 'x\ny': 'z' }, told), [
    '  Reason: yes ⏎   Item: another',
    '  x ⏎ y: z',
  ]);
});
