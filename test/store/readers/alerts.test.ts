import t, { type Test } from 'tap';
import type { EvidenceState } from '../../../src/custody/evidence/state.js';
import type { OfficerState } from '../../../src/custody/officer/state.js';
import type { Sop } from '../../../src/custody/sop/document.js';
import { reconstruction } from '../../../src/custody/sop/reconstruction.js';
import { formatTime } from '../../../src/log/index.js';
import { openDatabase } from '../../../src/store/database.js';
import type { Alert } from '../../../src/store/readers/alerts/alert.js';
import { beforeAllAlerts, readAlerts } from '../../../src/store/readers/alerts/read-alerts.js';
import type { Database } from '../../../src/store/schema/index.js';
import { Consignment } from '../../helpers/consignment.js';
import { heldItem, itemSubject } from '../../helpers/held-item.js';
import { changedSop, uuidOf } from '../../helpers/procedure.js';
import { createTestDatabase } from '../../helpers/test-database.js';
import { stepAt, writeSteps } from '../../helpers/write-steps.js';

const hour = 3_600_000;
const start = Date.UTC(2021, 3, 2, 6);

const reader = { officer: uuidOf('DEMO-CASE-1'), unit: null, roles: ['CASE'] as const };

async function openTables(t: Test) {
  const { serviceUrl } = await createTestDatabase(t);
  const db = openDatabase<Database>(serviceUrl, { maxConnections: 3 });
  t.teardown(() => db.destroy());
  const alertsAt = async (now: number, sop: Sop = reconstruction) =>
    (await readAlerts(db, { reader, sop }, { now, after: beforeAllAlerts, limit: 200 })).items;
  const kindsAt = async (now: number, sop?: Sop) => (await alertsAt(now, sop)).map(({ kind }) => kind);
  return { db, alertsAt, kindsAt };
}

const jwk = { kty: 'OKP', crv: 'Ed25519', x: 'x' } as const;
let keys = 0;

/** A person with a role until then, and a key of his own. */
function officer(until: number | null, changes: Partial<OfficerState> = {}): OfficerState {
  return {
    corrections: [],
    unit: null,
    national: false,
    keys: { [`kid ${keys++}`]: { jwk, registered: 0, revoked: null } },
    grants: { grant: { role: 'WIT', from: 0, until, granted: 0, ended: null } },
    ...changes,
  };
}

/** One item held by DEMO-WIT-1, known since `start`. */
function held(changes: Partial<EvidenceState> = {}) {
  return stepAt(
    1,
    itemSubject('DEMO-1'),
    'evidence.test',
    start,
    heldItem('DEMO-1', uuidOf('DEMO-WIT-1'), changes),
  );
}

const inOffice = stepAt(0, `officer/${uuidOf('DEMO-WIT-1')}`, 'officer.registered', start, officer(null));

t.test('nothing is wrong: no alert', async t => {
  const { db, kindsAt } = await openTables(t);
  await writeSteps(db, [inOffice, held()]);
  t.same(await kindsAt(start + 1_000_000 * hour), []);
});

t.test('RQ-25: transfers that nobody answered for, and returns that did not come back', async t => {
  const { db, alertsAt, kindsAt } = await openTables(t);
  const c = new Consignment(['DEMO-1', 'DEMO-2']);
  const [first = '', second = ''] = c.items;
  c.procedure.accept(c.offer());
  c.procedure.accept(c.depart());
  c.procedure.accept(c.receive({}, [first]));
  await writeSteps(db, c.procedure.world.steps, c.procedure.world.standings);
  const due = Date.UTC(2021, 3, 3, 12) + reconstruction.deadlines.transferOverdueHours.value * hour;
  t.same(await kindsAt(due), []);
  const [alert] = await alertsAt(due + 1);
  t.match(alert, { kind: 'TRANSFER_OVERDUE', label: 'DEMO-M-1', since: due, officer: uuidOf('DEMO-SEC-1') });
  const sooner = changedSop(sop => {
    sop.deadlines.transferOverdueHours.value = 1;
  });
  t.same(await kindsAt(due, sooner), ['TRANSFER_OVERDUE'], 'the procedure decides');

  const before = c.procedure.world.steps.length;
  c.procedure.accept(c.refuse({}, [second]));
  await writeSteps(db, c.procedure.world.steps.slice(before), c.procedure.world.standings);
  const [refused, ...more] = await alertsAt(due + 1);
  t.same(more, []);
  t.match(refused, { kind: 'RETURN_OVERDUE', subject: second, officer: uuidOf('DEMO-COU-1') });
});

t.test('RQ-26: check-outs past their due date', async t => {
  const { db, alertsAt, kindsAt } = await openTables(t);
  const due = start + 48 * hour;
  const taker = uuidOf('DEMO-WIT-1');
  const checkOut = {
    taker,
    custodian: null,
    purpose: 'COURT',
    dueBack: formatTime(due),
    event: 'event-1',
    site: null,
  };
  await writeSteps(db, [inOffice, held({ physical: 'CHECKED_OUT', checkOut })]);
  t.same(await kindsAt(due), []);
  t.match(await alertsAt(due + 1), [
    {
      kind: 'CHECK_OUT_OVERDUE',
      subject: itemSubject('DEMO-1'),
      officer: taker,
      detail: 'COURT',
      since: due,
    },
  ]);
});

t.test('RQ-73: discrepancies past their deadline; a closed one is none', async t => {
  const { db, alertsAt, kindsAt } = await openTables(t);
  const deadline = start + 24 * hour;
  const subject = `discrepancy/${uuidOf('DEMO-D')}`;
  const state = {
    corrections: [],
    kind: 'COUNT_MISMATCH',
    what: 'DEMO',
    owner: uuidOf('DEMO-HQC-1'),
    deadline: formatTime(deadline),
    openedBy: uuidOf('DEMO-SEC-1'),
    openedAt: formatTime(start),
    items: [itemSubject('DEMO-1')],
    package: null,
    sealNumber: null,
    transfer: null,
    custodians: [],
    explanations: [],
    closed: null,
  };
  await writeSteps(db, [inOffice, held(), stepAt(2, subject, 'discrepancy.opened', start, state)]);
  t.same(await kindsAt(deadline), []);
  t.match(await alertsAt(deadline + 1), [
    { kind: 'DISCREPANCY_OVERDUE', subject, label: 'COUNT_MISMATCH', officer: state.owner, since: deadline },
  ]);
  const closed = { outcome: 'EXPLAINED', finding: 'DEMO', by: [], event: 'event-3' };
  await writeSteps(db, [stepAt(3, subject, 'discrepancy.closed', start + hour, { ...state, closed }, state)]);
  t.same(await kindsAt(deadline + 1), []);
});

t.test('GATE-12: a stated gap of exactly the limit is no alert, one minute more is', async t => {
  const limit = reconstruction.deadlines.custodyGapMinutes.value * 60_000;
  for (const [length, expected] of [
    [limit, []],
    [limit + 60_000, ['CUSTODY_GAP']],
  ] as const) {
    const { db, alertsAt } = await openTables(t);
    const from = formatTime(start - 2 * length);
    const gap = { from, until: formatTime(start - length), reason: 'DEMO: no one', event: 'event-1' };
    await writeSteps(db, [inOffice, held({ gaps: [gap] })]);
    const alerts = await alertsAt(start);
    t.same(
      alerts.map(({ kind }) => kind),
      expected,
    );
    for (const alert of alerts) t.match(alert, { since: start, detail: /: DEMO: no one$/ });
  }
});

t.test('SD-8: a role or the last key that ended while custody is held', async t => {
  const end = start + 10 * hour;
  const subject = `officer/${uuidOf('DEMO-WIT-1')}`;
  const revoked = { index: 2, reason: 'lost', compromisedSince: null } as const;
  const cases = [
    ['its time ran out', officer(end), 'CUSTODIAN_WITHOUT_ROLE'],
    [
      'it was ended',
      officer(null, { grants: { grant: { role: 'WIT', from: 0, until: null, granted: 0, ended: 2 } } }),
      'CUSTODIAN_WITHOUT_ROLE',
    ],
    ['the key', officer(null, { keys: { kid: { jwk, registered: 0, revoked } } }), 'CUSTODIAN_WITHOUT_KEY'],
  ] as const;
  for (const [what, state, kind] of cases) {
    const { db, alertsAt, kindsAt } = await openTables(t);
    await writeSteps(db, [inOffice, held(), stepAt(2, subject, 'officer.changed', end, state)]);
    const alerts = await alertsAt(end);
    t.match(
      alerts,
      [{ kind, label: 'DEMO-1', officer: uuidOf('DEMO-WIT-1'), detail: 'WIT', since: end }],
      what,
    );
    await writeSteps(db, [
      stepAt(3, itemSubject('DEMO-1'), 'evidence.received', end, heldItem('DEMO-1', uuidOf('DEMO-SEC-1'))),
      stepAt(4, `officer/${uuidOf('DEMO-SEC-1')}`, 'officer.registered', end, officer(null)),
    ]);
    t.same(await kindsAt(end), [], 'somebody else answers for it now');
  }
});

t.test('GATE-1, GATE-2: certificates and clearances that ran out', async t => {
  const { db, alertsAt, kindsAt } = await openTables(t);
  const end = start + 5 * hour;
  const { safety } = heldItem('DEMO-1', '');
  const certified = {
    ...safety,
    status: 'CERTIFIED_FREE_FROM_EXPLOSIVES',
    validUntil: formatTime(end),
  } as const;
  const scene = {
    corrections: [],
    incident: uuidOf('DEMO-INCIDENT'),
    name: 'DEMO-SCENE',
    kind: 'OTHER',
    hazardExcluded: false,
    leader: null,
    permissions: {
      given: {
        basis: 'CLEARANCE',
        officer: uuidOf('DEMO-EOD-1'),
        from: formatTime(start),
        validUntil: formatTime(end),
        withdrawn: null,
      },
    },
    secured: [],
    documented: [],
    closed: null,
    remarks: [],
  };
  const subject = `scene/${uuidOf('DEMO-SCENE')}`;
  await writeSteps(db, [
    inOffice,
    held({ safety: { ...certified, event: 'event-1' } }),
    stepAt(2, subject, 'scene.cleared', start, scene),
  ]);
  t.same(await kindsAt(end), []);
  t.match(
    (await alertsAt(end + 1)).toSorted((left, right) => (left.kind < right.kind ? -1 : 1)),
    [
      { kind: 'CERTIFICATE_EXPIRED', subject: itemSubject('DEMO-1'), since: end },
      { kind: 'CLEARANCE_EXPIRED', subject, label: 'DEMO-SCENE', since: end },
    ],
  );
  const closed = { event: 'x', occurred: { at: formatTime(end), precision: 'MINUTE' }, exploited: 'FULL' };
  const gone = heldItem('DEMO-1', uuidOf('DEMO-WIT-1'), {
    physical: 'HANDED_OVER',
    custody: null,
    safety: certified,
  });
  await writeSteps(db, [
    stepAt(3, subject, 'scene.closed', end, { ...scene, closed }),
    stepAt(4, itemSubject('DEMO-1'), 'evidence.received', end, gone),
  ]);
  t.same(await kindsAt(end + 1), []);
});

t.test('files owed: named and not uploaded; in a withheld claim for who may see it', async t => {
  const { db, alertsAt } = await openTables(t);
  const owed = (digit: string, digest: string) => ({
    sha256: digit.repeat(64),
    event_id: 'event-1',
    digest,
    subject: itemSubject('DEMO-1'),
    log_index: 1,
    size: 7,
    media_type: 'image/jpeg',
  });
  await writeSteps(db, [inOffice, held()]);
  await db
    .insertInto('file_reference')
    .values([owed('a', ''), owed('b', 'digest'), owed('c', '')])
    .execute();
  await db
    .insertInto('file')
    .values({
      sha256: 'c'.repeat(64),
      size: 7,
      media_type: 'image/jpeg',
      uploaded_by: null,
      uploaded_at: new Date(),
    })
    .execute();
  const shown = (alerts: readonly Alert[]) =>
    alerts.map(({ kind, detail }) => `${kind} ${detail.slice(0, 1)}`).sort();
  t.same(shown(await alertsAt(start)), ['FILE_OWED a', 'FILE_OWED b']);
  const auditor = { ...reader, roles: ['AUD'] as const };
  const asAuditor = await readAlerts(
    db,
    { reader: auditor, sop: reconstruction },
    { now: start, after: beforeAllAlerts, limit: 10 },
  );
  t.same(shown(asAuditor.items), ['FILE_OWED a']);
});

t.test('ids are stable and in order; pages follow each other, none twice, none left out', async t => {
  const { db, alertsAt } = await openTables(t);
  const items = Array.from({ length: 12 }, (_, position) => {
    const name = `DEMO-${position}`;
    const { safety } = heldItem(name, '');
    const validUntil = formatTime(start + (position % 3) * hour);
    return stepAt(
      position + 2,
      itemSubject(name),
      'evidence.test',
      start,
      heldItem(name, uuidOf('DEMO-WIT-1'), { safety: { ...safety, validUntil, event: null } }),
    );
  });
  await writeSteps(db, [
    stepAt(0, `officer/${uuidOf('DEMO-WIT-1')}`, 'officer.registered', start, officer(start + hour)),
    ...items,
  ]);
  const now = start + 10 * hour;
  const all = await alertsAt(now);
  t.equal(all.length, 24, 'each certificate, and each item of a custodian without role');
  t.equal(new Set(all.map(({ id }) => id)).size, 24);
  t.same(all, await alertsAt(now + hour), 'the same an hour later');
  for (const limit of [1, 5, 24]) {
    const seen: Alert[] = [];
    let after = beforeAllAlerts;
    for (;;) {
      const page = await readAlerts(db, { reader, sop: reconstruction }, { now, after, limit });
      seen.push(...page.items);
      if (page.next === null) break;
      after = page.next;
    }
    t.same(seen, all, `pages of ${limit}`);
  }
});

t.test('alerts are read by the matrix: who may not see the subject sees none of it', async t => {
  const { db } = await openTables(t);
  await writeSteps(db, [
    stepAt(0, `officer/${uuidOf('DEMO-WIT-1')}`, 'officer.registered', start, officer(start)),
    held(),
  ]);
  const seenBy = async (
    name: string,
    role: (typeof reader.roles)[number] | 'WIT' | 'JMAC' | 'HR' | 'AUD',
  ) => {
    const own = { officer: uuidOf(name), unit: null, roles: [role] };
    const page = await readAlerts(
      db,
      { reader: own, sop: reconstruction },
      { now: start + hour, after: beforeAllAlerts, limit: 10 },
    );
    return page.items.length;
  };
  t.equal(await seenBy('DEMO-WIT-1', 'WIT'), 1, 'his own custody');
  t.equal(await seenBy('DEMO-WIT-2', 'WIT'), 0);
  t.equal(await seenBy('DEMO-AUD-1', 'AUD'), 1);
  t.equal(await seenBy('DEMO-JMAC-1', 'JMAC'), 1, 'the analysts, who are told what is new in theatre');
  t.equal(await seenBy('DEMO-HR-1', 'HR'), 0);
});
