import type { FastifyRequest } from 'fastify';
import type { OpenLog } from '../store/open-log.js';
import type { Reading } from '../store/readers/visibility.js';

/** Who reads, under the procedure in force. @throws Problem `unauthenticated` */
export async function readingOf(request: FastifyRequest, log: OpenLog): Promise<Reading> {
  const reader = await request.requireReader();
  const { document } = await log.sop();
  return { reader, sop: document };
}
