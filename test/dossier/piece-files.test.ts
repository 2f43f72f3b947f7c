import t from 'tap';
import { filesKeptBack } from '../../src/custody/common/files-kept-back.js';
import { filesOfPieces } from '../../src/dossier/piece-files.js';
import {
  base64urlText,
  createSigner,
  encodeLeaf,
  generatePrivateJwk,
  type JsonObject,
  peekEvent,
  signEvent,
} from '../../src/log/index.js';
import type { LogSnapshot } from '../../src/store/readers/snapshot/log-snapshot.js';
import { drawnPhotograph } from '../helpers/drawn-photograph.js';
import { sha256Of } from '../helpers/memory-bag.js';
import { uuidOf } from '../helpers/procedure.js';

const picture = drawnPhotograph(40, 30, 1);
const file = { sha256: sha256Of(picture), size: picture.length, mediaType: 'image/jpeg' };
const [item, other] = [`evidence/${uuidOf('DEMO-1')}`, `evidence/${uuidOf('DEMO-2')}`];
const release = uuidOf('DEMO-RELEASE');
const withheld = { _sd: 'A'.repeat(43) };
const signer = await createSigner(await generatePrivateJwk('ES256'));

interface Logged {
  readonly subject: string;
  readonly type: string;
  readonly form?: number;
  readonly body: JsonObject;
}

async function jwsOf({ subject, type, form = 1, body }: Logged): Promise<string> {
  const { jws } = await signEvent(
    {
      ...{ v: 1, log: 'demo.example/ABCDEFGHIJKLMNOPQRSTUV', subject, seq: 1, prev: null, type, form, body },
      ...{ actor: { officer: uuidOf('DEMO-WIT-1'), role: 'WIT' }, at: '2021-04-02T06:30:00Z', refs: [] },
      nonce: base64urlText(new Uint8Array(16)),
    },
    signer,
  );
  return jws;
}

/** A log in which every act that has the file names it in the open. */
function logOf(acts: readonly Logged[]): LogSnapshot {
  const hash = new Uint8Array(32);
  const leaf = encodeLeaf({
    ...{ salt: hash, subjectTag: hash, seq: 1, prevLeaf: hash, jwsHash: hash, receivedAt: 0 },
  });
  const naming = acts.filter(({ body }) => JSON.stringify(body).includes(`"mediaType"`));
  const keptBack = naming.some(act => filesKeptBack({ form: 1, ...act }).length > 0);
  const log: Partial<LogSnapshot> = {
    placesOf: async subjects =>
      [...acts.entries()]
        .filter(([, { subject }]) => subjects.includes(subject))
        .map(([index, { subject }]) => ({ index, subject, officer: '' })),
    async *events(indexes) {
      for (const index of indexes) {
        const act = acts[index];
        if (act === undefined) continue;
        const said = { index, eventId: '', subject: act.subject, leaf, disclosures: [] };
        yield { ...said, jws: await jwsOf(act) };
      }
    },
    filesNamedAt: async indexes =>
      [...indexes].flatMap(index =>
        naming.includes(acts[index] as Logged) ? [{ sha256: file.sha256, digest: '', keptBack }] : [],
      ),
    subjectsNaming: async files =>
      naming.flatMap(({ subject }) => files.map(sha256 => ({ subject, sha256 }))),
  };
  return log as LogSnapshot;
}

/** What becomes of the file with the item, where `decision` is the form, and lists it or does not. */
async function leaving(acts: readonly Logged[], { form = 6, lists = false } = {}): Promise<string> {
  const group = 'DEMO-GROUP';
  const requested: Logged = {
    ...{ subject: item, type: 'evidence.release-requested' },
    body: { group, files: [{ sha256: file.sha256, boundBy: 'DEMO' }] },
  };
  const decided: Logged = {
    ...{ subject: `release/${release}`, type: 'release.decided', form },
    body: {
      items: [{ subject: item }],
      ...(form < 4 ? {} : { sources: { identifiable: withheld } }),
      ...(form < 6 ? {} : { originalPhotographs: lists ? [{ piece: item, file: file.sha256 }] : [] }),
    },
  };
  const asked = { ...decided, type: 'release.requested' };
  const asJws = await jwsOf(asked);
  const all = [...acts, asked, requested, decided];
  const { eventId } = peekEvent(asJws);
  const bound = all.map(act => (act === requested ? { ...act, body: { ...act.body, group: eventId } } : act));
  const [found] = await filesOfPieces(logOf(bound), { release, pieces: [item] }, async () => picture);
  if (found === undefined) throw new Error('nothing of the piece');
  if (found.originals.length > 0) return 'ORIGINAL';
  return found.given.length > 0 ? 'GIVEN' : (found.left[0]?.why ?? 'UNSAID');
}

const binding = (type: string, body: JsonObject, subject = item): Logged => ({ subject, type, body });
const photographs = [{ file, position: null }];

t.test('GATE-8: whatever binds a photograph, a cleaned copy leaves unless a decision lists it', async t => {
  for (const [what, act] of [
    ['registered', binding('evidence.registered', { photographs })],
    ['destroyed in place', binding('evidence.destroyed-in-situ', { before: photographs, after: [] })],
    ['of an instrument', binding('evidence.result-issued', { exams: [{ files: [{ what: 'DEMO', file }] }] })],
  ] as const) {
    t.equal(await leaving([act]), 'CLEANED', what);
    t.equal(await leaving([act], { lists: true }), 'ORIGINAL', what);
    t.equal(await leaving([act], { form: 2 }), 'GIVEN', `${what}: forms before 4 stay as they were`);
  }
  t.equal(
    await leaving([binding('evidence.classified', { originatorConsent: file })]),
    'GIVEN',
    'no photograph',
  );
});

t.test(
  'GATE-8, F-28: what is kept back goes as no original; a scan beside a name not as a copy either',
  async t => {
    const kept = binding('evidence.registered', { photographs: [{ file, position: withheld }] });
    t.equal(await leaving([kept], { lists: true }), 'CLEANED');
    const scan = binding('evidence.certified', { onPaper: { name: withheld, scan: file } }, other);
    const lift = binding('evidence.result-issued', { exams: [{ files: [{ what: 'DEMO', file }] }] });
    t.equal(await leaving([lift, scan]), 'WITHHELD');
    t.equal(await leaving([lift, scan], { lists: true }), 'WITHHELD');
  },
);

t.test(
  'GATE-8, V6: no original of what another subject names too that ever bore the caveat SOURCE',
  async t => {
    const own = binding('evidence.registered', { photographs });
    const again = binding('evidence.registered', { photographs }, other);
    t.equal(await leaving([own, again], { lists: true }), 'ORIGINAL');
    const caveat = { classification: { caveats: [{ code: 'SOURCE', text: null }] } };
    const marked = binding('evidence.classified', caveat, other);
    t.equal(await leaving([own, again, marked], { lists: true }), 'CLEANED');
    t.equal(await leaving([own, marked], { lists: true }), 'ORIGINAL', 'it does not name the file');
    const inWords = { classification: { caveats: [{ code: 'OTHER', text: 'SOURCE' }] } };
    t.equal(
      await leaving([own, binding('evidence.registered', { photographs, ...inWords }, other)], {
        lists: true,
      }),
      'CLEANED',
    );
    const inherits = (caveats: string[]) => ({ photographs, inherits: { classification: { caveats } } });
    const part = binding('evidence.derived', inherits(['SOURCE']), other);
    t.equal(await leaving([own, part], { lists: true }), 'CLEANED', 'a part of an item has it from there');
    const plain = binding('evidence.derived', inherits(['INVESTIGATION']), other);
    t.equal(await leaving([own, plain], { lists: true }), 'ORIGINAL');
  },
);
