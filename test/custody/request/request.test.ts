import t from 'tap';
import type { RequestState } from '../../../src/custody/request/state.js';
import { collectDigests, type JsonObject } from '../../../src/log/index.js';
import {
  answerRequest,
  closeRequest,
  registerRequest,
  requestSubject,
} from '../../helpers/bodies/request.js';
import { assertMandatory } from '../../helpers/mandatory-fields.js';
import { Procedure, uuidOf } from '../../helpers/procedure.js';

const unit = uuidOf('DEMO-UNIT');
const release = uuidOf('DEMO-RELEASE');

function withAuthority(): Procedure {
  const procedure = new Procedure();
  procedure.suppose(`unit/${unit}`, { name: 'DEMO-PJS', national: true, validFrom: '2013-05-01' });
  return procedure;
}

function registered(changes: JsonObject = {}): Procedure {
  const procedure = withAuthority();
  procedure.accept(registerRequest(unit, changes));
  return procedure;
}

function withRelease(outcomes: readonly string[], request = requestSubject): Procedure {
  const procedure = registered();
  procedure.suppose(`release/${release}`, {
    number: 'DEMO-R-1',
    request: request.slice('request/'.length),
    decisions: outcomes.map(outcome => ({ outcome })),
  });
  return procedure;
}

t.test('E37: what an authority asks for is registered by LEG, JUS or CASE', async t => {
  const procedure = withAuthority();
  for (const by of ['DEMO-HQC-1/HQC', 'DEMO-HR-1/HR']) {
    t.same(procedure.refuse({ ...registerRequest(unit), by }), ['signer.role-not-provided'], by);
  }
  procedure.accept(registerRequest(unit));
  t.match(procedure.state<RequestState>(requestSubject), {
    number: 'DEMO-RQ-1',
    authorityUnit: unit,
    kind: 'REQUISITION',
    deadline: '2021-04-30',
    askedFor: { fr: 'DEMO : les pièces de l’attaque' },
    answers: [],
    closed: null,
  });
});

t.test('E37: mandatory fields of a request', async t => {
  assertMandatory(t, withAuthority(), registerRequest(unit), [
    'number',
    'authority/unit',
    'authority/capacity',
    'kind/code',
    'reference',
    'date',
    'receivedOn',
    'askedFor/en',
    'askedFor/fr',
    'proceedings',
    'offence',
    'deadline',
    'scan',
  ]);
});

t.test('E37: dates that cannot be, and a piece named twice or unknown, are refused', async t => {
  const procedure = withAuthority();
  const item = `evidence/${uuidOf('DEMO-1')}`;
  const refused = (changes: JsonObject) => procedure.refuse(registerRequest(unit, changes));
  t.same(refused({ receivedOn: '2021-03-29' }), ['request.received-before-written']);
  t.same(refused({ deadline: '2021-03-29' }), ['request.deadline-before-written']);
  t.same(refused({ pieces: [item] }), ['reference.subject-unknown']);
  procedure.suppose(item, {});
  t.same(refused({ pieces: [item, item] }), ['request.piece-twice']);
  t.same(refused({ kind: { code: 'OTHER', text: null } }), ['vocabulary.other-without-text']);
  procedure.accept(registerRequest(unit, { pieces: [item] }));
});

t.test('E37: the number of a request is its own', async t => {
  const procedure = registered();
  const other = `request/${uuidOf('DEMO-REQUEST-2')}`;
  t.same(procedure.refuse(registerRequest(unit, {}, other)), ['claim.taken']);
});

t.test('GATE-8: who signed it, and whom its scan names, never stand in the body', async t => {
  const file = { sha256: 'a'.repeat(64), size: 1, mediaType: 'application/pdf' };
  const procedure = withAuthority();
  const [event] = procedure.compose(registerRequest(unit, { scan: { file, persons: 'DEMO-PERSON' } }));
  t.same(
    collectDigests(event?.body ?? {})
      .map(({ pointer }) => pointer)
      .sort(),
    ['/authority/person', '/scan/persons'],
  );
  t.notMatch(JSON.stringify(event?.body), /DEMO-PERSON|DEMO-NAT-2/);
});

t.test('E37, RQ-65: an answer names the releases it rests on, as they were decided', async t => {
  const released = { answer: 'RELEASED', releases: [release] };
  t.same(registered().refuse(answerRequest({ answer: 'RELEASED' })), ['request.answer-without-release']);
  t.same(withRelease([]).refuse(answerRequest(released)), ['request.release-not-decided']);
  t.same(withRelease(['REFUSED']).refuse(answerRequest(released)), ['request.answer-not-as-decided']);
  t.same(withRelease(['GRANTED']).refuse(answerRequest({ releases: [release] })), [
    'request.answer-not-as-decided',
  ]);
  t.same(withRelease(['GRANTED'], `request/${uuidOf('DEMO-OTHER')}`).refuse(answerRequest(released)), [
    'request.release-of-another',
  ]);
  t.same(withRelease(['GRANTED']).refuse(answerRequest({ answer: 'INTERIM', releases: [release] })), [
    'request.answer-without-release',
    'request.answer-not-as-decided',
  ]);
  const procedure = withRelease(['GRANTED']);
  procedure.accept(answerRequest(released));
  t.match(procedure.state<RequestState>(requestSubject).answers, [released]);
  withRelease(['REFUSED']).accept(answerRequest({ releases: [release] }));
});

t.test('E37, F-01: closed once answered or withdrawn; then nothing is added', async t => {
  const procedure = registered();
  t.same(procedure.refuse(closeRequest()), ['request.not-answered']);
  procedure.accept(answerRequest({ answer: 'INTERIM' }));
  t.same(procedure.refuse(closeRequest()), ['request.not-answered'], 'an interim answer settles nothing');
  t.same(procedure.refuse(answerRequest({ sentOn: '2021-03-01' })), ['request.answered-before-written']);
  procedure.accept(answerRequest());
  procedure.accept(closeRequest());
  t.same(procedure.refuse(answerRequest()), ['request.closed-already']);
  t.same(procedure.refuse(closeRequest()), ['request.closed-already']);
  registered().accept(closeRequest({ closure: 'WITHDRAWN_BY_AUTHORITY' }));
});
