import t from 'tap';
import { accessEntryHash, accessEntryText, accessHeadText } from '../../src/log/index.js';
import { checkAccessLog } from '../../src/verify/access-log.js';
import { CheckFailure } from '../../src/verify/check-failure.js';
import { type Covered, indexCovered } from '../../src/verify/covered.js';
import { NotProven } from '../../src/verify/not-proven.js';

/** More than a call takes arguments. */
const MANY = 200_000;

t.test('a verdict holds as many lines as there are things not proven', async t => {
  const notProven = new NotProven();
  notProven.addEach(Array.from({ length: MANY }, (_, i) => ({ en: `event ${i}`, fr: `acte ${i}` })));
  t.equal(notProven.in('en').length, MANY);
  t.equal(notProven.toldIn('fr').at(-1), `… et ${MANY - 20} autres du même genre`);
  notProven.addAll(
    [],
    Array.from({ length: MANY }, () => ({ en: 'told', fr: 'dit' })),
  );
  t.equal(notProven.toldIn('en').length, MANY + 21);
});

t.test('an access log is compared with as many anchors as the log holds', async t => {
  const first = { entry: 1, at: 0, officer: null, roles: [], resource: 'GET /', subjects: [] };
  const line = accessEntryText({ ...first, purpose: null, result: '200', prev: null });
  const head = accessHeadText(accessEntryHash(line));
  const file = async function* () {
    yield Buffer.from(`${line}\n`);
  };
  const anchors = Array.from({ length: MANY }, (_, leaf) => ({ leaf, count: 1, head }));
  await t.resolves(checkAccessLog(file(), anchors, new NotProven()));
  const missing = [...anchors, { leaf: MANY, count: 2, head }];
  await t.rejects(checkAccessLog(file(), missing, new NotProven()), CheckFailure);
});

t.test('the first time that a leaf was seen is the earliest of all trees that have it', async t => {
  const times = [50, 20, 90, 20, 70, 30, 60];
  const trees: Covered[] = times.map((time, i) => ({
    size: 3 * i + 1,
    seen: { time, witnesses: [`w${i}`] },
  }));
  const firstCovering = indexCovered(trees);
  for (let leaf = 0; leaf < 25; leaf++) {
    const over = trees.filter(({ size }) => size > leaf).map(({ seen }) => seen);
    const [first] = over.sort((one, other) => one.time - other.time);
    t.same(firstCovering(leaf), first, `leaf ${leaf}`);
  }
  t.equal(indexCovered([])(0), undefined);
});
