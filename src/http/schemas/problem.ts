import Type from 'typebox';
import { gateIds } from '../../custody/gates.js';
import { roleCodes } from '../../custody/roles.js';
import { Nullable, words } from '../../custody/schema/described.js';
import { type ProblemCode, problemKinds } from '../problem/problem.js';
import { problemDocument } from '../problem/send-problem.js';

const codes = Object.keys(problemKinds) as ProblemCode[];

/** One rule that says no: data for a program, words for a person. */
export const ViolationSchema = Type.Object(
  {
    gate: Nullable(Type.Enum([...gateIds], words('Gate behind the rule', 'Verrou derrière la règle'))),
    rule: Type.String(words('Code of the rule', 'Code de la règle')),
    event: Type.Integer(words('Position in the batch, from 0', 'Rang dans le lot, à partir de 0')),
    pointer: Type.String(words('JSON pointer into the payload', "Pointeur JSON dans le contenu de l'acte")),
    message: Type.String(words('What was refused and why', 'Ce qui est refusé et pourquoi')),
    missing: Type.String(words('What would have to be there', 'Ce qui devrait y être')),
    whoCanProvide: Type.Array(
      Type.String(words(`A role (${roleCodes.join(', ')}) or a relation`, 'Un rôle ou une relation')),
      words('Who can provide it', 'Qui peut le fournir'),
    ),
  },
  { title: 'Violation', ...words('A rule that says no', "Une règle qui s'oppose") },
);

const BatchFaultSchema = Type.Object(
  {
    event: Type.Integer(words('Position in the batch, from 0', 'Rang dans le lot, à partir de 0')),
    check: Type.String(words('Check of the log format that failed', 'Contrôle du format qui a échoué')),
    message: Type.String(words('In words', 'En clair')),
    found: Type.String(
      words('Exactly what was expected and found', 'Exactement ce qui était attendu et trouvé'),
    ),
  },
  { title: 'BatchFault', ...words('Bytes that do not follow the log format', 'Octets hors format') },
);

const RequestFaultSchema = Type.Object(
  {
    in: Type.String(words('body, querystring, params or headers', 'body, querystring, params ou headers')),
    pointer: Type.String(words('JSON pointer', 'Pointeur JSON')),
    message: Type.String(words('What was expected', 'Ce qui était attendu')),
  },
  { title: 'RequestFault', ...words('A request that does not follow its schema', 'Requête hors schéma') },
);

const StaleSchema = Type.Object(
  {
    event: Type.Integer(words('Position in the batch, from 0', 'Rang dans le lot, à partir de 0')),
    subject: Type.String(words('Subject that has moved on', 'Sujet qui a avancé')),
    seq: Type.Integer(words('Position that was signed', 'Rang signé')),
    head: Nullable(
      Type.Object({
        subject: Type.String(words('Subject', 'Sujet')),
        seq: Type.Integer(words('Its last position', 'Son dernier rang')),
        eventId: Nullable(Type.String(words('Its last event', 'Son dernier acte'))),
      }),
      words(
        'Where it stands now; null for who may not know',
        'Où il en est ; null pour qui ne peut le savoir',
      ),
    ),
  },
  { title: 'Stale', ...words('An act that came too late', 'Un acte arrivé trop tard') },
);

/** RFC 9457, with what each kind of problem adds. */
const ProblemSchema = Type.Object(
  {
    type: Type.String({
      ...words('Where the kind of problem is explained', 'Où ce problème est expliqué'),
      format: 'uri-reference',
    }),
    title: Type.String(words('In words, in the language asked for', 'En clair, dans la langue demandée')),
    status: Type.Integer(words('HTTP status', 'Statut HTTP')),
    detail: Type.String(words('What can be done about it', 'Ce qui peut y être fait')),
    code: Type.Enum(codes, words('Code of the problem', 'Code du problème')),
    requestId: Type.String(
      words('Under which the operator finds it', "Sous lequel l'exploitant le retrouve"),
    ),
    violations: Type.Optional(Type.Array(ViolationSchema, words('With refused', 'Avec refused'))),
    faults: Type.Optional(
      Type.Array(
        Type.Union([BatchFaultSchema, RequestFaultSchema]),
        words('With malformed and invalid-request', 'Avec malformed et invalid-request'),
      ),
    ),
    stale: Type.Optional(StaleSchema),
    reason: Type.Optional(Type.String(words('With unavailable: why', 'Avec unavailable : pourquoi'))),
    signed: Type.Optional(
      Type.Integer(
        words(
          'With old-backup-restored: leaves under the last signed checkpoint',
          'Avec old-backup-restored : feuilles sous le dernier point de contrôle signé',
        ),
      ),
    ),
    stored: Type.Optional(
      Type.Integer(
        words(
          'With old-backup-restored: leaves in the database',
          'Avec old-backup-restored : feuilles dans la base',
        ),
      ),
    ),
  },
  { title: 'Problem', ...words('Problem document (RFC 9457)', 'Document de problème (RFC 9457)') },
);

const examples: Partial<Record<ProblemCode, Readonly<Record<string, unknown>>>> = {
  malformed: {
    faults: [
      {
        event: 0,
        check: 'jws',
        message: 'The statement is not a well-formed, well-signed JWS.',
        found: 'expected three parts',
      },
    ],
  },
  'invalid-request': { faults: [{ in: 'body', pointer: '', message: 'the member events is missing' }] },
  stale: {
    stale: {
      event: 0,
      subject: 'evidence/0192f3a0-0000-7000-8000-000000000001',
      seq: 4,
      head: {
        subject: 'evidence/0192f3a0-0000-7000-8000-000000000001',
        seq: 4,
        eventId: 'bq3VQx5p0s8l9WnEBK1mF2hXyTzc7uJgRd4aOeN6kLI',
      },
    },
  },
  refused: {
    violations: [
      {
        gate: 'GATE-12',
        rule: 'time.in-future',
        event: 0,
        pointer: '/body/occurred/at',
        message: 'The act is said to have happened at 2021-04-03T09:00:00Z, after it was received.',
        missing: 'A time that has passed.',
        whoCanProvide: ['AUTHOR'],
      },
    ],
  },
  unavailable: { reason: 'database' },
};

/** What a route may answer instead of its result: one entry per status, with an example per code. */
export function problemResponses(...used: readonly ProblemCode[]): Record<number, unknown> {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of [...used, 'too-many-requests', 'fault', 'unavailable'] as const) {
    const { status } = problemKinds[code];
    byStatus.set(status, [...new Set([...(byStatus.get(status) ?? []), code])]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, own]) => [
      status,
      {
        description: own.map(code => problemKinds[code].title.en).join('; '),
        content: {
          'application/problem+json': {
            schema: ProblemSchema,
            examples: Object.fromEntries(own.map(code => [code, { value: exampleOf(code) }])),
          },
        },
      },
    ]),
  );
}

function exampleOf(code: ProblemCode) {
  return problemDocument(code, 'en', { requestId: 'req-1', ...examples[code] });
}
