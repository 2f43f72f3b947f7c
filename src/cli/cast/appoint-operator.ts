import { join } from 'node:path';
import { writeFileDurably } from '../../disk/write-durably.js';
import type { RunningServer } from '../../server.js';
import { readJsonFile } from '../home.js';
import { serviceKeyPath } from '../service-key.js';
import { operator } from './cast-list.js';
import { officersFolder, type Stage } from './stage.js';

/**
 * Gives the service of a demonstration the officer of its own that was enlisted with the cast: his key lies where a service
 * looks for it at its start.
 */
export async function appointOperator(home: string, stage: Stage, server: RunningServer): Promise<void> {
  const key = await readJsonFile(join(officersFolder(home), operator.label, 'officer.key.json'));
  await writeFileDurably(serviceKeyPath(home), `${JSON.stringify(key, null, 2)}\n`);
  await server.appoint(stage.officer(operator.label));
}
