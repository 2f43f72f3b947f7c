import type { Locator, Page } from 'playwright-core';
import t, { type Test } from 'tap';
import type { JsonObject } from '../../src/log/index.js';
import { findFaults } from '../helpers/accessibility.js';
import { bytesOf } from '../helpers/bag-files.js';
import { skipWithoutChromium } from '../helpers/chromium.js';
import { forgeMatters, statementSubject, withPieces } from '../helpers/forged-matters.js';
import { VerifierPage } from '../helpers/verifier-page.js';
import { zipFiles } from '../helpers/zip-files.js';

t.setTimeout(600_000);

const { files, policy: policyText, item, last } = await forgeMatters();
const zip = { name: 'dossier.zip', bytes: await zipFiles(files, 6) };
const policy = { name: 'policy.txt', bytes: bytesOf(policyText) };

t.test(
  'release with its conditions, request, information, hold and examination are shown, and what is withheld is counted',
  { skip: skipWithoutChromium },
  async t => {
    const verifier = await VerifierPage.open(t, { locale: 'fr' });
    const { page } = verifier;
    t.match(await verifier.verify({ zip, policy }), { verdict: 'ok', failed: null });
    const opened = async (list: string) => {
      const place = page.locator(`${list} > li`).first();
      await place.locator('button[aria-expanded]').first().click();
      await place.locator('.acts').waitFor();
      return (await place.textContent()) ?? '';
    };
    const release = await opened('#matters-release');
    t.match(release, /2 actes/);
    t.match(release, 'Accordée sous conditions');
    t.match(release, 'Restitution – DEMO: to be given back');
    t.match(release, 'DEMO line – Données personnelles de tiers – DEMO third person');
    const decided = page.locator('#matters-release .acts tr.act').last();
    await decided.locator('button.signed').click();
    t.match(
      await decided.locator('+ tr.whole').textContent(),
      'Accordée sous conditions (GRANTED_WITH_CONDITIONS)',
    );
    t.match(await opened('#matters-request'), 'Autorité requérante');
    const information = await opened('#matters-information');
    t.match(information, /1 acte · 2 éléments sont réservés/);
    t.match(information, /Auteur, une autre personneréservé/);
    await page.locator('#matters-information button.signed').first().click();
    const signed = await page.locator('#matters-information tr.whole').textContent();
    t.match(signed, /Le document – Auteur, une autre personneréservé \(empreinte [\w-]{43}\)/);
    t.match(signed, /tiers \?non/, 'yes and no in words');
    await page.locator('#matters-information > li').last().locator('button').click();
    const statement = page.locator('#matters-information > li').last();
    await statement.locator('.acts').waitFor();
    t.match(await statement.textContent(), /Comment il le saitVu.*J’ai vu|Comment il le sait.*j’ai vu/s);
    t.match(await statement.textContent(), /Ce qui pourrait identifier une autre personneréservé/);
    const hold = await opened('#matters-hold');
    t.match(hold, /1 élément est réservé/);
    t.match(hold, 'Motifréservé');
    t.match(await opened('#matters-examination'), /Rapport .*, version 1/);
    const result = await opened('.items:not([id])');
    t.match(result, /Résultat de laboratoire \(feuille \d+\)/);
    t.match(result, /constatations : DEMO/);
    t.match(result, 'avis : réservé');
    t.same(verifier.strayed, []);
  },
);

const lists = ['request', 'release', 'information', 'examination', 'hold'].map(kind => `#matters-${kind}`);

t.test(
  'each list is reached, opened and closed by keyboard, and said to be open',
  { skip: skipWithoutChromium },
  async t => {
    const { page } = await verified(t);
    for (const list of lists) {
      const button = page.locator(`${list} > li > h4 > button`).first();
      await page.keyboard.press('Tab');
      for (let step = 0; step < 40 && !(await isFocused(button)); step += 1) await page.keyboard.press('Tab');
      t.ok(await isFocused(button), `${list} is reached by Tab`);
      await page.keyboard.press('Enter');
      t.equal(await button.getAttribute('aria-expanded'), 'true', `${list} opens by Enter`);
      const place = page.locator(`#${await button.getAttribute('aria-controls')}`);
      await place.locator('.acts').waitFor();
      await page.keyboard.press('Tab');
      const signed = place.locator('button.signed').first();
      t.ok(await isFocused(signed), 'then comes the first of its acts');
      await page.keyboard.press('Space');
      t.ok(
        await place.locator(`#${await signed.getAttribute('aria-controls')}`).isVisible(),
        'opens by Space',
      );
      await page.keyboard.press('Space');
      t.equal(await place.locator('tr.whole:visible').count(), 0);
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Enter');
      t.notOk(await place.isVisible(), `${list} closes`);
    }
  },
);

t.test(
  'axe finds no fault in any list, opened, in both languages, wide and narrow',
  { skip: skipWithoutChromium },
  async t => {
    const { page } = await verified(t);
    for (const [language, width] of [
      ['fr', 1280],
      ['en', 360],
      ['fr', 360],
      ['en', 1280],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.locator(`#speak-${language}`).click();
      // What is open already stays open in the other language.
      await clickEach(page, '.items > li > :is(h3, h4) > button[aria-expanded="false"]');
      await page.locator('.items > li').last().locator('.acts').waitFor();
      await clickEach(page, 'button.signed[aria-expanded="false"]');
      t.equal(await page.locator('tr.whole:visible').count(), await page.locator('button.signed').count());
      t.same(await findFaults(page), [], `${language}, ${width} wide`);
      const wide = Number(await page.evaluate('document.documentElement.scrollWidth'));
      t.ok(wide <= width, `nothing stands out: ${wide}`);
    }
  },
);

t.test(
  'pieces of a dossier bear the numbers of its bordereau, where that names the last act that is inside',
  { skip: skipWithoutChromium },
  async t => {
    const { page } = await verified(t, {
      v: 1,
      pieces: [
        { number: 7, piece: item, eventId: last.eventId },
        { number: 8, piece: statementSubject, eventId: last.eventId },
        'no piece',
      ],
    });
    t.match(await page.locator('.items:not([id]) .piece').allTextContents(), ['Pièce n° 7']);
    t.equal(await page.locator('#matters-information .piece').count(), 0, 'its last act is another');
    t.match(await page.locator('.pieces-hash code').textContent(), /^[0-9a-f]{64}$/);
    const other = await verified(t, { v: 2, pieces: [] });
    t.equal(
      await other.page.locator('.pieces-hash, .piece').count(),
      0,
      'what is no such list is passed over',
    );
    const piece = { number: 7, piece: item, eventId: last.eventId };
    const long = await verified(t, {
      v: 1,
      pieces: [piece, ...Array.from({ length: 1_500_000 }, () => ({}))],
    });
    t.equal(await long.page.locator('.piece').count(), 0, 'nor is a list of more than 4 MiB parsed');
  },
);

/** @param pieces list of pieces, as a dossier has one */
async function verified(t: Test, pieces?: JsonObject): Promise<VerifierPage> {
  const verifier = await VerifierPage.open(t, { locale: 'fr' });
  const bytes = pieces === undefined ? zip.bytes : await zipFiles(withPieces(files, pieces), 6);
  t.match(await verifier.verify({ zip: { name: 'dossier.zip', bytes }, policy }), {
    verdict: 'ok',
    failed: null,
  });
  return verifier;
}

function isFocused(place: Locator): Promise<boolean> {
  return place.evaluate(node => node === node.ownerDocument.activeElement);
}

async function clickEach(page: Page, closed: string): Promise<void> {
  while ((await page.locator(closed).count()) > 0) await page.locator(closed).first().click();
}
