import t from 'tap';
import type { IncidentState } from '../../../src/custody/incident/state.js';
import {
  deviceOf,
  gazetteerPlace,
  incidentSubject,
  openIncident,
  restateIncident,
  withdrawIncident,
} from '../../helpers/bodies/incident.js';
import { registerUnit } from '../../helpers/bodies/unit.js';
import { assertMandatory } from '../../helpers/mandatory-fields.js';
import { Procedure } from '../../helpers/procedure.js';

const code = (value: string) => ({ code: value, text: null });

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

t.test('E01, E55: the facts are stated anew, whole, by the analysts or a case officer', async t => {
  const procedure = opened();
  t.same(procedure.refuse({ ...restateIncident(), by: 'DEMO-WIT-1/WIT' }), ['signer.role-not-provided']);
  assertMandatory(t, procedure, restateIncident(), [
    'occurred',
    'classifications',
    'happened',
    'location',
    'reportingUnit',
    'targets',
    'summary',
    'exploitation',
    'devices',
    'reason',
  ]);
  const { eventId } = procedure.accept(
    restateIncident({
      classifications: [{ type: code('IED_ATTACK'), subTypes: ['SVBIED'], definition: null }],
      happened: { at: '2021-04-01T00:00:00Z', precision: 'DAY', zone: 'Africa/Bamako', clockDoubt: null },
      location: gazetteerPlace({ name: 'DEMO-OTHER-PLACE' }),
      targets: [code('UN_CONVOY')],
      exploitation: { level: 'FULL', reasons: [] },
      devices: [deviceOf({ emplacement: code('SUICIDE_VEHICLE'), charge: { lowest: '40', highest: null } })],
    }),
  );
  t.match(procedure.state<IncidentState>(incidentSubject), {
    caseFile: '210402 COMPLEX, DEMO-PLACE',
    types: ['IED_ATTACK'],
    subTypes: ['SVBIED'],
    targets: ['UN_CONVOY'],
    happened: { at: '2021-04-01T00:00:00Z', precision: 'DAY' },
    placeName: 'DEMO-OTHER-PLACE',
    exploitation: { level: 'FULL', reasons: [] },
    devices: [{ initiation: null, emplacement: 'SUICIDE_VEHICLE', charge: { lowest: '40', highest: null } }],
    restatements: [{ event: eventId, reason: 'DEMO: a second report came in' }],
  });
});

t.test('RQ-05: a case officer restates what an analyst opened; the last statement is in force', async t => {
  const procedure = opened();
  procedure.accept(restateIncident({ targets: [] }));
  procedure.accept({ ...restateIncident(), by: 'DEMO-CASE-1/CASE' });
  const { restatements: [first, second] = [], ...state } = procedure.state<IncidentState>(incidentSubject);
  t.ok(first && second);
  const { restatements: none, ...before } = opened().state<IncidentState>(incidentSubject);
  t.equal(none, undefined);
  t.same(state, before, 'adding, then correcting, comes to what was entered right at once');
});

t.test('F-04, D1: why an incident was not fully exploited is said, and only then', async t => {
  const procedure = withUnit();
  const refused = (exploitation: { level: string; reasons: { code: string; text: null }[] }) =>
    procedure.refuse(openIncident({ exploitation }));
  t.same(refused({ level: 'NONE', reasons: [] }), ['incident.reason-missing']);
  t.same(refused({ level: 'FULL', reasons: [code('SECURITY')] }), ['incident.reason-without-cause']);
  t.same(refused({ level: 'PARTIAL', reasons: [code('OTHER')] }), ['vocabulary.other-without-text']);
  procedure.accept(openIncident({ exploitation: null }));
  t.equal(procedure.state<IncidentState>(incidentSubject).exploitation, null, 'not known');
});

t.test('V2: a device stands as labels, what is not known as null; its charge is a range', async t => {
  const procedure = withUnit();
  const refused = (charge: { lowest: string; highest: string | null }) =>
    procedure.refuse(openIncident({ devices: [deviceOf({ charge })] }));
  t.same(refused({ lowest: '20', highest: '6.5' }), ['incident.charge-backwards']);
  t.same(refused({ lowest: '1e3', highest: null }), ['body.value-refused']);
  t.same(procedure.refuse(openIncident({ devices: Array.from({ length: 21 }, () => deviceOf()) })), [
    'body.value-refused',
  ]);
  procedure.accept(openIncident({ devices: [deviceOf({ charge: { lowest: '6', highest: '6.5' } })] }));
  assertMandatory(t, withUnit(), openIncident({ devices: [deviceOf()] }), [
    'devices/0/initiation',
    'devices/0/switch',
    'devices/0/emplacement',
    'devices/0/mainCharge',
    'devices/0/charge',
    'devices/0/status',
    'devices/0/basis',
  ]);
});

t.test('V1 COMPLEX: the definition followed is a text with its date', async t => {
  const procedure = withUnit();
  const of = (definition: string | { text: string; from: string }) =>
    openIncident({ classifications: [{ type: code('COMPLEX'), subTypes: [], definition }] });
  t.same(procedure.refuse(of('DEMO: two or more, 2020')), ['body.value-refused']);
  procedure.accept(of({ text: 'DEMO: one or more', from: '2023-01-01' }));
});

t.test(
  'E55, RQ-05: an incident that is none is withdrawn, and restated where it is one after all',
  async t => {
    const procedure = opened();
    t.same(procedure.refuse({ ...withdrawIncident(), by: 'DEMO-WIT-1/WIT' }), ['signer.role-not-provided']);
    assertMandatory(t, procedure, withdrawIncident(), ['occurred', 'duplicateOf', 'reason']);
    const duplicateOf = incidentSubject.slice('incident/'.length);
    t.same(procedure.refuse(withdrawIncident({ duplicateOf })), ['incident.duplicate-of-itself']);
    const { eventId } = procedure.accept(withdrawIncident());
    t.match(procedure.state<IncidentState>(incidentSubject).withdrawn, { event: eventId, duplicateOf: null });
    t.same(procedure.refuse(withdrawIncident()), ['incident.withdrawn-already']);
    procedure.accept(restateIncident());
    t.equal(procedure.state<IncidentState>(incidentSubject).withdrawn, undefined);
  },
);
