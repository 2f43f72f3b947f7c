import { reconstruction } from '../../../src/custody/sop/reconstruction.js';
import { sopBytes } from '../../../src/custody/sop/sop-bytes.js';
import { splitSubmission } from '../../../src/log/index.js';
import { Cast } from '../cast.js';
import { ForgedLog, type ForgedWitness } from './forged-log.js';
import { forgedKeyOf } from './keys.js';

/** A small log that nothing is wrong with, laid without a database: founders, and one officer. */
export async function layFoundedLog(witnesses: readonly ForgedWitness[] = []): Promise<{
  readonly cast: Cast;
  readonly log: ForgedLog;
  /** Files of its exports. */
  readonly files: readonly Uint8Array[];
}> {
  const cast = await Cast.found();
  const submitted = [...(await cast.founding()), ...(await cast.enlist('DEMO-WIT-1', ['WIT']))];
  const log = new ForgedLog(cast.origin, forgedKeyOf({ ...cast.logPrivateJwk }), witnesses);
  for (const text of submitted) log.lay({ ...splitSubmission(text), receivedAt: cast.now });
  return { cast, log, files: [sopBytes(reconstruction)] };
}
