import t from 'tap';
import {
  createVerifierKey,
  formatPolicy,
  formatVerifierKey,
  hasQuorum,
  type NoteSignatureType,
  parsePolicy,
  utf8Bytes,
} from '../../src/log/index.js';
import { throwsCheck } from '../helpers/assert-format-error.js';
import { createTestOfficer } from './signed-event.js';

async function makeKey(name: string, type: NoteSignatureType): Promise<string> {
  const { key } = await createTestOfficer(1, 'Ed25519');
  return formatVerifierKey(createVerifierKey(name, type, key));
}

const log = await makeKey('demo.example/log', 'note');
const witnesses = await Promise.all(['x1', 'x2', 'x3', 'y1', 'y2'].map(name => makeKey(name, 'cosignature')));
const [w0 = '', w1 = ''] = witnesses;

const example = [
  '# DEMO policy',
  '',
  `log ${log} https://demo.example/`,
  `witness X1 ${witnesses[0]}`,
  `witness X2\t${witnesses[1]} https://x2.example/`,
  `  witness X3 ${witnesses[2]}  `,
  'group X-witnesses 2 X1 X2 X3',
  `witness Y1 ${witnesses[3]}`,
  `witness Y2 ${witnesses[4]}`,
  'group Y-witnesses any Y1 Y2',
  'group X-and-Y all X-witnesses Y-witnesses',
  'quorum X-and-Y',
  '',
].join('\n');

t.test('C2SP tlog-policy: the example, and who is enough for it', async t => {
  const policy = parsePolicy(utf8Bytes(example));
  t.equal(policy.logs[0]?.name, 'demo.example/log');
  t.strictSame(
    policy.witnesses.map(({ name, key }) => `${name} ${key.name}`),
    ['X1 x1', 'X2 x2', 'X3 x3', 'Y1 y1', 'Y2 y2'],
  );
  const enough = (...names: string[]) => hasQuorum(policy, new Set(names));
  t.ok(enough('X1', 'X3', 'Y2'));
  t.ok(enough('X1', 'X2', 'X3', 'Y1', 'Y2'));
  t.notOk(enough('X1', 'X2', 'X3'));
  t.notOk(enough('X1', 'Y1', 'Y2'));
  t.notOk(enough());
  t.notOk(enough('Z'));
});

t.test('what is written from a policy reads as the same policy, without its addresses', async t => {
  const policy = parsePolicy(example);
  t.equal(policy.witnesses[1]?.url, 'https://x2.example/');
  t.equal(policy.witnesses[0]?.url, null);
  const written = formatPolicy(policy);
  t.notMatch(written, /x2\.example\//);
  t.strictSame(parsePolicy(written), {
    ...policy,
    witnesses: policy.witnesses.map(witness => ({ ...witness, url: null })),
  });
  t.equal(formatPolicy(parsePolicy('quorum none\n')), 'quorum none\n');
});

t.test('C2SP tlog-policy: a single witness, and none', async t => {
  t.ok(hasQuorum(parsePolicy(`log ${log}\nquorum none\n`), new Set()));
  const single = parsePolicy(`witness w ${w0}\nquorum w\n`);
  t.notOk(hasQuorum(single, new Set()));
  t.ok(hasQuorum(single, new Set(['w'])));
});

t.test('C2SP tlog-policy: malformed policies, policy', async t => {
  const cases: Record<string, string> = {
    empty: '',
    'no quorum': `log ${log}\n`,
    'two quorums': 'quorum none\nquorum none\n',
    'quorum undefined': 'quorum w\n',
    'quorum defined later': `quorum w\nwitness w ${w0}\n`,
    'quorum of two': `witness a ${w0}\nwitness b ${w1}\nquorum a b\n`,
    'unknown keyword': 'logs x\nquorum none\n',
    'log without key': 'log\nquorum none\n',
    'log with too much': `log ${log} url more\nquorum none\n`,
    'log twice': `log ${log}\nlog ${log}\nquorum none\n`,
    'log with the key of a witness': `log ${w0}\nquorum none\n`,
    'witness with the key of a log': `witness w ${log}\nquorum none\n`,
    'witness without key': 'witness w\nquorum none\n',
    'witness twice': `witness a ${w0}\nwitness b ${w0}\nquorum none\n`,
    'name twice': `witness a ${w0}\nwitness a ${w1}\nquorum none\n`,
    'the name none': `witness none ${w0}\nquorum none\n`,
    'group without members': `witness a ${w0}\ngroup g any\nquorum none\n`,
    'group of undefined': 'group g any a\nquorum none\n',
    'group of itself': 'group g any g\nquorum none\n',
    'group of none': 'group g any none\nquorum none\n',
    'threshold 0': `witness a ${w0}\ngroup g 0 a\nquorum g\n`,
    'threshold 2 of 1': `witness a ${w0}\ngroup g 2 a\nquorum g\n`,
    'threshold 01': `witness a ${w0}\ngroup g 01 a\nquorum g\n`,
    'member twice': `witness a ${w0}\ngroup g any a a\nquorum g\n`,
    'member of two groups': `witness a ${w0}\ngroup g any a\ngroup h any a\nquorum g\n`,
    'carriage returns': `log ${log}\r\nquorum none\r\n`,
    'a delete character': '# \u007f\nquorum none\n',
    oversized: `#${'x'.repeat(1_000_000)}\nquorum none\n`,
  };
  for (const [name, text] of Object.entries(cases)) {
    throwsCheck(t, () => parsePolicy(text), 'policy', name);
  }
  throwsCheck(t, () => parsePolicy(Uint8Array.of(0x23, 0xff)), 'policy', 'not UTF-8');
});
