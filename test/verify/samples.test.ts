import t from 'tap';
import { verifySample } from '../helpers/sample-export.js';
import { readVectorText, skipWithoutVectors } from '../helpers/vectors.js';

const timestamp = 'no time-stamp of the checkpoint is inside';
const rules = 'rules: the SOP document is not inside or not known';

/** What the README of the samples says is not proven, sample by sample. */
const samples: Readonly<Record<string, readonly string[]>> = {
  complete: [timestamp, rules],
  partial: [timestamp, rules],
  withheld: [
    timestamp,
    rules,
    'withheld claims, at leaves (8): 2, 4, 6, 12, 18, 24, 30, 40',
    'files not inside, by SHA-256 (1): 1d0a95c33f0167d0051b68d2335a72530f276db2d10ebb61a1a326311fea8491',
  ],
};

t.test(
  'exports of another implementation hold, with the same list of what is not proven',
  {
    skip: skipWithoutVectors,
  },
  async t => {
    for (const [name, notProven] of Object.entries(samples)) {
      const { verdict, failed, asOf, size, whole, ...rest } = await verifySample(name);
      t.equal(verdict, 'ok', `${name}: ${JSON.stringify(failed)}`);
      t.same(rest.notProven, notProven, name);
      t.equal(asOf, '2018-10-27T14:00:00.000Z');
      t.equal(size, 360);
      t.equal(whole.filter(subject => subject.startsWith('log/')).length, 1);
    }
  },
);

t.test('without a policy handed over apart, nothing holds', { skip: skipWithoutVectors }, async t => {
  const { verdict, failed } = await verifySample('partial', { policy: null });
  t.equal(verdict, 'fail');
  t.equal(failed?.check, 'policy');
});

t.test(
  'checkpoints held: the same, not one of this log, or of another history',
  {
    skip: skipWithoutVectors,
  },
  async t => {
    const note = readVectorText('custody-log/complete/data/checkpoint');
    const held = await verifySample('complete', { known: [note, note.replace('demo', 'other')] });
    t.equal(held.verdict, 'ok');
    t.same(held.notProven.slice(2), ['checkpoint held 2: not one of this log by this policy']);
  },
);
