import t, { type Test } from 'tap';
import { type Draft, DraftRefused, draftBatch, type PlainAct } from '../../src/client/index.js';
import { type ActIntent, composeAct, type Head, Heads } from '../../src/custody/compose/compose-act.js';
import { type JsonObject, parsePublicJwk } from '../../src/log/index.js';
import { circumstances, uuidOf } from '../helpers/procedure.js';

const log = 'drafts.test.example/AAAAAAAAAAAAAAAAAAAAAA';
const [headOfPackage = '', headOfItem = '', other = ''] = ['B', 'C', 'D'].map(letter =>
  letter.repeat(42).concat('A'),
);
const key = parsePublicJwk({ kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' });
const acting = { key, officer: uuidOf('DEMO-WIT-1'), role: 'WIT' };
const witness = { key, officer: uuidOf('DEMO-WIT-2'), role: 'WIT', as: 'witness' };
const packageSubject = `package/${uuidOf('DEMO-PACKAGE')}`;
const item = `evidence/${uuidOf('DEMO-ITEM')}`;

/** A package opened by one officer before a witness; where exactly is withheld. */
const act: PlainAct = {
  subject: packageSubject,
  type: 'package.opened',
  by: acting,
  at: '2021-04-02T12:00:00Z',
  body: circumstances('2021-04-02T11:00:00Z', {
    place: {
      site: null,
      description: 'DEMO-PLACE',
      position: { latitude: '1', longitude: '1', accuracyMetres: null, datum: 'WGS84' },
    },
  }),
  countersigners: [witness],
  items: [{ subject: item, type: 'evidence.unsealed', body: {} }],
};

const heads = new Map<string, Head>([
  [packageSubject, { seq: 3, eventId: headOfPackage }],
  [item, { seq: 7, eventId: headOfItem }],
]);

interface Drafted {
  readonly payload: Record<string, unknown> & { body: Record<string, unknown> };
  kid: string;
  alg: string;
  eventId: string;
}

/** What an honest service answers, as a hostile one may change it before it is sent. */
function serviceThat(change: (events: Drafted[]) => void) {
  const asked: JsonObject[] = [];
  return {
    asked,
    async draft(acts: readonly JsonObject[]): Promise<JsonObject> {
      asked.push(...acts);
      let count = 0;
      const known = new Heads(subject => heads.get(subject));
      const nonce = () => Buffer.from(`DEMO-NONCE-${String(count++).padStart(5, '0')}`).toString('base64url');
      const events = acts.flatMap(intent =>
        composeAct(log, intent as unknown as ActIntent, known, nonce).map(
          ({ payload, signer: { kid, alg }, eventId }) => ({ payload, kid, alg, eventId }),
        ),
      );
      const answer = JSON.parse(JSON.stringify({ events, verdict: 'would-be-accepted', violations: [] }));
      change(answer.events);
      return answer;
    },
  };
}

let counted = 0;
const random = (length: number) => new Uint8Array(length).fill(++counted % 256);

function draft(service: ReturnType<typeof serviceThat>, known = heads): Promise<Draft> {
  return draftBatch(service, log, [act], subject => known.get(subject), random);
}

t.test('design section 4: a draft that is what was asked for is signed as it was composed here', async t => {
  const service = serviceThat(() => {});
  const { batch, verdict, onTrust } = await draft(service);
  t.equal(verdict, 'would-be-accepted');
  t.same(onTrust, []);
  t.match(batch.events, [
    { payload: { subject: packageSubject, seq: 4, prev: headOfPackage, type: 'package.opened' } },
    { payload: { subject: packageSubject, seq: 5, type: 'package.countersigned' } },
    { payload: { subject: item, seq: 8, prev: headOfItem, type: 'evidence.unsealed' } },
  ]);
  t.equal(batch.events[0]?.disclosures.length, 1, 'the withheld position');
});

t.test('log-format section 2: a withheld value does not leave the device for a draft', async t => {
  const service = serviceThat(() => {});
  const { batch } = await draft(service);
  const sent = JSON.stringify(service.asked);
  t.notMatch(sent, /latitude/);
  for (const disclosure of batch.events[0]?.disclosures ?? []) t.notOk(sent.includes(disclosure));
  t.match(sent, /"position":\{"_sd":"[\w-]{43}"\}/);
});

const hostile: Readonly<Record<string, (events: Drafted[]) => void>> = {
  'the body': ([first]) => {
    if (first) first.payload.body.place = { site: null, description: 'DEMO-ELSEWHERE', position: null };
  },
  'a withheld value': ([first]) => {
    const place = first?.payload.body.place as { position: { _sd: string } };
    place.position._sd = other;
  },
  'the items of a group': ([first]) => {
    if (first) first.payload.body.items = [{ subject: `evidence/${uuidOf('DEMO-OTHER')}`, seq: 1 }];
  },
  'the digest of what the items say': ([first]) => {
    if (first) first.payload.body.itemsDigest = other;
  },
  'the actor': ([first]) => {
    if (first) first.payload.actor = { officer: witness.officer, role: 'WIT' };
  },
  'the role': ([first]) => {
    if (first) first.payload.actor = { officer: acting.officer, role: 'HOM' };
  },
  'the subject': ([first]) => {
    if (first) first.payload.subject = `package/${uuidOf('DEMO-OTHER')}`;
  },
  'the type': ([first]) => {
    if (first) first.payload.type = 'package.resealed';
  },
  'the form': ([first]) => {
    if (first) first.payload.form = 9;
  },
  'the log': ([first]) => {
    if (first) first.payload.log = 'other.test.example/AAAAAAAAAAAAAAAAAAAAAA';
  },
  'the time': ([first]) => {
    if (first) first.payload.at = '2021-04-02T12:00:01Z';
  },
  'the refs': ([first]) => {
    if (first) first.payload.refs = [other];
  },
  'a nonce that is none': ([first]) => {
    if (first) first.payload.nonce = 'short';
  },
  'the key': ([first]) => {
    if (first) first.kid = other;
  },
  'the algorithm': ([first]) => {
    if (first) first.alg = 'ES256';
  },
  'the event id': ([first]) => {
    if (first) first.eventId = other;
  },
  'the capacity of a countersigner': ([, second]) => {
    if (second) second.payload.body.as = 'supervisor';
  },
  'the order': events => {
    events.reverse();
  },
  'an event more': events => {
    const [first] = events;
    if (first) events.push(structuredClone(first));
  },
  'an event less': events => {
    events.pop();
  },
  'prev within the batch': ([, second]) => {
    if (second) second.payload.prev = other;
  },
  'seq within the batch': ([, second]) => {
    if (second) second.payload.seq = 9;
  },
  'no prev': ([first]) => {
    if (first) first.payload.prev = null;
  },
};

t.test('design section 4: a service that changes anything gets no signature', async t => {
  for (const [what, change] of Object.entries(hostile)) {
    await refused(t, draft(serviceThat(change)), 'differs', what);
  }
  const silent = { draft: async () => ({ verdict: 'would-be-accepted' }) };
  await refused(
    t,
    draftBatch(silent, log, [act], () => undefined, random),
    'differs',
    'no events at all',
  );
});

/** A consistent draft on another head: everything in it fits together, and it is still not signed. */
t.test('design section 4: seq and prev follow what the device knows', async t => {
  const honest = serviceThat(() => {});
  const later = new Map([...heads, [item, { seq: 9, eventId: other }]]);
  await refused(t, draft(honest, later), 'behind', 'an older head');
  const forked = new Map([...heads, [item, { seq: 7, eventId: other }]]);
  await refused(t, draft(honest, forked), 'behind', 'another event at the same place');
  const earlier = new Map([...heads, [item, { seq: 6, eventId: other }]]);
  await refused(t, draft(honest, earlier), 'moved-on', 'somebody acted in between');
  const partly = new Map([...heads].filter(([subject]) => subject !== item));
  t.same((await draft(honest, partly)).onTrust, [item], 'a head that the device does not know is named');
});

async function refused(t: Test, drafted: Promise<Draft>, kind: DraftRefused['kind'], what: string) {
  const error = await drafted.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  t.ok(error instanceof DraftRefused && error.kind === kind, `${what}: ${error}`);
}
