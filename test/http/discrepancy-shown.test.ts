import t from 'tap';
import { storyAtSector } from '../helpers/played-story.js';
import { readAs } from '../helpers/reading.js';

interface Shown {
  readonly id: string;
  readonly summary: Readonly<Record<string, unknown>>;
}

t.test('RQ-73, RQ-31: what does not fit shows on everything that concerns the item', async t => {
  const { testStage, discrepancies } = await storyAtSector(t);
  const { db } = testStage.log;
  const get = await readAs(testStage, 'DEMO-CASE-1');
  const list = async (path: string): Promise<readonly Shown[]> =>
    (await get(`/v1/${path}?limit=200`)).json().items;
  const concerned = await db
    .selectFrom('evidence')
    .select(['id', 'package', 'seal_state'])
    .where('discrepancy_open', '=', true)
    .execute();
  t.equal(discrepancies.length, 2);
  t.ok(concerned.length > 0);
  const open = (shown: readonly Shown[]) =>
    shown.filter(({ summary }) => summary.discrepancyOpen === true).map(({ id }) => id);

  t.test('on the item', async t => {
    t.same(new Set(open(await list('evidence'))), new Set(concerned.map(({ id }) => id)));
  });

  t.test('on its package, with the state in which the seal was found', async t => {
    const packages = await list('packages');
    t.same(new Set(open(packages)), new Set(concerned.flatMap(({ package: inside }) => inside ?? [])));
    const found = packages.filter(({ summary }) => (summary.sealFound as unknown[]).length > 0);
    t.equal(found.length, 1);
    const inside = await db
      .selectFrom('evidence')
      .select('seal_state')
      .distinct()
      .where('package', '=', found[0]?.id ?? '')
      .execute();
    t.same(
      found[0]?.summary.sealFound,
      inside.map(({ seal_state }) => seal_state),
    );
    t.notOk(inside.some(({ seal_state }) => seal_state === found[0]?.summary.sealState));
  });

  t.test('on the transfer it came by', async t => {
    const came = await db
      .selectFrom('transfer_item')
      .select('transfer')
      .distinct()
      .where(
        'item',
        'in',
        concerned.map(({ id }) => id),
      )
      .execute();
    t.same(new Set(open(await list('transfers'))), new Set(came.map(({ transfer }) => transfer)));
  });
});
