import type { FastifyRequest } from 'fastify';
import { formatTime } from '../log/index.js';
import type { OpenLog } from '../store/open-log.js';
import { scopesGranted } from '../store/readers/matrix.js';
import { lastLeafKnown } from '../store/readers/register/last-leaf-known.js';
import type { Reading } from '../store/readers/visibility.js';
import { readPastInstant } from './past-instant.js';
import { languageOf } from './problem/language.js';
import { Problem } from './problem/problem.js';
import { readingOf } from './reading.js';

export interface RegisterReading {
  readonly reading: Reading;
  readonly leaf: number;
  /** As every answer says it. */
  readonly known: { readonly knownAt: string; readonly knownLeaf: number };
}

/**
 * Who reads the materiel register, as known when: whoever reads all identifications. Who reads his own alone reads items,
 * and none of the analysis. @throws Problem
 */
export async function registerReadingOf(
  request: FastifyRequest,
  log: OpenLog,
  knownAt: string | undefined,
): Promise<RegisterReading> {
  const reading = await readingOf(request, log);
  const scopes = scopesGranted(reading.sop, reading.reader, 'identifications', 'record');
  if (!scopes.includes('all')) throw new Problem('forbidden');
  const now = log.now();
  const instant = readPastInstant(knownAt, 'knownAt', now, languageOf(request)) ?? now;
  const leaf = await lastLeafKnown(log.db, instant);
  return { reading, leaf, known: { knownAt: formatTime(instant), knownLeaf: leaf } };
}
