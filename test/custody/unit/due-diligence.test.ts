import t from 'tap';
import { judgeBatch } from '../../../src/custody/judge/judge-batch.js';
import { reconstruction } from '../../../src/custody/sop/reconstruction.js';
import type { Text } from '../../../src/custody/text.js';
import type { UnitState } from '../../../src/custody/unit/state.js';
import { organisationClasses } from '../../../src/custody/vocabulary/institutions.js';
import { codesOf } from '../../../src/custody/vocabulary/vocabulary.js';
import { type JsonObject, readActs, type SignedEvent } from '../../../src/log/index.js';
import { code } from '../../helpers/bodies/evidence.js';
import {
  dueDiligence,
  releaseAct,
  releaseDecidedBody,
  releaseRequestedBody,
} from '../../helpers/bodies/release.js';
import { requestSubject } from '../../helpers/bodies/request.js';
import { assessedBody, registerUnit, suspendedBody, unitSubject } from '../../helpers/bodies/unit.js';
import { heldItem, itemSubject } from '../../helpers/held-item.js';
import { assertMandatory } from '../../helpers/mandatory-fields.js';
import { changedSop, type Intent, Procedure } from '../../helpers/procedure.js';
import { offer, offered, unit as pole, receive, released } from '../transfer/handover-stage.js';

const at = '2021-04-02T11:00:00Z';
const humanRights = 'DEMO-HR-1/HR';
const item = itemSubject('DEMO-1');

const act = (word: string, by: string, body: JsonObject, subject = unitSubject): Intent => ({
  subject,
  type: `unit.${word}`,
  by,
  body,
});
const assess = (changes: JsonObject = {}, subject = unitSubject) =>
  act('assessed', humanRights, assessedBody(changes), subject);
const suspend = (by = humanRights, subject = unitSubject) => act('suspended', by, suspendedBody(), subject);
const lift = (by = humanRights, subject = unitSubject) =>
  act('suspension-lifted', by, suspendedBody(), subject);

/** An item held at headquarters, asked for by a unit of this class. */
function asked(changes: JsonObject = {}, procedure = new Procedure()): Procedure {
  procedure.accept(registerUnit(changes));
  procedure.suppose(item, heldItem('DEMO-1', procedure.enlist('DEMO-HQC-1', 'HQC')));
  procedure.suppose(requestSubject, { number: 'DEMO-RQ-1', closed: null });
  const body = releaseRequestedBody(unitSubject.slice('unit/'.length), at);
  procedure.accept(releaseAct('requested', 'DEMO-CASE-1/CASE', body, [item]));
  return procedure;
}

const grant = (by = 'DEMO-LEG-1/LEG', assessment: string | null = null, changes: JsonObject = {}) => {
  const body = releaseDecidedBody(at, { dueDiligence: dueDiligence({ assessment }), ...changes });
  return releaseAct('decided', by, body, [item]);
};

t.test(
  'RQ-63: human rights assesses a unit; the last assessment counts, how the risk is met is withheld',
  async t => {
    const procedure = asked();
    t.same(procedure.refuse(act('assessed', 'DEMO-LEG-1/LEG', assessedBody())), ['signer.role-not-provided']);
    assertMandatory(t, procedure, assess(), [
      'reference',
      'risk',
      'mitigation',
      'assessedOn',
      'reviewOn',
      'document',
    ]);
    t.same(procedure.refuse(assess({ reviewOn: '2021-01-15' })), ['unit.review-not-after']);
    const [event] = procedure.compose(assess());
    t.notMatch(JSON.stringify(event?.body), 'DEMO-MITIGATION');
    procedure.accept(assess());
    procedure.accept(assess({ reference: 'DEMO-HRDDP-2', risk: 'HIGH' }));
    t.match(procedure.state<UnitState>(unitSubject).assessment, {
      reference: 'DEMO-HRDDP-2',
      risk: 'HIGH',
      reviewOn: '2021-12-31',
    });
  },
);

t.test('RQ-63, GATE-6: an assessment past its review date stops the grant; its day still counts', async t => {
  const due = asked();
  due.accept(assess({ reviewOn: '2021-04-01' }));
  t.ok(due.refuse(grant()).includes('unit.assessment-outdated'));
  const { eventId } = due.accept(assess({ reviewOn: '2021-04-02' }));
  due.accept(grant(undefined, eventId));
});

t.test(
  'RQ-63: a grant names the assessment of its recipient that is in force, and none where there is none',
  async t => {
    const procedure = asked();
    const nobodys = 'A'.repeat(43);
    t.same(procedure.refuse(grant(undefined, nobodys)), ['release.assessment-not-in-force']);
    const first = procedure.accept(assess()).eventId;
    t.same(procedure.refuse(grant()), ['release.assessment-not-in-force']);
    const second = procedure.accept(assess({ reference: 'DEMO-HRDDP-2' })).eventId;
    t.same(procedure.refuse(grant(undefined, first)), ['release.assessment-not-in-force']);
    procedure.accept(grant(undefined, second));

    const earlier = asked();
    earlier.accept(assess());
    earlier.sop = changedSop(sop => {
      sop.edition = 3;
    });
    t.notOk(earlier.judge(grant()).rules.includes('release.assessment-not-in-force'));
  },
);

t.test(
  'RQ-63, GATE-6: a suspended unit is granted nothing until the suspension is lifted; refused it may be',
  async t => {
    const procedure = asked();
    t.same(procedure.refuse(lift()), ['unit.not-suspended']);
    t.same(procedure.refuse(suspend('DEMO-CASE-1/CASE')), ['signer.role-not-provided']);
    const [event] = procedure.compose(suspend());
    t.notMatch(JSON.stringify(event?.body), 'DEMO-REASON');
    procedure.accept(suspend());
    t.same(procedure.refuse(suspend()), ['unit.suspended-already']);
    t.same(procedure.refuse(grant()), ['unit.is-suspended']);
    procedure.accept(lift('DEMO-HOM-1/HOM'));
    t.equal(procedure.state<UnitState>(unitSubject).suspension, null);
    procedure.accept(grant());

    const other = asked();
    other.accept(suspend());
    const no = { outcome: 'REFUSED', validFrom: null, validUntil: null };
    other.accept(releaseAct('decided', 'DEMO-LEG-1/LEG', releaseDecidedBody(at, no), [item]));
  },
);

t.test(
  'RQ-63, GATE-6: nothing is offered or received in a handover to it, whatever was granted before',
  async t => {
    const subject = `unit/${pole}`;
    const c = released();
    c.procedure.accept(suspend(humanRights, subject));
    t.same(c.procedure.refuse(offer(c)), ['unit.is-suspended']);
    c.procedure.accept(lift(humanRights, subject));
    c.procedure.accept(assess({ reviewOn: '2021-04-01' }, subject));
    t.same(c.procedure.refuse(offer(c)), ['unit.assessment-outdated']);

    const due = offered();
    due.procedure.accept(assess({ reviewOn: '2021-04-01' }, subject));
    t.same(due.procedure.refuse(receive(due)), ['release.not-as-things-stand']);

    const under = offered();
    under.procedure.accept(suspend(humanRights, subject));
    t.same(under.procedure.refuse(receive(under)), ['release.not-as-things-stand']);
    under.procedure.sop = changedSop(sop => {
      sop.edition = 5;
    });
    t.same(under.procedure.refuse(receive(under)), ['unit.is-suspended'], 'RQ-13: it was said by name');
  },
);

t.test('RQ-13, RQ-63: a procedure of an earlier edition does not ask', async t => {
  const earlier = changedSop(sop => {
    sop.edition = 2;
  });
  const procedure = new Procedure(earlier);
  procedure.suppose(requestSubject, { number: 'DEMO-RQ-1', closed: null });
  procedure.accept(registerUnit());
  procedure.accept(suspend());
  procedure.suppose(item, heldItem('DEMO-1', procedure.enlist('DEMO-HQC-1', 'HQC')));
  const body = releaseRequestedBody(unitSubject.slice('unit/'.length), at);
  procedure.accept(releaseAct('requested', 'DEMO-CASE-1/CASE', body, [item]));
  procedure.accept(grant());
  t.ok(procedure.state<UnitState>(unitSubject).suspension);
});

t.test('RQ-68, V12, GATE-10: courts, States and panels are units of their own class', async t => {
  const of = (name: string, changes: JsonObject = {}) =>
    registerUnit({ class: code(name), national: false, ...changes });
  const procedure = new Procedure();
  for (const name of ['INTERNATIONAL_COURT', 'SANCTIONS_PANEL', 'INQUIRY', 'OTHER_STATE'])
    t.same(procedure.refuse(of(name, { national: true, country: 'FRA' })), ['unit.class-national'], name);
  for (const name of ['PROSECUTION', 'COURT_REGISTRY'])
    t.same(procedure.refuse(of(name)), ['unit.class-national'], name);
  t.same(procedure.refuse(of('OTHER_STATE')), ['unit.state-not-named']);
  procedure.accept(of('OTHER_STATE', { country: 'FRA' }));
  t.match(procedure.state<UnitState>(unitSubject), { class: 'OTHER_STATE', country: 'FRA' });
});

const answered = (questions: readonly Text[]): JsonObject[] =>
  questions.map(({ en, fr }) => ({ question: { en, fr }, answer: 'DEMO-ANSWER' }));

t.test('RQ-68: a grant answers each question that the procedure asks with the recipient, and no other', t => {
  const panel = reconstruction.recipients?.find(({ classes }) => classes.includes('SANCTIONS_PANEL'));
  const questions = answered(panel?.questions ?? []);
  const [first = {}, ...others] = questions;
  const granting = (recipientQuestions: readonly JsonObject[], changes: JsonObject = {}) =>
    grant('DEMO-HOM-1/HOM', null, { recipientQuestions: [...recipientQuestions], ...changes });
  const toPanel = () => asked({ class: code('SANCTIONS_PANEL'), national: false, country: null });
  const unanswered = 'release.recipient-question-not-answered';
  const notAsked = 'release.recipient-question-not-asked';

  t.same(
    toPanel().refuse(granting([])),
    questions.map(() => unanswered),
  );
  t.same(toPanel().refuse(granting(others)), [unanswered]);
  const reworded = { ...first, question: { en: 'DEMO?', fr: 'DEMO ?' } };
  t.same(toPanel().refuse(granting([reworded, ...others])), [unanswered, notAsked]);
  t.same(toPanel().refuse(granting([...questions, first])), [notAsked], 'twice');
  t.same(asked().refuse(granting([first])), [notAsked], 'of a national authority nothing more is asked');

  const [event] = toPanel().compose(granting(questions));
  t.notMatch(JSON.stringify(event?.body), 'DEMO-ANSWER', 'the answers are withheld');
  toPanel().accept(granting(questions));
  const refusal = { outcome: 'REFUSED', validFrom: null, validUntil: null };
  toPanel().accept(granting([], refusal));
  t.end();
});

t.test(
  'RQ-13, RQ-68: form 4 of a decision answers none; it stands under edition 4 and is read for ever',
  t => {
    const toPanel = () => asked({ class: code('SANCTIONS_PANEL'), national: false, country: null });
    const judged = (edition: number) => {
      const procedure = toPanel();
      const [group, ...items] = procedure.compose(grant('DEMO-HOM-1/HOM'));
      const { recipientQuestions: _, ...body } = group?.body ?? {};
      const { acts } = readActs([{ ...(group as SignedEvent), form: 4, body }, ...items]);
      const moment = { receivedAt: procedure.now, firstIndex: 0, sop: { ...procedure.sop, edition } };
      const verdict = judgeBatch(procedure.world, acts, moment);
      return verdict.kind === 'refused' ? verdict.violations.map(({ rule }) => rule) : [];
    };
    t.same(judged(4), []);
    t.same(judged(5), ['type.form-superseded']);
    t.end();
  },
);

t.test('RQ-68: what goes to an international court is granted on the level the procedure says', async t => {
  for (const { classes, questions } of reconstruction.recipients ?? []) {
    for (const name of classes) {
      const procedure = asked({ class: code(name), national: false, country: 'FRA' });
      const elsewhere = grant('DEMO-LEG-1/LEG', null, { recipientQuestions: answered(questions) });
      t.same(procedure.refuse(elsewhere), ['release.recipient-decided-elsewhere'], name);
      procedure.accept(grant('DEMO-HOM-1/HOM', null, { recipientQuestions: answered(questions) }));
    }
  }
  const known: readonly string[] = codesOf(organisationClasses);
  for (const { classes, questions } of reconstruction.recipients ?? []) {
    t.ok(classes.every(name => known.includes(name)));
    t.ok(questions.length > 0);
  }
  const without = changedSop(sop => {
    delete sop.recipients;
  });
  asked({ class: code('INTERNATIONAL_COURT'), national: false }, new Procedure(without)).accept(grant());
});
