import t from 'tap';
import { runBench } from './run-bench.js';

t.test('npm run bench measures and says its ratios', async t => {
  const told: string[] = [];
  const report = await runBench({ clients: 2, small: 100, large: 400, rounds: 1 }, line => told.push(line));
  t.same(Object.keys(report.ratios), [
    'appends / inserts',
    'appends in batches of 100 / inserts',
    'appends, large log / small log',
    'appends in batches of 100, large log / small log',
    'verify / bare signatures',
  ]);
  for (const [name, ratio] of Object.entries(report.ratios)) t.ok(ratio > 0, `${name}: ${ratio}`);
  t.equal(report.single.small.count, 200);
  t.ok(report.sizes.small >= 100 && report.sizes.large >= 400, JSON.stringify(report.sizes));
  t.ok(report.verify.verify.count > report.sizes.large, 'the whole log was verified');
  t.match(report.inserts.by, /^(pgbench -M prepared|prepared statements of node-postgres)$/);
  t.ok(told.length > 5, 'it says how far it is');
});
