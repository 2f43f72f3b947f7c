import t from 'tap';
import type { IncidentState } from '../../../src/custody/incident/state.js';
import { collectDigests } from '../../../src/log/index.js';
import {
  assignedBody,
  gazetteerPlace,
  incidentSubject,
  openIncident,
} from '../../helpers/bodies/incident.js';
import { registerUnit } from '../../helpers/bodies/unit.js';
import { assertMandatory } from '../../helpers/mandatory-fields.js';
import { type Intent, Procedure, uuidOf } from '../../helpers/procedure.js';

function withUnit(): Procedure {
  const procedure = new Procedure();
  procedure.accept(registerUnit());
  return procedure;
}

function opened(): Procedure {
  const procedure = withUnit();
  procedure.accept(openIncident());
  return procedure;
}

function assign(officer: string, changes: Intent['body'] = {}): Intent {
  return {
    subject: incidentSubject,
    type: 'incident.assigned',
    by: 'DEMO-JMAC-1/JMAC',
    body: assignedBody(officer, changes),
  };
}

t.test('E01: JMAC or a case officer opens an incident of one or several types', async t => {
  const procedure = withUnit();
  t.same(procedure.refuse({ ...openIncident(), by: 'DEMO-WIT-1/WIT' }), ['signer.role-not-provided']);
  procedure.accept(openIncident());
  t.match(procedure.state<IncidentState>(incidentSubject), {
    caseFile: '210402 COMPLEX, DEMO-PLACE',
    types: ['COMPLEX', 'SAF'],
    subTypes: ['MORTAR'],
    targets: ['UN_CAMP'],
    happened: { at: '2021-04-02T06:00:00Z', precision: 'HOUR' },
    assigned: [],
  });
  const other = openIncident(
    { caseFile: '210403 CACHE, DEMO-PLACE' },
    `incident/${uuidOf('DEMO-INCIDENT-2')}`,
  );
  procedure.accept({ ...other, by: 'DEMO-CASE-1/CASE' });
});

t.test('E01, D1: mandatory fields of an incident', async t => {
  assertMandatory(t, withUnit(), openIncident(), [
    'occurred',
    'occurred/at',
    'occurred/precision',
    'occurred/zone',
    'occurred/clockDoubt',
    'place',
    'lateEntry',
    'overrides',
    'caseFile',
    'classifications',
    'happened',
    'happened/at',
    'happened/precision',
    'location',
    'location/name',
    'location/administrativeUnits',
    'location/gazetteer',
    'location/gazetteerDate',
    'location/today',
    'location/position',
    'reportingUnit',
    'targets',
    'claimReference',
    'summary',
    'exploitation',
    'exploitation/level',
    'exploitation/reasons',
    'devices',
  ]);
  const officer = uuidOf('DEMO-CASE-1');
  assertMandatory(t, opened(), assign(officer), ['occurred', 'place', 'officer', 'relieves', 'reason']);
});

t.test('E01: an incident has at least one type, and a reporting unit that is registered', async t => {
  const procedure = withUnit();
  t.same(procedure.refuse(openIncident({ classifications: [] })), ['body.value-refused']);
  t.same(procedure.refuse(openIncident({ reportingUnit: uuidOf('DEMO-NOBODY') })), [
    'reference.subject-unknown',
  ]);
});

t.test('E01: a case file is opened once, on whatever device', async t => {
  const procedure = opened();
  t.same(procedure.refuse(openIncident({}, `incident/${uuidOf('DEMO-INCIDENT-2')}`)), ['claim.taken']);
});

t.test('RQ-09: the incident happened before its file was opened', async t => {
  const procedure = withUnit();
  const later = { at: '2021-04-02T10:30:00Z', precision: 'MINUTE', zone: 'Africa/Bamako', clockDoubt: null };
  t.same(procedure.refuse(openIncident({ happened: later })), ['incident.opened-before']);
  procedure.accept(openIncident({ happened: { ...later, at: '2021-04-02T10:00:00Z' } }));
});

t.test('V1: each type once, each sub-type with a type it belongs to', async t => {
  const procedure = withUnit();
  const of = (code: string, subTypes: string[] = [], text: string | null = null) => ({
    type: { code, text },
    subTypes,
    definition: null,
  });
  t.same(procedure.refuse(openIncident({ classifications: [of('SAF'), of('SAF')] })), [
    'incident.type-twice',
  ]);
  t.same(procedure.refuse(openIncident({ classifications: [of('SAF', ['SVBIED'])] })), [
    'incident.sub-type-astray',
  ]);
  t.same(procedure.refuse(openIncident({ classifications: [of('IED_ATTACK', ['MORTAR'])] })), [
    'incident.sub-type-astray',
  ]);
  t.same(procedure.refuse(openIncident({ classifications: [of('OTHER')] })), [
    'vocabulary.other-without-text',
  ]);
  procedure.accept(
    openIncident({
      classifications: [of('IED_ATTACK', ['SVBIED']), of('IDF', ['ROCKET']), of('OTHER', [], 'DEMO: drone')],
    }),
  );
  t.same(procedure.state<IncidentState>(incidentSubject).types, ['IED_ATTACK', 'IDF', 'DEMO: drone']);
});

t.test('GATE-8: claim of responsibility and coordinates stand as digests only', async t => {
  const procedure = withUnit();
  const position = { latitude: '16.27', longitude: '-0.05', accuracyMetres: null, datum: 'WGS84' };
  const [event] = procedure.compose(openIncident({ location: gazetteerPlace({ position }) }));
  t.match(event?.body, { claimReference: { _sd: String }, location: { position: { _sd: String } } });
  t.same(procedure.refuse(openIncident({ location: gazetteerPlace({ position: { latitude: 'x' } }) })), [
    'disclosure.value-refused',
  ]);
});

t.test('domain.md (b), CASE: an officer in role CASE takes charge', async t => {
  const procedure = opened();
  const first = procedure.enlist('DEMO-CASE-1', 'CASE');
  const second = procedure.enlist('DEMO-CASE-2', 'CASE');
  const collector = procedure.enlist('DEMO-WIT-1', 'WIT');
  t.same(procedure.refuse(assign(collector)), ['incident.not-case-officer']);
  t.same(procedure.refuse(assign(uuidOf('DEMO-NOBODY'))), [
    'reference.subject-unknown',
    'incident.not-case-officer',
  ]);
  procedure.accept(assign(first));
  t.same(procedure.refuse(assign(first)), ['incident.assigned-already']);
  t.same(procedure.refuse(assign(second, { relieves: collector })), ['incident.not-assigned']);
  procedure.accept(assign(second, { relieves: first }));
  t.same(procedure.state<IncidentState>(incidentSubject).assigned, [second]);
});

t.test('E55: the author corrects an incident; another needs a supervisor', async t => {
  const procedure = withUnit();
  const { eventId } = procedure.accept(openIncident());
  const correction: Intent = {
    subject: incidentSubject,
    type: 'incident.corrected',
    by: 'DEMO-JMAC-1/JMAC',
    refs: [eventId],
    body: {
      corrects: eventId,
      pointer: '/body/happened/at',
      was: '06:00',
      correct: '05:00',
      withheld: null,
      reason: 'DEMO: local time was read as UTC',
    },
  };
  const byOther = { ...correction, by: 'DEMO-CASE-1/CASE' };
  t.same(procedure.refuse(byOther), ['corrected.not-author']);
  t.same(procedure.refuse({ ...correction, refs: [] }), ['corrected.not-of-subject']);
  procedure.accept(correction);
  procedure.accept({ ...byOther, countersigned: ['DEMO-CASE-2/CASE as supervisor'] });
  t.equal(procedure.state<IncidentState>(incidentSubject).corrections.length, 2);
});

t.test(
  'log-format section 2: a claim of an incident is erased by two, and only one that stands there',
  async t => {
    const procedure = withUnit();
    const { eventId } = procedure.accept(openIncident());
    const [claim] = collectDigests(procedure.world.event(eventId)?.body ?? {});
    const erasure: Intent = {
      subject: incidentSubject,
      type: 'incident.disclosure-erased',
      by: 'DEMO-LEG-1/LEG',
      countersigned: ['DEMO-HR-1/HR as second-officer'],
      refs: [eventId],
      body: { eventId, digest: claim?.digest ?? '', reason: 'DEMO: protection of a source' },
    };
    t.same(procedure.refuse({ ...erasure, countersigned: [] }), ['countersignature.missing']);
    t.same(procedure.refuse({ ...erasure, body: { ...erasure.body, digest: 'A'.repeat(43) } }), [
      'erased.not-of-subject',
    ]);
    procedure.accept(erasure);
  },
);
