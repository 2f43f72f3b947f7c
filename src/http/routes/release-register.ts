import { Readable } from 'node:stream';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { csvOf } from '../../audit/report/table.js';
import { Nullable, words } from '../../custody/schema/described.js';
import { formatTime } from '../../log/index.js';
import type { OpenLog } from '../../store/open-log.js';
import { MaybeShown, MaybeUuid, Moment, Shown, Uuid } from '../../store/readers/fields.js';
import { readGiven } from '../../store/readers/given/read-given.js';
import { isGranted } from '../../store/readers/visibility.js';
import { ExportTurns } from '../exports/export-turns.js';
import { paperHeaders } from '../papers/paper-headers.js';
import { registerPage, registerTable, viewGiven } from '../papers/release-register.js';
import { languageOf } from '../problem/language.js';
import { Problem } from '../problem/problem.js';
import { readingOf } from '../reading.js';
import { describeOperation, json } from '../schemas/operation.js';

const Query = Type.Object(
  {
    format: Type.Optional(
      Type.Enum(
        ['json', 'csv', 'html'],
        words('As data, as a table, or as a page to print', 'En données, en tableau ou en page à imprimer'),
      ),
    ),
  },
  { additionalProperties: false },
);

const Row = Type.Object(
  {
    at: Moment('When it was given', 'Date de remise'),
    by: Type.Enum(
      ['HANDOVER', 'DOSSIER', 'COPY'],
      words('Handed over, in a dossier, or as a copy', 'Remise, dans un dossier, ou en copie'),
    ),
    given: Shown('The act of giving it: `<kind>/<UUID>`', 'Acte de remise : `<genre>/<UUID>`'),
    leaf: Type.Integer(words('Leaf of that act', 'Feuille de cet acte')),
    piece: Shown('Piece, `<kind>/<UUID>`', 'Pièce, `<genre>/<UUID>`'),
    copy: Nullable(
      Type.Object({
        as: Shown('A copy or a summary', 'Copie ou résumé'),
        copies: Type.Integer(words('How many copies', "Nombre d'exemplaires")),
        files: Type.Integer(words('Files copied; none: the record', 'Fichiers copiés ; aucun : la fiche')),
        cleaned: Nullable(
          Type.Integer(
            words(
              'Of these, photographs that went as cleaned copies, without the data of the camera; null: not said',
              "Dont photographies communiquées en copie sans les données de l'appareil ; null : non dit",
            ),
          ),
        ),
        leftOut: Nullable(
          Type.Integer(
            words(
              'Withheld members left out of the copy of the record; null: not said',
              'Éléments réservés omis de la copie de la fiche ; null : non dit',
            ),
          ),
        ),
      }),
      words(
        'What was copied of it; null: it was no copy, or not for the reader',
        'Ce qui en fut copié ; null : pas une copie, ou non communiqué',
      ),
    ),
    number: MaybeShown('Its number; null: not for the reader', 'Son numéro ; null : non communiqué'),
    unit: Uuid('Unit that has it', 'Unité qui la détient'),
    capacity: Shown('In which capacity', 'En quelle qualité'),
    nationalReferences: Type.Array(Type.String(), words('National references', 'Références nationales')),
    officer: Uuid('Who answers for giving it', 'Qui en répond'),
    release: Uuid('Release', 'Autorisation de remise'),
    releaseNumber: Shown('Its number', 'Son numéro'),
    request: MaybeUuid('Request of the authority', "Demande de l'autorité"),
    decision: Nullable(
      Type.Object({
        event: Shown('Act of decision', 'Acte de décision'),
        outcome: Shown('Decision', 'Décision'),
        by: Uuid('Who decided', 'Auteur de la décision'),
        role: Shown('In which role', 'En quel rôle'),
        at: Moment('When', 'Date'),
        conditions: Type.Array(Type.String(), words('Conditions', 'Conditions')),
      }),
      words('Under which decision', 'Décision'),
    ),
    outcome: Nullable(
      Type.Object({
        event: Shown('Act that reports it', 'Acte qui le rapporte'),
        stage: Shown('Stage', 'État de la procédure'),
        on: Shown('Day of it', 'Jour'),
        sentence: MaybeShown('Sentence', 'Peine'),
        inAbsentia: Nullable(Type.Boolean(words('In absentia?', 'Par défaut ?'))),
        knownFrom: Shown('From where it is known', "Origine de l'information"),
      }),
      words('What came of it, as known last; null: nothing was reported', 'Suites connues ; null : aucune'),
    ),
  },
  { title: 'GivenPiece', ...words('What one recipient was given', "Ce qu'un destinataire a reçu") },
);

const Answer = Type.Object(
  {
    at: Moment('As of when', 'État au'),
    rows: Type.Array(Row, words('In the order of the log', "Dans l'ordre du journal")),
  },
  {
    title: 'ReleaseRegister',
    ...words('What was given to whom, and what came of it', 'Ce qui fut remis à qui, et les suites données'),
  },
);

/** RQ-65: the register for the focal point: what was given to whom, when, under which decision, and what came of it. */
export const releaseRegisterRoutes: FastifyPluginAsyncTypebox<{ readonly log: OpenLog }> = async (
  app,
  { log },
) => {
  const turns = new ExportTurns();
  const schema = describeOperation({
    id: 'getReleaseRegister',
    tag: 'Releases',
    summary: 'What was given to whom, and what came of it',
    description:
      'Each piece that an authority was handed over, was given in a dossier that was delivered, or as a copy: when, to whom, under which decision of whom, and what is known to have come of it (E42, E44, E45). Of the releases whose record the reader may see. As JSON, as CSV, or as a page to print.',
    session: 'required',
    querystring: Query,
    answers: {
      200: {
        description: 'The register',
        content: {
          ...json(Answer).content,
          'text/csv': { schema: Type.String(words('A table', 'Un tableau')) },
          'text/html': { schema: Type.String(words('A page to be printed', 'Une page à imprimer')) },
        },
      },
    },
    problems: ['invalid-request', 'forbidden', 'too-many-requests'],
  });
  app.get('/v1/release-register', { schema }, async (request, reply) => {
    const reading = await readingOf(request, log);
    if (!isGranted(reading, 'releases', 'record')) throw new Problem('forbidden');
    const end = turns.take();
    try {
      const rows = (await readGiven(log.db, reading)).map(viewGiven);
      request.noteRead([...new Set(rows.flatMap(({ release, piece }) => [`release/${release}`, piece]))]);
      const { format = 'json' } = request.query;
      if (format === 'csv') {
        return await reply.type('text/csv; charset=utf-8').send(Readable.from(csvOf(registerTable(rows))));
      }
      const at = formatTime(log.now());
      if (format === 'json') return await reply.send({ at, rows });
      const language = languageOf(request);
      const { page, policy } = registerPage(rows, { origin: log.origin, at, language });
      return await reply.headers(paperHeaders(policy, language)).send(page);
    } finally {
      end();
    }
  });
};
