import t from 'tap';
import { filesKeptBack } from '../../../src/custody/common/files-kept-back.js';
import type { InformationState } from '../../../src/custody/information/state.js';
import type { JsonObject } from '../../../src/log/index.js';
import { classifiedBody, code, unclassified } from '../../helpers/bodies/evidence.js';
import {
  documentOf,
  inform,
  informationBody,
  informationSubject,
  reportFile,
  statementBody,
  takenBody,
} from '../../helpers/bodies/information.js';
import { heldItem, itemSubject } from '../../helpers/held-item.js';
import { assertMandatory, assertMandatoryDisclosed } from '../../helpers/mandatory-fields.js';
import { Procedure, uuidOf } from '../../helpers/procedure.js';

const analyst = 'DEMO-JMAC-1/JMAC';
const collector = 'DEMO-WIT-1/WIT';
const at = '2021-04-02T11:00:00Z';
const incident = uuidOf('DEMO-INCIDENT');

function begun(): Procedure {
  const procedure = new Procedure();
  procedure.suppose(`incident/${incident}`, {});
  procedure.suppose(`incident/${uuidOf('DEMO-INCIDENT-2')}`, {});
  procedure.suppose(`scene/${uuidOf('DEMO-SCENE')}`, { incident, permissions: {} });
  procedure.suppose(`scene/${uuidOf('DEMO-SCENE-2')}`, { incident: uuidOf('DEMO-INCIDENT-2') });
  procedure.suppose(itemSubject('DEMO-1'), { ...heldItem('DEMO-1', uuidOf('DEMO-HQC-1')), incident });
  return procedure;
}

const register = (changes: JsonObject = {}, by = analyst) =>
  inform('registered', by, informationBody(changes));

t.test('domain.md (b), X: an analyst registers an analysis; nobody is its custodian', async t => {
  const procedure = begun();
  t.same(procedure.refuse(register({}, 'DEMO-COU-1/COU')), ['signer.role-not-provided']);
  procedure.accept(register({ incident, about: [uuidOf('DEMO-1')] }));
  const state = procedure.state<InformationState>(informationSubject);
  t.match(state, {
    number: 'DEMO-I-1',
    kind: 'ANALYSIS',
    document: reportFile,
    pages: 4,
    registeredBy: uuidOf('DEMO-JMAC-1'),
    legal: {},
    remarks: [],
  });
  t.notOk(Object.hasOwn(state, 'custody'), 'information is never in custody');
});

t.test('V6, D6: what a piece of information has to say', async t => {
  assertMandatory(t, begun(), register(), [
    'number',
    'title/en',
    'title/fr',
    'incident',
    'about',
    'kind',
    'document/file',
    'document/file/sha256',
    'document/language',
    'document/pages',
    'document/authorOfficer',
    'document/authorPerson',
    'document/sources',
    'personalData',
    'classification/level',
    'classification/originator',
    'classification/caveats',
  ]);
});

t.test('RQ-01: a number of information is one for ever', async t => {
  const procedure = begun();
  procedure.accept(register());
  const again = inform('registered', analyst, informationBody(), `information/${uuidOf('DEMO-OTHER')}`);
  t.same(procedure.refuse(again), ['claim.taken']);
});

t.test('GATE-8, F-28: a withheld author or source keeps the file back too', async t => {
  const procedure = begun();
  const keptBack = (changes: JsonObject) => {
    const [event] = procedure.compose(register({ document: documentOf(changes) }));
    if (event === undefined) throw new Error('nothing was composed');
    return filesKeptBack(event).map(({ sha256 }) => sha256);
  };
  t.same(keptBack({}), []);
  t.same(keptBack({ sources: 'DEMO-SOURCE-NAME' }), [reportFile.sha256]);
  const person = { name: 'DEMO-NAME', capacity: null, unit: null };
  t.same(keptBack({ authorPerson: person }), [reportFile.sha256]);
  const [event] = procedure.compose(register({ document: documentOf({ sources: 'DEMO-SOURCE-NAME' }) }));
  t.notMatch(JSON.stringify(event?.body), 'DEMO-SOURCE-NAME');
  t.same(
    procedure.refuse(
      register({ document: documentOf({ authorOfficer: uuidOf('DEMO-JMAC-1'), authorPerson: person }) }),
    ),
    ['information.two-authors'],
  );
});

t.test('RQ-02: items and scene are of the incident the piece names', async t => {
  const procedure = begun();
  t.same(procedure.refuse(register({ incident: uuidOf('DEMO-INCIDENT-2'), about: [uuidOf('DEMO-1')] })), [
    'information.item-of-other-incident',
  ]);
  const elsewhere = statementBody({ scene: uuidOf('DEMO-SCENE-2') });
  t.same(procedure.refuse(inform('statement-given', collector, elsewhere)), [
    'information.scene-of-other-incident',
  ]);
  procedure.accept(inform('statement-given', collector, statementBody({ scene: uuidOf('DEMO-SCENE') })));
});

t.test('E58, RQ-07: who signs a statement is who speaks', async t => {
  const procedure = begun();
  t.same(procedure.refuse(inform('statement-given', 'DEMO-NAT-1/NAT-OPJ', statementBody())), [
    'signer.role-not-provided',
  ]);
  t.same(procedure.refuse(inform('statement-given', collector, statementBody({ author: 'DEMO' }))), [
    'body.member-unknown',
  ]);
  procedure.accept(inform('statement-given', collector, statementBody()));
  t.match(procedure.state<InformationState>(informationSubject), {
    kind: 'STATEMENT',
    author: uuidOf('DEMO-WIT-1'),
    language: 'FR',
    remarks: [],
  });
  const fields = ['words', 'capacity', 'observed', 'language', 'incident', 'scene', 'withheldWords', 'scan'];
  assertMandatory(t, begun(), inform('statement-given', collector, statementBody()), fields);
  t.same(
    procedure.refuse(
      inform(
        'statement-given',
        collector,
        statementBody({ observed: [] }),
        `information/${uuidOf('DEMO-9')}`,
      ),
    ),
    ['body.value-refused'],
  );
});

t.test(
  'E58, RQ-07: the statement of another is marked as told, and holds what he signed himself',
  async t => {
    const procedure = begun();
    const take = (changes: JsonObject = {}, by = collector) =>
      inform('statement-taken', by, takenBody(changes));
    assertMandatory(t, procedure, take(), ['person', 'words', 'statement', 'interpreter']);
    assertMandatoryDisclosed(t, procedure, take(), [
      'person/name',
      'person/capacity',
      'person/unit',
      'statement/sha256',
    ]);
    t.same(procedure.refuse(take({}, 'DEMO-COU-1/COU')), ['signer.role-not-provided']);
    const [event] = procedure.compose(take());
    t.notMatch(
      JSON.stringify(event?.body),
      /DEMO-WITNESS|two shots|cccc|INTERPRETER/,
      'all of it is withheld',
    );
    procedure.accept(take());
    t.match(procedure.state<InformationState>(informationSubject), {
      kind: 'STATEMENT',
      author: null,
      document: null,
      registeredBy: uuidOf('DEMO-WIT-1'),
      remarks: [{ kind: 'AS_TOLD', officer: uuidOf('DEMO-WIT-1') }],
    });
  },
);

t.test(
  'E56, GATE-9: information is classified like an item, and loosened with its originator’s consent',
  async t => {
    const procedure = begun();
    const controlled = { ...unclassified, level: 'CONFIDENTIAL', caveats: [code('ORIGINATOR_CONTROLLED')] };
    procedure.accept(register({ classification: controlled }));
    const classify = (by: string, changes: JsonObject) =>
      inform('classified', by, classifiedBody(at, { classification: unclassified, ...changes }));
    t.same(procedure.refuse(classify('DEMO-CASE-1/CASE', {})), [
      'evidence.classification-not-author',
      'evidence.originator-consent',
    ]);
    t.same(procedure.refuse(classify('DEMO-LEG-1/LEG', {})), ['evidence.originator-consent']);
    const consent = { sha256: 'd'.repeat(64), size: 10, mediaType: 'application/pdf' };
    const { eventId } = procedure.accept(classify('DEMO-LEG-1/LEG', { originatorConsent: consent }));
    t.match(procedure.state<InformationState>(informationSubject), {
      classification: { level: 'UNCLASSIFIED', caveats: [] },
      originatorConsent: eventId,
    });
  },
);
