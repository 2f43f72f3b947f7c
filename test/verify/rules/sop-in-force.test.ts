import t from 'tap';
import type { Sop } from '../../../src/custody/sop/document.js';
import { reconstruction } from '../../../src/custody/sop/reconstruction.js';
import { sopBytes, sopReference } from '../../../src/custody/sop/sop-bytes.js';
import { peekEvent, splitSubmission } from '../../../src/log/index.js';
import { Cast } from '../../helpers/cast.js';
import { changedSop } from '../../helpers/procedure.js';
import { replayWhole, type SopBytes } from '../../helpers/replayed.js';

/** A log that adopts another SOP in its middle; then an officer is registered. */
async function replayAdopting(sop: Sop, sopFiles: SopBytes) {
  const cast = await Cast.found();
  const founding = await cast.founding();
  const adopted = await cast.sign({
    subject: cast.logSubject,
    type: 'log.sop-adopted',
    by: 'DEMO-REG-1/REG',
    countersigned: ['DEMO-REG-2/REG as registrar'],
    body: { sop: { ...sopReference(sop) } },
  });
  const submitted = [...founding, ...adopted.submitted, ...(await cast.enlist('DEMO-WIT-1', ['WIT']))];
  const events = submitted.map(text => {
    const { jws, disclosures } = splitSubmission(text);
    return { receivedAt: cast.now, event: peekEvent(jws), disclosures };
  });
  const { failure, notProven } = replayWhole(events, sopFiles);
  return { failure, adoptedAt: founding.length, notProven: notProven.map(({ en }) => en), events };
}

/** As it is handed over inside an export. */
const inside = (sop: Sop): SopBytes => new Map([[sopReference(sop).sha256, sopBytes(sop)]]);

const stricter = changedSop(sop => {
  sop.version = 2;
  const owed = { as: 'registrar', count: 2, roles: null };
  const granted = { ...reconstruction.acts['officer.role-granted'], countersignatures: [owed] };
  sop.acts = { ...sop.acts, 'officer.role-granted': granted } as Sop['acts'];
});

t.test('section 12, rules: the SOP in force at a leaf is the last one named before it', async t => {
  const { failure, events } = await replayAdopting(stricter, inside(stricter));
  t.match(failure, { check: 'rules', detail: { en: /^officer.role-granted; countersignature.missing: / } });
  t.equal(events[Number(failure?.where)]?.event.type, 'officer.role-granted');
  const same = changedSop(sop => {
    sop.version = 2;
  });
  t.same((await replayAdopting(same, inside(same))).failure, null, 'one that asks for no more');
});

t.test(
  'section 12, rules: from an SOP on that is not inside nothing is judged, and that is said',
  async t => {
    const { failure, notProven, adoptedAt } = await replayAdopting(stricter, new Map());
    t.equal(failure, null);
    const { sha256 } = sopReference(stricter);
    t.same(notProven, [
      `rules: from leaf ${adoptedAt} on, the SOP document ${sha256} is not inside or not known`,
    ]);
  },
);

t.test(
  'section 12, rules: an SOP of rules that came later than the verifier, or that is none, is not known',
  async t => {
    const later = changedSop(sop => {
      sop.edition = 1_000;
    });
    const broken = new Map([[sopReference(stricter).sha256, sopBytes(later)]]);
    const noDocument = new Map([[sopReference(stricter).sha256, new Uint8Array([0x7b])]]);
    for (const { failure, notProven } of [
      await replayAdopting(later, inside(later)),
      await replayAdopting(stricter, broken),
      await replayAdopting(stricter, noDocument),
    ]) {
      t.equal(failure, null);
      t.match(notProven, [/^rules: from leaf \d+ on, the SOP document/]);
    }
  },
);
