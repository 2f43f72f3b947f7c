import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import t from 'tap';
import { operations, RandomTransfers, steps } from '../../helpers/random-transfers.js';

const lineOfStage = { OFFERED: 'OFFERED', DEPARTED: 'DEPARTED', REFUSED: 'REFUSED_ON_ARRIVAL' };

/** What must hold after every act, accepted or refused; the first thing that does not, in words. */
function brokenInvariant(play: RandomTransfers): string | undefined {
  for (const item of play.items) {
    const { custody, physical, transit, number } = play.state(item);
    if (custody === null) return `${number} has no custodian`;
    if (custody.officer !== play.expected.get(item))
      return `${number} has another custodian than was signed for`;
    const moving = transit !== null && transit.stage !== 'OFFERED';
    if (moving && physical !== 'IN_TRANSIT') return `${number} is ${physical} at ${transit.stage}`;
    if (physical !== 'HELD' && physical !== 'IN_TRANSIT') return `${number} is ${physical}`;
    if (moving && transit.courier !== custody.officer) return `${number} travels without its courier`;
    if (transit?.stage === 'OFFERED' && transit.giver !== custody.officer)
      return `${number} is offered by another`;
  }
  for (const subject of play.transfers) {
    const { lines } = play.transfer(subject);
    for (const [item, status] of Object.entries(lines)) {
      const { transit, number } = play.state(`evidence/${item}`);
      const inside = transit !== null && `transfer/${transit.transfer}` === subject;
      const told = inside ? lineOfStage[transit.stage] : undefined;
      if (told !== undefined && told !== status)
        return `${number} is ${transit?.stage} and its line ${status}`;
      const awaited = status === 'OFFERED' || status === 'DEPARTED';
      if (awaited && !inside) return `${number} is awaited in ${subject} and not in it`;
    }
  }
  return undefined;
}

t.test('one custodian at every instant, whatever officers do with each other', async t => {
  const counts = Object.fromEntries(operations.map(operation => [operation, { accepted: 0, refused: 0 }]));
  fc.assert(
    fc.property(steps(60), sequence => {
      const play = new RandomTransfers();
      for (const step of sequence) {
        const before = play.items.map(item => play.state(item));
        const outcome = play.play(step);
        if (outcome === undefined) continue;
        const count = counts[step.operation];
        if (count !== undefined) count[outcome] += 1;
        const changed = !isDeepStrictEqual(
          before,
          play.items.map(item => play.state(item)),
        );
        if (outcome === 'refused' && changed)
          throw new Error(`a refused ${step.operation} changed something`);
        const broken = brokenInvariant(play);
        if (broken !== undefined) throw new Error(`after ${step.operation}: ${broken}`);
      }
    }),
    { numRuns: 60, seed: 17, endOnFailure: true },
  );
  t.comment(JSON.stringify(counts));
  const total = (outcome: 'accepted' | 'refused') =>
    Object.values(counts).reduce((sum, count) => sum + count[outcome], 0);
  t.ok(total('accepted') >= total('refused'), 'at least half of the operations are accepted');
  for (const [operation, { accepted }] of Object.entries(counts)) t.ok(accepted > 10, operation);
});
