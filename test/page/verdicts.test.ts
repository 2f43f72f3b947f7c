import t from 'tap';
import { loadBag } from '../helpers/bag-files.js';
import { skipWithoutChromium } from '../helpers/chromium.js';
import { forgeExport, verifyForged } from '../helpers/forged-export.js';
import { collectItem, foundedLog } from '../helpers/forged-story.js';
import { sampleFolder, samplePolicy, verifySample } from '../helpers/sample-export.js';
import { skipWithoutVectors } from '../helpers/vectors.js';
import { VerifierPage } from '../helpers/verifier-page.js';
import { zipFiles } from '../helpers/zip-files.js';

const policyFile = (text: string) => ({ name: 'policy.txt', bytes: Buffer.from(text) });

t.test(
  'the page says of the exports of another implementation what the command line says',
  { skip: skipWithoutChromium || skipWithoutVectors },
  async t => {
    const verifier = await VerifierPage.open(t);
    for (const sample of ['complete', 'partial', 'withheld']) {
      const zip = { name: 'dossier.zip', bytes: await zipFiles(loadBag(sampleFolder(sample)), 0) };
      t.same(
        await verifier.verify({ zip, policy: policyFile(samplePolicy()) }),
        await verifySample(sample),
        sample,
      );
    }
    t.same(verifier.strayed, [], 'nothing was asked for, nothing went wrong');
  },
);

t.test('whole and part of a log, with and without its policy', { skip: skipWithoutChromium }, async t => {
  const { log, cast } = await foundedLog();
  const items = [await collectItem(log, cast), await collectItem(log, cast)];
  const verifier = await VerifierPage.open(t);
  for (const wanted of [null, items.slice(0, 1)]) {
    const zip = { name: 'dossier.zip', bytes: await zipFiles(await forgeExport(log, { wanted }), 6) };
    const expected = await verifyForged(log, { wanted });
    t.equal(expected.verdict, 'ok');
    t.same(await verifier.verify({ zip, policy: policyFile(log.policy) }), expected);
    const unchecked = await verifier.verify({ zip });
    t.match(unchecked, { verdict: 'fail', failed: { check: 'policy', where: 'policy.txt' } });
    t.equal(
      await verifier.page.locator('.headline').textContent(),
      'NOT CHECKED: choose the policy of the log (policy.txt) that you were handed apart from this file.',
    );
    const bad = await verifier.verify({ zip, policy: policyFile('nonsense') });
    t.match(bad, { verdict: 'fail', failed: { check: 'policy' } });
  }
  t.same(verifier.strayed, [], 'nothing was asked for, nothing went wrong');
});
