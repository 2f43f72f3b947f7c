import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { type TSchema, words } from '../../custody/schema/described.js';
import type { Language } from '../../custody/text.js';
import type { OpenLog } from '../../store/open-log.js';
import { readHistory } from '../../store/readers/read-history.js';
import { countAll, readItem, readPage } from '../../store/readers/read-resource.js';
import { readVisibleSubjects } from '../../store/readers/read-subjects.js';
import type { ResourceDefinition } from '../../store/readers/resource.js';
import { resourceDefinitions } from '../../store/readers/resources/index.js';
import { isGranted } from '../../store/readers/visibility.js';
import { languageOf } from '../problem/language.js';
import { Problem } from '../problem/problem.js';
import { readingOf } from '../reading.js';
import { EventSchema } from '../schemas/event.js';
import { describeOperation, json } from '../schemas/operation.js';
import { linkHeader, Page, pageQuery, readNumericCursor, usualPage } from '../schemas/page.js';
import { pascalCase, ResourceSchema } from '../schemas/resource.js';
import { sendPage } from '../send-page.js';

export const IdParameters = Type.Object(
  {
    id: Type.String({
      ...words('UUID', 'UUID'),
      pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
    }),
  },
  { additionalProperties: false },
);

const HistoryQuery = Type.Object({ ...pageQuery }, { additionalProperties: false });

/** List, item and history of every kind of subject: the same habits everywhere (design section 6). */
export const resourceRoutes: FastifyPluginAsyncTypebox<{ readonly log: OpenLog }> = async (app, { log }) => {
  const HistoryPage = Page(EventSchema, 'EventPage', 'Signed statements', 'Déclarations signées');
  for (const definition of resourceDefinitions) {
    const item = ResourceSchema(definition);
    await app.register(listRoute, { log, definition, item });
    await app.register(itemRoute, { log, definition, item });
    await app.register(historyRoute, { log, definition, item: HistoryPage });
  }
};

interface RouteParts {
  readonly log: OpenLog;
  readonly definition: ResourceDefinition;
  readonly item: TSchema;
}

const listRoute: FastifyPluginAsyncTypebox<RouteParts> = async (app, { log, definition, item }) => {
  const { path, title, filters, resource } = definition;
  const name = pascalCase(path);
  const schema = describeOperation({
    id: `list${name}`,
    tag: title.en,
    summary: `List: ${title.en.toLowerCase()}`,
    description: 'What the reader may see, in the order of the register. Filters narrow it further.',
    session: 'required',
    querystring: Type.Object(
      {
        ...pageQuery,
        count: Type.Optional(
          Type.Enum(['true', 'false'], words('Say how many there are in all', 'Indiquer le nombre total')),
        ),
        ...Object.fromEntries(
          Object.entries(filters).map(([filter, { schema: value }]) => [filter, Type.Optional(value)]),
        ),
      },
      { additionalProperties: false },
    ),
    answers: {
      200: {
        description: title.en,
        headers: linkHeader,
        ...json(Page(item, `${name}Page`, title.en, title.fr)),
      },
    },
    problems: ['invalid-request', 'forbidden'],
  });
  app.get(`/v1/${path}`, { schema }, async (request, reply) => {
    const reading = await readingOf(request, log);
    if (!isGranted(reading, resource, 'summary')) throw new Problem('forbidden');
    const { limit = usualPage, after, count, ...wanted } = request.query as ListQuery;
    const filters = wanted as Readonly<Record<string, string>>;
    requireReadable(definition, filters, languageOf(request));
    const [page, total] = await Promise.all([
      readPage(log.db, definition, reading, { filters, limit, after: readNumericCursor(after) }),
      count === 'true' ? countAll(log.db, definition, reading, filters) : undefined,
    ]);
    request.noteRead(page.items.map(({ subject }) => subject));
    return sendPage(request, reply, { ...page, ...(total === undefined ? {} : { total }) });
  });
};

/** @throws Problem `invalid-request` for a value that has the form of its filter and says nothing */
function requireReadable(
  { filters }: ResourceDefinition,
  wanted: Readonly<Record<string, string>>,
  language: Language,
): void {
  const faults = Object.entries(wanted).flatMap(([name, value]) => {
    const fault = filters[name]?.fault?.(value) ?? null;
    return fault === null ? [] : [{ in: 'querystring', pointer: `/${name}`, message: fault[language] }];
  });
  if (faults.length > 0) throw new Problem('invalid-request', { faults });
}

interface ListQuery {
  readonly limit?: number;
  readonly after?: string;
  readonly count?: 'true' | 'false';
  readonly [filter: string]: unknown;
}

const itemRoute: FastifyPluginAsyncTypebox<RouteParts> = async (app, { log, definition, item }) => {
  const { path, title } = definition;
  const schema = describeOperation({
    id: `get${pascalCase(path)}Item`,
    tag: title.en,
    summary: `One of: ${title.en.toLowerCase()}`,
    description: 'Summary, and the whole state where the reader may see the record.',
    session: 'required',
    params: IdParameters,
    answers: { 200: { description: title.en, ...json(item) } },
    problems: ['invalid-request', 'not-found'],
  });
  app.get(`/v1/${path}/:id`, { schema }, async request => {
    const reading = await readingOf(request, log);
    const { id } = request.params;
    const view = await readItem(log.db, definition, reading, id);
    request.noteRead([`${definition.kind}/${id}`]);
    if (view === undefined) throw new Problem('not-found');
    return view;
  });
};

const historyRoute: FastifyPluginAsyncTypebox<RouteParts> = async (app, { log, definition, item }) => {
  const { path, title, kind } = definition;
  const schema = describeOperation({
    id: `get${pascalCase(path)}History`,
    tag: title.en,
    summary: `Signed history of one of: ${title.en.toLowerCase()}`,
    description:
      'Every signed statement, oldest first. Withheld claims are shown to roles that may see them; what was erased is told apart from what is withheld.',
    session: 'required',
    params: IdParameters,
    querystring: HistoryQuery,
    answers: { 200: { description: 'Signed statements', headers: linkHeader, ...json(item) } },
    problems: ['invalid-request', 'forbidden', 'not-found'],
  });
  app.get(`/v1/${path}/:id/history`, { schema }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const reading = await readingOf(request, log);
    const subject = `${kind}/${request.params.id}`;
    request.noteRead([subject]);
    const [known] = await readVisibleSubjects(log.db, reading, [subject], 'summary');
    if (known === undefined) throw new Problem('not-found');
    const [readable, disclosable] = await Promise.all([
      readVisibleSubjects(log.db, reading, [subject], 'events'),
      readVisibleSubjects(log.db, reading, [subject], 'withheld-events'),
    ]);
    // That it exists is known to the reader; that its record is not for him may be said.
    if (readable.length === 0) throw new Problem('forbidden');
    const { limit = usualPage, after } = request.query;
    const page = await readHistory(log, subject, {
      after: readNumericCursor(after) ?? 0,
      limit,
      withheld: disclosable.length > 0,
    });
    request.noteMissing(page.items);
    return sendPage(request, reply, page);
  });
};
