import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type BatchFile,
  beginFounding,
  foundingBatch,
  foundingSubmission,
  makeOfficerKey,
  type OfficerKey,
  originOfFounding,
  signFounding,
  unlockOfficerKey,
} from '../../client/index.js';
import { reconstruction } from '../../custody/sop/reconstruction.js';
import { sopReference } from '../../custody/sop/sop-bytes.js';
import { writeFileDurably } from '../../disk/write-durably.js';
import { type Algorithm, formatTime, formatVerifierKey, newId } from '../../log/index.js';
import { foundLog } from '../../store/appender/found-log.js';
import { openDatabase } from '../../store/database.js';
import { makeLogKey, writeLogKey } from '../../store/log-key-file.js';
import type { Database } from '../../store/schema/index.js';
import { readJsonFile } from '../home.js';
import { keepFoundingSop } from '../keep-founding-sop.js';
import { systemRandom } from '../system-random.js';
import { founders as registrars } from './cast-list.js';

/** First part of the origin of a log for demonstration: it says so to whoever sees it. */
export const demoName = 'demo.scelle.example';

/** Makes an officer's key in a folder of its own, as on the officer's own device. Demonstration keys are not sealed. */
export async function makeDemoKey(
  officersFolder: string,
  label: string,
  alg: Algorithm,
  now: number,
): Promise<OfficerKey> {
  const file = await makeOfficerKey(
    { officer: newId(now, systemRandom(16)), label, alg },
    null,
    systemRandom,
  );
  const path = join(officersFolder, label, 'officer.key.json');
  await writeFileDurably(path, `${JSON.stringify(file, null, 2)}\n`);
  return unlockOfficerKey(await readJsonFile(path), null);
}

export interface DemoLog {
  readonly origin: string;
  readonly logSubject: string;
  readonly founders: readonly OfficerKey[];
  readonly founding: BatchFile;
}

/** Founds a log whose name says that it is for demonstration, with two registrars `DEMO-REG-1` and `-2`. */
export async function foundDemoLog(home: string, serviceUrl: string, now: () => number): Promise<DemoLog> {
  await mkdir(home, { recursive: true, mode: 0o700 });
  const officers = join(home, 'officers');
  const founders: OfficerKey[] = [];
  for (const { label, alg = 'ES256' } of registrars) {
    founders.push(await makeDemoKey(officers, label, alg, now()));
  }
  const logSubject = `log/${newId(now(), systemRandom(16))}`;
  const plan = {
    name: demoName,
    subject: logSubject,
    founders: founders.map(({ officer, label, key }) => ({ officer, name: label, jwk: { ...key.jwk } })),
    sop: sopReference(reconstruction),
    at: formatTime(now()),
  };
  const origin = originOfFounding(plan);
  const privateJwk = await makeLogKey();
  const logKey = await writeLogKey(join(home, 'log.key'), origin, privateJwk, null, systemRandom);
  let file = beginFounding({ ...plan, logKey: formatVerifierKey(logKey.key) }, systemRandom);
  // Once round to prove the keys, once round to sign.
  for (const founder of [...founders, ...founders]) file = await signFounding(file, founder);
  const founding = foundingBatch(file);
  if (founding === undefined) throw new Error('a founder of the demonstration did not prove his key');
  const db = openDatabase<Database>(serviceUrl);
  try {
    const outcome = await foundLog({
      db,
      vaultFolder: join(home, 'vault'),
      origin,
      logKey,
      sop: reconstruction,
      submitted: foundingSubmission(file),
      now,
      random: systemRandom,
    });
    if (outcome.kind !== 'founded') throw new Error(`the log was not founded: ${JSON.stringify(outcome)}`);
    await keepFoundingSop(db, home);
  } finally {
    await db.destroy();
  }
  return { origin, logSubject, founders, founding };
}
