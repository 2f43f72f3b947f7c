import t from 'tap';
import { countDefinitions } from '../../../src/analysis/incidents/definitions.js';
import { incidentRow } from '../../helpers/incident-rows.js';

t.test('V1 COMPLEX: by which definition attacks are called complex is counted beside them', async t => {
  const two = { type: 'COMPLEX', text: 'DEMO: two or more', from: '2014-01-01' };
  const one = { type: 'COMPLEX', text: 'DEMO: one or more', from: null };
  const complex = { types: ['COMPLEX', 'SAF'] };
  const rows = [
    incidentRow('1', { ...complex, definitions: [two] }),
    incidentRow('2', { ...complex, definitions: [one] }),
    incidentRow('3', { ...complex, definitions: [two] }),
    incidentRow('4', complex),
    incidentRow('5'),
  ];
  t.same(countDefinitions(rows), [
    { ...two, incidents: 2 },
    { ...one, incidents: 1 },
    { type: 'COMPLEX', text: null, from: null, incidents: 1 },
  ]);
  t.same(countDefinitions(rows.slice(3)), [], 'no record names one');
});
