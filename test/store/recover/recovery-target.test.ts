import t from 'tap';
import { newestOf, signedCheckpoints } from '../../../src/store/recover/recovery-target.js';
import { GrownLog } from '../../helpers/grown-log.js';

t.test('issue 4, section 5: a destroyed key of the log does not say how far the log had come', async t => {
  const [old, renewed] = [await GrownLog.create(), await GrownLog.create()];
  const { name: origin } = old.key;
  const keys = [old.key, renewed.key];
  const vault = { from: 'vault', note: await renewed.note(5), must: true };
  const before = { from: 'kept', note: await old.note(3), must: false };
  const thief = { from: 'source', note: await old.forkedAt(4).note(9), must: false };
  for (const notes of [
    [vault, before, thief],
    [thief, before, vault],
  ]) {
    const signed = await signedCheckpoints(notes, origin, keys);
    t.match(newestOf(signed), { size: 5, from: 'vault' });
    t.same(signed.map(({ size }) => size).sort(), [3, 5], 'what it signed before still counts');
  }
  await t.rejects(signedCheckpoints([vault, { ...thief, must: true }], origin, keys), {
    name: 'RecoverError',
  });
});
