import Type from 'typebox';
import { words } from '../../schema/described.js';

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** A source by its UUID: never by a name, nor by anything that could tell who it is (F-28). */
export function SourceId(en: string, fr: string) {
  return Type.String({ ...words(en, fr), pattern: `^${uuid}$`, 'x-subject': 'source' });
}
