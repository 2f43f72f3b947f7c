import type { Test } from 'tap';
import { type ForgedExport, verifyForged } from './forged-export.js';
import { type ForgedLog, type ToAppend, uuid } from './forged-log.js';
import { type Cast, foundedLog } from './forged-story.js';

/** The forger's export, and where its first fault lies: at the last leaf, where nothing else is said. */
export interface Forged {
  readonly check: string;
  readonly where?: (log: ForgedLog) => string;
  /** Goes on with a log that holds. */
  readonly forge: (log: ForgedLog, cast: Cast) => Promise<ForgedExport | undefined>;
}

/** An event of its own item by the collector, with whatever is said otherwise. */
export async function note(
  log: ForgedLog,
  { collector: by }: Cast,
  twist: Partial<ToAppend> = {},
): Promise<undefined> {
  const subject = `evidence/${uuid()}`;
  await log.append({
    by,
    role: 'WIT',
    subject,
    type: 'evidence.registered',
    body: { text: 'DEMO' },
    ...twist,
  });
  return undefined;
}

/** Where an act is at fault that another event follows. */
export const lastButOne = (log: ForgedLog) => String(log.events.length - 2);

/** Each forgery is found by its check, at its place. */
export async function testForgeries(t: Test, forgeries: Readonly<Record<string, Forged>>): Promise<void> {
  for (const [name, { check, where, forge }] of Object.entries(forgeries)) {
    const { log, cast } = await foundedLog();
    const { verdict, failed } = await verifyForged(log, await forge(log, cast));
    t.equal(verdict, 'fail', name);
    const place = where === undefined ? String(log.events.length - 1) : where(log);
    t.match(failed, { check, where: place }, `${name}: ${JSON.stringify(failed)}`);
  }
}
