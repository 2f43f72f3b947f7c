import { randomBytes } from 'node:crypto';
import { copyFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { readSopBytes } from '../../../src/custody/sop/sop-bytes.js';
import { base64url, canonical, sha256 } from '../../helpers/forged/bytes.js';
import { eventIdOf } from '../../helpers/forged/forged-log.js';
import type { Attack } from '../attack.js';
import { type AttackedLog, partOf } from '../attacked-log.js';
import type { StolenEvent } from '../stolen.js';
import { onTables } from '../tampered-tables.js';
import { foundAt, middleOf } from './edited-rows.js';

/** Withheld claims, files and tiles. */
export const claimsAndFiles: readonly Attack[] = [
  onTables({
    title: 'a claim is disclosed that was never made',
    async tamper({ client, log }) {
      const { event } = middleOf(log);
      await insertDisclosure(client, event, disclosureOf('DEMO never said'));
      return foundAt('disclosure', event);
    },
  }),
  onTables({
    title: 'a wrong value is disclosed',
    async tamper({ client, log }) {
      const event = withheldInDossier(log);
      const digest = base64url(sha256(event.disclosures[0] ?? ''));
      const disclosure = disclosureOf('DEMO another');
      await client.query('update disclosure set disclosure = $1 where digest = $2', [disclosure, digest]);
      return foundAt('disclosure', event);
    },
  }),
  onTables({
    title: 'a claim is thrown away',
    async tamper({ client, log }) {
      const event = withheldInDossier(log);
      await client.query('delete from disclosure where event_id = $1', [eventIdOf(event.jws)]);
      const found = { notProven: [new RegExp(`withheld claims, at leaves \\(1\\): ${event.index}$`)] };
      return { whole: found, dossier: found, fsck: event.index };
    },
  }),
  onTables({
    title: 'a file is changed',
    has: 'the folder of files',
    async tamper({ log, home }) {
      const [file = ''] = uploadedIn(log);
      await writeFile(pathOf(home, file), 'DEMO something else');
      // In an export on its way it is the auditor who finds it: check *file*.
      const found = { noExport: new RegExp(`the bytes of file ${file} are others`) };
      return { whole: found, dossier: found };
    },
  }),
  onTables({
    title: 'two files change places',
    has: 'the folder of files',
    async tamper({ log, home }) {
      const [one = '', other = ''] = uploadedIn(log);
      await copyFile(pathOf(home, one), join(home, 'between'));
      await copyFile(pathOf(home, other), pathOf(home, one));
      await copyFile(join(home, 'between'), pathOf(home, other));
      const found = { noExport: new RegExp(`the bytes of file ${one} are others`) };
      return { whole: found, dossier: found };
    },
  }),
  onTables({
    title: 'a file is thrown away',
    has: 'the tables and the folder of files',
    async tamper({ client, log, home }) {
      const [file = ''] = uploadedIn(log);
      await client.query('delete from file where sha256 = $1', [file]);
      await rename(pathOf(home, file), join(home, 'gone'));
      const found = { notProven: [new RegExp(`files not inside, by SHA-256 .*${file}`)] };
      return { whole: found, dossier: found };
    },
  }),
  onTables({
    title: 'a hash in a tile is another',
    async tamper({ client }) {
      await client.query(
        'update tile set hashes = set_byte(hashes, 320, 255 - get_byte(hashes, 320)) where level = 0 and tile_index = 0',
      );
      return {
        whole: { check: 'root', where: 'tile/0/000' },
        dossier: { check: 'inclusion', where: 0 },
        // The states by which the service judges are no longer proven by the tree.
        ready: 'state-changed',
        fsck: 10,
      };
    },
  }),
];

function disclosureOf(value: string): string {
  return base64url(canonical([base64url(randomBytes(16)), value]));
}

async function insertDisclosure(client: pg.Client, { jws }: StolenEvent, disclosure: string): Promise<void> {
  await client.query('insert into disclosure (digest, event_id, disclosure) values ($1, $2, $3)', [
    base64url(sha256(disclosure)),
    eventIdOf(jws),
    disclosure,
  ]);
}

function withheldInDossier({ events, item }: AttackedLog): StolenEvent {
  const found = partOf(events, item)
    .indices.map(index => events[index])
    .find(event => event !== undefined && event.disclosures.length === 1);
  if (found === undefined) throw new Error('nothing is withheld in the dossier');
  return found;
}

/** Hashes of pictures inside the dossier, sorted; the SOP document is no picture, and its release brings it back. */
function uploadedIn({ dossier, files }: AttackedLog): readonly string[] {
  return files
    .filter(bytes => readSopBytes(bytes) === undefined)
    .map(bytes => sha256(bytes).toString('hex'))
    .filter(name => dossier.has(`data/file/${name}`))
    .sort();
}

function pathOf(home: string, name: string): string {
  return join(home, 'files', name.slice(0, 2), name.slice(2, 4), name);
}
