import t from 'tap';
import { verifyInEachLanguage } from '../../src/verify/index.js';
import { findFaults } from '../helpers/accessibility.js';
import { bytesOf, edit, memoryBag } from '../helpers/bag-files.js';
import { skipWithoutChromium } from '../helpers/chromium.js';
import { forgeExport } from '../helpers/forged-export.js';
import { collectItem, foundedLog } from '../helpers/forged-story.js';
import { VerifierPage } from '../helpers/verifier-page.js';
import { zipFiles } from '../helpers/zip-files.js';

t.setTimeout(600_000);

const { log, cast } = await foundedLog();
await collectItem(log, cast);
const files = await forgeExport(log);
const zip = { name: 'dossier.zip', bytes: await zipFiles(files, 0) };
const policy = { name: 'policy.txt', bytes: bytesOf(log.policy) };

t.test(
  'dropped on the page: the ZIP, the policy and a checkpoint, in any order',
  { skip: skipWithoutChromium },
  async t => {
    const verifier = await VerifierPage.open(t);
    const note = { name: 'checkpoint', bytes: files.get('data/checkpoint') ?? new Uint8Array() };
    await verifier.drop([note, policy, zip, { name: 'letter.txt', bytes: bytesOf('Monsieur le Procureur') }]);
    const { page } = verifier;
    await page.locator('#take-beside').waitFor();
    t.match(await page.locator('#names-zip').textContent(), /^dossier\.zip \(/);
    t.equal(await page.locator('#names-policy').textContent(), 'policy.txt');
    t.equal(await page.locator('#names-beside').textContent(), 'checkpoint');
    t.match(await page.locator('.warnings').textContent(), /^letter\.txt is neither/);
    await page.locator('#verify').click();
    t.equal((await verifier.verdict()).verdict, 'ok');
    t.match(
      await page.locator('.facts').textContent(),
      /Checkpoint held 1 \(size \d+\): this log contains it\./,
    );
    t.same(verifier.strayed, []);
  },
);

t.test('by keyboard alone, and the verdict is told and reached', { skip: skipWithoutChromium }, async t => {
  const verifier = await VerifierPage.open(t);
  const { page } = verifier;
  const reached = async () => {
    await page.keyboard.press('Tab');
    return page.evaluate('document.activeElement.id');
  };
  const order = ['speak-fr', 'speak-en', 'choose-zip', 'choose-policy', 'choose-beside', 'verify'];
  for (const id of order) t.equal(await reached(), id);
  await page.keyboard.press('Enter');
  t.equal(await page.locator('#verdict-title').count(), 0, 'without a ZIP nothing begins');
  await verifier.verify({ zip, policy });
  t.equal(await page.evaluate('document.activeElement.id'), 'verdict-title');
  t.match(await page.locator('#live').textContent(), /^HOLDS: all \d+ events/);
  for (let step = 0; step < 8 && (await page.locator('.items .history').count()) === 0; step += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate('document.activeElement.matches(".items button")'))
      await page.keyboard.press('Enter');
    await page.waitForTimeout(200);
  }
  t.equal(await page.locator('.items .history').count(), 1, 'an item opens by Enter');
  t.equal(await page.locator('.items button').first().getAttribute('aria-expanded'), 'true');
});

t.test(
  'each step is free of faults that axe finds, in both languages, wide and narrow',
  { skip: skipWithoutChromium },
  async t => {
    const verifier = await VerifierPage.open(t);
    const { page } = verifier;
    const check = async (name: string) => {
      t.same(await findFaults(page), [], name);
    };
    await check('at the beginning');
    await verifier.verify({ zip });
    await check('not verified');
    await verifier.verify({ zip, policy });
    await page.locator('.items button').first().click();
    await page.locator('.acts').waitFor();
    await page.locator('.acts button.signed').first().click();
    await check('holds, with an item open');
    await page.setViewportSize({ width: 360, height: 740 });
    await page.locator('#speak-fr').click();
    t.equal(await page.evaluate('document.documentElement.lang'), 'fr');
    t.equal(await page.evaluate('document.activeElement.id'), 'speak-fr', 'who switches stays where he is');
    await page.locator('.acts tr.whole').waitFor();
    t.equal(await page.locator('.acts button.signed').first().getAttribute('aria-expanded'), 'true');
    t.equal(await page.locator('.items .history').count(), 1, 'what was open stays open, and nothing else');
    await check('narrow, in French');
    const width = await page.evaluate('document.documentElement.scrollWidth');
    t.ok(Number(width) <= 360, `nothing stands out: ${width}`);
  },
);

t.test(
  'in French the same words as the command line, without another verification',
  { skip: skipWithoutChromium },
  async t => {
    const verifier = await VerifierPage.open(t);
    await verifier.verify({ zip, policy });
    await verifier.page.locator('#speak-fr').click();
    const { fr } = await verifyInEachLanguage(memoryBag(files), { policy: log.policy });
    t.same(await verifier.verdict(), fr.verdict);
    const open = await verifier.page.locator('.open li').allTextContents();
    t.same(open.slice(0, fr.account?.notProven.length), fr.account?.notProven);
    t.match(open.at(-1), /elle ne compte que si vous ne l'avez pas copiée de là/, 'it is the one inside');
  },
);

t.test(
  'nothing can be asked for, and what the export says is never markup',
  { skip: skipWithoutChromium },
  async t => {
    const verifier = await VerifierPage.open(t);
    const { page } = verifier;
    for (const ask of [
      `fetch('https://evidence.example/')`,
      `new Promise((done, fail) => { const image = new Image(); image.onload = done; image.onerror = () => fail(new Error('refused')); image.src = 'https://evidence.example/'; })`,
      `Promise.resolve().then(() => { document.body.innerHTML = '<b>'; })`,
      `Promise.resolve().then(() => new Worker('data:text/javascript,'))`,
    ]) {
      await t.rejects(page.evaluate(ask), ask);
    }
    const hostile = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
    const bag = edit(new Map(files), 'bag-info.txt', () => `Bagging-Date: ${hostile}\n`);
    const named = { name: 'a<b>c.zip', bytes: await zipFiles(bag, 0) };
    const said = await verifier.verify({
      zip: named,
      policy: { name: `${'p'.repeat(40)}.txt`, bytes: bytesOf(hostile) },
    });
    t.equal(said.failed?.check, 'policy');
    t.equal(await page.locator('main img, main b, main script').count(), 0);
    t.match(await page.title(), /Verify a dossier/);
  },
);

t.test(
  'where the browser makes no thread, the page verifies by itself',
  { skip: skipWithoutChromium },
  async t => {
    const verifier = await VerifierPage.open(t, {}, 'delete globalThis.Worker');
    t.equal((await verifier.verify({ zip, policy })).verdict, 'ok');
  },
);

t.test('a dossier of more than 100 MB is read in bounded memory', { skip: skipWithoutChromium }, async t => {
  const verifier = await VerifierPage.open(t);
  await verifier.verify({ zip, policy });
  const before = await verifier.peakMemory();
  const large = new Map(files);
  const part = Buffer.alloc(40 * 1024 ** 2, 'DEMO');
  for (const number of [1, 2, 3, 4]) large.set(`data/report/${number}.pdf`, part);
  const sealed = edit(large, 'bag-info.txt', text => text);
  const bytes = await zipFiles(sealed, 0);
  t.ok(bytes.length > 100 * 1024 ** 2);
  t.equal((await verifier.verify({ zip: { name: 'large.zip', bytes }, policy })).verdict, 'ok');
  const grown = (await verifier.peakMemory()) - before;
  t.comment(
    `${Math.round(grown / 1024 ** 2)} MiB more for a ZIP of ${Math.round(bytes.length / 1024 ** 2)} MiB`,
  );
  t.ok(grown < 120 * 1024 ** 2, `grew by ${grown}`);
});
