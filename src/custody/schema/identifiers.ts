import Type from 'typebox';
import { words } from './described.js';

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** Kinds of subject the custody rules know. */
export const kinds = [
  'log',
  'officer',
  'unit',
  'site',
  'incident',
  'account',
  'scene',
  'visit',
  'evidence',
  'identification',
  'reference',
  'information',
  'source',
  'package',
  'sealstock',
  'transfer',
  'discrepancy',
  'request',
  'tracing',
  'hold',
  'release',
  'examination',
  'export',
  'dossier',
  'import',
  'armedgroup',
  'propaganda',
  'link',
  'requirement',
] as const;

export type Kind = (typeof kinds)[number];

/**
 * The UUID of a subject of the given kind. The annotation `x-subject` lets one rule check that whatever a
 * body names exists, and lets the appender load it beforehand.
 */
export function IdOf(kind: Kind, en: string, fr: string) {
  return Type.String({ ...words(en, fr), pattern: `^${uuid}$`, 'x-subject': kind });
}

/** The UUID of something inside a subject (a grant, a store, a group). */
export function LocalId(en: string, fr: string) {
  return Type.String({ ...words(en, fr), pattern: `^${uuid}$` });
}

/**
 * `event_id` of an event: SHA-256 in base64url (log-format section 1). The annotation `x-event` says that an act
 * whose body names it relies on it, and so names it in `refs` too.
 */
export function EventId(en: string, fr: string) {
  return Type.String({ ...words(en, fr), pattern: '^[A-Za-z0-9_-]{43}$', 'x-event': true });
}

/** A subject with its kind: `<kind>/<UUID>`. */
export function SubjectName(kind: Kind, en: string, fr: string) {
  return Type.String({ ...words(en, fr), pattern: `^${kind}/${uuid}$` });
}

/** A subject of one of several kinds: `<kind>/<UUID>`. */
export function SubjectOf(of: readonly string[], en: string, fr: string) {
  return Type.String({ ...words(en, fr), pattern: `^(${of.join('|')})/${uuid}$` });
}

/** A file named by its hash alone, where what binds it stands elsewhere. */
export function Sha256(en: string, fr: string) {
  return Type.String({ ...words(en, fr), pattern: '^[0-9a-f]{64}$' });
}

/** A file bound by its hash (log-format section 1): exactly these members. */
export function File(en: string, fr: string) {
  return Type.Object(
    {
      sha256: Sha256('SHA-256, hexadecimal', 'SHA-256 en hexadécimal'),
      size: Type.Integer({ ...words('Size in bytes', 'Taille en octets'), minimum: 0, maximum: 2 ** 53 - 1 }),
      mediaType: Type.String({
        ...words('Media type', 'Type de média'),
        maxLength: 100,
        pattern: '^[a-z0-9][a-z0-9!#$&^_.+-]*/[a-z0-9][a-z0-9!#$&^_.+-]*$',
      }),
    },
    { ...words(en, fr), additionalProperties: false },
  );
}
