import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { evidenceNumber } from '../../custody/evidence/number.js';
import { words } from '../../custody/schema/described.js';
import { matchedKinds } from '../../custody/vocabulary/laboratory.js';
import { codesOf } from '../../custody/vocabulary/vocabulary.js';
import type { OpenLog } from '../../store/open-log.js';
import { MaybeShown, MaybeUuid, Shown, Uuid, Uuids } from '../../store/readers/fields.js';
import { readTraceMatches } from '../../store/readers/trace-match/read-trace-matches.js';
import {
  type MatchPosition,
  mostFoundShown,
  type TraceMatch,
} from '../../store/readers/trace-match/trace-match.js';
import { isGranted } from '../../store/readers/visibility.js';
import { Problem } from '../problem/problem.js';
import { readingOf } from '../reading.js';
import { describeOperation, json } from '../schemas/operation.js';
import { invalidCursor, linkHeader, Page, pageQuery, readCursor, usualPage } from '../schemas/page.js';
import { sendPage } from '../send-page.js';

const Kind = Type.Enum(codesOf(matchedKinds), words('Traces or marks', 'Traces ou marquages'));

const Query = Type.Object(
  {
    ...pageQuery,
    kind: Type.Optional(Kind),
    item: Type.Optional(Uuid('Of this item', 'De cette pièce')),
    incident: Type.Optional(Uuid('Of this incident', 'De cet incident')),
  },
  { additionalProperties: false },
);

const Compared = Type.Object({
  with: Uuids('The other items', 'Les autres pièces'),
  result: Shown('What two officers stated', 'Ce que deux officiers ont constaté'),
  examination: Uuid('In which examination', 'Dans quel examen'),
  event: Shown("The item's event", 'Événement de la pièce'),
});

const Found = Type.Object({
  item: Uuid('Item', 'Pièce'),
  number: Shown('Its number', 'Son numéro'),
  incident: Uuid('Its incident', 'Son incident'),
  reference: Shown(
    'Reference of the trace, or the mark as read',
    'Référence de la trace, ou marquage tel que lu',
  ),
  traceKind: MaybeShown('What the trace is; null of a mark', "Nature de la trace ; null d'un marquage"),
  place: MaybeShown('Where on the item', 'À quel endroit de la pièce'),
  examination: MaybeUuid(
    'Which examination found it; null: as registered',
    "Examen ; null : à l'enregistrement",
  ),
  examinationNumber: MaybeShown('Number of that request', 'Numéro de cette demande'),
  event: MaybeShown("The item's event of the result", 'Événement du résultat'),
  compared: Type.Array(Compared, words('What persons stated of it', 'Ce que des personnes en ont constaté')),
});

const Match = Type.Object(
  {
    kind: Kind,
    laboratory: MaybeUuid(
      'Laboratory whose reference it is; null of a mark',
      "Laboratoire ; null d'un marquage",
    ),
    incidents: Type.Integer(words('Incidents that bear it', 'Nombre d’incidents')),
    items: Type.Integer(words('Items that bear it', 'Nombre de pièces')),
    found: Type.Array(Found, words(`The first ${mostFoundShown} of them`, `Les ${mostFoundShown} premières`)),
  },
  {
    title: 'TraceMatch',
    ...words(
      'The same trace or mark on items of several incidents',
      'La même trace ou le même marquage sur des pièces de plusieurs incidents',
    ),
  },
);

const found = {
  item: '01788c72-3c00-761a-a189-320c4983dd5d',
  number: '0RS4-1K1D-TQB8-Z',
  incident: '01788c72-3c00-7d52-b6f4-8f1f0a4c9e11',
  reference: 'DEMO-TRACE-1',
  traceKind: 'FINGER_MARK',
  place: null,
  examination: '01788c72-3c00-7c1e-9a55-6f0d1be2a003',
  examinationNumber: 'DEMO-EXAMINATION-1',
  event: 'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA',
  compared: [],
};

const example = {
  items: [
    {
      kind: 'TRACE',
      laboratory: '01788c72-3c00-7b7a-8d11-2f6a1c9e5d22',
      incidents: 2,
      items: 2,
      found: [found, { ...found, incident: '01788c72-3c00-7d52-b6f4-8f1f0a4c9e12' }],
    },
  ],
  next: null,
};

/** V7: what is worth a comparison from case to case. It is found by equality of what is on record; what it is a person says. */
export const traceMatchRoutes: FastifyPluginAsyncTypebox<{ readonly log: OpenLog }> = async (
  app,
  { log },
) => {
  const schema = describeOperation({
    id: 'listTraceMatches',
    tag: 'Examinations',
    summary: 'The same trace or mark on items of different incidents',
    description:
      'Case-to-case comparison: traces under the same reference of one laboratory, and marks that read the same but for case, spaces and hyphens, on items of at least two incidents; with all items and with what examiner and reviewer stated of them, if anybody did. Compared is what the reader may see, of reports the newest version; what he may not see counts nowhere. Nothing here says that two traces are of one origin: two officers state that, or not, by `examination.traces-matched`.',
    session: 'required',
    querystring: Query,
    answers: {
      200: {
        description: 'What is worth a comparison',
        headers: linkHeader,
        ...json(
          Page(Match, 'TraceMatchPage', 'Traces and marks found again', 'Traces et marquages retrouvés'),
          example,
        ),
      },
    },
    problems: ['invalid-request', 'forbidden'],
  });
  app.get('/v1/trace-matches', { schema }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const reading = await readingOf(request, log);
    if (!isGranted(reading, 'examinations', 'record')) throw new Problem('forbidden');
    const { limit = usualPage, after, ...filters } = request.query;
    const wanted = { ...filters, after: positionIn(after), limit };
    const { items, next } = await readTraceMatches(log.db, reading, wanted);
    request.noteRead([...new Set(items.flatMap(subjectsOf))]);
    return sendPage(request, reply, { items: items.map(viewMatch), next: next?.join('-') ?? null });
  });
};

/** @throws Problem `invalid-request` where it is no cursor of this list */
function positionIn(after: string | undefined): MatchPosition {
  const cursor = readCursor(after);
  if (cursor === null) return [-1, -1];
  const [, leaf, position] = /^(\d{1,15})-(\d{1,9})$/.exec(cursor) ?? [];
  if (leaf === undefined || position === undefined) throw invalidCursor();
  return [Number(leaf), Number(position)];
}

function viewMatch({ found, ...match }: TraceMatch) {
  return { ...match, found: found.map(one => ({ ...one, number: evidenceNumber(one.item) })) };
}

function subjectsOf({ found }: TraceMatch): readonly string[] {
  return found.flatMap(({ item, examination }) => [
    `evidence/${item}`,
    ...(examination === null ? [] : [`examination/${examination}`]),
  ]);
}
