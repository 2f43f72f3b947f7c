import t from 'tap';
import { incidentStatistics } from '../../../src/analysis/incidents/statistics.js';
import { incidentStatisticsLines } from '../../../src/cli/analysis/incident-lines.js';
import type { JsonObject } from '../../../src/log/index.js';
import { account, device, incidentRow, said } from '../../helpers/incident-rows.js';

const followed = { type: 'COMPLEX', text: 'DEMO: two or more', from: '2014-01-01' };

const incidents = [
  incidentRow('1', {
    ...{
      types: ['COMPLEX'],
      definitions: [followed],
      exploitation: 'NONE',
      exploitationReasons: ['SECURITY'],
    },
    devices: [device({ switch: 'COMMAND_RADIO', charge: { lowest: '6.5', highest: '40' } }), device()],
  }),
  incidentRow('2', { types: ['IED_FIND'] }),
  incidentRow('3', { happened: Date.UTC(2021, 0, 1), precision: 'YEAR' }),
];
const accounts = [
  account('1', said('CIVILIANS', { dead: { lowest: 4, highest: 4 } })),
  account('1', said('CIVILIANS', { dead: { lowest: 40, highest: null } })),
];
const wanted = { ...{ from: '2021-04-01', until: '2021-05-01', region: null }, type: null, target: null };

function lines(language: 'en' | 'fr', by: 'YEAR' | 'REGION' | null = 'YEAR'): readonly string[] {
  const found = incidentStatistics(incidents, accounts, { ...wanted, by }, Date.UTC(2022, 0, 1));
  const answer = { knownAt: '2022-01-01T00:00:00Z', knownLeaf: 7, rules: ['DEMO rule'], ...found };
  return incidentStatisticsLines(JSON.parse(JSON.stringify(answer)) as JsonObject, language);
}

t.test('the table says what a figure rests on, and what is not known', async t => {
  const text = lines('en').join('\n');
  t.match(text, /incidents {2}attacks {2}finds {2}others {2}dead/);
  t.match(text, /^2021 +2 +1 +1 +0 +4–40\+ +–$/m);
  t.match(text, /^all +2 +1 +1 +0 +4–40\+ +–$/m);
  t.match(text, /^1 more: nobody can say whether in the period/m);
  t.match(text, /^Pace: one attack every 30 days \(1 in 30 days, from 2021-04-01 to before 2021-05-01\)/m);
  t.match(text, /Complex attack, Civilians: dead 4–40\+ \(1 incidents, 0 without a figure, 1 in conflict\)/);
  t.match(text, /Exploited \(known of 1 of 2\): fully 0\/1 \(0 %\), .*not at all 1\/1 \(100 %\)/);
  t.match(text, /Security: 1\/1 \(100 %\)/);
  t.match(text, /by switch, known of 1 of 2: Command: radio 1\/1 \(100 %\)/);
  t.match(text, /^Complex attack: « DEMO: two or more » \(2014-01-01\), 1$/m);
  t.match(text, /charge, known of 1 of 2: 6.5 to 40 kg/);
  t.match(text, /^\* DEMO rule$/m);
});

t.test('in French too, with a decimal comma; groups that overlap are said to', async t => {
  const text = lines('fr', 'REGION').join('\n');
  t.match(text, /^Tel que connu le 2022-01-01T00:00:00Z \(feuille 7\)$/m);
  t.match(text, /Rythme : une attaque tous les 30 jours/);
  t.match(text, /Les groupes se recoupent/);
  t.match(text, /de 6,5 à 40 kg/);
  t.match(text, /Attaque complexe, Civils : morts 4–40\+/);
});
