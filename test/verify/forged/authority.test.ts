import t from 'tap';
import { base64Text } from '../../../src/log/index.js';
import { verifyForged } from '../../helpers/forged-export.js';
import { ForgedLog, makeKey, uuid } from '../../helpers/forged-log.js';
import { actOn, found, grantBody, keyBody } from '../../helpers/forged-story.js';
import { type Forged, lastButOne, note, testForgeries } from '../../helpers/forgeries.js';

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
    where: lastButOne,
    forge: async (log, { registrars, collector }) => {
      const body = await keyBody(log, uuid(), await makeKey());
      await actOn(log, registrars, collector.officer, { type: 'officer.key-registered', body });
      return undefined;
    },
  },
  'a key registered twice': {
    check: 'key',
    where: lastButOne,
    forge: async (log, { registrars, collector, witness }) => {
      const body = await keyBody(log, collector.officer, witness.key);
      await actOn(log, registrars, collector.officer, { type: 'officer.key-registered', body });
      return undefined;
    },
  },
  'a grant that begins at no time': {
    check: 'role',
    where: lastButOne,
    forge: async (log, { registrars, collector }) => {
      const body = { ...grantBody('EOD'), from: 'nonsense' };
      await actOn(log, registrars, collector.officer, { type: 'officer.role-granted', body });
      return undefined;
    },
  },
  'a grant registered twice': {
    check: 'key',
    where: lastButOne,
    forge: async (log, { registrars, collector, witness }) => {
      const body = grantBody('EOD');
      await actOn(log, registrars, collector.officer, { type: 'officer.role-granted', body });
      await actOn(log, registrars, witness.officer, { type: 'officer.role-granted', body });
      return undefined;
    },
  },
  'compromised before it was registered': {
    check: 'key',
    where: lastButOne,
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
    where: lastButOne,
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
    where: lastButOne,
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
    where: lastButOne,
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
};

t.test('who may sign, with which key and in which role: every forgery is found by its check', t =>
  testForgeries(t, forgeries),
);

t.test('founders invented: the origin promises others', async t => {
  const real = await ForgedLog.prepare();
  const invented = await ForgedLog.prepare();
  Object.assign(invented, { origin: real.origin, logKey: real.logKey, witness: real.witness });
  await found(invented);
  const { failed } = await verifyForged(invented);
  t.match(failed, { check: 'key', where: '0' });
});

t.test('one founder alone, or one who did not sign', async t => {
  const alone = await ForgedLog.prepare(3);
  await found(alone);
  const third = alone.events.splice(2, 1);
  t.equal(third.length, 1);
  alone.events.push(...alone.events.splice(0).map((event, index) => ({ ...event, index })));
  const { failed } = await verifyForged(alone);
  t.match(failed, { check: 'role', where: '0' });
});
