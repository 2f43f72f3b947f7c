import { join } from 'node:path';
import type { Page } from 'playwright-core';
import t, { type Test } from 'tap';
import { skipWithoutChromium } from '../helpers/chromium.js';
import { runDemoCommand, temporaryFolder } from '../helpers/demo-command.js';
import { scelle } from '../helpers/scelle.js';
import { VerifierPage } from '../helpers/verifier-page.js';

t.setTimeout(900_000);

t.test(
  'of the dossier of the demonstration and of its supplement `scelle verify` and the page say ok, and list the same as not proven, word for word',
  { skip: skipWithoutChromium },
  async t => {
    const out = join(await temporaryFolder(t), 'out');
    t.equal((await runDemoCommand(['--json', 'demo', '--out', out]).ended).code, 0);
    const policy = join(out, 'policy.txt');
    for (const name of ['dossier.zip', 'dossier-supplement.zip']) {
      const verifier = await VerifierPage.open(t, { locale: 'fr' });
      const receipt = join(out, name.replace('.zip', '.receipt.json'));
      await saysTheSame(t, verifier, { zip: join(out, name), policy, known: [] });
      await saysTheSame(t, verifier, { zip: join(out, name), policy, known: [receipt] });
      t.match(
        (await saidOtherwise(verifier.page)).join('\n'),
        /RECORDED: the act dossier\.built \(DEMO-DOSSIER-1, version \d\)/,
        'E41: by the receipt beside it, to the last byte',
      );
      await showsRelease(t, verifier);
      if (name === 'dossier.zip') await showsCopies(t, verifier);
      const pieces = await verifier.page
        .locator('.card[aria-labelledby="items-title"] .piece')
        .allTextContents();
      t.match(
        pieces.slice(0, 3),
        ['Piece no. 1', 'Piece no. 2', 'Piece no. 3'],
        `${name}: in the order of its bordereau`,
      );
      t.same(verifier.strayed, [], 'nothing was asked for, nothing went wrong');
    }
    const other = join(out, 'dossier-supplement.receipt.json');
    const mistaken = await VerifierPage.open(t, { locale: 'en' });
    await mistaken.verify({ zip: join(out, 'dossier.zip'), policy, known: [other] });
    t.match(
      (await saidOtherwise(mistaken.page)).join('\n'),
      /NOT CHECKED: report\/.*ANOTHER ONE: the receipt that you hold is of another dossier \(DEMO-DOSSIER-1, version 2\)/s,
      'the receipt of another dossier is told first, and proves nothing of this one',
    );
    // A dossier is built before the handover (E41, E42): who has an item later on stands in the export of its history.
    const later = await VerifierPage.open(t, { locale: 'en' });
    const itself = await later.verify({ zip: join(out, 'audit-item.zip'), policy });
    t.equal(itself.verdict, 'ok');
    await showsHandover(t, later);
    t.same(later.strayed, [], 'nothing was asked for, nothing went wrong');
  },
);

/** In both languages, word for word; the page is left in English. */
async function saysTheSame(
  t: Test,
  verifier: VerifierPage,
  {
    zip,
    policy,
    known,
  }: { readonly zip: string; readonly policy: string; readonly known: readonly string[] },
): Promise<void> {
  const { page } = verifier;
  const verdict = await verifier.verify({ zip, policy, known });
  t.equal(verdict.verdict, 'ok');
  const given = [zip, '--policy', policy, ...(known.length > 0 ? ['--known', ...known] : [])];
  for (const language of ['fr', 'en'] as const) {
    await page.locator(`#speak-${language}`).click();
    const { code, stdout } = await scelle(['--lang', language, 'verify', ...given]);
    t.equal(code, 0);
    const open = listedIn(stdout);
    t.ok(open.length > 0);
    t.same(await page.locator('.open li').allTextContents(), open, `${zip}, ${language}: not proven`);
    t.same(await saidOtherwise(page), linesBesideList(stdout), `${zip}, ${language}: everything else`);
  }
  const machine = await scelle(['--json', 'verify', ...given]);
  t.same(machine.json(), await verifier.verdict(), 'in English: the whole verdict');
}

const item = '  - ';

/** The lines of the list of what is not proven. */
function listedIn(stdout: string): readonly string[] {
  return stdout
    .split('\n')
    .filter(line => line.startsWith(item))
    .map(line => line.slice(item.length));
}

/** Every other line, but the title of that list. */
function linesBesideList(stdout: string): readonly string[] {
  const lines = stdout.split('\n').filter(line => line.trim() !== '');
  const first = lines.findIndex(line => line.startsWith(item));
  return lines
    .filter((line, place) => place !== first - 1 && !line.startsWith(item))
    .map(line => line.trim());
}

async function saidOtherwise(page: Page): Promise<readonly string[]> {
  const lists = ['.verdict .headline', '.verdict .warnings li', '.verdict .facts li', '.verdict .closing'];
  const said = await Promise.all(lists.map(list => page.locator(list).allTextContents()));
  return said.flat();
}

/** The handover is the end of the custody of each item: in the table, in the picture, and in short. */
async function showsHandover(t: Test, { page }: VerifierPage): Promise<void> {
  const items = page.locator('.card[aria-labelledby="items-title"] .items > li');
  const count = await items.count();
  t.ok(count > 0);
  for (let place = 0; place < count; place += 1) {
    const one = items.nth(place);
    await one.locator('h3 button').click();
    await one.locator('.acts').waitFor();
    const passed = one.locator('.acts tr.passes .note');
    t.match(await passed.last().textContent(), /^Custody passes to the national authority – ./);
    t.equal(await one.locator('.timeline .span.national').count(), 1);
    t.match(await one.locator('.timeline .span').last().getAttribute('class'), /national/);
    t.match(await one.locator('.short').textContent(), /Handed over to/);
    t.match(await one.locator('.counts').textContent(), /\d+ acts · (1 picture|\d+ pictures)/);
    await one.locator('.pictures img').first().waitFor();
    await one.locator('h3 button').click();
  }
}

/** What leaves of each photograph is a copy without metadata: it is shown, and told from the original. */
async function showsCopies(t: Test, { page }: VerifierPage): Promise<void> {
  const pieces = page.locator('.card[aria-labelledby="items-title"] .items > li:has(.piece)');
  const count = await pieces.count();
  t.ok(count > 0);
  for (let place = 0; place < count; place += 1) {
    const piece = pieces.nth(place);
    await piece.locator('h3 button').click();
    const figure = piece.locator('.pictures figure').first();
    await figure.locator('img').waitFor();
    t.match(
      await figure.textContent(),
      /Copy without metadata, as the list of this dossier has it.*the original alone.*SHA-256 [0-9a-f]{12}…/s,
    );
    t.match(await figure.textContent(), /\d Apr 2021, \d\d:\d\d UTC/, 'when it was taken');
  }
  await page.locator('#speak-fr').click();
  const again = pieces.first().locator('.pictures figure').first();
  await again.locator('img').waitFor();
  t.match(await again.textContent(), /Copie sans métadonnées/, 'what was open is open in the other language');
  await page.locator('#speak-en').click();
}

async function showsRelease(t: Test, { page }: VerifierPage): Promise<void> {
  const release = page.locator('#matters-release > li');
  await release.locator('h4 button').click();
  t.match(await release.locator('.short').textContent(), /Granted with conditions.*Conditions/s);
}
