import t from 'tap';
import { bytesOf, edit, editLines, type Files, loadBag, memoryBag, sealBag } from '../helpers/bag-files.js';
import { ForgedLog } from '../helpers/forged-log.js';
import { sampleFolder, samplePolicy } from '../helpers/sample-export.js';
import { skipWithoutVectors } from '../helpers/vectors.js';
import { verifyKept } from '../helpers/verify-kept.js';

interface Damage {
  readonly sample?: 'complete' | 'partial' | 'withheld';
  readonly check: string;
  readonly where: string;
  readonly damage: (files: Files) => unknown;
  readonly policy?: string | null;
}

const policyOfAnotherLog = (await ForgedLog.prepare()).policy;

const file = '1d0a95c33f0167d0051b68d2335a72530f276db2d10ebb61a1a326311fea8491';

function drop(files: Files, path: string): Files {
  files.delete(path);
  return sealBag(files);
}

function swap(lines: string[], first: number, second: number): string[] {
  const [left = '', right = ''] = [lines[first], lines[second]];
  return lines.with(first, right).with(second, left);
}

/** What is done to a sample, and by which check it must be found; the manifests are those of the forger. */
const damages: Readonly<Record<string, Damage>> = {
  'a file changed without its manifest': {
    check: 'bag',
    where: 'log.json',
    damage: files => files.set('data/log.json', bytesOf('{}')),
  },
  'a file removed without its manifest': {
    check: 'bag',
    where: 'checkpoint',
    damage: files => files.delete('data/checkpoint'),
  },
  'a file that no manifest lists': {
    check: 'bag',
    where: 'report/extra.html',
    damage: files => files.set('data/report/extra.html', bytesOf('<p>')),
  },
  'a tag file that no manifest lists': {
    check: 'bag',
    where: 'extra.txt',
    damage: files => files.set('extra.txt', bytesOf('-')),
  },
  'a tag manifest without the payload manifest in it': {
    check: 'bag',
    where: 'manifest-sha256.txt',
    damage: files =>
      files.set(
        'tagmanifest-sha256.txt',
        bytesOf(`${'0'.repeat(64)}  bagit.txt\n${'0'.repeat(64)}  bag-info.txt\n`),
      ),
  },
  'no tag manifest': {
    check: 'bag',
    where: 'tagmanifest-sha256.txt',
    damage: files => files.delete('tagmanifest-sha256.txt'),
  },
  'a manifest of another algorithm': {
    check: 'bag',
    where: 'manifest-sha512.txt',
    damage: files => sealBag(files.set('manifest-sha512.txt', bytesOf(''))),
  },
  'files to be fetched from elsewhere': {
    check: 'bag',
    where: 'fetch.txt',
    damage: files => sealBag(files.set('fetch.txt', bytesOf('https://demo.example/x 1 data/x\n'))),
  },
  'another version of BagIt': {
    check: 'bag',
    where: 'bagit.txt',
    damage: files => edit(files, 'bagit.txt', text => text.replace('1.0', '0.97')),
  },
  'two paths that differ in case': {
    check: 'bag',
    where: 'report/A.html',
    damage: files =>
      sealBag(files.set('data/report/a.html', bytesOf('a')).set('data/report/A.html', bytesOf('b'))),
  },
  'events.ndjson missing': {
    check: 'bag',
    where: 'events.ndjson',
    damage: files => drop(files, 'data/events.ndjson'),
  },
  'a line that is not canonical': {
    check: 'bag',
    where: 'events.ndjson',
    damage: files =>
      editLines(files, 'data/events.ndjson', lines => lines.map(line => line.replace(':', ': '))),
  },
  'a member twice': {
    check: 'bag',
    where: 'events.ndjson',
    damage: files =>
      editLines(files, 'data/events.ndjson', lines =>
        lines.map(line => line.replace('{', '{"disclosures":[],')),
      ),
  },
  'the last line without its end': {
    check: 'bag',
    where: 'events.ndjson',
    damage: files => edit(files, 'data/events.ndjson', text => text.slice(0, -1)),
  },
  'subjects out of order': {
    check: 'bag',
    where: 'subjects.ndjson',
    damage: files => editLines(files, 'data/subjects.ndjson', lines => lines.reverse()),
  },
  'log.json with an unknown member': {
    check: 'bag',
    where: 'log.json',
    damage: files => edit(files, 'data/log.json', text => text.replace(',"v":1', ',"v":1,"w":2')),
  },
  'an attached file changed': {
    check: 'file',
    where: `file/${file}`,
    damage: files => edit(files, `data/file/${file}`, text => `${text}!`),
  },
  'two files swapped': {
    check: 'file',
    where: `file/${'0'.repeat(64)}`,
    damage: files => sealBag(files.set(`data/file/${'0'.repeat(64)}`, bytesOf('other'))),
  },
  'a file with another name': {
    check: 'file',
    where: 'file/photo.jpg',
    damage: files => sealBag(files.set('data/file/photo.jpg', bytesOf('other'))),
  },
  'no policy': { check: 'policy', where: 'policy.txt', damage: () => {}, policy: null },
  'a policy that is none': { check: 'policy', where: 'policy.txt', damage: () => {}, policy: 'log\n' },
  'the policy of another log': {
    check: 'checkpoint',
    where: 'checkpoint',
    damage: () => {},
    policy: policyOfAnotherLog,
  },
  'a checkpoint with a spoilt signature of the log': {
    check: 'checkpoint',
    where: 'checkpoint',
    damage: files => edit(files, 'data/checkpoint', text => text.replace('5i1OfjYQ', '5i1OfjYR')),
  },
  'a checkpoint with a spoilt cosignature': {
    check: 'checkpoint',
    where: 'checkpoint',
    damage: files => edit(files, 'data/checkpoint', text => text.replace('KahQGAAAAABb', 'KahQGAAAAABc')),
  },
  'a checkpoint of another size': {
    check: 'checkpoint',
    where: 'checkpoint',
    damage: files => edit(files, 'data/checkpoint', text => text.replace('\n360\n', '\n361\n')),
  },
  'log.json of another size': {
    check: 'checkpoint',
    where: 'log.json',
    damage: files => edit(files, 'data/log.json', text => text.replace('360', '361')),
  },
  'a disclosure that belongs to another event': {
    check: 'disclosure',
    where: '4',
    damage: files =>
      editLines(files, 'data/events.ndjson', lines => {
        const [, disclosure = ''] = /"disclosures":\["([^"]+)"/.exec(lines[2] ?? '') ?? [];
        return lines.with(4, (lines[4] ?? '').replace(/(?<="disclosures":\[")[^"]+/, disclosure));
      }),
  },
  'a disclosure given twice': {
    check: 'disclosure',
    where: '2',
    damage: files =>
      editLines(files, 'data/events.ndjson', lines =>
        lines.with(2, (lines[2] ?? '').replace(/"disclosures":\[("[^"]+")/, '"disclosures":[$1,$1')),
      ),
  },
  'a claim that was never signed': {
    check: 'disclosure',
    where: '1',
    damage: files =>
      editLines(files, 'data/events.ndjson', lines => {
        const [, disclosure = ''] = /"disclosures":\["([^"]+)"/.exec(lines[2] ?? '') ?? [];
        return lines.with(1, (lines[1] ?? '').replace('"disclosures":[]', `"disclosures":["${disclosure}"]`));
      }),
  },
  'a salt changed': {
    check: 'leaf',
    where: '37',
    damage: files =>
      edit(files, 'data/subjects.ndjson', text => text.replace('"salt":"OjOfTTgA', '"salt":"OjOfTTgB')),
  },
  'a subject without its line': {
    check: 'leaf',
    where: '37',
    damage: files => editLines(files, 'data/subjects.ndjson', lines => lines.slice(1)),
  },
  'a leaf changed': {
    check: 'prev-leaf',
    where: '38',
    damage: files =>
      editLines(files, 'data/events.ndjson', lines =>
        lines.with(37, (lines[37] ?? '').replace(/("leaf":"A.{9})./, '$1A')),
      ),
  },
  'an event cut out of the middle': {
    check: 'sequence',
    where: '38',
    damage: files => editLines(files, 'data/events.ndjson', lines => lines.toSpliced(37, 1)),
  },
  'two events of an item in another order': {
    check: 'sequence',
    where: '61',
    damage: files => editLines(files, 'data/events.ndjson', lines => swap(lines, 60, 61)),
  },
  'the last event cut off': {
    check: 'root',
    where: 'events.ndjson',
    damage: files => editLines(files, 'data/events.ndjson', lines => lines.slice(0, -1)),
  },
  'a tile changed': {
    check: 'root',
    where: 'tile/0/000',
    damage: files => {
      const tile = files.get('data/tile/0/000') ?? new Uint8Array(1);
      tile[0] = (tile[0] ?? 0) ^ 1;
      sealBag(files);
    },
  },
  'a tile missing': {
    check: 'root',
    where: 'tile/0/001.p/104',
    damage: files => drop(files, 'data/tile/0/001.p/104'),
  },
  'a tile too many': {
    check: 'root',
    where: 'tile/0/001',
    damage: files => sealBag(files.set('data/tile/0/001', bytesOf('x'))),
  },
  'a head statement missing': {
    check: 'head',
    where: 'evidence/0166b2ea-a4b0-74d9-889b-40a249e3de95',
    damage: files =>
      editLines(files, 'data/subjects.ndjson', lines =>
        lines.with(0, (lines[0] ?? '').replace(/"head":"[^"]+"/, '"head":null')),
      ),
  },
  'a head statement of another subject': {
    check: 'head',
    where: 'evidence/0166b2ea-a4b0-74d9-889b-40a249e3de95',
    damage: files =>
      editLines(files, 'data/subjects.ndjson', lines => {
        const [, head = ''] = /"head":"([^"]+)"/.exec(lines[1] ?? '') ?? [];
        return lines.with(0, (lines[0] ?? '').replace(/(?<="head":")[^"]+/, head));
      }),
  },
  'a proof missing': {
    sample: 'partial',
    check: 'inclusion',
    where: '47',
    damage: files => drop(files, 'data/proof/47.tlog-proof'),
  },
  'a proof of another leaf': {
    sample: 'partial',
    check: 'inclusion',
    where: '47',
    damage: files =>
      sealBag(files.set('data/proof/47.tlog-proof', files.get('data/proof/46.tlog-proof') ?? bytesOf(''))),
  },
  'a proof with one hash changed': {
    sample: 'partial',
    check: 'inclusion',
    where: '58',
    damage: files =>
      edit(files, 'data/proof/58.tlog-proof', text => {
        const lines = text.split('\n');
        return lines.with(4, Buffer.alloc(32).toString('base64')).join('\n');
      }),
  },
  'a proof under a checkpoint with a cosignature less': {
    sample: 'partial',
    check: 'inclusion',
    where: '0',
    damage: files =>
      edit(files, 'data/proof/0.tlog-proof', text => text.replace(/\u2014 witness.example\/ngo .*\n/, '')),
  },
  'the last event of the item left out of a dossier': {
    sample: 'partial',
    check: 'head',
    where: 'evidence/0166b2ea-a4b0-74d9-889b-40a249e3de95',
    damage: files => {
      files.delete('data/proof/58.tlog-proof');
      return editLines(files, 'data/events.ndjson', lines => lines.slice(0, -1));
    },
  },
  'the item itself said to be there only for others': {
    sample: 'partial',
    check: 'head',
    where: 'evidence/0166b2ea-a4b0-74d9-889b-40a249e3de95',
    damage: files =>
      edit(files, 'data/subjects.ndjson', text =>
        text.replace(/"head":"[^"]+"(,"salt":"[^"]+","subject":"evidence)/, '"head":null$1'),
      ),
  },
  'an officer who signed, without his whole history': {
    sample: 'partial',
    check: 'head',
    where: 'officer/0166b2ea-8958-74d6-90a6-df3c4e295131',
    damage: files =>
      edit(files, 'data/subjects.ndjson', text =>
        text.replace(/"head":"[^"]+"(,"salt":"[^"]+","subject":"officer\/0166b2ea-8958)/, '"head":null$1'),
      ),
  },
};

t.test(
  'every damage to a sample is found by the check that the format names',
  {
    skip: skipWithoutVectors,
  },
  async t => {
    const samples = new Map(
      ['complete', 'partial', 'withheld'].map(name => [name, loadBag(sampleFolder(name))]),
    );
    for (const [
      name,
      { sample = 'complete', check, where, damage, policy = samplePolicy() },
    ] of Object.entries(damages)) {
      const files: Files = new Map(
        Array.from(samples.get(sample) ?? [], ([path, bytes]) => [path, bytes.slice()]),
      );
      damage(files);
      const { verdict, failed } = await verifyKept(memoryBag(files), { policy });
      t.equal(verdict, 'fail', name);
      t.match(failed, { check, where }, `${name}: ${JSON.stringify(failed)}`);
    }
  },
);
