import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ExportTurns } from './export-turns.js';
import type { StreamedExport } from './stream-export.js';

/**
 * How a bag is sent; `name` is that of its file, without `.zip`.
 * @param bytes of all its files: how long the ZIP is turns out when it is made
 */
export function bagHeaders(name: string, bytes?: number): Readonly<Record<string, string>> {
  return {
    ...(bytes === undefined ? {} : { 'payload-bytes': String(bytes) }),
    'content-disposition': `attachment; filename="${name}.zip"`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  };
}

/**
 * Streams a bag while it is made. Its turn is given back once it is sent, broken off or could not be begun.
 * @throws Problem `too-many-requests`
 */
export async function sendBag(
  request: FastifyRequest,
  reply: FastifyReply,
  bag: {
    readonly name: string;
    readonly bytes?: number;
    readonly turns: ExportTurns;
    readonly broken: string;
    begin(): Promise<StreamedExport>;
  },
): Promise<FastifyReply> {
  const end = bag.turns.take();
  try {
    const { output, ended } = await bag.begin();
    ended.then(fault => {
      end();
      if (fault !== undefined) request.log.warn(fault, bag.broken);
    });
    return await reply.type('application/zip').headers(bagHeaders(bag.name, bag.bytes)).send(output);
  } catch (error) {
    end();
    throw error;
  }
}
