import { ServiceUnreachable } from '../../client/index.js';
import { TILE_HASH_BYTES, type TileSource, tilePath } from '../../log/index.js';

/** A log as anybody reads it (C2SP tlog-tiles). What it gives is believed in nothing. */
export interface RemoteLog {
  /** The signed note. @throws ServiceUnreachable */
  checkpoint(): Promise<string>;
  /** @throws ServiceUnreachable for a tile that is not given */
  readonly tiles: TileSource;
  /** Tiles read so far, by path: what a proof of a fork stands on. */
  readonly tilesRead: ReadonlyMap<string, Uint8Array>;
}

const timeoutMs = 20_000;
const maxNoteBytes = 1_000_000;

/** @param url of a service, or the prefix of a log with a path of its own */
export function openRemoteLog(url: URL): RemoteLog {
  const prefix = url.pathname === '/' ? new URL('v1/log/', url) : new URL(`${url.href.replace(/\/+$/, '')}/`);
  const tilesRead = new Map<string, Uint8Array>();
  const read = async (path: string, limit: number) => {
    try {
      const answer = await fetch(new URL(path, prefix), {
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      });
      if (answer.status !== 200) throw new Error(`status ${answer.status}`);
      return await readWithin(answer, limit);
    } catch (cause) {
      throw notGiven(new URL(path, prefix).href, cause);
    }
  };
  return {
    checkpoint: async () => (await read('checkpoint', maxNoteBytes)).toString('utf8'),
    tiles: {
      async readTile(tile) {
        const path = tilePath(tile);
        const bytes = await read(path, tile.width * TILE_HASH_BYTES);
        if (bytes.length !== tile.width * TILE_HASH_BYTES) throw notGiven(path, undefined);
        tilesRead.set(path, bytes);
        return bytes;
      },
    },
    tilesRead,
  };
}

function notGiven(address: string, cause: unknown): ServiceUnreachable {
  return new ServiceUnreachable(
    { en: `the log does not give ${address}`, fr: `le journal ne donne pas ${address}` },
    { cause },
  );
}

async function readWithin({ body }: Response, limit: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body ?? []) {
    length += part.length;
    if (length > limit) throw new Error('the answer is too long');
    parts.push(part);
  }
  return Buffer.concat(parts);
}
