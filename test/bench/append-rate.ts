import type { CustodianPair } from './custody-round.js';

/** Acts of each client, signed before the clock runs: what is measured is the service. */
export type Prepared = readonly (readonly (readonly string[])[])[];

export interface Rate {
  /** Events, rows or signatures. */
  readonly count: number;
  readonly perSecond: number;
}

/** @param rounds of 100 events for each client */
export async function prepare(
  pairs: readonly CustodianPair[],
  rounds: number,
  inOneBatch: boolean,
): Promise<Prepared> {
  const prepared: (readonly string[])[][] = [];
  for (const pair of pairs) {
    const batches: (readonly string[])[] = [];
    for (let round = 0; round < rounds; round++) {
      const acts = await pair.signRound();
      batches.push(...(inOneBatch ? [acts.flat()] : acts));
    }
    prepared.push(batches);
  }
  return prepared;
}

/**
 * Every client sends its batches one after the other, all clients at once, each waiting for its receipts. A batch that is
 * not accepted ends the run: a rate with refusals in it measures something else.
 */
export async function measureAppends(url: string, prepared: Prepared): Promise<Rate> {
  const started = performance.now();
  const counts = await Promise.all(
    prepared.map(async batches => {
      let count = 0;
      for (const batch of batches) count += await append(url, batch);
      return count;
    }),
  );
  return rateOf(
    counts.reduce((sum, count) => sum + count, 0),
    started,
  );
}

export function rateOf(count: number, started: number): Rate {
  return { count, perSecond: count / ((performance.now() - started) / 1000) };
}

async function append(url: string, events: readonly string[]): Promise<number> {
  const answer = await fetch(`${url}/v1/events`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ events }),
  });
  const text = await answer.text();
  const { receipts } = JSON.parse(text) as { readonly receipts?: readonly unknown[] };
  if (!answer.ok || receipts?.length !== events.length)
    throw new Error(`${answer.status}: ${text.slice(0, 2000)}`);
  return receipts.length;
}
