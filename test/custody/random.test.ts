import fc from 'fast-check';
import t from 'tap';
import { Choice } from '../helpers/random-choice.js';
import { cannotHappen, Play } from '../helpers/random-play.js';
import { RulesStage } from '../helpers/random-stage.js';

const operations = 10_000;
/** Another sequence: `SCELLE_TEST_SEED=12345 node dist/test/run.js custody/random`. */
const seed = Number(process.env.SCELLE_TEST_SEED ?? 20210402);

t.setTimeout(600_000);

t.test(`${operations} custody operations at random keep the invariants`, async t => {
  t.comment(`seed ${seed}`);
  const plays: Play[] = [];
  await fc.assert(
    fc.asyncProperty(fc.noBias(fc.nat()), async number => {
      const play = new Play(new RulesStage());
      plays.push(play);
      await play.prepare();
      await playOn(play, number);
    }),
    { numRuns: 1, seed, endOnFailure: true },
  );
  const [play] = plays;
  if (play === undefined) throw new Error('nothing was played');
  const { accepted, refused, types, rules } = play.counts;
  t.comment(`${accepted} accepted, ${refused} refused`);
  t.comment(`events: ${listed(types)}`);
  const ends = play.model.ends();
  t.comment(`custody ended: ${listed(ends)}`);
  t.comment(`refusals: ${listed(rules)}`);
  t.ok(accepted + refused >= operations, 'as many operations as promised');
  t.ok(accepted >= refused, 'at least half of the operations are accepted');
  t.ok(rules.size > 50, 'and what is refused is refused for many reasons');
  t.ok((ends.get('HANDED_OVER') ?? 0) > 10, 'items reach the national authority');
  t.same(play.missing(), [], `every type of event occurs but ${cannotHappen.join(', ')}`);
});

/** @throws with the number of the step at which something does not hold */
async function playOn(play: Play, number: number): Promise<void> {
  const sequence = new Choice(number);
  for (let step = 1; play.counts.accepted + play.counts.refused < operations; step += 1) {
    try {
      await play.step(sequence.below(2 ** 31));
    } catch (error) {
      throw new Error(`step ${step}`, { cause: error });
    }
  }
  const broken = play.model.checkAll();
  if (broken !== undefined) throw new Error(broken);
}

function listed(counts: ReadonlyMap<string, number>): string {
  const sorted = [...counts].sort(([, one], [, other]) => other - one);
  return sorted.map(([name, count]) => `${name} ${count}`).join(', ');
}
