import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { base64url, sha256, u64 } from '../../helpers/forged/bytes.js';
import { eventIdOf, payloadOf } from '../../helpers/forged/forged-log.js';
import { signJws } from '../../helpers/forged/keys.js';
import type { Attack } from '../attack.js';
import { type AttackedLog, partOf } from '../attacked-log.js';
import type { StolenEvent } from '../stolen.js';
import { onTables } from '../tampered-tables.js';
import { middleOf } from './edited-rows.js';

/** Rows taken out, put in and moved. */
export const movedRows: readonly Attack[] = [
  onTables({
    title: 'an event in the middle is deleted',
    async tamper({ client, log }) {
      const { event, next } = middleOf(log);
      await client.query('delete from event where log_index = $1', [event.index]);
      return {
        whole: { noExport: /are not all stored/ },
        dossier: { check: 'sequence', where: next.index },
        ready: 'perhaps',
        fsck: event.index,
      };
    },
  }),
  onTables({
    title: 'an event in the middle is deleted, and those after it move up',
    has: "the tables and the vault's folder",
    async tamper({ client, log, home }) {
      const { event, next } = middleOf(log);
      await client.query('delete from event where log_index = $1', [event.index]);
      await shift(client, event.index, -1);
      await cutTo(client, home, log.events.length - 1);
      const left = log.events.filter(({ index }) => index !== event.index);
      const inside = partOf(left, log.item).indices.find(index => index >= event.index);
      return {
        whole: { check: 'sequence', where: next.index - 1 },
        dossier: { check: 'inclusion', where: inside ?? -1 },
        ready: 'database',
        fsck: event.index,
      };
    },
  }),
  onTables({
    title: 'the tail is cut',
    async tamper({ client, log }) {
      const size = log.events.length - 20;
      await client.query('delete from event where log_index >= $1', [size]);
      const none = { noExport: /does not reach/ };
      return { whole: none, dossier: none, ready: 'database', fsck: size };
    },
  }),
  onTables({
    title: 'the tail is cut, of the row of the log too',
    async tamper({ client, log }) {
      const size = log.events.length - 20;
      await client.query('delete from event where log_index >= $1', [size]);
      await client.query('update log_state set size = $1, root = $2', [size, log.relaid.root(size)]);
      return {
        whole: { noExport: /does not reach/ },
        dossier: { noExport: /does not reach/ },
        ready: 'old-backup-restored',
      };
    },
  }),
  onTables({
    title: 'the last event of an item is deleted, and the log states that the history ends before it',
    async tamper({ client, log }) {
      const subject = `evidence/${log.item}`;
      const last = log.events.findLast(event => event.subject === subject);
      const receipt = log.receipts.get(last?.index ?? -1);
      if (receipt === undefined) throw new Error('nobody kept its receipt');
      await client.query('delete from event where log_index = $1', [last?.index]);
      return {
        whole: { noExport: /are not all stored/ },
        dossier: { check: 'head', where: subject },
        kept: { held: 'its receipt', known: [receipt] },
        ready: 'perhaps',
        fsck: last?.index ?? -1,
      };
    },
  }),
  onTables({
    title: 'two events of one batch change places',
    async tamper({ client, log }) {
      const [first, second] = neighboursIn(log);
      await swap(client, first.index, second.index);
      const moved = [first, second].find(({ subject }) => subject === `evidence/${log.item}`);
      const where = moved === first ? second.index : first.index;
      return {
        whole: { check: 'root', where: 'events.ndjson' },
        dossier: { check: 'inclusion', where },
        fsck: first.index,
      };
    },
  }),
  onTables({
    title: "an event is put into an item's past",
    has: 'the tables and the key of the officer who signed there',
    async tamper({ client, log }) {
      const { event } = middleOf(log);
      await client.query('alter table event drop constraint event_subject_seq_key');
      await shift(client, event.index - 1, 1);
      await insertCopy(client, log, event);
      return {
        whole: { check: 'sequence', where: event.index + 1 },
        dossier: { check: 'inclusion', where: event.index },
        ready: 'database',
        fsck: event.index,
      };
    },
  }),
];

/** Rows after this index get other ones. */
async function shift(client: pg.Client, after: number, by: number): Promise<void> {
  const far = 1_000_000;
  await client.query('update event set log_index = log_index + $2 where log_index > $1', [after, far]);
  await client.query('update event set log_index = log_index - $1 where log_index >= $1', [far - by]);
}

async function swap(client: pg.Client, one: number, other: number): Promise<void> {
  await client.query('update event set log_index = $1 where log_index = $2', [1_000_000, one]);
  await client.query('update event set log_index = $1 where log_index = $2', [one, other]);
  await client.query('update event set log_index = $1 where log_index = $2', [other, 1_000_000]);
}

/** The service goes by an older checkpoint, which is a real one. */
async function cutTo(client: pg.Client, home: string, size: number): Promise<void> {
  const { rows } = await client.query<{ note: string }>(
    'select note from checkpoint where size <= $1 order by size desc limit 1',
    [size],
  );
  await writeFile(join(home, 'vault', 'checkpoint'), rows[0]?.note ?? '');
  await client.query('update log_state set size = $1', [size]);
}

/** Two items of one group, one of them the item looked at: neither relies on the other. */
function neighboursIn({ events, item }: AttackedLog): readonly [StolenEvent, StolenEvent] {
  for (const [index, first] of events.entries()) {
    const second = events[index + 1];
    if (second === undefined || first.subject === second.subject) continue;
    const groups = [first, second].map(({ jws }) => (payloadOf(jws).body as { group?: string }).group);
    const isOfItem = [first, second].some(({ subject }) => subject === `evidence/${item}`);
    if (isOfItem && groups[0] !== undefined && groups[0] === groups[1]) return [first, second];
  }
  throw new Error('the story is another');
}

/** The officer signs once more what he signed, at the same place, with a leaf that fits. */
async function insertCopy(client: pg.Client, log: AttackedLog, event: StolenEvent): Promise<void> {
  const { kid } = JSON.parse(Buffer.from(event.jws.split('.')[0] ?? '', 'base64url').toString());
  const payload = { ...payloadOf(event.jws), nonce: base64url(randomBytes(16)) };
  const jws = signJws('custody-event+jws', payload, log.keyOf(kid));
  const leaf = Buffer.concat([
    event.leaf.subarray(0, 1),
    randomBytes(32),
    event.leaf.subarray(33, 105),
    sha256(jws),
    u64(event.receivedAt),
  ]);
  await client.query(
    `insert into event (log_index, event_id, subject, seq, type, form, officer, jws, leaf, received_at)
     select $1::bigint, $2, subject, seq, type, form, officer, $3, $4, received_at
     from event where log_index = $1::bigint + 1`,
    [event.index, eventIdOf(jws), jws, leaf],
  );
}
