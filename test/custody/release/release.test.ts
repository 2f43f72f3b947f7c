import fc from 'fast-check';
import t from 'tap';
import type { EvidenceState } from '../../../src/custody/evidence/state.js';
import type { ReleaseState } from '../../../src/custody/release/state.js';
import type { Sop } from '../../../src/custody/sop/document.js';
import type { JsonObject } from '../../../src/log/index.js';
import { classifiedBody, code, unclassified } from '../../helpers/bodies/evidence.js';
import {
  deathPenalty,
  dueDiligence,
  questions,
  releaseAct,
  releaseDecidedBody,
  releaseHaltedBody,
  releaseRequestedBody,
  releaseSubject,
} from '../../helpers/bodies/release.js';
import { requestSubject } from '../../helpers/bodies/request.js';
import { heldItem, itemSubject } from '../../helpers/held-item.js';
import { assertMandatory } from '../../helpers/mandatory-fields.js';
import { changedSop, Procedure, uuidOf } from '../../helpers/procedure.js';

const at = '2021-04-02T11:00:00Z';
const unit = uuidOf('DEMO-UNIT');
const release = releaseSubject.slice('release/'.length);
const items = ['DEMO-1', 'DEMO-2', 'DEMO-3'].map(itemSubject);
const caseOfficer = 'DEMO-CASE-1/CASE';
const legal = 'DEMO-LEG-1/LEG';
const head = 'DEMO-HOM-1/HOM';
const assurance = { reference: 'DEMO-NOTE-1', date: '2021-03-01', givenBy: 'DEMO ministry', document: null };
const toReturn = { kind: 'RETURN', text: 'DEMO: return after trial' };

/** The offence carries the death penalty, which is not carried out. */
function possible(changes: JsonObject = {}): JsonObject {
  return deathPenalty({ possible: true, state: 'MORATORIUM', ...changes });
}

/** Items held at headquarters, and a national unit in force. */
function held(sop?: Sop): Procedure {
  const procedure = new Procedure(sop);
  const custodian = procedure.enlist('DEMO-HQC-1', 'HQC');
  for (const name of ['DEMO-1', 'DEMO-2', 'DEMO-3'])
    procedure.suppose(itemSubject(name), heldItem(name, custodian));
  procedure.suppose(`unit/${unit}`, {
    name: 'DEMO-PJS',
    national: true,
    validFrom: '2013-05-01',
    validUntil: null,
  });
  procedure.suppose(requestSubject, { number: 'DEMO-RQ-1', closed: null });
  return procedure;
}

function request(changes: JsonObject = {}, by = caseOfficer) {
  return releaseAct('requested', by, releaseRequestedBody(unit, at, changes), items);
}

function requested(sop?: Sop): Procedure {
  const procedure = held(sop);
  procedure.accept(request());
  return procedure;
}

function decide(changes: JsonObject = {}, by = legal, of: readonly string[] = items) {
  return releaseAct('decided', by, releaseDecidedBody(at, changes), of);
}

function statuses(procedure: Procedure): readonly (string | undefined)[] {
  return items.map(item => procedure.state<EvidenceState>(item).legal[release]?.status);
}

t.test('E37, E39: requested by the case officer, decided by the legal office', async t => {
  const procedure = requested();
  t.same(statuses(procedure), ['UNDER_REVIEW', 'UNDER_REVIEW', 'UNDER_REVIEW']);
  procedure.accept(decide());
  t.same(statuses(procedure), ['CLEARED', 'CLEARED', 'CLEARED']);
  t.match(procedure.state<ReleaseState>(releaseSubject), {
    recipientUnit: unit,
    decisions: [{ outcome: 'GRANTED', role: 'LEG', validUntil: '2021-07-01T00:00:00Z' }],
  });
});

t.test('E39: a decision covers exactly the items it lists; the others stay under review', async t => {
  const procedure = requested();
  procedure.accept(decide({}, legal, items.slice(0, 1)));
  t.same(statuses(procedure), ['CLEARED', 'UNDER_REVIEW', 'UNDER_REVIEW']);
  procedure.accept(decide({ outcome: 'REFUSED', validFrom: null, validUntil: null }, head, items.slice(1)));
  t.same(statuses(procedure), ['CLEARED', 'REFUSED', 'REFUSED']);
  t.equal(procedure.state<ReleaseState>(releaseSubject).decisions.length, 2);
  t.same(procedure.refuse(decide()), ['release.item-status', 'release.item-status', 'release.item-status']);
});

t.test('E39: what was never asked for is not decided', async t => {
  const procedure = requested();
  const other = itemSubject('DEMO-4');
  procedure.suppose(other, heldItem('DEMO-4', uuidOf('DEMO-HQC-1')));
  t.same(procedure.refuse(decide({}, legal, [other])), ['release.item-not-requested']);
});

t.test('SD-2: who asks does not decide, in whatever role', async t => {
  const procedure = requested();
  procedure.enlist('DEMO-CASE-1', 'LEG');
  const refused = procedure.refuse(decide({}, 'DEMO-CASE-1/LEG', items.slice(0, 1)));
  t.same(refused, ['release.requester-decides']);
});

t.test('E40: suspended until a new decision, withdrawn for good', async t => {
  const procedure = requested();
  const halt = (word: 'suspended' | 'withdrawn') => releaseAct(word, legal, releaseHaltedBody(at), items);
  t.ok(procedure.refuse(halt('suspended')).every(rule => rule === 'release.item-status'));
  procedure.accept(decide());
  procedure.accept(halt('suspended'));
  t.same(statuses(procedure), ['SUSPENDED', 'SUSPENDED', 'SUSPENDED']);
  procedure.accept(decide({}, head));
  t.same(statuses(procedure), ['CLEARED', 'CLEARED', 'CLEARED']);
  procedure.accept(halt('withdrawn'));
  t.same(statuses(procedure), ['WITHDRAWN', 'WITHDRAWN', 'WITHDRAWN']);
  t.ok(procedure.refuse(decide()).every(rule => rule === 'release.item-status'));
});

t.test('E40: a release is suspended and withdrawn also after the handover', async t => {
  const procedure = requested();
  procedure.accept(decide());
  for (const item of items)
    procedure.suppose(item, { ...procedure.state<EvidenceState>(item), physical: 'HANDED_OVER' });
  procedure.accept(releaseAct('suspended', legal, releaseHaltedBody(at), items));
  procedure.accept(releaseAct('withdrawn', legal, releaseHaltedBody(at), items));
  t.same(statuses(procedure), ['WITHDRAWN', 'WITHDRAWN', 'WITHDRAWN']);
});

t.test('RQ-61: the status is the word of the person who decided, whatever he answered', async t => {
  const answer = fc.constantFrom('YES', 'NO', 'NOT_APPLICABLE');
  const words = {
    GRANTED: 'CLEARED',
    GRANTED_WITH_CONDITIONS: 'CLEARED_WITH_CONDITIONS',
    REFUSED: 'REFUSED',
  };
  const outcomes = fc.constantFrom('GRANTED', 'GRANTED_WITH_CONDITIONS', 'REFUSED');
  fc.assert(
    fc.property(
      outcomes,
      answer,
      answer,
      answer,
      answer,
      (outcome, fairTrial, protection, consent, death) => {
        const procedure = requested();
        const by = (given: string) => ({ answer: given, basis: 'DEMO' });
        const refused = outcome === 'REFUSED';
        const verdict = procedure.judge(
          decide(
            {
              outcome,
              questions: questions({
                fairTrial: by(fairTrial),
                protection: by(protection),
                consent: by(consent),
                noDeathPenalty: by(death),
              }),
              conditions: outcome === 'GRANTED_WITH_CONDITIONS' ? [toReturn] : [],
              validFrom: refused ? null : '2021-04-02T00:00:00Z',
              validUntil: refused ? null : '2021-07-01T00:00:00Z',
            },
            head,
          ),
        );
        const expected = verdict.rules.length === 0 ? words[outcome as keyof typeof words] : 'UNDER_REVIEW';
        return statuses(procedure).every(status => status === expected);
      },
    ),
    { numRuns: 60, seed: 61 },
  );
  t.pass('sixty decisions');
});

t.test('GATE-7: exposure to the death penalty needs an assurance, or the Head of Mission', async t => {
  const exposed = questions({ noDeathPenalty: { answer: 'NO', basis: 'DEMO: the code lists it' } });
  const without = { questions: exposed, deathPenalty: possible() };
  t.same(requested().refuse(decide(without)), ['release.death-penalty-exposure']);
  requested().accept(decide({ questions: exposed, deathPenalty: possible({ assurance }) }));
  requested().accept(decide({ deathPenalty: possible({ assurance }) }));
  requested().accept(decide(without, head));
  requested().accept(decide({ ...without, outcome: 'REFUSED', validFrom: null, validUntil: null }));
});

t.test('GATE-7, F-02: the answer, the law and the level that are stated fit together', async t => {
  const exposed = questions({ noDeathPenalty: { answer: 'NO', basis: 'DEMO: the code lists it' } });
  const refused = (changes: JsonObject, by = legal) => requested().refuse(decide(changes, by));
  t.same(refused({ deathPenalty: possible() }, head), ['release.death-penalty-contradiction']);
  t.same(refused({ questions: exposed }), ['release.death-penalty-contradiction']);
  t.same(refused({ deathPenalty: deathPenalty({ state: 'MORATORIUM' }) }), ['release.death-penalty-law']);
  t.same(refused({ deathPenalty: possible({ assurance, state: 'ABOLISHED' }) }), [
    'release.death-penalty-law',
  ]);
  t.same(refused({ deathPenalty: deathPenalty({ level: 'HEAD_OF_MISSION' }) }), ['release.level-not-held']);
  requested().accept(decide({ deathPenalty: deathPenalty({ level: 'HEAD_OF_MISSION' }) }, head));
});

t.test('GATE-7, GATE-8: to death penalty and consent "not applicable" is no answer', async t => {
  const notApplicable = { answer: 'NOT_APPLICABLE', basis: 'DEMO: does not apply' };
  const death = questions({ noDeathPenalty: notApplicable });
  for (const by of [legal, head])
    t.same(requested().refuse(decide({ questions: death, deathPenalty: possible({ assurance }) }, by)), [
      'release.death-penalty-not-answered',
    ]);
  t.same(requested().refuse(decide({ questions: questions({ consent: notApplicable }) }, head)), [
    'release.consent-not-answered',
  ]);
  requested().accept(
    decide({ questions: questions({ fairTrial: notApplicable, protection: notApplicable }) }),
  );
});

t.test(
  "GATE-9, V6: what its originator controls is released with his consent on the item's record",
  async t => {
    const [item = ''] = items;
    const consent = { sha256: 'cd'.repeat(32), size: 10, mediaType: 'application/pdf' };
    const refusal = { outcome: 'REFUSED', validFrom: null, validUntil: null };
    const originators = [{ originator: 'DEMO contingent', consent: 'GIVEN', basis: 'DEMO letter' }];
    for (const caveat of ['ORIGINATOR_CONTROLLED', 'NOT_FOR_HOST_STATE']) {
      const procedure = requested();
      procedure.enlist('DEMO-LEG-1', 'LEG');
      const classify = (originatorConsent: JsonObject | null, caveats = [caveat]) =>
        procedure.accept({
          subject: item,
          type: 'evidence.classified',
          by: legal,
          body: classifiedBody(at, {
            classification: {
              ...unclassified,
              originator: 'DEMO contingent',
              caveats: caveats.map(limit => code(limit)),
            },
            originatorConsent,
          }),
        });
      classify(null);
      t.same(procedure.refuse(decide({ originators })), ['release.originator-consent-missing'], caveat);
      t.same(procedure.refuse(decide({ originators }, head)), ['release.originator-consent-missing'], caveat);
      classify(consent);
      t.type(procedure.state<EvidenceState>(item).originatorConsent, 'string');
      classify(null, [caveat, 'INVESTIGATION']);
      t.same(
        procedure.refuse(decide({ originators })),
        ['release.originator-consent-missing'],
        'said anew each time',
      );
      classify(consent);
      t.same(procedure.refuse(decide()), ['release.originator-not-listed'], 'and in the decision');
      procedure.accept(decide({ originators }));
      const other = requested();
      other.suppose(item, {
        ...procedure.state<EvidenceState>(item),
        legal: other.state<EvidenceState>(item).legal,
      });
      other.accept(decide(refusal));
    }
  },
);

t.test('RQ-60, GATE-7: none of the four questions can be left open', async t => {
  for (const question of ['fairTrial', 'protection', 'consent', 'noDeathPenalty']) {
    const { [question]: _, ...three } = questions();
    t.same(requested().refuse(decide({ questions: three })), ['body.member-missing'], question);
    const unanswered = questions({ [question]: { answer: 'YES' } });
    t.same(
      requested().refuse(decide({ questions: unanswered })),
      ['body.member-missing'],
      'nor without a basis',
    );
  }
});

t.test('RQ-64, GATE-8: nothing is released without consent', async t => {
  const without = questions({ consent: { answer: 'NO', basis: 'DEMO: one witness declined' } });
  t.same(requested().refuse(decide({ questions: without })), ['release.without-consent']);
});

t.test('RQ-63: the recipient unit has a risk assessment that is not overdue', async t => {
  const reviewed = (reviewOn: string) => decide({ dueDiligence: dueDiligence({ reviewOn }) });
  t.same(requested().refuse(decide({ dueDiligence: null })), ['release.risk-assessment-missing']);
  t.same(requested().refuse(reviewed('2021-04-01')), ['release.risk-assessment-outdated']);
  requested().accept(reviewed('2021-04-02'));
});

t.test('D6: conditions and validity fit the decision', async t => {
  const refusals: readonly [JsonObject, string][] = [
    [{ conditions: [toReturn] }, 'release.conditions-do-not-fit'],
    [{ outcome: 'GRANTED_WITH_CONDITIONS' }, 'release.conditions-do-not-fit'],
    [{ outcome: 'REFUSED' }, 'release.refusal-with-validity'],
    [{ validUntil: null }, 'release.validity-missing'],
    [{ validFrom: null }, 'release.validity-missing'],
    [{ validUntil: '2021-04-02T00:00:00Z' }, 'release.validity-backwards'],
    [{ validUntil: '2022-04-02T00:00:01Z' }, 'release.validity-too-long'],
  ];
  for (const [changes, rule] of refusals) t.same(requested().refuse(decide(changes)), [rule]);
  requested().accept(decide({ validUntil: '2022-04-02T00:00:00Z' }));
});

t.test('GATE-10, V12: the recipient is in force when the release is asked for', async t => {
  const procedure = held();
  procedure.suppose(`unit/${unit}`, { name: 'DEMO-PJS', validFrom: '2013-05-01', validUntil: '2021-04-01' });
  t.same(procedure.refuse(request()), ['release.recipient-not-in-force']);
});

t.test('E39: only LEG or HOM decides; who may is data', async t => {
  t.same(requested().refuse(decide({}, 'DEMO-HQC-1/HQC')), ['signer.role-not-provided']);
  const byCase = changedSop(sop => {
    sop.acts['release.decided']?.signers.push('CASE');
  });
  requested(byCase).accept(decide({}, 'DEMO-CASE-2/CASE'));
});

t.test(
  'GATE-6, GATE-7, GATE-8 are data: off, overridden by a role the SOP names, another deadline',
  async t => {
    const exposed = questions({ noDeathPenalty: { answer: 'NO', basis: 'DEMO' } });
    const off = (gate: 'GATE-6' | 'GATE-7' | 'GATE-8') =>
      changedSop(sop => {
        sop.gates[gate].on = false;
      });
    requested(off('GATE-7')).accept(decide({ questions: exposed }));
    requested(off('GATE-6')).accept(decide({ dueDiligence: null }));
    const without = questions({ consent: { answer: 'NO', basis: 'DEMO' } });
    requested(off('GATE-8')).accept(decide({ questions: without }));

    const overrides = [
      { gate: 'GATE-7', officer: uuidOf('DEMO-LEG-1'), reason: 'DEMO: decided in New York' },
    ];
    const byLeg = changedSop(sop => {
      sop.gates['GATE-7'].override = { roles: ['LEG'] };
    });
    const decided = decide({ questions: exposed, deathPenalty: possible(), overrides });
    requested(byLeg).accept(decided);
    t.same(requested().refuse(decided), ['override.not-allowed']);

    const shorter = changedSop(sop => {
      sop.deadlines.releaseMaximumDays.value = 30;
    });
    t.same(requested(shorter).refuse(decide()), ['release.validity-too-long']);
  },
);

t.test('D6: mandatory fields of request, decision, suspension and withdrawal', async t => {
  const always = ['occurred', 'place', 'lateEntry', 'overrides'];
  assertMandatory(t, held(), request(), [
    ...always,
    'number',
    'recipient',
    'recipient/unit',
    'recipient/capacity',
    'recipient/person',
    'request',
    'article',
    'mandateBasis',
    'dossierType',
    'purpose',
    'proceedings',
    'offence',
  ]);
  const procedure = requested();
  const answers = ['fairTrial', 'protection', 'consent', 'noDeathPenalty'];
  assertMandatory(t, procedure, decide({ deathPenalty: possible({ assurance }) }), [
    ...always,
    'outcome',
    'questions',
    ...answers.flatMap(name => [`questions/${name}`, `questions/${name}/answer`, `questions/${name}/basis`]),
    ...['documents', 'personnel', 'waiverNeeded', 'waiver'].map(name => `privileges/${name}`),
    'privileges/withoutPrejudice/en',
    'privileges/withoutPrejudice/fr',
    ...['assessment', 'reference', 'risk', 'mitigation', 'reviewOn'].map(name => `dueDiligence/${name}`),
    ...['possible', 'state', 'basis', 'assurance', 'level'].map(name => `deathPenalty/${name}`),
    ...['reference', 'date', 'givenBy'].map(name => `deathPenalty/assurance/${name}`),
    ...['risk', 'basis', 'mitigation'].map(name => `torture/${name}`),
    'sources/identifiable',
    'sources/protectionPlan',
    'originators',
    ...['present', 'whose', 'treatment'].map(name => `thirdPersons/${name}`),
    ...['now', 'after', 'downgraded'].map(name => `classification/${name}`),
    'redactions',
    'inputs',
    'reasons',
    'conditions',
    'validFrom',
    'validUntil',
    'capacity',
  ]);
  procedure.accept(decide());
  for (const word of ['suspended', 'withdrawn'] as const)
    assertMandatory(t, procedure, releaseAct(word, legal, releaseHaltedBody(at), items), [
      ...always,
      'reason',
      'effectOnHandovers',
    ]);
});
