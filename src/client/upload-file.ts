import {
  type AnnouncedFile,
  type Service,
  ServiceProblem,
  ServiceUnreachable,
  type UploadStanding,
} from './service.js';

/** A file on the device: announced, and read in parts. */
export interface FileOnDevice extends AnnouncedFile {
  /** Bytes from `start` to before `end`. */
  read(start: number, end: number): Promise<Uint8Array<ArrayBuffer>>;
}

export interface UploadOptions {
  /** Largest part in bytes: what is held in memory at once. */
  readonly partBytes?: number;
  /** Told whenever the service has more: bytes of the file. */
  readonly onProgress?: (sent: number) => void;
  /**
   * Waits before the next attempt, counted from 1 since bytes last came through; false: gives up, and a later upload
   * of the same file goes on from there.
   */
  readonly beforeRetry?: (attempt: number) => Promise<boolean>;
}

const usualPart = 4 * 1024 ** 2;

/**
 * Uploads a file in parts. It goes on where an earlier upload stopped, of this run or another, on this device or
 * another: announcing the same file again tells how much of it the officer has sent. When it returns, the hash was
 * checked and the file is kept.
 * @throws ServiceProblem, ServiceUnreachable
 */
export async function uploadFile(
  service: Service,
  file: FileOnDevice,
  { partBytes = usualPart, onProgress = () => {}, beforeRetry = async () => false }: UploadOptions = {},
): Promise<void> {
  let standing: UploadStanding | null = null;
  let reached = -1;
  let attempts = 0;
  while (standing === null || standing.offset < file.size) {
    try {
      standing = await (standing === null
        ? service.beginUpload(file)
        : sendPart(service, file, standing, partBytes));
    } catch (error) {
      attempts += 1;
      if (!isWorthRepeating(error) || !(await beforeRetry(attempts))) throw error;
      // What came of a part that was not answered only the service knows.
      standing = null;
      continue;
    }
    if (standing.offset > reached) attempts = 0;
    reached = Math.max(reached, standing.offset);
    onProgress(standing.offset);
  }
}

async function sendPart(
  service: Service,
  file: FileOnDevice,
  standing: UploadStanding,
  partBytes: number,
): Promise<UploadStanding> {
  const end = Math.min(standing.offset + partBytes, file.size);
  const next = await service.appendToUpload(standing, await file.read(standing.offset, end));
  if (next.offset !== end) {
    throw new ServiceUnreachable({
      en: 'the connection broke in the middle of an upload: it goes on at the next push',
      fr: "la connexion s'est rompue pendant un envoi de fichier : il reprendra au prochain envoi",
    });
  }
  return next;
}

/** 404: the upload expired; 409: it stands elsewhere. Announced again, it goes on. */
function isWorthRepeating(error: unknown): boolean {
  if (error instanceof ServiceUnreachable) return true;
  if (!(error instanceof ServiceProblem)) return false;
  const { status } = error.problem;
  return status === 404 || status === 409 || status === 429 || status >= 500;
}
