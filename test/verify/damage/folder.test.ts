import { createHash } from 'node:crypto';
import t from 'tap';
import { type Verdict, verifyExport } from '../../../src/verify/index.js';
import { type Files, memoryBag, sealBag } from '../../helpers/bag-files.js';
import { chosenOffsets, flipped } from '../../helpers/every-byte.js';
import { forgeExport } from '../../helpers/forged-export.js';
import { ForgedLog } from '../../helpers/forged-log.js';
import { collectItem, enlist, found } from '../../helpers/forged-story.js';

t.setTimeout(3_600_000);

const log = await ForgedLog.prepare();
await found(log);
const [one, two] = log.founders;
if (one === undefined || two === undefined) throw new Error('no founders');
const collector = await enlist(log, [one, two], 'WIT');
const witness = await enlist(log, [one, two], 'EOD');
const item = await collectItem(log, { registrars: [one, two], operator: one, collector, witness });
const exports = {
  complete: await forgeExport(log),
  partial: await forgeExport(log, { wanted: [item] }),
};

function verify(files: Files): Promise<Verdict> {
  return verifyExport(memoryBag(files), {
    policy: log.policy,
    createSha256: () => createHash('sha256'),
  });
}

// Every byte with SCELLE_EVERY_BYTE=yes; else every 13th one.
for (const [name, whole] of Object.entries(exports)) {
  t.test(`RQ-06: bytes of a folder flipped, ${name}: refused as a bag, or read as it was`, async t => {
    const before = await verify(whole);
    t.equal(before.verdict, 'ok', JSON.stringify(before.failed));
    let count = 0;
    for (const [path, bytes] of whole) {
      for (const offset of chosenOffsets(bytes.length, 13)) {
        count += 1;
        const files = new Map(whole).set(path, flipped(bytes, offset, 1 << (offset % 8)));
        const verdict = await verify(files);
        if (verdict.failed?.check === 'bag') continue;
        if (JSON.stringify(verdict) !== JSON.stringify(before)) {
          t.same(verdict, before, `${path}, byte ${offset}`);
        }
      }
    }
    t.comment(`${count} flipped`);
  });
}

/** Files that a verifier does not read: what is said in them counts for nothing. */
const notRead = ['bag-info.txt', 'data/policy.txt'];

/** Checks that may find damage to a file under the manifests of the forger, as the format has it. */
const checksOf: readonly (readonly [RegExp, RegExp])[] = [
  [/^bagit\.txt$/, /^bag$/],
  [/^data\/log\.json$/, /^(bag|checkpoint|root|inclusion|head|group)$/],
  [/^data\/checkpoint$/, /^(checkpoint|inclusion)$/],
  [/^data\/events\.ndjson$/, /^(bag|jws|jcs|key|disclosure|leaf|inclusion|sequence|prev-leaf|root|head)$/],
  [/^data\/subjects\.ndjson$/, /^(bag|leaf|head)$/],
  [/^data\/tile\//, /^root$/],
  [/^data\/proof\//, /^inclusion$/],
];

/** Where the damage is inside of one signed statement, the format leaves one name alone for each of its parts. */
function partOf(line: string, at: number, isFirst: boolean): RegExp | null {
  const jws = line.indexOf('"jws":"') + '"jws":"'.length;
  const header = line.indexOf('.', jws);
  const payload = line.indexOf('.', header + 1);
  const end = line.indexOf('"', jws);
  if (at < jws || at >= end || at === header || at === payload) return null;
  // A character that is a quote, a backslash or no ASCII makes the line itself another one.
  // Leaf 0 holds the keys that it is signed with.
  if (at < header || (isFirst && at < payload)) return /^(jws|key|bag)$/;
  return /^(jws|bag)$/;
}

// Every byte with SCELLE_EVERY_BYTE=yes; else every 97th one.
for (const [name, whole] of Object.entries(exports)) {
  t.test(
    `bytes flipped under the manifests of the forger, ${name}: found by the check of their place`,
    async t => {
      const before = await verify(whole);
      for (const [path, bytes] of whole) {
        if (/manifest/.test(path)) continue;
        const [, allowed = /^$/] = checksOf.find(([pattern]) => pattern.test(path)) ?? [];
        for (const offset of chosenOffsets(bytes.length, 97)) {
          const bit = 1 << (offset % 8);
          const { verdict, failed, notProven } = await verify(
            sealBag(new Map(whole).set(path, flipped(bytes, offset, bit))),
          );
          const told = `${path}, byte ${offset}, bit ${bit}: ${JSON.stringify(failed)}`;
          if (verdict === 'ok') {
            // A cosignature of nobody known is none: it is missed, and that is said.
            const unwitnessed = path === 'data/checkpoint' && notProven.length > before.notProven.length;
            if (!notRead.includes(path) && !unwitnessed) t.fail(told);
            continue;
          }
          if (!allowed.test(failed?.check ?? '')) t.fail(told);
          if (path !== 'data/events.ndjson') continue;
          const text = Buffer.from(bytes).toString('latin1');
          const start = text.lastIndexOf('\n', offset - 1) + 1;
          const line = text.slice(start, text.indexOf('\n', offset));
          const part = partOf(line, offset - start, start === 0);
          if (part !== null && !part.test(failed?.check ?? '')) t.fail(told);
        }
      }
    },
  );
}
