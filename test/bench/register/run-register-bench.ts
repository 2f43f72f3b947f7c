import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { officersFolder } from '../../../src/cli/cast/stage.js';
import { unitBody } from '../../helpers/bodies/unit.js';
import { scelle } from '../../helpers/scelle.js';
import { type StagedService, startStagedService } from '../bench-service.js';
import { type RegisterTable, writeRegisterTables } from './register-tables.js';

/** Times of one address, in milliseconds. */
export interface ViewTimes {
  readonly path: string;
  readonly p50: number;
  readonly p99: number;
}

export interface RegisterReport {
  /** Seconds that each table took, with its rows. */
  readonly imports: readonly { readonly rows: number; readonly seconds: number }[];
  readonly views: readonly ViewTimes[];
  readonly lines: readonly string[];
}

/** What an analyst looks at: each is asked for as often as the benchmark has rounds. */
const views: readonly string[] = [
  '/v1/incidents?limit=200',
  '/v1/accounts?limit=200',
  '/v1/evidence?limit=200',
  '/v1/evidence?calibre=7%2C62x39',
  '/v1/imports',
  '/v1/analysis/incidents?by=YEAR',
  '/v1/analysis/incidents?by=TYPE&target=UN_CONVOY',
  '/v1/analysis/materiel/distributions',
  '/v1/analysis/materiel/new-in-theatre?kind=SAMPLE',
  '/v1/analysis/links',
  '/v1/alerts?limit=50',
];

const analyst = 'DEMO-JMAC-1';

export async function runRegisterBench(
  rounds: number,
  tell: (line: string) => void,
): Promise<RegisterReport> {
  const service = await startStagedService();
  const folder = await mkdtemp(join(tmpdir(), 'scelle-register-'));
  try {
    const unit = await enlist(service);
    const laptop = join(folder, 'laptop');
    await must(['--home', laptop, 'connect', service.url]);
    const imports: { rows: number; seconds: number }[] = [];
    for (const table of await writeRegisterTables(folder, unit)) {
      imports.push(await importOne(service, laptop, table));
      tell(`${table.rows} rows in ${imports.at(-1)?.seconds.toFixed(1)} s`);
    }
    const times: ViewTimes[] = [];
    const reader = await service.stage.readingAs(analyst);
    for (const path of views) times.push(await timesOf(path, rounds, () => reader.text(path)));
    return { imports, views: times, lines: linesOf(imports, times) };
  } finally {
    await rm(folder, { recursive: true, force: true });
    await service.remove();
  }
}

async function enlist({ stage }: StagedService): Promise<string> {
  const unit = stage.newId();
  await stage.require([
    {
      subject: `unit/${unit}`,
      type: 'unit.registered',
      by: 'DEMO-REG-1/REG',
      countersigned: ['DEMO-REG-2/REG as registrar'],
      body: unitBody({ class: { code: 'MISSION_FORCE', text: null }, national: false }),
    },
  ]);
  await stage.enlist(analyst, ['JMAC'], { unit });
  return unit;
}

async function importOne(
  { home }: StagedService,
  laptop: string,
  { table, mapping, rows }: RegisterTable,
): Promise<{ rows: number; seconds: number }> {
  const key = `${join(officersFolder(home), analyst, 'officer.key.json')}:JMAC`;
  const frame = ['--reference', table, '--origin', 'DEMO: synthetic register', '--place', 'DEMO'];
  const started = performance.now();
  await must(['--home', laptop, 'import', 'table', table, '--mapping', mapping, ...frame, '--as', key]);
  return { rows, seconds: (performance.now() - started) / 1000 };
}

async function must(args: readonly string[]): Promise<void> {
  const ran = await scelle(args);
  if (ran.code !== 0) throw new Error(`${args.join(' ')} ended with ${ran.code}: ${ran.stdout}${ran.stderr}`);
}

async function timesOf(path: string, rounds: number, ask: () => Promise<unknown>): Promise<ViewTimes> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    await ask();
    times.push(performance.now() - started);
  }
  times.sort((left, right) => left - right);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { path, p50: at(0.5), p99: at(0.99) };
}

function linesOf(imports: RegisterReport['imports'], times: readonly ViewTimes[]): readonly string[] {
  return [
    ...imports.map(
      ({ rows, seconds }) => `${String(rows).padStart(8)} rows imported in ${seconds.toFixed(1)} s`,
    ),
    '',
    `${'view'.padEnd(72)} ${'p50 ms'.padStart(8)} ${'p99 ms'.padStart(8)}`,
    ...times.map(
      ({ path, p50, p99 }) =>
        `${path.padEnd(72)} ${p50.toFixed(0).padStart(8)} ${p99.toFixed(0).padStart(8)}`,
    ),
  ];
}
