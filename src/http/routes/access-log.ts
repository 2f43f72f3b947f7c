import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { Nullable, words } from '../../custody/schema/described.js';
import type { OpenLog } from '../../store/open-log.js';
import { readAccessAnchored, readAccessPage } from '../../store/readers/access-page.js';
import { scopesGranted } from '../../store/readers/matrix.js';
import { Problem } from '../problem/problem.js';
import { readingOf } from '../reading.js';
import { describeOperation, json } from '../schemas/operation.js';
import { linkHeader, pageQuery, readNumericCursor, usualPage } from '../schemas/page.js';
import { sendPage } from '../send-page.js';

const Query = Type.Object({ ...pageQuery }, { additionalProperties: false });

const Entry = Type.Object(
  {
    entry: Type.Integer(words('Its number, without a gap', 'Son numéro, sans lacune')),
    at: Type.String({ ...words('When', 'Quand'), format: 'date-time' }),
    officer: Nullable(Type.String(words('Who read', 'Qui a lu'))),
    roles: Type.Array(Type.String(), words('In which roles', 'En quelles qualités')),
    resource: Type.String(words('Route, and names of its filters', 'Chemin, et noms de ses filtres')),
    subjects: Type.Array(
      Type.String(),
      words('What was shown, or asked for in vain', 'Ce qui fut montré, ou demandé en vain'),
    ),
    purpose: Nullable(Type.String(words('Why, in his own words', 'Pourquoi, en ses propres termes'))),
    result: Type.String(words('HTTP status', 'Statut HTTP')),
    hash: Type.String(
      words('Covers this entry and all before it', 'Couvre cette entrée et toutes les précédentes'),
    ),
  },
  { title: 'AccessEntry', ...words('One reading', 'Une lecture') },
);

const AccessPage = Type.Object(
  {
    anchored: Nullable(
      Type.Object(
        {
          count: Type.Integer(words('Entries that the log covers', 'Entrées que couvre le journal')),
          head: Type.String(words('Hash of the last of them', 'Empreinte de la dernière')),
          leaf: Type.Integer(words('Leaf that says so', 'Feuille qui l’atteste')),
          receivedAt: Type.String({ ...words('When', 'Quand'), format: 'date-time' }),
        },
        {
          title: 'AccessAnchored',
          ...words('How far the log covers it', 'Jusqu’où le journal le couvre'),
        },
      ),
    ),
    items: Type.Array(Entry, words('Entries of this page', 'Entrées de cette page')),
    next: Nullable(
      Type.String(
        words(
          'Cursor of the next page; null on the last',
          'Curseur de la page suivante ; null à la dernière',
        ),
      ),
    ),
  },
  { title: 'AccessPage', ...words('The access log', 'Le journal des consultations') },
);

const hash = 'bq3VQx5p0s8l9WnEBK1mF2hXyTzc7uJgRd4aOeN6kLI';
const example = {
  anchored: { count: 1, head: hash, leaf: 603, receivedAt: '2021-04-12T00:00:00.000Z' },
  items: [
    {
      entry: 1,
      at: '2021-04-11T09:30:00.000Z',
      officer: '01788c72-3c00-7d52-b6f4-8f1f0a4c9e11',
      roles: ['AUD'],
      resource: 'GET /v1/evidence/:id',
      subjects: ['evidence/01788c72-3c00-761a-a189-320c4983dd5d'],
      purpose: 'DEMO: audit',
      result: '200',
      hash,
    },
  ],
  next: null,
};

/** Who read what, for who makes exports for auditors (docs/access-log.md). */
export const accessLogRoutes: FastifyPluginAsyncTypebox<{ readonly log: OpenLog }> = async (app, { log }) => {
  const schema = describeOperation({
    id: 'listAccess',
    tag: 'Exports',
    summary: 'Who read what, when and why',
    description:
      'The access log, oldest first, for who is granted exports in scope `all`. Each reading of it is an entry of its own. `anchored` says how far the log covers it: what is behind that is covered by the next anchor only. The whole of it as a file to be verified: `scelle audit access-log`.',
    session: 'required',
    querystring: Query,
    answers: { 200: { description: 'Entries', headers: linkHeader, ...json(AccessPage, example) } },
    problems: ['invalid-request', 'forbidden'],
  });
  app.get('/v1/audit/access-log', { schema }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    // Also who may not read it leaves an entry.
    request.noteRead([log.subject]);
    const { reader, sop } = await readingOf(request, log);
    if (!scopesGranted(sop, reader, 'exports', 'record').includes('all')) throw new Problem('forbidden');
    const { limit = usualPage, after } = request.query;
    const anchored = await readAccessAnchored(log.db);
    const page = await readAccessPage(log.db, { after: readNumericCursor(after) ?? 0, limit });
    return sendPage(request, reply, { anchored, ...page });
  });
};
