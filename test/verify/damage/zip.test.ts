import { createHash } from 'node:crypto';
import t, { type Test } from 'tap';
import { openZipBag, type Verdict, verifyExport } from '../../../src/verify/index.js';
import { chosenOffsets, flipped, forEach, offsets } from '../../helpers/every-byte.js';
import { forgeExport } from '../../helpers/forged-export.js';
import { ForgedLog } from '../../helpers/forged-log.js';
import { found } from '../../helpers/forged-story.js';
import { accessTo, zipFiles } from '../../helpers/zip-files.js';

t.setTimeout(3_600_000);

const log = await ForgedLog.prepare();
await found(log);
const files = await forgeExport(log);

function verify(zip: Uint8Array): Promise<Verdict> {
  const createSha256 = () => createHash('sha256');
  return verifyExport(openZipBag(accessTo(zip)), { policy: log.policy, createSha256 });
}

/** What is damaged, and how it is read whole. */
interface Whole {
  readonly zip: Uint8Array;
  readonly verdict: Verdict;
}

async function makeWhole(level: 0 | 6): Promise<Whole> {
  const zip = await zipFiles(files, level);
  return { zip, verdict: await verify(zip) };
}

/** Damage is *bag*; only what the ZIP says beside its files, as when they were written, may change unnoticed. */
async function judge(
  t: Test,
  { verdict: whole }: Whole,
  zip: Uint8Array,
  name: string,
): Promise<'ok' | 'fail'> {
  const verdict = await verify(zip);
  if (verdict.verdict === 'ok') {
    if (JSON.stringify(verdict) !== JSON.stringify(whole)) t.same(verdict, whole, name);
  } else if (verdict.failed?.check !== 'bag') {
    t.fail(`${name}: ${JSON.stringify(verdict.failed)}`);
  }
  return verdict.verdict;
}

// Every byte with SCELLE_EVERY_BYTE=yes; else every 11th one, and of a deflated ZIP every 31st.
for (const [how, level, stride] of [
  ['stored', 0, 11],
  ['deflated', 6, 31],
] as const) {
  t.test(`bytes of a ZIP, ${how}, flipped: refused as a bag, or read as it was`, async t => {
    const whole = await makeWhole(level);
    t.equal(whole.verdict.verdict, 'ok', JSON.stringify(whole.verdict.failed));
    const { zip } = whole;
    const counts = { ok: 0, fail: 0 };
    await forEach(chosenOffsets(zip.length, stride), async offset => {
      counts[await judge(t, whole, flipped(zip, offset, 1 << (offset % 8)), `byte ${offset}`)] += 1;
    });
    t.comment(`${zip.length} bytes: ${counts.fail} refused, ${counts.ok} read as they were`);
    t.ok(counts.fail > 10 * counts.ok, 'most bytes count');
  });

  t.test(`a ZIP, ${how}, cut at every length: refused as a bag`, async t => {
    const whole = await makeWhole(level);
    await forEach(offsets(whole.zip.length, 1), async length => {
      if ((await judge(t, whole, whole.zip.subarray(0, length), `cut to ${length}`)) === 'ok') {
        t.fail(`cut to ${length} bytes`);
      }
    });
  });
}
