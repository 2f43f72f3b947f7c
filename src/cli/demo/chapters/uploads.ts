import { createHash } from 'node:crypto';
import { DemoError } from '../narrator.js';
import type { Play } from '../play.js';

/** Files the demonstration bound to acts: how many it uploaded, how many the service still waits for. */
export interface UploadedFiles {
  readonly uploaded: number;
  readonly owed: number;
}

/**
 * What was bound by its hash in the field is uploaded once there is a link: until then the service lists it as owed.
 * Every picture is streamed, hashed by the service, and one of them read back.
 */
export async function uploadPictures(play: Play, by: string): Promise<UploadedFiles> {
  const { narrator, stage, album } = play;
  narrator.heading({
    en: 'Photographs and scans are uploaded',
    fr: 'Les photographies et numérisations sont envoyées',
  });
  const reader = await stage.readingAs('DEMO-CASE-1');
  const before = await countOwed(reader);
  const files = album.takeOwed();
  const service = await stage.readingAs(by);
  for (const { sha256, mediaType, bytes } of files)
    await service.putFile(sha256, mediaType, new Blob([bytes]));
  const owed = await countOwed(reader);
  const [first] = files;
  if (first !== undefined) await readBack(reader, first.sha256);
  narrator.say({
    en: `The acts bind ${before} pictures by hash that are owed (small, generated, marked DEMO). ${by} uploads ${files.length}; owed now: ${owed}. One is read back by the case officer: the bytes have its hash.`,
    fr: `Les actes lient par empreinte ${before} images attendues (petites, générées, marquées DEMO). ${by} en envoie ${files.length} ; attendues désormais : ${owed}. L'une est relue par l'officier chargé de l'affaire : ses octets ont cette empreinte.`,
  });
  if (owed > 0) throw new DemoError(`${owed} files are owed still`);
  return { uploaded: files.length, owed };
}

type Reader = Awaited<ReturnType<Play['stage']['readingAs']>>;

async function countOwed(service: Reader): Promise<number> {
  const { items } = await service.get('/v1/files?owed=true&limit=200');
  return Array.isArray(items) ? items.length : 0;
}

async function readBack(service: Reader, sha256: string): Promise<void> {
  const bytes = await service.bytes(`/v1/files/${sha256}`);
  if (createHash('sha256').update(bytes).digest('hex') !== sha256)
    throw new DemoError('other bytes came back');
}
