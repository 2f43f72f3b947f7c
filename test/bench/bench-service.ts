import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrations } from '../../migrations/index.js';
import { foundDemoLog } from '../../src/cli/cast/found-demo-log.js';
import { officersFolder, Stage } from '../../src/cli/cast/stage.js';
import { composeBatch, type OfficerKey, signBatch } from '../../src/client/index.js';
import { Heads } from '../../src/custody/compose/compose-act.js';
import { formatTime, type JsonObject } from '../../src/log/index.js';
import { startEmbeddedPostgres } from '../../src/store/embedded/index.js';
import { migrateToLatest } from '../../src/store/migrate.js';
import { placedBody, quantity, receivedFromOutsideBody, registeredBody } from '../helpers/bodies/evidence.js';
import { incidentBody } from '../helpers/bodies/incident.js';
import { siteBody, storeOf } from '../helpers/bodies/site.js';
import { unitBody } from '../helpers/bodies/unit.js';
import { circumstances } from '../helpers/procedure.js';
import { startScelle } from '../helpers/scelle-program.js';
import { CustodianPair, itemsOfPair, type Store } from './custody-round.js';

export interface StagedService {
  readonly url: string;
  readonly home: string;
  readonly ownerUrl: string;
  readonly serviceUrl: string;
  readonly stage: Stage;
  /** Of the process of the service. */
  readonly pid: number;
  /** Ends the service; the database goes on. */
  stop(): Promise<void>;
  /** Ends all that was started, and removes it. */
  remove(): Promise<void>;
}

export interface BenchService extends StagedService {
  readonly pairs: readonly CustodianPair[];
}

/** A staged service with pairs of custodians who hold items in a store. */
export async function startBenchService(
  clients: number,
  tell: (line: string) => void,
): Promise<BenchService> {
  const service = await startStagedService();
  try {
    tell(`${service.url}: ${clients} pairs of custodians are enlisted`);
    return { ...service, pairs: await enlistPairs(service.stage, clients) };
  } catch (error) {
    await service.remove();
    throw error;
  }
}

/**
 * The service as an operator runs it, in a process of its own with the limits it has by itself, on a PostgreSQL that waits
 * for the disk; and the stage of a log that was just founded.
 */
export async function startStagedService(): Promise<StagedService> {
  const ends: (() => Promise<unknown>)[] = [];
  const end = async () => {
    for (const step of ends.splice(0).reverse()) await step();
  };
  try {
    const folder = await mkdtemp(join(tmpdir(), 'scelle-bench-'));
    ends.push(() => rm(folder, { recursive: true, force: true }));
    const database = await startEmbeddedPostgres({ directory: join(folder, 'postgres') });
    ends.push(() => database.stop());
    await migrateToLatest(database.ownerUrl, migrations);
    const home = join(folder, 'home');
    const demo = await foundDemoLog(home, database.serviceUrl, Date.now);
    const env = { DATABASE_URL: database.serviceUrl, SCELLE_HOME: home, PORT: '0', LOG_LEVEL: 'error' };
    const owner = { teardown: (step: () => unknown) => void ends.push(async () => step()) };
    const service = await startScelle(owner, ['serve'], { cwd: folder, env });
    const { url } = service.started;
    const { ownerUrl, serviceUrl } = database;
    return {
      url,
      home,
      ownerUrl,
      serviceUrl,
      stage: new Stage(demo, url, officersFolder(home), Date.now),
      pid: service.child.pid ?? 0,
      stop: () => service.end('SIGTERM').then(() => {}),
      remove: end,
    };
  } catch (error) {
    await end();
    throw error;
  }
}

async function enlistPairs(stage: Stage, clients: number): Promise<readonly CustodianPair[]> {
  const [unit = '', site = '', incident = ''] = Array.from({ length: 3 }, () => stage.newId());
  const registrars = { by: 'DEMO-REG-1/REG', countersigned: ['DEMO-REG-2/REG as registrar'] };
  const now = () => formatTime(Date.now());
  await stage.enlist('DEMO-JMAC-1', ['JMAC'], { unit: null });
  await stage.enlist('DEMO-CASE-1', ['CASE'], { unit: null });
  const store = { origin: stage.origin, site, store: String(storeOf('DEMO-GENERAL').store) };
  await stage.require([
    {
      ...registrars,
      subject: `unit/${unit}`,
      type: 'unit.registered',
      body: unitBody({ class: { code: 'MISSION_FORCE', text: null }, national: false }),
    },
    { ...registrars, subject: `site/${site}`, type: 'site.registered', body: siteBody() },
    {
      subject: `incident/${incident}`,
      type: 'incident.opened',
      by: 'DEMO-JMAC-1/JMAC',
      body: incidentBody({ ...circumstances(now()), reportingUnit: unit }),
    },
  ]);
  const pairs: CustodianPair[] = [];
  for (let n = 0; n < clients; n++) pairs.push(await enlistPair(stage, store, incident, n));
  return pairs;
}

/** Two custodians, and items that the first of them took in from outside and put on a shelf. */
async function enlistPair(stage: Stage, store: Store, incident: string, n: number): Promise<CustodianPair> {
  const names = [`DEMO-SEC-${n}-A`, `DEMO-SEC-${n}-B`] as const;
  for (const name of names) await stage.enlist(name, ['SEC'], { unit: null });
  const [holder, other] = [stage.officer(names[0]), stage.officer(names[1])];
  const heads = new Heads(() => undefined);
  const items = Array.from({ length: itemsOfPair }, () => `evidence/${stage.newId()}`);
  const at = formatTime(Date.now());
  const place = { site: store.site, description: 'DEMO-STORE', position: null };
  const here: JsonObject = { ...circumstances(at), place };
  const by = { ...holder, role: 'SEC' };
  const witness = { ...stage.officer('DEMO-CASE-1'), role: 'CASE', as: 'witness' };
  const counted = { ...quantity('143'), countedBy: holder.officer };
  for (const subject of items) {
    const acts = [
      {
        subject,
        type: 'evidence.registered',
        by,
        at,
        body: registeredBody(at, { ...here, incident, quantity: counted }),
      },
      {
        subject,
        type: 'evidence.received-from-outside',
        by,
        at,
        body: receivedFromOutsideBody(at, here),
        countersigners: [witness],
      },
      { subject, type: 'evidence.placed', by, at, body: placedBody(at, store.store, here) },
    ];
    let batch = composeBatch(store.origin, acts, heads, length =>
      crypto.getRandomValues(new Uint8Array(length)),
    );
    for (const key of [holder, stage.officer('DEMO-CASE-1')] satisfies OfficerKey[])
      batch = await signBatch(batch, key);
    const outcome = await stage.send(batch);
    if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.problem.document));
  }
  return new CustodianPair(store, heads, [holder, other], items);
}
