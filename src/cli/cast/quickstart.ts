import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileDurably } from '../../disk/write-durably.js';
import { formatTime, formatVerifierKey } from '../../log/index.js';
import { startServer } from '../../server.js';
import { readLogKey } from '../../store/log-key-file.js';
import { DeviceHome, readJsonFile } from '../home.js';
import type { Output } from '../output.js';
import { UsageError } from '../usage-error.js';
import { appointOperator } from './appoint-operator.js';
import { castList, founders, isNational } from './cast-list.js';
import { missionUnit, registerDemoSetting } from './demo-setting.js';
import { demoName, foundDemoLog } from './found-demo-log.js';
import { officersFolder, Stage } from './stage.js';

export interface Quickstart {
  readonly origin: string;
  /** A folder for each officer, with his key. */
  readonly officers: string;
  readonly cast: readonly string[];
  /** Where the cast works. */
  readonly setting: QuickstartSetting;
}

/** What a newcomer has to name in acts: kept in the home as `setting.json`. */
export interface QuickstartSetting {
  readonly unit: { readonly id: string; readonly name: string };
  readonly sites: readonly { readonly id: string; readonly name: string }[];
}

/** Whether a home holds no log yet. @throws UsageError for one whose quickstart was broken off */
export async function isHomeEmpty(home: string): Promise<boolean> {
  const key = await readFile(join(home, 'log.key'), 'utf8').catch(() => null);
  if (key === null) return true;
  // The device file is written last.
  if (key.includes(`"${demoName}/`) && !existsSync(join(home, 'device.json'))) {
    throw new UsageError({
      en: `${home} holds a log for demonstration that was broken off while it was made: remove the folder and begin again`,
      fr: `${home} contient un journal de démonstration dont la création a été interrompue : supprimez le dossier et recommencez`,
    });
  }
  return false;
}

/** Founds a log for demonstration in an empty home, and enlists the whole cast over HTTP. */
export async function makeQuickstart(home: string, serviceUrl: string, output: Output): Promise<Quickstart> {
  await mkdir(home, { recursive: true, mode: 0o700 });
  const demo = await foundDemoLog(home, serviceUrl, Date.now);
  const server = await startServer({
    home,
    serviceUrl,
    host: '127.0.0.1',
    port: 0,
    logKeyPassphrase: null,
    now: Date.now,
    logger: false,
  });
  let setting: QuickstartSetting;
  try {
    const stage = new Stage(demo, server.url, officersFolder(home), Date.now);
    setting = await enlistCast(stage, line => output.note(line));
    await appointOperator(home, stage, server);
  } finally {
    await server.stop();
  }
  await writeFileDurably(settingFile(home), `${JSON.stringify(setting, null, 2)}\n`);
  const { key } = await readLogKey(join(home, 'log.key'), null);
  await new DeviceHome(home).saveDevice({
    service: 'http://127.0.0.1:8420',
    origin: demo.origin,
    logSubject: demo.logSubject,
    logKey: formatVerifierKey(key),
  });
  const cast = [...founders, ...castList].map(({ label }) => label);
  return { origin: demo.origin, officers: officersFolder(home), cast, setting };
}

/** Registers the cast in units and sites as in the demonstration: what one officer holds, his unit and site may see. */
export async function enlistCast(stage: Stage, tell: (line: string) => void): Promise<QuickstartSetting> {
  const validFrom = formatTime(Date.now()).slice(0, 10);
  const newId = () => stage.newId();
  const { mission, nationalBrigade, sector, headquarters } = await registerDemoSetting({
    stage,
    newId,
    validFrom,
  });
  for (const { label, roles } of founders) tell(`${label} ${roles.join(', ')}`);
  for (const listing of castList) {
    tell(`${listing.label} ${listing.roles.join(', ')}`);
    const national = isNational(listing);
    await stage.enlist(listing.label, listing.roles, {
      unit: national ? nationalBrigade : mission,
      national,
      ...(listing.alg === undefined ? {} : { alg: listing.alg }),
    });
  }
  return {
    unit: { id: mission, name: missionUnit },
    sites: [sector, headquarters].map(({ site, place }) => ({ id: site, name: place.description })),
  };
}

/** The setting of a log that quickstart made in this home; null in any other. */
export async function readQuickstartSetting(home: string): Promise<QuickstartSetting | null> {
  const stored = await readJsonFile(settingFile(home)).catch(() => null);
  return stored as QuickstartSetting | null;
}

function settingFile(home: string): string {
  return join(home, 'setting.json');
}
