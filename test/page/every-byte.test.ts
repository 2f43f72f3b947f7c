import { createHash } from 'node:crypto';
import t from 'tap';
import { openZipBag, type Verdict, verifyExport } from '../../src/verify/index.js';
import { bytesOf, sealBag } from '../helpers/bag-files.js';
import { skipWithoutChromium } from '../helpers/chromium.js';
import { chosenOffsets, flipped, isLongRun } from '../helpers/every-byte.js';
import { forgeExport } from '../helpers/forged-export.js';
import { collectItem, foundedLog } from '../helpers/forged-story.js';
import { VerifierPage } from '../helpers/verifier-page.js';
import { accessTo, zipFiles } from '../helpers/zip-files.js';

// Every byte of the ZIP and of each file in it takes days of one machine: run it in parts, such as
// `SCELLE_EVERY_BYTE=3/41 npm run every-byte-page`, an hour or less each. An odd number of parts flips every bit.
t.setTimeout(isLongRun ? 72 * 3_600_000 : 900_000);

const PAGES = 3;

const { log, cast } = await foundedLog();
const item = await collectItem(log, cast);
const whole = await forgeExport(log, { wanted: [item] });
const policy = { name: 'policy.txt', bytes: bytesOf(log.policy) };

/** The ZIP with a byte changed, and the ZIP of a forger who makes the manifests anew over a changed byte. */
async function* damagedZips(): AsyncGenerator<{ readonly told: string; readonly bytes: Uint8Array }> {
  const zip = await zipFiles(whole, 0);
  for (const offset of chosenOffsets(zip.length, 4001)) {
    yield { told: `ZIP, byte ${offset}`, bytes: flipped(zip, offset, 1 << (offset % 8)) };
  }
  for (const [path, bytes] of whole) {
    if (/manifest/.test(path)) continue;
    for (const offset of chosenOffsets(bytes.length, 2003)) {
      const files = new Map(whole).set(path, flipped(bytes, offset, 1 << (offset % 8)));
      yield { told: `${path}, byte ${offset}`, bytes: await zipFiles(sealBag(files), 0) };
    }
  }
}

t.test(
  'RQ-06: of bytes flipped in a ZIP, and under the manifests of a forger, the page says what the command line says',
  { skip: skipWithoutChromium },
  async t => {
    const pages = await VerifierPage.openSeveral(t, PAGES);
    // A long run goes on beside other work: a machine that is late has found nothing.
    for (const { page } of pages) page.setDefaultTimeout(600_000);
    const zips = damagedZips();
    const found = new Map<string, number>();
    const takeTurns = async (page: VerifierPage) => {
      for (;;) {
        const { value, done } = await zips.next();
        if (done === true) return;
        const { told, bytes } = value;
        const expected = await verifyAsCommandLine(bytes);
        const said = await page.verify({ zip: { name: 'dossier.zip', bytes }, policy });
        const check = expected.failed?.check ?? 'ok';
        found.set(check, (found.get(check) ?? 0) + 1);
        t.same(said, expected, told);
      }
    };
    await Promise.all(pages.map(takeTurns));
    t.comment([...found].map(([check, count]) => `${check} ${count}`).join(', '));
    for (const check of ['bag', 'jws', 'inclusion']) t.ok(found.has(check), `some fail at ${check}`);
    t.same(
      pages.flatMap(({ strayed }) => strayed),
      [],
      'nothing was asked for, nothing went wrong',
    );
  },
);

function verifyAsCommandLine(zip: Uint8Array): Promise<Verdict> {
  return verifyExport(openZipBag(accessTo(zip)), {
    policy: log.policy,
    createSha256: () => createHash('sha256'),
  });
}
