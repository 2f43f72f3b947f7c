import { periodically } from '../periodically.js';
import type { EmbeddedPostgres } from './index.js';

const lookMs = 1_000;

/** What the watch tells: the server was started again, or could not be. */
export type Watched = { readonly kind: 'revived' } | { readonly kind: 'failed'; readonly error: unknown };

/**
 * Looks after the server while a service uses it: one that was killed is started again, and what was committed is
 * there. Until then the service answers 503, and whoever sent a batch sends it again.
 * @returns ends the watch
 */
export function keepRunning(server: EmbeddedPostgres, tell: (watched: Watched) => void): () => Promise<void> {
  return periodically(lookMs, async () => {
    try {
      if (await server.revive()) tell({ kind: 'revived' });
    } catch (error) {
      // Tried again at the next look: the disk may have room again, the port may be free again.
      tell({ kind: 'failed', error });
    }
  });
}
