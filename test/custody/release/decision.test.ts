import t from 'tap';
import type { EvidenceState } from '../../../src/custody/evidence/state.js';
import { collectDigests, type JsonObject, type JsonValue } from '../../../src/log/index.js';
import {
  questions,
  releaseAct,
  releaseDecidedBody,
  releaseHaltedBody,
  releaseSubject,
  waived,
} from '../../helpers/bodies/release.js';
import { requestSubject } from '../../helpers/bodies/request.js';
import { uuidOf } from '../../helpers/procedure.js';
import {
  at,
  bindPhotograph,
  decide,
  held,
  information,
  item,
  legal,
  other,
  refusedInClear,
  request,
  requested,
  withheldMember,
} from './stage.js';

const release = releaseSubject.slice('release/'.length);
const file = { sha256: 'ab'.repeat(32), size: 10, mediaType: 'image/jpeg' };
const redaction = {
  piece: item,
  file: null,
  what: 'DEMO: a name',
  ground: 'PROTECTION_OF_PERSONS',
  why: 'DEMO: protection of persons',
  members: [],
};

/** A member of the decision with changes. */
function changed(member: string, changes: JsonObject): JsonObject {
  const body = releaseDecidedBody(at);
  return { [member]: { ...(body[member] as JsonObject), ...changes } };
}

t.test('D6: what a grant says of immunities, suspects, sources and third persons is complete', async t => {
  const owed: readonly [JsonObject, string][] = [
    [changed('privileges', { waiverNeeded: true }), 'release.waiver-missing'],
    [changed('thirdPersons', { present: true }), 'release.third-persons-untreated'],
    [changed('classification', { after: 'UNCLASSIFIED' }), 'release.downgrade-not-stated'],
    [
      changed('classification', { downgraded: { by: 'DEMO', date: '2021-04-02' } }),
      'release.downgrade-not-stated',
    ],
  ];
  for (const [changes, rule] of owed) {
    t.same(requested().refuse(decide(changes)), [rule]);
    requested().accept(decide({ ...changes, outcome: 'REFUSED', validFrom: null, validUntil: null }));
  }
  requested().accept(
    decide({
      ...changed('privileges', {
        waiverNeeded: true,
        waiver: { reference: 'DEMO', date: '2021-04-01', givenBy: 'DEMO' },
      }),
      ...changed('torture', { risk: 'MITIGATED', mitigation: 'DEMO' }),
      ...changed('sources', { identifiable: true, protectionPlan: 'DEMO' }),
      ...changed('thirdPersons', { present: true, treatment: 'DEMO' }),
      ...changed('classification', {
        after: 'UNCLASSIFIED',
        downgraded: { by: 'DEMO', date: '2021-04-02' },
      }),
    }),
  );
});

t.test('V6: what goes is classified no lower than any piece of it', async t => {
  const procedure = requested();
  const state = procedure.state<EvidenceState>(item);
  const classification = { ...state.classification, level: 'STRICTLY_CONFIDENTIAL' };
  procedure.suppose(item, { ...state, classification });
  t.same(procedure.refuse(decide()), ['release.classification-below-piece']);
});

t.test(
  'GATE-8, D6: a redaction is listed, of a piece and a file that go, and stands on the piece',
  async t => {
    const refused = (changes: JsonObject) =>
      requested().refuse(decide({ redactions: [{ ...redaction, ...changes }] }));
    t.same(refused({ piece: `evidence/${release}`, file: file.sha256 }), ['release.redaction-of-other']);
    t.same(refused({ file: file.sha256 }), ['release.redaction-of-unknown-file']);
    const procedure = requested();
    const named = { ...redaction, members: [withheldMember(procedure, item)] };
    procedure.accept(decide({ redactions: [named] }));
    const { piece: _, ...listed } = named;
    t.same(procedure.state<EvidenceState>(item).legal[release]?.redactions, [listed]);
    t.same(procedure.state<EvidenceState>(other).legal[release]?.redactions, []);
  },
);

t.test(
  'GATE-8: of a record only withheld members are held back; what stands in the clear goes, or stays whole',
  async t => {
    const procedure = requested();
    const member = withheldMember(procedure, item);
    const ofOther = withheldMember(procedure, other);
    const refused = (changes: JsonObject) =>
      procedure.refuse(decide({ redactions: [{ ...redaction, ...changes }] }));
    t.same(refused({}), ['release.redaction-of-nothing'], 'the record, in words alone');
    const both = { file: file.sha256, members: [member] };
    t.ok(refused(both).includes('release.redaction-of-nothing'), 'a file and members of the record');
    for (const [what, one] of [
      ['told in the clear', { ...member, pointer: '/told' }],
      ['nowhere', { ...member, pointer: '/missing' }],
      ['of another piece', ofOther],
    ] as const)
      t.same(refused({ members: [one] }), ['release.redaction-in-clear'], what);
    procedure.accept(decide({ redactions: [{ ...redaction, members: [member] }] }));
    const inClear = requested();
    const { members: _, ...inWords } = redaction;
    t.same(refusedInClear(inClear, { redactions: [inWords] }), [], 'RQ-13: form 3 under its edition');
  },
);

t.test('RQ-13, D6: in form 3, where the risks stood open, a mitigation and a plan were owed', async t => {
  const torture = (risk: string) => ({ torture: { risk, basis: null, mitigation: null } });
  for (const risk of ['SERIOUS', 'MITIGATED'])
    t.same(refusedInClear(requested(), torture(risk)), ['release.torture-risk-unmitigated']);
  t.same(refusedInClear(requested(), { sources: { identifiable: true, protectionPlan: null } }), [
    'release.protection-plan-missing',
  ]);
  t.same(refusedInClear(requested()), []);
  t.same(refusedInClear(requested(), {}, 4), ['type.form-superseded']);
});

/** A decision as its recipient has it: what is withheld is a digest, and all digests look alike. */
function asHanded(changes: JsonObject): JsonValue {
  const [event] = requested().compose(decide(changes));
  return JSON.parse(JSON.stringify(event?.body).replaceAll(/"_sd":"[^"]*"/g, '"_sd":"…"'));
}

t.test(
  'F-28, GATE-8: a decision does not tell its recipient whether a source could be identified',
  async t => {
    const inputs = (SOURCE_PROTECTION: string) => ({
      inputs: waived({ SOURCE_PROTECTION: { reason: SOURCE_PROTECTION } }),
    });
    const without = asHanded(inputs('DEMO-KEPT: nobody could be'));
    const withOne = asHanded({
      ...inputs('DEMO-KEPT: the objection is not followed'),
      ...changed('sources', { identifiable: true, protectionPlan: 'DEMO-KEPT' }),
      ...changed('torture', { risk: 'SERIOUS', mitigation: 'DEMO-KEPT' }),
      ...changed('deathPenalty', { basis: 'DEMO-KEPT' }),
      questions: questions({ protection: { answer: 'YES', basis: 'DEMO-KEPT' } }),
      reasons: 'DEMO-KEPT',
    });
    t.same(withOne, without);
    t.notMatch(JSON.stringify(withOne), /DEMO-KEPT|SERIOUS|NONE_KNOWN|true,"protectionPlan/);
  },
);

t.test('F-28: why a release was suspended or withdrawn goes into a later dossier as a digest', async t => {
  for (const word of ['suspended', 'withdrawn'] as const) {
    const procedure = requested();
    procedure.accept(decide());
    const [event] = procedure.compose(
      releaseAct(word, legal, releaseHaltedBody(at, { reason: 'DEMO-KEPT' }), [item]),
    );
    t.equal(collectDigests(event?.body ?? {}).length, 1);
    t.notMatch(JSON.stringify(event?.body), /DEMO-KEPT/);
  }
});

t.test('F-28: what is said of authorities and persons goes into a dossier as digests', async t => {
  const [event] = requested().compose(
    decide({
      ...changed('sources', { identifiable: true, protectionPlan: 'DEMO-KEPT' }),
      ...changed('thirdPersons', { present: true, whose: 'DEMO-KEPT', treatment: 'DEMO' }),
      ...changed('torture', { basis: 'DEMO-KEPT', mitigation: 'DEMO-KEPT' }),
      ...changed('dueDiligence', { risk: 'DEMO-KEPT', mitigation: 'DEMO-KEPT' }),
      ...changed('privileges', { personnel: 'DEMO-KEPT' }),
    }),
  );
  t.equal(collectDigests(event?.body ?? {}).length, 19);
  t.notMatch(JSON.stringify(event?.body), /DEMO-KEPT/);
});

t.test('RQ-67: originals go in a dossier of originals, summaries alone in a summary', async t => {
  const refused = (dossierType: string, as: string) =>
    held().refuse(request({ dossierType }, { as }, [item]));
  t.same(refused('COPIES', 'ORIGINAL'), ['release.form-not-of-dossier']);
  t.same(refused('SUMMARY', 'ORIGINAL'), ['release.form-not-of-dossier']);
  t.same(refused('SUMMARY', 'COPY'), ['release.form-not-of-dossier']);
  for (const [dossierType, as] of [
    ['ORIGINALS', 'ORIGINAL'],
    ['ORIGINALS', 'COPY'],
    ['COPIES', 'COPY'],
    ['COPIES', 'SUMMARY'],
    ['SUMMARY', 'SUMMARY'],
  ] as const)
    held().accept(request({ dossierType }, { as }, [item]));
});

t.test("E37, GATE-6: a file goes along only where the piece's own history binds it", async t => {
  const procedure = held();
  const own = bindPhotograph(procedure, item, file.sha256);
  const ofOther = bindPhotograph(procedure, other, 'cd'.repeat(32));
  const ask = (files: readonly JsonObject[], version: string | null = null) => {
    const act = request({}, { files: [...files], version }, [item]);
    const refs = [
      ...new Set([...files.map(({ boundBy }) => String(boundBy)), ...(version ? [version] : [])]),
    ];
    return { ...act, items: act.items?.map(event => ({ ...event, refs })) ?? [] };
  };
  const mine = { sha256: file.sha256, boundBy: own };
  t.same(procedure.refuse(ask([{ ...mine, boundBy: ofOther }])), ['release.file-not-of-piece']);
  t.same(procedure.refuse(ask([{ sha256: 'cd'.repeat(32), boundBy: ofOther }])), [
    'release.file-not-of-piece',
  ]);
  t.same(procedure.refuse(ask([mine, mine])), ['release.file-twice']);
  t.same(procedure.refuse(ask([mine], own)), ['release.version-missing'], 'an item has no report');
  t.same(procedure.refuse(ask([], ofOther)), ['release.version-missing', 'release.version-of-another']);
  procedure.accept(ask([mine]));
  t.same(procedure.state<EvidenceState>(item).legal[release]?.files, [mine]);
  t.equal(procedure.state<EvidenceState>(item).legal[release]?.as, 'ORIGINAL');
  procedure.accept(decide({ redactions: [{ ...redaction, file: file.sha256 }] }, undefined, [item]));
});

t.test('GATE-6, E39: information is asked for and decided like an item', async t => {
  const procedure = held();
  procedure.accept(request({}, { as: 'COPY' }, [item, information]));
  const status = () => procedure.state<EvidenceState>(information).legal[release]?.status;
  t.equal(status(), 'UNDER_REVIEW');
  procedure.accept(decide({}, undefined, [information]));
  t.equal(status(), 'CLEARED');
  t.equal(procedure.state<EvidenceState>(item).legal[release]?.status, 'UNDER_REVIEW');
});

t.test('E37: nothing is released but upon a request that is registered and open', async t => {
  const procedure = held();
  const unknown = uuidOf('DEMO-REQUEST-9');
  t.same(procedure.refuse(request({ request: unknown })), ['reference.subject-unknown']);
  procedure.suppose(requestSubject, { number: 'DEMO-RQ-1', closed: { closure: 'MOOT' } });
  t.same(procedure.refuse(request()), ['release.request-closed']);
});
