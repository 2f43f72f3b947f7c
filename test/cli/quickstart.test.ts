import t from 'tap';
import { enlistCast } from '../../src/cli/cast/quickstart.js';
import { collectedBody, registeredBody } from '../helpers/bodies/evidence.js';
import { incidentBody } from '../helpers/bodies/incident.js';
import { sceneBody } from '../helpers/bodies/scene.js';
import { offeredBody, receiverOf } from '../helpers/bodies/transfer.js';
import { minutesAgo } from '../helpers/field-case.js';
import { circumstances } from '../helpers/procedure.js';
import { createTestStage } from '../helpers/test-stage.js';

const clock = {
  get now() {
    return Date.now();
  },
};

t.test('the officers of npm start are a team: what one collects the others may read and work on', async t => {
  const { stage } = await createTestStage(t, clock);
  const { unit, sites } = await enlistCast(stage, () => {});
  t.match(sites, [{ name: 'DEMO-SECTOR-STORE' }, { name: 'DEMO-HQ-STORE' }]);
  const [incident = '', scene = '', item = '', transfer = ''] = Array.from({ length: 4 }, () =>
    stage.newId(),
  );
  const at = (minutes: number) => circumstances(minutesAgo(minutes));
  const idOf = (name: string) => stage.officer(name).officer;
  const [opened = ''] = await stage
    .require([
      {
        subject: `incident/${incident}`,
        type: 'incident.opened',
        by: 'DEMO-JMAC-1/JMAC',
        body: incidentBody({ ...at(300), reportingUnit: unit.id }),
      },
      {
        subject: `scene/${scene}`,
        type: 'scene.opened',
        by: 'DEMO-EOD-1/EOD',
        body: sceneBody({
          ...at(280),
          incident,
          leader: idOf('DEMO-WIT-1'),
          hazard: 'EXCLUDED',
          hazardReason: 'DEMO: looked at from outside',
        }),
      },
    ])
    .then(ids => ids.slice(1));
  const byCollector = { subject: `evidence/${item}`, by: 'DEMO-WIT-1/WIT', refs: [opened] };
  await stage.require([
    {
      ...byCollector,
      type: 'evidence.registered',
      body: registeredBody(minutesAgo(60), {
        incident,
        scene,
        photographs: [],
        withoutPhotograph: 'DEMO: no camera',
        quantity: {
          amount: '1',
          unit: { code: 'PIECE', text: null },
          countedBy: idOf('DEMO-WIT-1'),
        },
      }),
    },
    {
      ...byCollector,
      type: 'evidence.collected',
      countersigned: ['DEMO-WIT-2/WIT as witness'],
      body: collectedBody(minutesAgo(50), { scene }),
    },
  ]);
  const mayRead = async (name: string) => {
    const service = await stage.readingAs(name);
    return service.get(`/v1/evidence/${item}`).then(
      () => true,
      () => false,
    );
  };
  for (const name of ['DEMO-WIT-1', 'DEMO-WIT-2', 'DEMO-ARM-1', 'DEMO-CSO-1', 'DEMO-EOD-1', 'DEMO-HQC-1'])
    t.ok(await mayRead(name), `${name} may read what DEMO-WIT-1 collected`);
  t.notOk(await mayRead('DEMO-SEC-2'), 'the store has nothing to do with it yet');

  const offer = offeredBody(
    receiverOf(idOf('DEMO-SEC-1'), 'SEC', { unit: unit.id, site: sites[0]?.id ?? '' }),
    minutesAgo(20),
  );
  const { occurred = null, place = null } = offer;
  const line = {
    ...{ occurred, place, description: 'DEMO : douille', quantity: { amount: '1', unit: 'PIECE' } },
    ...{ package: null, sealNumber: null, sealException: 'DEMO', hazard: null, certificates: [] },
  };
  await stage.require([
    {
      subject: `transfer/${transfer}`,
      type: 'transfer.offered',
      by: 'DEMO-WIT-1/WIT',
      body: offer,
      items: [{ subject: `evidence/${item}`, type: 'evidence.offered', body: line }],
    },
  ]);
  for (const name of ['DEMO-SEC-1', 'DEMO-SEC-2'])
    t.ok(await mayRead(name), `${name} may read what comes to the site of the unit`);
  t.notOk(await mayRead('DEMO-OPJ-1'), 'who is of another unit may not');
});
