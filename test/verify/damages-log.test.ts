import t from 'tap';
import { base64Text, formatVerifierKey, NO_PREVIOUS_LEAF } from '../../src/log/index.js';
import { verifyExport } from '../../src/verify/index.js';
import { bytesOf, editLines, memoryBag } from '../helpers/bag-files.js';
import { type ForgedExport, forgeExport, verifyForged } from '../helpers/forged-export.js';
import { ForgedLog, makeKey, type ToAppend, uuid } from '../helpers/forged-log.js';
import {
  actOn,
  anchor,
  type Cast,
  collectItem,
  enlist,
  found,
  foundedLog,
  grantBody,
  keyBody,
  offeredItem,
  offerItems,
} from '../helpers/forged-story.js';

const minute = 60_000;

/** The forger's export, and where its first fault lies; `last` is the last leaf. */
interface Forged {
  readonly check: string;
  readonly where?: string | ((log: ForgedLog, cast: Cast) => string);
  /** Goes on with a log that holds. */
  readonly forge: (log: ForgedLog, cast: Cast) => Promise<ForgedExport | undefined>;
}

const last = (log: ForgedLog) => String(log.events.length - 1);
const note = async (log: ForgedLog, { collector: by }: Cast, twist: Partial<ToAppend> = {}) => {
  const subject = `evidence/${uuid()}`;
  await log.append({
    by,
    role: 'WIT',
    subject,
    type: 'evidence.registered',
    body: { text: 'DEMO' },
    ...twist,
  });
  return undefined;
};

const forgeries: Readonly<Record<string, Forged>> = {
  'a key that nobody registered': {
    check: 'key',
    forge: async (log, cast) =>
      note(log, cast, { by: { officer: cast.collector.officer, key: await makeKey() } }),
  },
  "another officer's key": {
    check: 'key',
    forge: (log, cast) => note(log, cast, { by: { officer: cast.collector.officer, key: cast.witness.key } }),
  },
  'a key after its revocation': {
    check: 'key',
    forge: async (log, cast) => {
      const { officer, key } = cast.collector;
      await log.append({
        by: cast.registrars[0],
        role: 'REG',
        subject: `officer/${officer}`,
        type: 'officer.key-revoked',
        body: { kid: key.signer.kid, reason: 'lost' },
      });
      return note(log, cast);
    },
  },
  'an event that is said to be of another log': {
    check: 'jcs',
    forge: (log, cast) =>
      note(log, cast, { payload: { log: `${log.origin.slice(0, -22)}${'A'.repeat(22)}` } }),
  },
  'a proof of possession for another officer': {
    check: 'key',
    where: log => String(log.events.length - 2),
    forge: async (log, { registrars, collector }) => {
      const body = await keyBody(log, uuid(), await makeKey());
      await actOn(log, registrars, collector.officer, { type: 'officer.key-registered', body });
      return undefined;
    },
  },
  'a key registered twice': {
    check: 'key',
    where: log => String(log.events.length - 2),
    forge: async (log, { registrars, collector, witness }) => {
      const body = await keyBody(log, collector.officer, witness.key);
      await actOn(log, registrars, collector.officer, { type: 'officer.key-registered', body });
      return undefined;
    },
  },
  'a grant registered twice': {
    check: 'key',
    where: log => String(log.events.length - 2),
    forge: async (log, { registrars, collector, witness }) => {
      const body = grantBody('EOD');
      await actOn(log, registrars, collector.officer, { type: 'officer.role-granted', body });
      await actOn(log, registrars, witness.officer, { type: 'officer.role-granted', body });
      return undefined;
    },
  },
  'compromised before it was registered': {
    check: 'key',
    where: log => String(log.events.length - 2),
    forge: async (log, { registrars, collector: { officer, key } }) => {
      const body = { kid: key.signer.kid, reason: 'compromised', compromisedSince: 1 };
      await actOn(log, registrars, officer, { type: 'officer.key-revoked', body });
      return undefined;
    },
  },
  'a role never granted': {
    check: 'role',
    forge: (log, cast) => note(log, cast, { role: 'HOM' }),
  },
  'a role granted afterwards': {
    check: 'role',
    where: log => String(log.events.length - 3),
    forge: async (log, cast) => {
      await note(log, cast, { role: 'HOM' });
      const body = grantBody('HOM');
      await actOn(log, cast.registrars, cast.collector.officer, { type: 'officer.role-granted', body });
      return undefined;
    },
  },
  'a role that had ended': {
    check: 'role',
    forge: async (log, cast) => {
      const { officer } = cast.collector;
      const granted = log.events.findLast(
        ({ payload: { type, subject } }) =>
          type === 'officer.role-granted' && subject === `officer/${officer}`,
      );
      const body = { grant: granted?.payload.body.grant ?? '', reason: 'DEMO' };
      await actOn(log, cast.registrars, officer, { type: 'officer.role-ended', body });
      return note(log, cast);
    },
  },
  'a role after its last day': {
    check: 'role',
    forge: (log, cast) => note(log, cast, { leaf: { receivedAt: Date.UTC(2022, 0, 1) } }),
  },
  'a registrar who acts alone': {
    check: 'role',
    forge: async (log, { registrars: [by], collector }) => {
      const body = grantBody('EOD');
      const subject = `officer/${collector.officer}`;
      await log.append({ by, role: 'REG', subject, type: 'officer.role-granted', body });
      return undefined;
    },
  },
  'a registrar who seconds himself with another role': {
    check: 'role',
    where: log => String(log.events.length - 2),
    forge: async (log, { registrars: [by], collector, witness }) => {
      const body = grantBody('EOD');
      const subject = `officer/${collector.officer}`;
      const act = await log.append({ by, role: 'REG', subject, type: 'officer.role-granted', body });
      await log.countersign(act, witness, 'EOD', 'registrar');
      return undefined;
    },
  },
  'a registrar about himself': {
    check: 'role',
    where: log => String(log.events.length - 2),
    forge: async (log, { registrars }) => {
      const body = grantBody('EOD');
      await actOn(log, registrars, registrars[0].officer, { type: 'officer.role-granted', body });
      return undefined;
    },
  },
  'a registrar who registers a key of his own for another': {
    check: 'role',
    forge: async (log, { registrars: [by], collector: { officer } }) => {
      const body = await keyBody(log, officer, await makeKey());
      await log.append({
        by,
        role: 'REG',
        subject: `officer/${officer}`,
        type: 'officer.key-registered',
        body,
      });
      return undefined;
    },
  },
  "the end of somebody else's role": {
    check: 'role',
    where: log => String(log.events.length - 2),
    forge: async (log, { registrars, collector, witness }) => {
      const granted = log.events.findLast(
        ({ payload }) =>
          payload.type === 'officer.role-granted' && payload.subject === `officer/${witness.officer}`,
      );
      const body = { grant: granted?.payload.body.grant ?? '', reason: 'DEMO' };
      await actOn(log, registrars, collector.officer, { type: 'officer.role-ended', body });
      return undefined;
    },
  },
  "somebody else's key revoked by an officer": {
    check: 'role',
    forge: async (log, { collector, witness }) => {
      const body = { kid: witness.key.signer.kid, reason: 'lost' };
      const subject = `officer/${witness.officer}`;
      await log.append({ by: collector, role: 'WIT', subject, type: 'officer.key-revoked', body });
      return undefined;
    },
  },
  'a second log opened': {
    check: 'role',
    forge: async (log, { registrars: [by] }) => {
      const subject = `log/${uuid()}`;
      await log.append({ by, role: 'REG', subject, type: 'log.opened', body: await log.openedBody() });
      return undefined;
    },
  },
  'an anchor by somebody without the role': {
    check: 'role',
    forge: async (log, { collector: by }) => {
      const text = await log.note(log.events.length);
      const body = { note: base64Text(new TextEncoder().encode(text)) };
      await log.append({ by, role: 'WIT', subject: log.subject, type: 'log.anchored', body });
      return undefined;
    },
  },
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
    where: log => String(log.events.length - 2),
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
    where: log => String(log.events.length - 2),
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
    where: (_log, { collector }) => `officer/${collector.officer}`,
    forge: async log => ({ headKey: await log.newLogKey() }),
  },
  'an anchor of another history': {
    check: 'consistency',
    where: log => String(log.events.length - 2),
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

t.test('every forgery is found by the check that the format names', async t => {
  for (const [name, { check, where = last, forge }] of Object.entries(forgeries)) {
    const { log, cast } = await foundedLog();
    const options = await forge(log, cast);
    const { verdict, failed } = await verifyForged(log, options);
    t.equal(verdict, 'fail', name);
    const place = typeof where === 'string' ? where : where(log, cast);
    const first = check === 'head' ? undefined : place;
    t.match(failed, { check, ...(first && { where: first }) }, `${name}: ${JSON.stringify(failed)}`);
  }
});

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
  const { failed } = await verifyExport(memoryBag(files), { policy: log.policy });
  t.match(failed, { check: 'root', where: 'events.ndjson' });
});

t.test('founders invented: the origin promises others', async t => {
  const real = await ForgedLog.prepare();
  const invented = await ForgedLog.prepare();
  Object.assign(invented, { origin: real.origin, logKey: real.logKey, witness: real.witness });
  await found(invented);
  const { failed } = await verifyForged(invented);
  t.match(failed, { check: 'key', where: '0' });
});

t.test('the log key that opened the log is not the one that signs', async t => {
  const { log } = await foundedLog();
  const key = await log.newLogKey();
  const text = await log.note(log.events.length, { keys: [key] });
  const { failed } = await verifyForged(log, { note: text, headKey: key }, { policy: log.policyOf([key]) });
  t.match(failed, { check: 'key', where: 'checkpoint' });
});

t.test('one founder alone, or one who did not sign', async t => {
  const alone = await ForgedLog.prepare(3);
  await found(alone);
  const third = alone.events.splice(2, 1);
  t.equal(third.length, 1);
  const { failed } = await verifyForged(alone);
  t.match(failed, { check: 'role', where: '0' });
});

t.test('a renewed key of the log: from the leaf after it on, both lines', async t => {
  const { log, cast } = await foundedLog();
  const [registrar] = cast.registrars;
  const old = log.logKey;
  const renewed = await log.newLogKey();
  const rotate = async (seconded: boolean) => {
    const act = await log.append({
      by: cast.operator,
      role: 'OPS',
      subject: log.subject,
      type: 'log.key-rotated',
      body: { logKey: formatVerifierKey(renewed.key) },
    });
    if (seconded) await log.countersign(act, registrar, 'REG', 'registrar');
  };
  const before = log.events.length;
  await rotate(false);
  t.match(
    (await verifyForged(log)).failed,
    { check: 'role', where: String(before) },
    'not by the operator alone',
  );
  log.events.pop();
  await rotate(true);
  const size = log.events.length;
  const both = await log.note(size, { keys: [old, renewed] });
  const after = { note: both, headKey: renewed };
  for (const [name, keys] of Object.entries({ old: [old], renewed: [renewed], both: [old, renewed] })) {
    const { verdict, failed } = await verifyForged(log, after, { policy: log.policyOf(keys) });
    t.equal(verdict, 'ok', `a policy with the ${name} key: ${JSON.stringify(failed)}`);
  }
  const byOld = { note: await log.note(size), headKey: renewed };
  t.match(
    (await verifyForged(log, byOld)).failed,
    { check: 'key', where: 'checkpoint' },
    'the old key alone',
  );
  t.match(
    (await verifyForged(log, { ...after, headKey: old })).failed,
    { check: 'head' },
    'heads by the old',
  );
  const early = { size: before, note: await log.note(before, { keys: [renewed] }), headKey: renewed };
  const policy = log.policyOf([renewed]);
  t.match((await verifyForged(log, early, { policy })).failed, { check: 'key' }, 'before it was in force');
});

t.test('a stolen key: disputed events are listed, with what vouches for them', async t => {
  const { log, cast } = await foundedLog();
  const { officer, key } = cast.collector;
  const since = log.events.length;
  const item = await collectItem(log, cast);
  await anchor(log, cast.operator);
  const body = { kid: key.signer.kid, reason: 'compromised', compromisedSince: since };
  await actOn(log, cast.registrars, officer, { type: 'officer.key-revoked', body });
  const { verdict, notProven, failed } = await verifyForged(log, { wanted: [item] });
  t.equal(verdict, 'ok', JSON.stringify(failed));
  const disputed = notProven.filter(text => text.startsWith('disputed event'));
  t.equal(disputed.length, 2);
  t.match(disputed[0], `leaf ${since}, key ${key.signer.kid}`);
  t.match(disputed[1], /countersignatures by others: 1; seen by witnesses at 2021-/);
});

t.test('the holder of a key revokes it alone, whatever his role; his other key still signs', async t => {
  const { log, cast } = await foundedLog();
  const { officer, key } = cast.collector;
  const other = await makeKey('Ed25519');
  const act = await log.append({
    by: cast.registrars[0],
    role: 'REG',
    subject: `officer/${officer}`,
    type: 'officer.key-registered',
    body: await keyBody(log, officer, other),
  });
  await log.countersign(act, cast.collector, 'WIT', 'holder');
  await log.append({
    by: { officer, key: other },
    role: 'NONE',
    subject: `officer/${officer}`,
    type: 'officer.key-revoked',
    body: { kid: key.signer.kid, reason: 'superseded' },
  });
  await collectItem(log, { ...cast, collector: { officer, key: other } });
  const { verdict, failed } = await verifyForged(log);
  t.equal(verdict, 'ok', JSON.stringify(failed));
});

t.test('without a quorum, or without an anchor, that is said', async t => {
  const log = await ForgedLog.prepare();
  await found(log);
  const [one, two] = log.founders;
  if (one === undefined || two === undefined) return;
  await enlist(log, [one, two], 'WIT');
  const unseen = await log.note(log.events.length, { seenAt: null });
  const { verdict, notProven } = await verifyForged(log, { note: unseen });
  t.equal(verdict, 'ok');
  t.match(notProven[0], /^no quorum/);
  t.ok(notProven.some(text => text.startsWith('time received not anchored')));
});
