import { FileRefused } from '../../store/files/file-store.js';
import { acceptUpload, findFile } from '../../store/files/uploads.js';
import type { OpenLog } from '../../store/open-log.js';
import type { ResumableUpload, ResumableUploads } from './resumable-uploads.js';

type Log = Pick<OpenLog, 'db' | 'files' | 'now'>;

/**
 * The upload of an officer where it stands; undefined where there is none, or none of his. One that is whole is
 * made a file first: nobody is told that all bytes are here before their hash was checked.
 * @throws FileRefused, and the upload is gone
 */
export async function findUpload(
  log: Log,
  uploads: ResumableUploads,
  id: string,
  officer: string,
): Promise<ResumableUpload | undefined> {
  const upload = await uploads.find(id);
  if (upload === undefined || upload.officer !== officer) return undefined;
  if (upload.arrived && (await findFile(log.db, upload.sha256)) === undefined) {
    await uploads.remove(id);
    return undefined;
  }
  return takeOverWhole(log, uploads, upload);
}

/** A crash between taking over and marking lets the upload begin anew: the same file again is no error. */
export async function takeOverWhole(
  log: Log,
  uploads: ResumableUploads,
  upload: ResumableUpload,
): Promise<ResumableUpload> {
  const { id, sha256, mediaType, officer, offset, length, arrived } = upload;
  if (arrived || offset < length) return upload;
  const staged = await log.files.stageFile(sha256, uploads.pathOf(id)).catch(async (error: unknown) => {
    if (error instanceof FileRefused) await uploads.remove(id);
    throw error;
  });
  const uploadedAt = new Date(log.now());
  await acceptUpload(log.db, log.files, staged, { sha256, mediaType, uploadedBy: officer, uploadedAt });
  await uploads.markArrived(upload);
  return { ...upload, arrived: true };
}
