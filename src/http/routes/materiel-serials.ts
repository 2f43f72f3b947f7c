import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { serialRule } from '../../analysis/materiel/rules.js';
import {
  type SerialCandidates,
  serialCandidates,
  serialDoubts,
} from '../../analysis/materiel/serial-candidates.js';
import { Flag, words } from '../../custody/schema/described.js';
import { codesOf } from '../../custody/vocabulary/vocabulary.js';
import type { OpenLog } from '../../store/open-log.js';
import { Shown } from '../../store/readers/fields.js';
import { readMaterielVersions } from '../../store/readers/materiel/read-versions.js';
import { whereNumbered } from '../../store/readers/materiel/wanted-records.js';
import { registerReadingOf } from '../materiel-reading.js';
import { languageOf } from '../problem/language.js';
import { Known, knownAtMember, MaterielRecord, viewRecord } from '../schemas/materiel.js';
import { describeOperation, json } from '../schemas/operation.js';

const Query = Type.Object({ ...knownAtMember }, { additionalProperties: false });

const Candidates = Type.Object({
  key: Shown('Number as it is compared', 'Numéro tel que comparé'),
  exact: Flag('Do they read the same?', 'Se lisent-ils de même ?'),
  doubts: Type.Array(
    Type.Object({
      code: Type.Enum(codesOf(serialDoubts), words('Doubt', 'Doute')),
      words: Shown('In words', 'En clair'),
    }),
    words('Why they may yet not be one object', "Pourquoi il peut ne pas s'agir d'un seul objet"),
  ),
  records: Type.Array(MaterielRecord, words('First in time first', 'Du plus ancien au plus récent')),
});

const Answer = Type.Object(Known({ rows: Type.Array(Candidates, words('Candidates', 'Candidats')) }), {
  title: 'SerialCandidates',
  ...words('Numbers that may be one', 'Numéros qui peuvent n’en être qu’un'),
});

/** The same weapon seen twice: what is worth a comparison, and never stated as the same. */
export const materielSerialRoutes: FastifyPluginAsyncTypebox<{ readonly log: OpenLog }> = async (
  app,
  { log },
) => {
  const schema = describeOperation({
    id: 'listSerialCandidates',
    tag: 'Analysis',
    summary: 'Serial numbers that several items may share',
    description:
      'Numbers that were read whole, compared without case, punctuation and zeros in front, O as 0, I and L as 1; each group with the doubts that are to be cleared by whoever compares: other models, two objects of one incident, a number that may be one of a part. Nothing here says that two objects are one.',
    session: 'required',
    querystring: Query,
    answers: { 200: { description: 'Candidates', ...json(Answer) } },
    problems: ['invalid-request', 'forbidden'],
  });
  app.get('/v1/analysis/materiel/serial-numbers', { schema }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const language = languageOf(request);
    const { reading, leaf, known } = await registerReadingOf(request, log, request.query.knownAt);
    const versions = await readMaterielVersions(log.db, { leaf, reading, where: whereNumbered });
    const rows = serialCandidates(versions);
    request.noteRead([
      ...new Set(rows.flatMap(({ records }) => records.map(({ item }) => `evidence/${item}`))),
    ]);
    const view = ({ key, exact, doubts, records }: SerialCandidates) => ({
      key,
      exact,
      doubts: doubts.map(code => ({ code, words: serialDoubts[code][language] })),
      records: records.map(viewRecord),
    });
    return reply.send({ ...known, rule: serialRule[language], rows: rows.map(view) });
  });
};
