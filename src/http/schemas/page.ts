import Type from 'typebox';
import { type TSchema, words } from '../../custody/schema/described.js';
import { Problem } from '../problem/problem.js';

export const largestPage = 200;
export const usualPage = 50;

/** Query members of every list. The cursor is opaque: what it holds may change. */
export const pageQuery = {
  limit: Type.Optional(
    Type.Integer({
      ...words(
        `Entries on a page, ${usualPage} unless said otherwise`,
        `Entrées par page, ${usualPage} par défaut`,
      ),
      minimum: 1,
      maximum: largestPage,
    }),
  ),
  after: Type.Optional(
    Type.String({
      ...words('Cursor: `next` of the page before', 'Curseur : `next` de la page précédente'),
      pattern: '^[A-Za-z0-9_-]{1,400}$',
    }),
  ),
} as const;

/** A page of a list under its name in the OpenAPI document. */
export function Page<S extends TSchema>(item: S, name: string, en: string, fr: string) {
  return Type.Object(
    {
      items: Type.Array(item, words('Entries of this page', 'Entrées de cette page')),
      next: Type.Union(
        [Type.Null(), Type.String()],
        words(
          'Cursor of the next page; null on the last',
          'Curseur de la page suivante ; null à la dernière',
        ),
      ),
      total: Type.Optional(
        Type.Integer(words('How many there are in all, where count=true', 'Nombre total, avec count=true')),
      ),
    },
    { title: name, ...words(en, fr) },
  );
}

export const linkHeader = {
  Link: { type: 'string', description: 'The next page, rel="next" (RFC 8288)' },
} as const;

export function cursorOf(position: number | string): string {
  return Buffer.from(String(position)).toString('base64url');
}

/** The position behind a cursor. @throws Problem `invalid-request` where it is not one of ours */
export function readCursor(after: string | undefined): string | null {
  if (after === undefined) return null;
  const position = Buffer.from(after, 'base64url').toString('utf8');
  if (cursorOf(position) !== after || /[^\x20-\x7e]/.test(position)) throw invalidCursor();
  return position;
}

export function readNumericCursor(after: string | undefined): number | null {
  const position = readCursor(after);
  if (position === null) return null;
  if (!/^\d{1,15}$/.test(position)) throw invalidCursor();
  return Number(position);
}

export function invalidCursor(): Problem {
  const message = 'not a cursor of this service / pas un curseur de ce service';
  return new Problem('invalid-request', { faults: [{ in: 'querystring', pointer: '/after', message }] });
}
