import t from 'tap';
import { releaseLines } from '../../../src/cli/status/release-lines.js';
import { stopLines } from '../../../src/cli/status/stop-lines.js';
import type { EvidenceState, ReleaseOnItem } from '../../../src/custody/evidence/state.js';

const release: ReleaseOnItem = {
  status: 'CLEARED_WITH_CONDITIONS',
  requestedBy: 'officer-1',
  recipientUnit: 'unit-1',
  recipientCapacity: 'OPJ',
  purpose: 'DEMO',
  validFrom: '2021-04-06T00:00:00Z',
  validUntil: '2021-04-11T00:00:00Z',
  conditions: [],
  event: 'event-1',
};
const at = (time: string, changes: Partial<ReleaseOnItem> = {}) =>
  releaseLines({ one: { ...release, ...changes } }, Date.parse(time), 'en').join('\n');

t.test('C.2, GATE-6: a release past its date is shown as expired, with its dates and recipient', async t => {
  t.match(at('2021-04-11T00:00:00Z'), 'EXPIRED, cleared with conditions (DEMO)');
  t.match(
    at('2021-04-11T00:00:00Z'),
    'from 2021-04-06T00:00:00Z until 2021-04-11T00:00:00Z → OPJ, unit unit-1',
  );
  t.notMatch(at('2021-04-10T23:59:59Z'), /EXPIRED|NOT YET/);
  t.match(at('2021-04-05T00:00:00Z'), 'NOT YET IN FORCE, cleared with conditions');
  t.notMatch(at('2021-05-01T00:00:00Z', { status: 'WITHDRAWN' }), 'EXPIRED');
  t.match(releaseLines({}, 0, 'fr').join(''), 'Autorisations de remise : non demandée');
});

t.test('E40, E57: a handover whose release was halted and the holds over an item are told', async t => {
  const transit = { release: 'one' } as EvidenceState['transit'];
  const hold = { function: 'HR', scope: 'RELEASE', since: '2021-04-05T00:00:00Z', event: 'event-2' } as const;
  const told = (status: ReleaseOnItem['status'], lifted: string | null, language: 'en' | 'fr' = 'en') =>
    stopLines(
      {
        number: 'DEMO',
        transit,
        legal: { one: { ...release, status } },
        holds: { hold: { ...hold, lifted } },
      },
      language,
    ).join('\n');
  t.equal(told('CLEARED', 'event-3'), '', 'a lifted hold stops nothing');
  t.match(told('SUSPENDED', 'event-3'), 'Handover stopped: its release is suspended');
  t.match(told('WITHDRAWN', 'event-3', 'fr'), 'Remise arrêtée : autorisation retirée');
  t.match(told('CLEARED', null), /^! Hold \(.+, since 2021-04-05T00:00:00Z\), which stops: Release$/);
  t.match(told('CLEARED', null, 'fr'), 'qui suspend : La remise');
  t.same(stopLines({ number: 'DEMO', transit: null, legal: {} }, 'en'), []);
});
