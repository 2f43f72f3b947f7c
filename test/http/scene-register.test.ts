import t from 'tap';
import type { JsonObject } from '../../src/log/index.js';
import { code, collectedBody, quantity, registeredBody } from '../helpers/bodies/evidence.js';
import { closedBody } from '../helpers/bodies/scene.js';
import { createFieldCase, minutesAgo } from '../helpers/field-case.js';
import { circumstances } from '../helpers/procedure.js';

t.test('E06, D1: the counts of a closed scene stand beside what the register holds', async t => {
  const { stage, incident, scene, clearance, idOf } = await createFieldCase(t);
  const by = 'DEMO-WIT-1/WIT';
  const [kept, described] = [stage.newId(), stage.newId()];
  const register = (id: string, changes: JsonObject) => ({
    subject: `evidence/${id}`,
    type: 'evidence.registered',
    by,
    body: registeredBody(minutesAgo(200), {
      incident,
      scene,
      quantity: { ...quantity('143'), countedBy: idOf('DEMO-WIT-1') },
      ...changes,
    }),
    refs: [clearance],
  });
  await stage.require([
    register(kept, {}),
    register(described, { holding: 'DOCUMENTED_ONLY', foundAs: code('DOCUMENTED_ONLY') }),
  ]);
  await stage.require([
    {
      subject: `evidence/${kept}`,
      type: 'evidence.collected',
      by,
      countersigned: ['DEMO-WIT-2/WIT as witness'],
      body: collectedBody(minutesAgo(190), { scene }),
      refs: [clearance],
    },
  ]);
  const shown = async (name: string) => {
    const service = await stage.readingAs(name);
    return (await service.get(`/v1/scenes/${scene}`)) as unknown as {
      readonly summary: { readonly register: unknown };
      readonly state: { readonly closed: { readonly counts: unknown } | null };
    };
  };
  t.equal((await shown('DEMO-WIT-1')).summary.register, null, 'nothing beside what was not counted yet');
  const counts = { recorded: 3, collected: 2, left: 0, destroyed: 0, documentedOnly: 1 };
  const { occurred } = circumstances(minutesAgo(110)) as { readonly occurred: JsonObject };
  const at = { ...circumstances(minutesAgo(100)), leaving: occurred };
  await stage.require([
    {
      subject: `scene/${scene}`,
      type: 'scene.closed',
      by,
      body: closedBody({
        ...at,
        exploited: 'NONE',
        reasons: [code('SECURITY')],
        counts,
        itemsLeft: [],
      }),
    },
  ]);
  const closed = await shown('DEMO-WIT-1');
  t.same(closed.state.closed?.counts, counts, 'what was signed stands');
  t.same(closed.summary.register, { recorded: 2, collected: 1, left: 0, destroyed: 0, documentedOnly: 1 });
  const none = { recorded: 0, collected: 0, left: 0, destroyed: 0, documentedOnly: 0 };
  t.same(
    (await shown('DEMO-SEC-1')).summary.register,
    none,
    'what he may not know of is not counted for him',
  );
});
