import t from 'tap';
import { systemRandom } from '../../src/cli/system-random.js';
import { composeBatch, eventIdsOf, KnownLog, newEntry } from '../../src/client/index.js';
import { evidenceNumber } from '../../src/custody/evidence/number.js';
import { claimName, type Standing } from '../../src/custody/judge/world.js';
import { reconstruction } from '../../src/custody/sop/reconstruction.js';
import { generatePrivateJwk, newId, parsePublicJwk } from '../../src/log/index.js';
import { registeredBody } from '../helpers/bodies/evidence.js';
import { openIncident } from '../helpers/bodies/incident.js';
import { registerUnit } from '../helpers/bodies/unit.js';
import { Procedure, uuidOf } from '../helpers/procedure.js';

t.setTimeout(600_000);

const log = 'demo.test.example/AAAAAAAAAAAAAAAAAAAAAA';
const at = '2021-04-02T12:00:00Z';
const now = Date.parse('2021-04-02T12:30:00Z');

/** What the log holds before two devices leave: an incident, and a collector with a key and a role. */
async function beforeLeaving() {
  const { d: _secret, ...jwk } = await generatePrivateJwk('Ed25519');
  const key = parsePublicJwk(jwk);
  const procedure = new Procedure();
  procedure.now = Date.parse('2021-04-02T10:30:00Z');
  procedure.accept(registerUnit());
  procedure.accept(openIncident());
  const keys = { [key.kid]: { jwk: { ...key.jwk }, registered: 0, revoked: null } };
  const officer = procedure.enlist('DEMO-WIT-1', 'WIT', { keys });
  const subjects: ReadonlyMap<string, Standing> = procedure.world.standings;
  return { subjects, by: { officer, role: 'WIT', key } };
}

function device(subjects: ReadonlyMap<string, Standing>): KnownLog {
  return new KnownLog({ subjects, events: new Map(), claims: new Map(), sop: reconstruction });
}

t.test('RQ-01: two devices offline for a week, 10,000 items, not one number twice', async t => {
  const { subjects, by } = await beforeLeaving();
  const body = registeredBody(at, { scene: null });
  const perDevice = 5_000;
  const batches = [0, 1].flatMap(() => {
    const known = device(subjects);
    return Array.from({ length: perDevice / 100 }, (_, batch) => {
      // Both clocks show the same: the numbers may not rest on the time.
      const acts = Array.from({ length: 100 }, () => ({
        subject: `evidence/${newId(now + batch, systemRandom(16))}`,
        type: 'evidence.registered',
        by,
        at,
        body,
      }));
      const composed = composeBatch(log, acts, known.heads(), systemRandom);
      t.equal(known.rehearse(composed, now).kind, 'would-be-accepted');
      return composed;
    });
  });
  const service = device(subjects);
  for (const batch of batches) {
    if (service.rehearse(batch, now).kind !== 'would-be-accepted') t.fail('a claim clashed at the push');
  }
  const numbers = batches.flatMap(({ events }) =>
    events.map(({ payload }) => evidenceNumber(payload.subject.slice('evidence/'.length))),
  );
  t.equal(numbers.length, 2 * perDevice);
  t.equal(new Set(numbers).size, 2 * perDevice);
});

t.test('RQ-01: a number that is taken is refused on the device', async t => {
  const { subjects, by } = await beforeLeaving();
  const id = newId(now, systemRandom(16));
  const claims = new Map([[claimName('evidence-number', evidenceNumber(id)), 'evidence/another']]);
  const known = new KnownLog({ subjects, events: new Map(), claims, sop: reconstruction });
  const batch = composeBatch(
    log,
    [{ subject: `evidence/${id}`, type: 'evidence.registered', by, at, body: registeredBody(at) }],
    known.heads(),
    systemRandom,
  );
  t.match(known.rehearse(batch, now), { kind: 'would-be-refused', violations: [{ rule: 'claim.taken' }] });
});

t.test('the device tells apart what it knows to be wrong and what it cannot tell', async t => {
  const { subjects, by } = await beforeLeaving();
  const known = device(subjects);
  const register = (changes: Parameters<typeof registeredBody>[1]) =>
    composeBatch(
      log,
      [
        {
          subject: `evidence/${newId(now, systemRandom(16))}`,
          type: 'evidence.registered',
          by,
          at,
          body: registeredBody(at, changes),
        },
      ],
      known.heads(),
      systemRandom,
    );
  const occurred = { precision: 'MINUTE', zone: 'Africa/Bamako', clockDoubt: null };
  const elsewhere = { incident: uuidOf('DEMO-ELSEWHERE') };
  t.match(known.rehearse(register(elsewhere), now), {
    kind: 'cannot-tell',
    unknown: [`incident/${uuidOf('DEMO-ELSEWHERE')}`],
  });
  const early = { ...elsewhere, occurred: { ...occurred, at: '2021-04-03T12:00:00Z' } };
  t.match(known.rehearse(register(early), now), {
    kind: 'would-be-refused',
    violations: [{ rule: 'time.in-future' }],
  });
  const uncertain = register(elsewhere);
  known.take(uncertain, now);
  const [event] = uncertain.events;
  t.equal(known.head(event?.payload.subject ?? '')?.seq, 1, 'its head is known');
  t.equal(known.standing(event?.payload.subject ?? ''), undefined, 'its state is not');
  t.same(newEntry('one', 1, uncertain, []).files, []);
});

t.test(
  'what was read from the service since stands; what was signed here can still be referred to',
  async t => {
    const { subjects, by } = await beforeLeaving();
    const [first, second] = [0, 1].map(() => `evidence/${newId(now, systemRandom(16))}`);
    const register = (subject = '', refs: readonly string[] = []) => ({
      subject,
      type: 'evidence.registered',
      by,
      at,
      refs,
      body: registeredBody(at, { scene: null }),
    });
    const pushed = composeBatch(
      log,
      [register(first), register(second)],
      device(subjects).heads(),
      systemRandom,
    );
    const state = { read: 'DEMO: from the service' };
    const later = { seq: 5, head: 'DEMO-HEAD', state };
    const known = device(new Map([...subjects, [first ?? '', later]]));
    known.take(pushed, now);
    t.same(known.head(first ?? ''), { seq: 5, eventId: 'DEMO-HEAD' }, 'the own push does not turn it back');
    t.same(known.standing(first ?? ''), later);
    t.equal(known.head(second ?? '')?.seq, 1);
    t.equal(known.standing(second ?? ''), undefined, 'of the other only the head is certain');

    const whole = device(new Map([...subjects, [first ?? '', later], [second ?? '', later]]));
    whole.take(pushed, now);
    const relying = composeBatch(
      log,
      [register(`evidence/${newId(now, systemRandom(16))}`, [eventIdsOf(pushed)[0] ?? ''])],
      whole.heads(),
      systemRandom,
    );
    t.match(whole.rehearse(relying, now), { kind: 'would-be-accepted', unknown: [] });
  },
);
