import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { explain, type Violation } from '../../custody/violation.js';
import { base64Text } from '../../log/index.js';
import { type DossierOrder, findDossier, findDossierAnswer } from '../../store/dossiers/order.js';
import type { OpenLog } from '../../store/open-log.js';
import { readSignedCheckpoint } from '../../store/read-signed-checkpoint.js';
import { scopesGranted } from '../../store/readers/matrix.js';
import { readVisibleSubjects } from '../../store/readers/read-subjects.js';
import type { Reading } from '../../store/readers/visibility.js';
import { buildDossier, DossierOvertaken } from '../dossiers/build-dossier.js';
import { judgeDossier, judgeNumber, stateDossier } from '../dossiers/state-dossier.js';
import { nameOfDossier, streamDossier } from '../dossiers/stream-dossier.js';
import { linesOfJson, type TellProgress, tellBuilding, wantsLines } from '../dossiers/tell-building.js';
import { cosignedBy } from '../exports/await-quorum.js';
import { ExportTurns } from '../exports/export-turns.js';
import { usualReaderPace } from '../exports/reader-pace.js';
import { bagHeaders, sendBag } from '../exports/send-bag.js';
import { type StampCheckpoint, stampedAs } from '../exports/stamp-order.js';
import { languageOf } from '../problem/language.js';
import { Problem, type ProblemCode } from '../problem/problem.js';
import { readingOf } from '../reading.js';
import { DossierOrderSchema, DossierRequestSchema, dossierOrderExample } from '../schemas/dossier.js';
import { describeOperation, json } from '../schemas/operation.js';
import { IdParameters } from './resources.js';

interface Parts {
  readonly log: OpenLog;
  /** Time-stamps what is built; null: no authority is configured. */
  readonly stamp: StampCheckpoint | null;
}

/** Dossiers for prosecutors (E41): built and frozen, answered for by an officer's signed event, and only then fetched. */
export const dossierRoutes: FastifyPluginAsyncTypebox<Parts> = async (app, parts) => {
  const turns = new ExportTurns();
  await app.register(buildRoute, { ...parts, turns });
  await app.register(fetchRoute, { ...parts, turns });
};

type PartsWithTurns = Parts & { readonly turns: ExportTurns };

const buildRoute: FastifyPluginAsyncTypebox<PartsWithTurns> = async (app, { log, stamp, turns }) => {
  const schema = describeOperation({
    id: 'buildDossier',
    tag: 'Dossiers',
    summary: 'Build the dossier of a release',
    description: [
      'Holds exactly what the release grants, whole: the history of each piece with its files, the log, and every officer who signed something inside; of other subjects single events, and of other releases nothing. What is withheld stays out and is listed. Built at the last checkpoint with its cosignatures, for which it waits up to 15 seconds where the log has witnesses, and time-stamped where the service has an authority (RFC 3161).',
      'Nothing leaves yet: an officer signs `dossier.built` on `subject`, stating what this answer says, and sends it by `POST /v1/events`; then `GET /v1/dossiers/{id}/bag` streams the ZIP. Whether the release covers it is judged before it is built, after, when the event is appended, and each time it is fetched.',
      'Of the same release a dossier is a new version of the one it follows; of a later release for the same recipient and proceedings, a supplement.',
    ].join('\n\n'),
    session: 'required',
    body: DossierRequestSchema,
    answers: {
      200: {
        description:
          'Where `Accept` names application/x-ndjson: lines of JSON while it is built, `{"done", "total"}` of pictures and volumes, empty lines in between, and at the end `{"dossier"}` with what 201 answers, or `{"problem"}` (RFC 9457). A large dossier is printed for minutes: a connection on which nothing passes may be cut off',
        content: { [linesOfJson]: { schema: Type.String() } },
      },
      201: { description: 'The dossier', ...json(DossierOrderSchema, dossierOrderExample) },
    },
    problems: [
      'invalid-request',
      'forbidden',
      'not-found',
      'refused',
      'stale',
      'dossier-unprinted',
      'too-large',
      'media-type',
      'too-many-requests',
    ],
  });
  app.post('/v1/dossiers', { schema }, async (request, reply) => {
    const reading = await readingOf(request, log);
    if (!mayHave(reading) || !mayBuild(reading)) throw new Problem('forbidden');
    const { release, contents, languages = ['fr', 'en'], follows = null, number = null } = request.body;
    request.noteRead([`release/${release}`]);
    const stated = await stateDossier(log, { release, contents, languages, follows, number });
    if (stated === undefined) throw new Problem('not-found');
    const named = [`release/${release}`, ...stated.pieces];
    const visible = await readVisibleSubjects(log.db, reading, named, 'record');
    if (visible.length < named.length) throw new Problem('not-found');
    const violations = [...(await judgeDossier(log, stated)), ...(await judgeNumber(log, stated))];
    if (violations.length > 0) throw told('refused', violations, request);
    const noted = (id: string) => [`dossier/${id}`, ...named];
    const byLines = wantsLines(request);
    if (byLines) await request.logRead(named);
    const end = turns.take();
    const make = async (tell: TellProgress) => {
      try {
        const failed = (error: unknown) =>
          request.log.error(error, 'a dossier is built without a time-stamp');
        const order = await buildDossier(
          log,
          reading.reader.officer,
          stated,
          { stamp, failed },
          {
            signal: whenGone(reply),
            onProgress: tell,
          },
        );
        return await viewDossier(order, log, stamp !== null);
      } catch (error) {
        throw whyNotBuilt(error, request);
      } finally {
        end();
      }
    };
    if (byLines)
      return tellBuilding(request, reply, async tell => {
        const made = await make(tell);
        await request.logRead(noted(made.id));
        return made;
      });
    const made = await make(() => {});
    request.noteRead(noted(made.id));
    return reply.status(201).header('location', `/v1/dossiers/${made.id}/bag`).send(made);
  });
};

/** Aborts where nobody waits for the answer any more. */
function whenGone({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController();
  raw.once('close', () => gone.abort(new Error('nobody waits for the dossier any more')));
  return gone.signal;
}

function whyNotBuilt(error: unknown, request: FastifyRequest): unknown {
  if (error instanceof DossierOvertaken) return told('refused', error.violations, request);
  if (error instanceof Problem && error.code === 'dossier-unprinted') request.log.error(error.cause);
  return error;
}

const fetchRoute: FastifyPluginAsyncTypebox<PartsWithTurns> = async (app, { log, turns }) => {
  const operation = {
    tag: 'Dossiers',
    session: 'required',
    params: IdParameters,
    problems: [
      'invalid-request',
      'not-found',
      'dossier-unanswered',
      'dossier-differs',
      'dossier-halted',
      'dossier-outdated',
      'too-many-requests',
    ],
  } as const;
  // Before GET: else Fastify answers HEAD by making the whole dossier.
  app.head(
    '/v1/dossiers/:id/bag',
    {
      schema: describeOperation({
        ...operation,
        id: 'headDossierBag',
        summary: 'May a dossier be fetched?',
        description: 'As GET, without the bytes.',
        answers: { 200: { description: 'It may' } },
      }),
    },
    async (request, reply) => {
      const order = await requireAnswered(request, log, request.params.id);
      return reply
        .type('application/zip')
        .headers(bagHeaders(nameOfDossier(order), order.account.counts.bytes))
        .send();
    },
  );
  app.get(
    '/v1/dossiers/:id/bag',
    {
      exposeHeadRoute: false,
      schema: describeOperation({
        ...operation,
        id: 'getDossierBag',
        summary: 'Fetch a dossier that an officer answered for',
        description: `A BagIt bag (RFC 8493) as a ZIP, made while it is sent, and the same bytes each time; the header payload-bytes tells the bytes of all its files. A ZIP that ends before its directory is not the dossier. Two are sent at a time; one more is answered 429. Whoever takes less than ${usualReaderPace.leastBytes / 1024} KiB in ${usualReaderPace.lookMs / 1000} seconds while more is waiting is cut off, and fetches it again.`,
        answers: {
          200: {
            description: 'The ZIP',
            content: {
              'application/zip': { schema: Type.String({ contentMediaType: 'application/zip' }) },
            },
          },
        },
      }),
    },
    async (request, reply) => {
      const order = await requireAnswered(request, log, request.params.id);
      return sendBag(request, reply, {
        name: nameOfDossier(order),
        bytes: order.account.counts.bytes,
        turns,
        broken: 'a dossier was not sent to its end',
        begin: () => streamDossier(log, order),
      });
    },
  );
};

/** What leaves in a dossier is a whole: it is for who may read every dossier. */
function mayHave({ reader, sop }: Reading): boolean {
  return scopesGranted(sop, reader, 'dossiers', 'record').includes('all');
}

/** Who cannot answer for a dossier builds none. */
function mayBuild({ reader, sop }: Reading): boolean {
  const signers = sop.acts['dossier.built']?.signers ?? [];
  return reader.roles.some(role => signers.includes(role));
}

function told(code: ProblemCode, violations: readonly Violation[], request: FastifyRequest): Problem {
  const language = languageOf(request);
  return new Problem(code, {
    violations: violations.map(violation => explain({ ...violation, event: 0 }, language)),
  });
}

/**
 * The dossier, where the reader may have it, an officer has answered for exactly this one, and its release still covers
 * it.
 * @throws Problem `not-found`, `dossier-unanswered`, `dossier-differs`, `dossier-halted`
 */
async function requireAnswered(request: FastifyRequest, log: OpenLog, id: string): Promise<DossierOrder> {
  request.noteRead([`dossier/${id}`]);
  const reading = await readingOf(request, log);
  const order = await findDossier(log.db, id);
  // Who has no grant is not told which dossiers there are.
  if (order === undefined || !mayHave(reading)) throw new Problem('not-found');
  const answer = await findDossierAnswer(log.db, order);
  if (answer === 'none') throw new Problem('dossier-unanswered');
  if (answer === 'another') throw new Problem('dossier-differs');
  request.noteRead([`dossier/${id}`, `release/${order.request.release}`, ...order.request.pieces]);
  const violations = await judgeDossier(log, { ...order.request, size: order.size });
  if (violations.length > 0) throw told('dossier-halted', violations, request);
  return order;
}

async function viewDossier(order: DossierOrder, log: OpenLog, hasAuthority: boolean) {
  const { id, size, token, hash, piecesHash, account, missing } = order;
  const { layout: _layout, ...request } = order.request;
  const { root } = readSignedCheckpoint(order.note, log.origin);
  return {
    id,
    subject: `dossier/${id}`,
    ...request,
    size,
    root: base64Text(root),
    hash,
    piecesHash,
    redactions: account.redactions,
    counts: { ...account.counts, filesMissing: missing.length },
    missing,
    cosigned: await cosignedBy(log, order),
    stamped: stampedAs(token, hasAuthority),
  };
}
