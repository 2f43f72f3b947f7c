import type { FastifyInstance } from 'fastify';
import { LocalizedError } from './custody/text.js';

/** A service cannot listen where it was told to. */
export class ListenError extends LocalizedError {
  override readonly name = 'ListenError';
}

/**
 * Starts to listen; an app that cannot is closed.
 * @returns its address, e.g. `http://127.0.0.1:8420`
 * @throws ListenError
 */
export async function listen(
  app: FastifyInstance,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (cause) {
    await app.close();
    throw explainListening(cause, host, port);
  }
}

function explainListening(cause: unknown, host: string, port: number): unknown {
  const code = cause instanceof Error && 'code' in cause ? cause.code : '';
  const said = (en: string, fr: string) => new ListenError({ en, fr }, { cause });
  if (code === 'EADDRINUSE') {
    return said(
      `port ${port} on ${host} is in use by another program: stop it, or give another with --port`,
      `le port ${port} de ${host} est déjà utilisé : arrêtez l'autre programme, ou donnez un autre port avec --port`,
    );
  }
  if (code === 'EACCES') {
    return said(
      `port ${port} is reserved for the system: give one from 1024 on with --port`,
      `le port ${port} est réservé au système : donnez un port à partir de 1024 avec --port`,
    );
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return said(
      `${host} is no address of this machine: see --host`,
      `${host} n'est pas une adresse de cette machine : voir --host`,
    );
  }
  return cause;
}
