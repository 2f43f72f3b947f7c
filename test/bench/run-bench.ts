import { measureAppends, prepare, type Rate } from './append-rate.js';
import { type BenchService, startBenchService } from './bench-service.js';
import { eventsOfRound } from './custody-round.js';
import { type InsertRate, measureInserts } from './insert-rate.js';
import { measureVerify, type VerifyRates } from './verify-rate.js';

export interface Options {
  readonly clients: number;
  /** Sizes of the log from which on the same appends are measured: what is enlisted for the clients is there before. */
  readonly small: number;
  readonly large: number;
  /** Rounds of 100 events for each client and measurement. */
  readonly rounds: number;
}

export interface Report {
  readonly sizes: { readonly small: number; readonly large: number };
  readonly single: { readonly small: Rate; readonly large: Rate };
  readonly batch: { readonly small: Rate; readonly large: Rate };
  readonly inserts: InsertRate;
  readonly verify: VerifyRates;
  /** The ratios, by name. */
  readonly ratios: Readonly<Record<string, number>>;
  readonly lines: readonly string[];
}

/**
 * Appends over HTTP with receipts, alone and in batches of 100, at a small and a large log; one-row inserts on the same
 * server; verification against bare signatures. One after the other on one machine: only the ratios mean anything elsewhere.
 */
export async function runBench(options: Options, tell: (line: string) => void): Promise<Report> {
  const service = await startBenchService(options.clients, tell);
  try {
    await grow(service, options.small, tell);
    const sizes = { small: await sizeOf(service), large: 0 };
    const small = await measureBoth(service, options, tell);
    const inserts = await measureInserts(service.ownerUrl, options.clients, options.rounds * eventsOfRound);
    tell(`${inserts.count} inserts of one row by ${inserts.by}`);
    await grow(service, options.large, tell);
    sizes.large = await sizeOf(service);
    const large = await measureBoth(service, options, tell);
    await service.stop();
    tell('the log is exported and verified');
    const verify = await measureVerify(service);
    const measured = {
      sizes,
      single: { small: small.single, large: large.single },
      batch: { small: small.batch, large: large.batch },
      inserts,
      verify,
    };
    const ratios = ratiosOf(measured);
    return { ...measured, ratios, lines: linesOf(options, measured, ratios) };
  } finally {
    await service.remove();
  }
}

/** Appends rounds until the log is at least so large: what is founded and enlisted counts too. */
async function grow(service: BenchService, wanted: number, tell: (line: string) => void): Promise<void> {
  for (let size = await sizeOf(service); size < wanted; size = await sizeOf(service)) {
    const missing = Math.ceil((wanted - size) / eventsOfRound);
    const pairs = service.pairs.slice(0, missing);
    // Signed in portions: a hundred thousand events beside each other would fill the memory of this process.
    const rounds = Math.min(10, Math.ceil(missing / pairs.length));
    await measureAppends(service.url, await prepare(pairs, rounds, true));
    tell(`${await sizeOf(service)} events`);
  }
}

/** Tree size of the last checkpoint. */
async function sizeOf({ url }: BenchService): Promise<number> {
  const answer = await fetch(`${url}/v1/log/checkpoint`);
  const [, size] = (await answer.text()).split('\n');
  return Number(size);
}

interface Both {
  readonly single: Rate;
  readonly batch: Rate;
}

async function measureBoth(
  { url, pairs }: BenchService,
  { rounds }: Options,
  tell: (line: string) => void,
): Promise<Both> {
  const single = await measureAppends(url, await prepare(pairs, rounds, false));
  tell(`${single.count} events, each act by itself`);
  const batch = await measureAppends(url, await prepare(pairs, rounds, true));
  tell(`${batch.count} events in batches of ${eventsOfRound}`);
  return { single, batch };
}

type Measured = Omit<Report, 'ratios' | 'lines'>;

function ratiosOf({ single, batch, inserts, verify }: Measured): Readonly<Record<string, number>> {
  return {
    'appends / inserts': single.small.perSecond / inserts.perSecond,
    'appends in batches of 100 / inserts': batch.small.perSecond / inserts.perSecond,
    'appends, large log / small log': single.large.perSecond / single.small.perSecond,
    'appends in batches of 100, large log / small log': batch.large.perSecond / batch.small.perSecond,
    'verify / bare signatures': verify.verify.perSecond / verify.signatures.perSecond,
  };
}

function linesOf(
  { clients }: Options,
  { sizes, single, batch, inserts, verify }: Measured,
  ratios: Readonly<Record<string, number>>,
): readonly string[] {
  const rate = (name: string, { perSecond, count }: Rate) =>
    `${name.padEnd(56)} ${perSecond.toFixed(0).padStart(8)} /s   (${count})`;
  return [
    `${clients} clients, limits as the service has them by itself, PostgreSQL waits for the disk`,
    '',
    rate(`signed appends with receipt, log of ${sizes.small}`, single.small),
    rate(`the same in batches of ${eventsOfRound}, log of ${sizes.small}`, batch.small),
    rate(`one-row inserts, ${inserts.by}`, inserts),
    rate(`signed appends with receipt, log of ${sizes.large}`, single.large),
    rate(`the same in batches of ${eventsOfRound}, log of ${sizes.large}`, batch.large),
    rate('scelle verify, events', verify.verify),
    rate(`bare signatures on ${verify.cores} cores`, verify.signatures),
    '',
    ...Object.entries(ratios).map(([name, ratio]) => `${name.padEnd(56)} ${ratio.toFixed(2).padStart(8)}`),
  ];
}
