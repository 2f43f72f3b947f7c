import { Problem } from '../problem/problem.js';

/** As in the events that name files, so that what was sent can be compared with what was signed. */
const form = /^[a-z0-9][a-z0-9!#$&^_.+-]*\/[a-z0-9][a-z0-9!#$&^_.+-]*$/;
const unknownType = 'application/octet-stream';

/** The media type of what is sent, without its parameters. @throws Problem `media-type` */
export function readMediaType(header: string | null | undefined): string {
  const [essence = ''] = (header ?? '').split(';', 1);
  const mediaType = essence.trim().toLowerCase();
  if (mediaType === '') return unknownType;
  if (mediaType.length > 100 || !form.test(mediaType)) throw new Problem('media-type');
  return mediaType;
}
