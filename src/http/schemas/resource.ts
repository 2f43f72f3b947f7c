import Type from 'typebox';
import { type TSchema, words } from '../../custody/schema/described.js';
import { fieldGroups } from '../../custody/sop/document.js';
import type { ResourceDefinition } from '../../store/readers/resource.js';

const HeadOfItem = Type.Object(
  {
    seq: Type.Integer(words('Position of its last event', 'Rang de son dernier acte')),
    eventId: Type.String(words('Its last event', 'Son dernier acte')),
  },
  { title: 'HeadOfSubject', ...words('Its last event', 'Son dernier acte') },
);

/** `seal-stocks` becomes `SealStocks`. */
export function pascalCase(path: string): string {
  return path.replace(/(^|-)([a-z])/g, (_, _dash: string, letter: string) => letter.toUpperCase());
}

/** A subject as one reader sees it. */
export function ResourceSchema({ path, title, columns, kind }: ResourceDefinition): TSchema {
  const summary = Object.fromEntries(Object.entries(columns).map(([name, { schema }]) => [name, schema]));
  return Type.Object(
    {
      id: Type.String({ ...words('UUID', 'UUID'), format: 'uuid' }),
      subject: Type.String(words(`${kind}/<UUID>`, `${kind}/<UUID>`)),
      head: HeadOfItem,
      fields: Type.Enum(
        [...fieldGroups],
        words('How much of it the reader may see', 'Ce que le lecteur peut en voir'),
      ),
      summary: Type.Object(summary, words('Where it stands', 'Où cela en est')),
      state: Type.Union(
        [Type.Null(), Type.Object({}, { additionalProperties: true })],
        words(
          'The fold of its whole history; null where only the summary may be seen',
          "L'état issu de tout son historique ; null si seul le résumé peut être vu",
        ),
      ),
    },
    { title: `${pascalCase(path)}Item`, ...words(title.en, title.fr) },
  );
}
