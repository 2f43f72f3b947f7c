import t from 'tap';
import type { EvidenceState } from '../../../src/custody/evidence/state.js';
import type { ReleaseState } from '../../../src/custody/release/state.js';
import type { JsonObject } from '../../../src/log/index.js';
import { releaseAct, releaseHaltedBody, releaseSubject } from '../../helpers/bodies/release.js';
import { consentBody, linkedBody, onSource, sourceBody } from '../../helpers/bodies/source.js';
import type { Procedure } from '../../helpers/procedure.js';
import {
  at,
  bindPhotograph,
  decide,
  held,
  item,
  legal,
  other,
  requestWithFiles,
  withheldMember,
} from './stage.js';

const release = releaseSubject.slice('release/'.length);
const humanRights = 'DEMO-HR-1/HR';
const [ofItem, shared] = ['ab'.repeat(32), 'cd'.repeat(32)];
const refusal = { outcome: 'REFUSED', validFrom: null, validUntil: null };

/** Two items: the first with a photograph of its own, and both with one that shows both. */
function asked() {
  const procedure = held();
  const own = bindPhotograph(procedure, item, ofItem);
  const both = bindPhotograph(procedure, item, shared);
  const again = bindPhotograph(procedure, other, shared, 'ef'.repeat(32));
  procedure.accept(
    requestWithFiles([
      {
        piece: item,
        files: [
          { sha256: ofItem, boundBy: own },
          { sha256: shared, boundBy: both },
        ],
      },
      { piece: other, files: [{ sha256: shared, boundBy: again }] },
    ]),
  );
  return { procedure, own, both, again };
}

function original(piece: string, file: string, boundBy: string): JsonObject {
  return { piece, file, boundBy, why: 'DEMO: no person, no dwelling, no position' };
}

function refused(procedure: Procedure, listed: readonly JsonObject[], changes: JsonObject = {}) {
  return procedure.refuse(decide({ originalPhotographs: [...listed], ...changes }));
}

t.test('GATE-8: a person lets a photograph go as an original, by name and in the open', async t => {
  const { procedure, own } = asked();
  const listed = original(item, ofItem, own);
  procedure.accept(decide({ originalPhotographs: [listed] }));
  const { piece: _, ...ofPiece } = listed;
  const legalOf = (piece: string) => procedure.state<EvidenceState>(piece).legal[release];
  t.same(legalOf(item)?.originalPhotographs, [ofPiece]);
  const lastDecision = () =>
    [...procedure.world.events.values()].findLast(
      ({ subject, type }) => subject === item && type === 'evidence.release-decided',
    )?.index;
  t.equal(legalOf(item)?.originalsDecided, lastDecision());
  t.equal(legalOf(other)?.originalPhotographs, undefined, 'none is the rule');
  t.same(procedure.state<ReleaseState>(releaseSubject).decisions.at(-1)?.originalPhotographs, [listed]);
  procedure.accept(releaseAct('suspended', legal, releaseHaltedBody(at), [item, other]));
  procedure.accept(decide());
  t.same(legalOf(item)?.originalPhotographs, [], 'a later decision takes it back');
  t.equal(legalOf(item)?.originalsDecided, lastDecision());
  t.match(legalOf(item)?.originalsBefore, [{ file: ofItem, until: Number }], 'from that leaf on');
});

t.test(
  'GATE-8: an original is a photograph of a piece that is granted, and nothing is taken out of it',
  async t => {
    const { procedure, own } = asked();
    const listed = original(item, ofItem, own);
    t.same(refused(procedure, [listed], refusal), ['release.original-of-other'], 'nothing is granted');
    t.same(
      procedure.refuse(decide({ originalPhotographs: [listed] }, legal, [other])),
      ['release.original-of-other'],
      'another piece',
    );
    const scan = withheldMember(procedure, item);
    for (const [what, changes] of [
      ['an act of another piece', { boundBy: bindPhotograph(procedure, other, '12'.repeat(32)) }],
      ['an act that binds no photograph', { boundBy: scan.act as string }],
      ['another file', { boundBy: bindPhotograph(procedure, item, '34'.repeat(32)) }],
    ] as const)
      t.same(refused(procedure, [{ ...listed, ...changes }]), ['release.original-not-photograph'], what);
    const later = '56'.repeat(32);
    t.same(
      refused(procedure, [original(item, later, bindPhotograph(procedure, item, later))]),
      ['release.original-of-unknown-file'],
      'nobody asked for it',
    );
    const redaction = {
      piece: item,
      file: ofItem,
      what: 'DEMO',
      ground: 'PERSONAL_DATA',
      why: 'DEMO',
      members: [],
    };
    t.same(refused(procedure, [listed], { redactions: [redaction] }), ['release.original-taken-out']);
  },
);

t.test('GATE-8, F-28: no original goes beside which a claim is withheld, e.g. its position', async t => {
  const procedure = held();
  const boundBy = bindPhotograph(procedure, item, ofItem, ofItem, { position: { _sd: 'A'.repeat(43) } });
  procedure.accept(
    requestWithFiles([
      { piece: item, files: [{ sha256: ofItem, boundBy }] },
      { piece: other, files: [] },
    ]),
  );
  t.same(refused(procedure, [original(item, ofItem, boundBy)]), ['release.original-withheld']);
  procedure.accept(decide());
});

t.test('GATE-8: what two pieces have in common goes as an original with both, or with none', async t => {
  const { procedure, both, again } = asked();
  const first = original(item, shared, both);
  t.same(refused(procedure, [first]), ['release.original-not-of-all']);
  procedure.accept(decide({ originalPhotographs: [first, original(other, shared, again)] }));
});

t.test(
  'GATE-8, V6: no original goes of a piece that bears the caveat SOURCE, nor of one with a part that does',
  async t => {
    const { procedure, own } = asked();
    const { classification, ...state } = procedure.state<EvidenceState>(item);
    const marked = { ...classification, caveats: ['SOURCE'] };
    procedure.suppose(item, { ...state, classification: marked });
    t.ok(refused(procedure, [original(item, ofItem, own)]).includes('release.original-of-source'));
    t.same(refused(procedure, []), ['release.source-protection-not-heard'], 'cleaned copies go as ever');
    const part = { act: own, pointer: '/body/photographs/0/file', files: [shared], withheld: true };
    procedure.suppose(item, {
      ...state,
      classification,
      parts: { part: { ...part, classification: marked } },
    });
    t.same(refused(procedure, [original(item, ofItem, own)]), ['release.original-of-source']);
  },
);

t.test(
  'GATE-8, RQ-64: a redaction does not stand for the consent of a source where an original goes',
  async t => {
    const { procedure, own } = asked();
    procedure.accept(onSource('registered', humanRights, sourceBody()));
    procedure.accept(onSource('linked', humanRights, linkedBody(item)));
    const redactions = [
      {
        ...{ piece: item, file: null, what: 'DEMO', ground: 'PROTECTION_OF_PERSONS', why: 'DEMO' },
        members: [withheldMember(procedure, item)],
      },
    ];
    const listed = [original(item, ofItem, own)];
    t.same(refused(procedure, listed, { redactions }), ['release.original-without-consent']);
    t.same(refused(procedure, listed), ['release.source-consent-missing'], 'said once');
    procedure.accept(onSource('consent-recorded', humanRights, consentBody('ANY_NATIONAL')));
    procedure.accept(decide({ redactions, originalPhotographs: listed }));
  },
);

t.test(
  'F-28, GATE-8: what a decision answers on sources, withheld, changes nothing of what it may list',
  async t => {
    for (const identifiable of [true, false]) {
      const sources = { identifiable, protectionPlan: 'DEMO' };
      t.doesNotThrow(() => asked().procedure.accept(decide({ sources })));
      const { procedure, own } = asked();
      const originalPhotographs = [original(item, ofItem, own)];
      t.doesNotThrow(() => procedure.accept(decide({ sources, originalPhotographs })));
    }
  },
);
