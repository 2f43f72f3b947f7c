import t from 'tap';
import { copyOf, filesOfCopies } from '../../../src/dossier/copies/cleaned-copies.js';
import { drawnPhotograph } from '../../helpers/drawn-photograph.js';
import { sha256Of } from '../../helpers/memory-bag.js';

const original = drawnPhotograph(64, 48);

t.test(
  'GATE-8: a copy that can no more be made ends the dossier, and leaves no empty file in it',
  async t => {
    const copy = await copyOf(sha256Of(original), 1, async () => original);
    if (copy === undefined) throw new Error('no copy was made');
    const opened = async (bytes: Buffer | null) => {
      const [file] = filesOfCopies([copy], async () => bytes);
      const parts: Uint8Array[] = [];
      for await (const part of file?.open() ?? []) parts.push(part);
      return sha256Of(Buffer.concat(parts));
    };
    t.equal(await opened(original), copy.sha256);
    await t.rejects(opened(null), /no copy of file/, 'the original is gone');
    await t.rejects(opened(drawnPhotograph(64, 48, 2)), /no copy of file/, 'it is another');
  },
);
