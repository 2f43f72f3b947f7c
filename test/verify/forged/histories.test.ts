import t from 'tap';
import { base64Text, NO_PREVIOUS_LEAF, signHeadStatement, subjectTag } from '../../../src/log/index.js';
import { bytesOf, editLines, memoryBag } from '../../helpers/bag-files.js';
import { forgeExport, verifyForged } from '../../helpers/forged-export.js';
import { makeKey } from '../../helpers/forged-log.js';
import {
  anchor,
  collectItem,
  foundedLog,
  keyBody,
  offeredItem,
  offerItems,
} from '../../helpers/forged-story.js';
import { type Forged, lastButOne, note, testForgeries } from '../../helpers/forgeries.js';
import { verifyKept } from '../../helpers/verify-kept.js';

const minute = 60_000;

const forgeries: Readonly<Record<string, Forged>> = {
  'a leaf with the tag of another subject': {
    check: 'leaf',
    forge: (log, cast) => note(log, cast, { leaf: { subjectTag: new Uint8Array(32) } }),
  },
  'a leaf with another seq': {
    check: 'leaf',
    forge: (log, cast) => note(log, cast, { leaf: { seq: 2 } }),
  },
  'a leaf of another statement': {
    check: 'leaf',
    forge: (log, cast) => note(log, cast, { leaf: { jwsHash: new Uint8Array(32) } }),
  },
  'time received running backwards': {
    check: 'leaf',
    forge: (log, cast) => note(log, cast, { leaf: { receivedAt: log.timeOf(log.events.length - 1) - 1 } }),
  },
  'time received after the witness saw it': {
    check: 'leaf',
    forge: async (log, cast) => {
      await note(log, cast, { leaf: { receivedAt: log.timeOf(1000) } });
      const size = log.events.length;
      return { note: await log.note(size, { seenAt: log.timeOf(1000) - 5 * minute - 1000 }) };
    },
  },
  'back-dated behind an anchor': {
    check: 'leaf',
    forge: async (log, cast) => {
      const size = log.events.length;
      await anchor(log, cast.operator, await log.note(size, { seenAt: log.timeOf(size) + 6 * minute }));
      await note(log, cast);
      return { note: await log.note(log.events.length, { seenAt: log.timeOf(size) + 6 * minute }) };
    },
  },
  'post-dated before an anchor': {
    check: 'leaf',
    where: lastButOne,
    forge: async (log, cast) => {
      const seenAt = log.timeOf(log.events.length);
      await note(log, cast, { leaf: { receivedAt: seenAt + 6 * minute } });
      const text = await log.note(log.events.length, { seenAt });
      await log.append({
        by: cast.operator,
        role: 'OPS',
        subject: log.subject,
        type: 'log.anchored',
        body: { note: base64Text(new TextEncoder().encode(text)) },
        leaf: { receivedAt: seenAt + 6 * minute },
      });
      return { note: await log.note(log.events.length, { seenAt: seenAt + 6 * minute }) };
    },
  },
  'an event inserted into the past of an item': {
    check: 'sequence',
    forge: async (log, cast) => {
      const subject = await collectItem(log, cast);
      return note(log, cast, { subject, payload: { seq: 2 }, leaf: { seq: 2 } });
    },
  },
  'an event that follows another than the last': {
    check: 'prev',
    forge: async (log, cast) => {
      const subject = await collectItem(log, cast);
      const [first] = log.events.filter(({ payload }) => payload.subject === subject);
      return note(log, cast, { subject, payload: { prev: first?.eventId ?? null } });
    },
  },
  'a leaf that follows another than the last': {
    check: 'prev-leaf',
    forge: async (log, cast) => {
      const subject = await collectItem(log, cast);
      return note(log, cast, { subject, leaf: { prevLeaf: NO_PREVIOUS_LEAF } });
    },
  },
  'the same officer countersigns': {
    check: 'group',
    forge: async (log, cast) => {
      const subject = await collectItem(log, cast);
      const by = { by: cast.collector, role: 'WIT', subject };
      const act = await log.append({ ...by, type: 'evidence.collected', body: {} });
      await log.countersign(act, cast.collector, 'WIT');
      return undefined;
    },
  },
  'a countersignature that does not follow its act': {
    check: 'group',
    forge: async (log, cast) => {
      const subject = await collectItem(log, cast);
      const act = await log.append({
        by: cast.collector,
        role: 'WIT',
        subject,
        type: 'evidence.collected',
        body: {},
      });
      await note(log, cast);
      await log.countersign(act, cast.witness, 'EOD');
      return undefined;
    },
  },
  'a key that countersigns its own registration': {
    check: 'group',
    forge: async (log, { registrars: [by], collector: { officer } }) => {
      const key = await makeKey();
      const body = await keyBody(log, officer, key);
      const subject = `officer/${officer}`;
      const act = await log.append({ by, role: 'REG', subject, type: 'officer.key-registered', body });
      await log.countersign(act, { officer, key }, 'WIT', 'holder');
      return undefined;
    },
  },
  'a reference to nothing': {
    check: 'group',
    forge: (log, cast) => note(log, cast, { refs: [Buffer.alloc(32).toString('base64url')] }),
  },
  'a group without one of its items': {
    check: 'group',
    where: lastButOne,
    forge: async (log, cast) => {
      const items = [await collectItem(log, cast), await collectItem(log, cast)];
      await offerItems(log, cast.collector, items);
      log.events.pop();
      return undefined;
    },
  },
  'an item event that its group does not list': {
    check: 'group',
    forge: async (log, cast) => {
      const [one, two] = [await collectItem(log, cast), await collectItem(log, cast)];
      const group = await offerItems(log, cast.collector, [one]);
      await offeredItem(log, cast.collector, two, group);
      return undefined;
    },
  },
  'an item event of another time than its group': {
    check: 'group',
    forge: async (log, cast) => {
      const item = await collectItem(log, cast);
      const group = await offerItems(log, cast.collector, [item]);
      log.events.pop();
      await offeredItem(log, cast.collector, item, group, { payload: {} });
      return undefined;
    },
  },
  'an item event by another than its group': {
    check: 'group',
    forge: async (log, cast) => {
      const item = await collectItem(log, cast);
      const group = await offerItems(log, cast.collector, [item]);
      log.events.pop();
      await offeredItem(log, cast.witness, item, group, { role: 'EOD' });
      return undefined;
    },
  },
  'an erasure that nobody countersigned': {
    check: 'group',
    forge: async (log, cast) => {
      const subject = await collectItem(log, cast);
      const eventId = log.headOf(subject)?.eventId ?? '';
      const body = { eventId, digest: eventId, reason: 'DEMO' };
      return note(log, cast, { subject, type: 'evidence.disclosure-erased', body });
    },
  },
  'a head statement by a key that is not the log’s': {
    check: 'head',
    where: log => log.events.map(({ payload }) => payload.subject).sort()[0] ?? '',
    forge: async log => ({ headKey: await log.newLogKey() }),
  },
  'an anchor of another history': {
    check: 'consistency',
    where: lastButOne,
    forge: async (log, cast) => {
      await note(log, cast);
      const text = await log.note(log.events.length);
      log.events.pop();
      await note(log, cast);
      await anchor(log, cast.operator, text);
      await note(log, cast);
      return undefined;
    },
  },
};

t.test('leaves, histories, groups and the whole: every forgery is found by its check', t =>
  testForgeries(t, forgeries),
);

t.test('a last event changed by who can sign for all of its parts: another tree', async t => {
  const { log, cast } = await foundedLog();
  await note(log, cast);
  const files = await forgeExport(log);
  log.events.pop();
  await note(log, cast);
  const [other] = log.events.slice(-1);
  const subjects = await forgeExport(log);
  files.set('data/subjects.ndjson', subjects.get('data/subjects.ndjson') ?? bytesOf(''));
  editLines(files, 'data/events.ndjson', lines => lines.with(-1, other ? log.lineOf(other) : ''));
  const { failed } = await verifyKept(memoryBag(files), { policy: log.policy });
  t.match(failed, { check: 'root', where: 'events.ndjson' });
});

const relabel = (line: string, by: number) =>
  line.replace(/(?<="index":)\d+/, index => String(Number(index) + by));

t.test('the index of a line is its place in the log, whole or not', async t => {
  const { log, cast } = await foundedLog();
  const item = await collectItem(log, cast);
  const last = log.events.length - 1;
  for (const [wanted, from, by] of [
    [null, last, 1000],
    [null, 3, 1000],
    [null, 3, -1],
    [[item], last, 1],
  ] as const) {
    const files = await forgeExport(log, { wanted });
    editLines(files, 'data/events.ndjson', lines =>
      lines.map(line => (Number(/"index":(\d+)/.exec(line)?.[1]) >= from ? relabel(line, by) : line)),
    );
    const { failed } = await verifyKept(memoryBag(files), { policy: log.policy });
    t.match(failed, { check: 'sequence', where: String(from + by) }, JSON.stringify(failed));
  }
});

t.test('a dossier that ends an item before what its group lists', async t => {
  const { log, cast } = await foundedLog();
  const [ended, other] = [await collectItem(log, cast), await collectItem(log, cast)];
  const before = log.headOf(ended);
  await offerItems(log, cast.collector, [ended, other]);
  const wanted = [ended, other];
  t.equal((await verifyForged(log, { wanted })).verdict, 'ok');
  const files = await forgeExport(log, { wanted });
  const last = log.headOf(ended);
  if (before === undefined || last === undefined) throw new Error('no events');
  files.delete(`data/proof/${last.index}.tlog-proof`);
  editLines(files, 'data/events.ndjson', lines => lines.filter(line => !line.includes(last.jws)));
  const salt = log.saltOf(ended);
  const size = log.events.length;
  const head = await signHeadStatement(
    {
      log: log.origin,
      subject: ended,
      subjectTag: subjectTag(salt, ended),
      seq: before.payload.seq,
      eventId: before.eventId,
      leafHash: before.leafHash,
      size,
      root: log.rootAt(size),
      at: log.timeOf(size - 1),
    },
    log.logKey.signer,
  );
  editLines(files, 'data/subjects.ndjson', lines =>
    lines.map(line => (line.includes(ended) ? line.replace(/(?<="head":")[^"]+/, head) : line)),
  );
  const { failed } = await verifyKept(memoryBag(files), { policy: log.policy });
  t.match(failed, { check: 'head', where: ended, detail: /the group at leaf \d+ lists/ });
});

t.test('head statements of a time after the witnesses saw the tree', async t => {
  const { log, cast } = await foundedLog();
  const item = await collectItem(log, cast);
  await note(log, cast);
  const text = await log.note(log.events.length);
  t.equal((await verifyForged(log, { wanted: [item], note: text })).verdict, 'ok');
  const timeOf = log.timeOf.bind(log);
  log.timeOf = index => timeOf(index) + 10 * minute;
  const { failed } = await verifyForged(log, { wanted: [item], note: text });
  t.match(failed, { check: 'head', detail: /after the tree was seen/ });
});
