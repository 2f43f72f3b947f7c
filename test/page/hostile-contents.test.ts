import t from 'tap';
import type { JsonObject } from '../../src/log/index.js';
import { bytesOf } from '../helpers/bag-files.js';
import { informationSubject } from '../helpers/bodies/information.js';
import { releaseSubject } from '../helpers/bodies/release.js';
import { skipWithoutChromium } from '../helpers/chromium.js';
import { forgeExport } from '../helpers/forged-export.js';
import { uuid } from '../helpers/forged-log.js';
import { foundedLog } from '../helpers/forged-story.js';
import { VerifierPage } from '../helpers/verifier-page.js';
import { zipFiles } from '../helpers/zip-files.js';

t.setTimeout(600_000);

/*
 * Whoever has an officer's key signs what he likes: the log enters it, the verifier says that it was signed, and the page
 * shows it. Nothing of it may be more than text, read otherwise than it was written, or hold up the reader.
 */

const markup = '<img src=x onerror="document.title=1"><script>document.title=2</script>&lt;b&gt;';
const turned = 'rapport\u202efdp.exe\u2066\u200b\u0007';
const long = 'mot '.repeat(12_000);
const ACTS = 450;

const { log, cast } = await foundedLog();
const item = `evidence/${uuid()}`;
const say = (subject: string, type: string, form: number, body: JsonObject) =>
  log.append({ by: cast.collector, role: 'WIT', subject, type, body, payload: { form } });
const member = (name: string, value: string): JsonObject => Object.fromEntries([[name, value]]);

await say(item, 'evidence.registered', 2, {
  description: { en: markup, fr: turned },
  place: { description: turned },
  occurred: { at: '9999-12-31T23:59:59Z', precision: markup },
  photographs: [
    {
      number: markup,
      file: { sha256: 'f'.repeat(64), size: 9_007_199_254_740_991, mediaType: 'image/svg+xml' },
    },
  ],
  reason: member('__proto__', markup),
  quantity: { amount: '9'.repeat(400), unit: markup },
});
for (let act = 1; act < ACTS; act += 1) {
  await say(item, 'evidence.placed', 1, { occurred: { at: 'no time' }, sealNumber: `${markup}${act}` });
}
const none = `evidence/${uuid()}`;
await say(none, 'evidence.has-own-property', 1, { description: null, seals: [{ number: -1, found: [] }] });
for (const subject of [releaseSubject, `release/${uuid()}`]) {
  await say(subject, 'release.decided', 3, {
    number: 'DEMO-TWICE',
    outcome: 'toString',
    conditions: [{ kind: '__proto__', text: markup }, turned, 7, null],
    redactions: { length: 1e9 },
    validFrom: 'not a time',
    reasons: long,
  });
}
await say(informationSubject, 'information.statement-taken', 1, {
  number: markup,
  title: { en: turned, fr: turned },
  words: 'مرحبا <b>ⵣ</b>',
  document: [],
  observed: 'hasOwnProperty',
});

const zip = {
  name: `${markup.replaceAll('/', '')}\u202e.zip`,
  bytes: await zipFiles(await forgeExport(log), 6),
};
const policy = { name: 'policy.txt', bytes: bytesOf(log.policy) };

t.test(
  'what is signed is text: no markup comes of it, marks of direction and controls stand by their number, and nothing hangs',
  { skip: skipWithoutChromium },
  async t => {
    const verifier = await VerifierPage.open(t);
    const { page } = verifier;
    const said = await verifier.verify({ zip, policy });
    t.match(said, { verdict: 'ok', failed: null });
    const buttons = page.locator('main .items > li > :is(h3, h4) > button');
    const count = await buttons.count();
    t.equal(count, 5, 'each of a number that is used twice stands for itself');
    for (let place = 0; place < count; place += 1) {
      await buttons.nth(place).click();
      await page.locator('main .history').nth(place).waitFor();
    }
    const acts = page.locator(`#history-${item.replace('/', '-')} .acts tbody tr.act`);
    t.equal(await acts.count(), 200, 'rows are made as they are wanted');
    await page.locator(`#history-${item.replace('/', '-')} > .history > button`).click();
    t.equal(await acts.count(), 400);
    await acts.first().locator('button.signed').click();
    const text = (await page.locator('main').textContent()) ?? '';
    t.ok(text.includes(markup), 'it stands there as it was written');
    t.ok(text.includes('[U+202E]fdp.exe[U+2066][U+200B][U+0007]'));
    t.notMatch(text, /[\u202a-\u202e\u2066-\u2069]/);
    t.equal(await page.locator('main img, main b, main script, main iframe').count(), 0);
    t.match(await page.title(), /^Verify a dossier/);
    await page.setViewportSize({ width: 360, height: 740 });
    const width = Number(await page.evaluate('document.documentElement.scrollWidth'));
    t.ok(width <= 360, `no text, however long, makes the page wider: ${width}`);
    const before = Date.now();
    await page.locator('#speak-fr').click();
    await page.locator('#speak-en').click();
    t.ok(Date.now() - before < 20_000, 'the page answers');
    t.same(verifier.strayed, [], 'nothing was asked for, nothing went wrong');
  },
);

t.test(
  'the policy of the page itself forbids every address, form, frame and program but its own',
  { skip: skipWithoutChromium },
  async t => {
    const { page } = await VerifierPage.open(t);
    const content = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    const rules = new Map((content ?? '').split('; ').map(rule => [rule.split(' ')[0], rule]));
    t.equal(rules.get('default-src'), "default-src 'none'", 'connect, frame, font, media, object: none');
    t.match(rules.get('script-src'), /^script-src 'sha256-[\w+/]{43}='$/);
    t.match(rules.get('style-src'), /^style-src 'sha256-[\w+/]{43}='$/);
    t.equal(rules.get('img-src'), 'img-src blob:');
    t.equal(rules.get('form-action'), "form-action 'none'");
    t.equal(rules.get('base-uri'), "base-uri 'none'");
    t.equal(rules.get('require-trusted-types-for'), "require-trusted-types-for 'script'");
  },
);
