import t from 'tap';
import { consentCovers, type IntendedUse } from '../../../src/custody/source/consent.js';
import type { ConsentOfSource, SourceState } from '../../../src/custody/source/state.js';
import { consentBody, linkedBody, onSource, sourceBody, sourceSubject } from '../../helpers/bodies/source.js';
import { assertMandatory, assertMandatoryDisclosed } from '../../helpers/mandatory-fields.js';
import { Procedure, uuidOf } from '../../helpers/procedure.js';

const humanRights = 'DEMO-HR-1/HR';
const court = uuidOf('DEMO-COURT');
const piece = `information/${uuidOf('DEMO-INFORMATION-1')}`;

function begun(by = 'DEMO-JMAC-1/JMAC'): Procedure {
  const procedure = new Procedure();
  procedure.enlist('DEMO-HR-1', 'HR');
  procedure.suppose(`unit/${court}`, { name: 'DEMO-COURT', national: true });
  procedure.accept(onSource('registered', by, sourceBody()));
  return procedure;
}

t.test('GATE-8, F-28: a source is a code name; who he is and what could betray him is withheld', async t => {
  const procedure = begun();
  const intents = [
    onSource('registered', humanRights, sourceBody()),
    onSource('consent-recorded', humanRights, consentBody('INTERNATIONAL')),
    onSource('linked', humanRights, linkedBody(piece)),
  ];
  for (const intent of intents) {
    const [event] = procedure.compose(intent);
    t.notMatch(JSON.stringify(event?.body), /REAL-NAME|CONTACT|DEMO-SCOPE|VOICE|information\//, intent.type);
    t.notOk(Object.hasOwn(event?.body ?? {}, 'place'), 'no place where one met him');
  }
  procedure.accept(onSource('linked', humanRights, linkedBody(piece)));
  t.match(procedure.state<SourceState>(sourceSubject), { code: 'DEMO-SOURCE-1', links: 1 });
  t.notMatch(JSON.stringify(procedure.state<SourceState>(sourceSubject)), piece);
  const other = {
    ...onSource('registered', humanRights, sourceBody()),
    subject: `source/${uuidOf('DEMO-2')}`,
  };
  t.same(procedure.refuse(other), ['claim.taken']);
  t.same(
    procedure.refuse(onSource('linked', humanRights, { links: [{ piece: 'DEMO in words', by: ['VOICE'] }] })),
    ['disclosure.value-refused'],
  );
});

t.test('RQ-64: mandatory fields of a source and of a consent', async t => {
  assertMandatory(t, new Procedure(), onSource('registered', humanRights, sourceBody()), [
    'code',
    'identity',
    'protectionPlan',
  ]);
  assertMandatoryDisclosed(t, new Procedure(), onSource('registered', humanRights, sourceBody()), [
    'identity/name',
    'identity/contact',
    'identity/situation',
  ]);
  assertMandatory(t, begun(), onSource('consent-recorded', humanRights, consentBody('NONE')), [
    'use',
    'unit',
    'scope',
    'takenBy',
    'takenOn',
    'validUntil',
    'consentForm',
  ]);
});

t.test('GATE-8: whoever registered a source keeps it, beside human rights and the legal office', async t => {
  const procedure = begun();
  procedure.accept(onSource('linked', 'DEMO-JMAC-1/JMAC', linkedBody(piece)));
  procedure.accept(onSource('linked', 'DEMO-LEG-1/LEG', linkedBody(piece)));
  t.same(procedure.refuse(onSource('linked', 'DEMO-CASE-1/CASE', linkedBody(piece))), ['source.not-keeper']);
  t.same(procedure.refuse(onSource('linked', 'DEMO-WIT-1/WIT', linkedBody(piece))), [
    'signer.role-not-provided',
  ]);
});

t.test('RQ-64: a consent is for one use, and revocable without a reason', async t => {
  const procedure = begun();
  const record = (use: string, changes = {}) =>
    onSource('consent-recorded', humanRights, consentBody(use, changes));
  t.same(procedure.refuse(record('THIS_COURT')), ['source.court-of-use']);
  t.same(procedure.refuse(record('INTERNATIONAL', { unit: court })), ['source.court-of-use']);
  t.same(procedure.refuse(record('INTERNATIONAL', { validUntil: '2021-03-31' })), [
    'source.consent-backwards',
  ]);
  const { eventId } = procedure.accept(record('THIS_COURT', { unit: court }));
  const revoke = onSource(
    'consent-revoked',
    humanRights,
    { consent: eventId, reason: null },
    { refs: [eventId] },
  );
  const use = { unit: court, class: 'PROSECUTION', national: true } as const;
  t.equal(consentCovers(procedure.state<SourceState>(sourceSubject), use, procedure.now)?.event, eventId);
  procedure.accept(revoke);
  t.equal(consentCovers(procedure.state<SourceState>(sourceSubject), use, procedure.now), null);
  t.same(procedure.refuse(revoke), ['source.consent-not-standing']);
});

const at = Date.UTC(2021, 3, 2, 12);
const given = (use: ConsentOfSource['use'], changes: Partial<ConsentOfSource> = {}): ConsentOfSource => ({
  use,
  unit: null,
  takenOn: '2021-04-01',
  validUntil: null,
  takenBy: 'DEMO',
  event: use,
  revokedOn: null,
  ...changes,
});
const uses: Readonly<Record<string, IntendedUse>> = {
  court: { unit: court, class: 'PROSECUTION', national: true },
  brigade: { unit: uuidOf('DEMO-BRIGADE'), class: 'NATIONAL_AUTHORITY', national: true },
  icc: { unit: uuidOf('DEMO-ICC'), class: 'INTERNATIONAL_COURT', national: false },
  inquiry: { unit: uuidOf('DEMO-INQUIRY'), class: 'INQUIRY', national: false },
  state: { unit: uuidOf('DEMO-STATE'), class: 'OTHER_STATE', national: false },
  panel: { unit: uuidOf('DEMO-PANEL'), class: 'SANCTIONS_PANEL', national: false },
};

t.test('RQ-64: what each consent covers, and what it does not', async t => {
  const expected: readonly (readonly [readonly ConsentOfSource[], string])[] = [
    [[], ''],
    [[given('THIS_COURT', { unit: court })], 'court'],
    [[given('THIS_COURT', { unit: uses.state?.unit ?? '' })], 'state'],
    [[given('ANY_NATIONAL')], 'court brigade'],
    [[given('INTERNATIONAL')], 'icc inquiry'],
    [[given('NONE')], ''],
    [[given('ANY_NATIONAL'), given('INTERNATIONAL')], 'court brigade icc inquiry'],
    [[given('ANY_NATIONAL'), given('NONE')], ''],
    [[given('NONE'), given('ANY_NATIONAL')], 'court brigade'],
    [[given('ANY_NATIONAL'), given('NONE', { revokedOn: '2021-04-02' })], 'court brigade'],
    [[given('ANY_NATIONAL', { revokedOn: '2021-04-02' })], ''],
    [[given('ANY_NATIONAL', { revokedOn: '2021-04-03' })], 'court brigade'],
    [[given('ANY_NATIONAL', { validUntil: '2021-04-01' })], ''],
    [[given('ANY_NATIONAL', { validUntil: '2021-04-02' })], 'court brigade'],
    [[given('ANY_NATIONAL', { takenOn: '2021-04-03' })], ''],
    [[given('ANY_NATIONAL', { takenOn: '2021-04-02' })], 'court brigade'],
  ];
  for (const [consents, covered] of expected) {
    const names = Object.entries(uses).flatMap(([name, use]) =>
      consentCovers({ consents }, use, at) === null ? [] : [name],
    );
    t.equal(names.join(' '), covered, JSON.stringify(consents));
  }
});
