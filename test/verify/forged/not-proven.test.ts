import t from 'tap';
import { disclosureDigest, makeDisclosure } from '../../../src/log/index.js';
import { bytesOf, memoryBag, sealBag } from '../../helpers/bag-files.js';
import { forgeExport, verifyForged } from '../../helpers/forged-export.js';
import { uuid } from '../../helpers/forged-log.js';
import { collectItem, foundedLog } from '../../helpers/forged-story.js';
import { note } from '../../helpers/forgeries.js';
import { random } from '../../helpers/founders.js';
import { verifyKept } from '../../helpers/verify-kept.js';

t.test('withheld claims are told from erased ones, and both from disclosed ones', async t => {
  const { log, cast } = await foundedLog();
  const subject = `evidence/${uuid()}`;
  const claims = [1, 2, 3].map(value => makeDisclosure(random(16), value));
  const digests = claims.map(disclosureDigest);
  const [shown = '', withheld = '', erased = ''] = digests;
  const registered = await log.append({
    by: cast.collector,
    role: 'WIT',
    subject,
    type: 'evidence.registered',
    body: { shown: { _sd: shown }, withheld: { _sd: withheld }, erased: { _sd: erased } },
    disclosures: claims.slice(0, 1),
  });
  const erasure = await log.append({
    by: cast.collector,
    role: 'WIT',
    subject,
    type: 'evidence.disclosure-erased',
    body: { eventId: registered.eventId, digest: erased, reason: 'DEMO' },
  });
  await log.countersign(erasure, cast.witness, 'EOD');
  const { verdict, notProven, failed } = await verifyForged(log);
  t.equal(verdict, 'ok', JSON.stringify(failed));
  const { index } = registered;
  t.same(notProven.slice(-2), [
    `withheld claims, at leaves (1): ${index}`,
    `erased claims, at leaves (1): ${index}`,
  ]);
});

t.test(
  'files: not inside, of another size, bound in what is disclosed alone; files that nobody knows',
  async t => {
    const { log, cast } = await foundedLog();
    const content = bytesOf('DEMO photograph');
    const sha256 = Buffer.from(
      await globalThis.crypto.subtle.digest('SHA-256', content as Uint8Array<ArrayBuffer>),
    ).toString('hex');
    const file = (size: number, hash = sha256) => ({ sha256: hash, size, mediaType: 'text/plain' });
    await note(log, cast, { body: { photo: [file(content.length + 1)] } });
    const missing = 'a'.repeat(64);
    const disclosure = makeDisclosure(random(16), { deep: [file(1, missing)] });
    await note(log, cast, {
      body: { photo: { _sd: disclosureDigest(disclosure) } },
      disclosures: [disclosure],
    });
    const files = await forgeExport(log);
    files.set(`data/file/${sha256}`, content);
    files.set('data/notes.txt', bytesOf('-'));
    files.set('data/report/index.html', bytesOf('<p>'));
    const { verdict, notProven, failed, counts } = await verifyKept(memoryBag(sealBag(files)), {
      policy: log.policy,
    });
    t.equal(verdict, 'ok', JSON.stringify(failed));
    t.equal(counts.files, 1);
    t.same(notProven.slice(-4), [
      `files not inside, by SHA-256 (1): ${missing}`,
      `files inside whose size is not the one that was signed (1): ${sha256}`,
      'files that the format does not know (1): notes.txt',
      'that report/ (tables, print, copies, page) is what was recorded: only the receipt of the act that records it (dossier.built, export.generated), handed over apart, shows it',
    ]);
  },
);

t.test('references outside: what an item names and is not inside', async t => {
  const { log, cast } = await foundedLog();
  const one = await collectItem(log, cast);
  const two = await collectItem(log, cast);
  const named = log.headOf(two)?.eventId ?? '';
  await note(log, cast, { subject: one, refs: [named] });
  const inside = await verifyForged(log, { wanted: [one] });
  t.equal(inside.verdict, 'ok', JSON.stringify(inside.failed));
  t.notOk(inside.notProven.some(text => text.startsWith('references outside')));
  const lean = await verifyForged(log, { wanted: [one], without: [two] });
  t.equal(lean.verdict, 'ok', JSON.stringify(lean.failed));
  t.match(lean.notProven.at(-1), `references outside (1): ${named}`);
});
