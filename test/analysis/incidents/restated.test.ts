import fc from 'fast-check';
import t from 'tap';
import { incidentStatistics } from '../../../src/analysis/incidents/statistics.js';
import type { AccountState } from '../../../src/custody/account/state.js';
import type { IncidentState } from '../../../src/custody/incident/state.js';
import { casualtiesOf, giveAccount, range, restateAccount } from '../../helpers/bodies/account.js';
import { deviceOf, openIncident, restateIncident } from '../../helpers/bodies/incident.js';
import { registerUnit } from '../../helpers/bodies/unit.js';
import { account, incidentRow } from '../../helpers/incident-rows.js';
import { Procedure, uuidOf } from '../../helpers/procedure.js';

const incident = uuidOf('DEMO-INCIDENT');
const accountId = uuidOf('DEMO-ACCOUNT');
const knownAt = Date.UTC(2022, 0, 1);
const by = { from: null, until: null, region: null, type: null, target: null, by: 'YEAR' } as const;

const code = (value: string) => ({ code: value, text: null });

const facts = fc.record({
  types: fc.uniqueArray(fc.constantFrom('SAF', 'IDF', 'IED_ATTACK', 'IED_FIND', 'CACHE', 'ABDUCTION'), {
    minLength: 1,
    maxLength: 3,
  }),
  targets: fc.uniqueArray(fc.constantFrom('UN_CAMP', 'CIVILIANS', 'NATIONAL_FORCES')),
  day: fc.integer({ min: 1, max: 28 }),
  precision: fc.constantFrom('HOUR', 'DAY', 'MONTH', 'YEAR'),
  exploited: fc.constantFrom('FULL', 'PARTIAL', null),
  kilograms: fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 3 }),
  dead: fc.option(fc.integer({ min: 0, max: 50 })),
});

type Facts = typeof facts extends fc.Arbitrary<infer Of> ? Of : never;

function factsOf({ types, targets, day, precision, exploited, kilograms }: Facts) {
  return {
    classifications: types.map(type => ({ type: code(type), subTypes: [], definition: null })),
    targets: targets.map(code),
    happened: {
      ...{ at: `2021-03-${String(day).padStart(2, '0')}T00:00:00Z`, precision },
      ...{ zone: 'Africa/Bamako', clockDoubt: null },
    },
    exploitation:
      exploited === null
        ? null
        : { level: exploited, reasons: exploited === 'FULL' ? [] : [code('SECURITY')] },
    devices: kilograms.map(mass => deviceOf({ charge: { lowest: String(mass), highest: null } })),
  };
}

const casualtiesIn = ({ dead }: Facts) => ({
  casualties: [casualtiesOf('CIVILIANS', { dead: dead === null ? null : range(dead) })],
});

/** What is counted of the states as they stand. */
function counted(procedure: Procedure) {
  const state = procedure.state<IncidentState>(`incident/${incident}`);
  const { casualties } = procedure.state<AccountState>(`account/${accountId}`);
  const row = incidentRow(incident, {
    types: state.types,
    targets: state.targets,
    happened: Date.parse(state.happened.at),
    precision: state.happened.precision,
    regions: state.administrativeUnits,
    exploitation: state.exploitation?.level ?? null,
    exploitationReasons: state.exploitation?.reasons ?? [],
    devices: state.devices ?? [],
  });
  return incidentStatistics([row], [account(incident, ...casualties)], by, knownAt);
}

function entered(first: Facts): Procedure {
  const procedure = new Procedure();
  procedure.accept(registerUnit());
  procedure.accept(openIncident(factsOf(first)));
  procedure.accept(giveAccount(casualtiesIn(first)));
  return procedure;
}

t.test('RQ-05: entering and restating comes to the figures of what was entered right at once', async t => {
  fc.assert(
    fc.property(facts, facts, (wrong, right) => {
      const procedure = entered(wrong);
      const before = JSON.stringify(counted(procedure));
      procedure.accept(restateIncident(factsOf(right)));
      procedure.accept(restateAccount(casualtiesIn(right)));
      const same = JSON.stringify(counted(procedure)) === JSON.stringify(counted(entered(right)));
      return same && before === JSON.stringify(counted(entered(wrong)));
    }),
    { numRuns: 100 },
  );
  t.pass('whatever was entered first');
});
