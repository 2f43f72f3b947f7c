import t from 'tap';
import { KnownLog, takeAlong } from '../../src/client/index.js';
import type { JsonObject } from '../../src/log/index.js';
import { code, collectedBody, quantity, registeredBody } from '../helpers/bodies/evidence.js';
import { createFieldCase, minutesAgo } from '../helpers/field-case.js';

const rule = 'evidence.taken-from-item-not-held';

t.test('GATE-1: device and service judge alike what is taken from an item of another batch', async t => {
  const { stage, incident, scene, clearance, idOf } = await createFieldCase(t);
  const [parent, swab] = [stage.newId(), stage.newId()];
  const counted = { ...quantity('143'), countedBy: idOf('DEMO-WIT-1') };
  const by = 'DEMO-WIT-1/WIT';
  const countersigned = ['DEMO-WIT-2/WIT as witness'];
  const derivedFrom = { parent, root: parent, relation: code('SWAB') };
  const register = (id: string, minutes: number, changes: JsonObject) => ({
    subject: `evidence/${id}`,
    type: 'evidence.registered',
    by,
    body: registeredBody(minutesAgo(minutes), { incident, quantity: counted, ...changes }),
  });
  const collect = (id: string, minutes: number, place: string | null) => ({
    subject: `evidence/${id}`,
    type: 'evidence.collected',
    by,
    countersigned,
    body: collectedBody(minutesAgo(minutes), { scene: place }),
    refs: place === null ? [] : [clearance],
  });
  await stage.require([{ ...register(parent, 200, { scene }), refs: [clearance] }]);
  await stage.require([register(swab, 190, { derivedFrom })]);
  const service = await stage.readingAs('DEMO-WIT-1');
  const rehearsed = async () => {
    const now = Date.now();
    const { officer } = stage.officer('DEMO-WIT-1');
    const wanted = { officer, incidents: [], scenes: [], sites: [], items: [swab] };
    const { taken } = await takeAlong(service, wanted, now);
    return new KnownLog(taken).rehearse(await stage.sign([collect(swab, 100, null)]), now);
  };
  t.match(await rehearsed(), { kind: 'would-be-refused', violations: [{ rule }] });
  t.match(await stage.attempt([collect(swab, 100, null)]), {
    kind: 'refused',
    problem: { document: { violations: [{ rule, gate: 'GATE-1' }] } },
  });
  await stage.require([collect(parent, 150, scene)]);
  t.equal((await rehearsed()).kind, 'would-be-accepted');
  await stage.require([collect(swab, 100, null)]);
});
