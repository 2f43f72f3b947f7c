import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { Nullable, words } from '../../custody/schema/described.js';
import { explainAll, explainCode } from '../explain/explanation.js';
import { explanationPage, explanationsPage } from '../explain/explanation-page.js';
import { languageOf } from '../problem/language.js';
import { Problem } from '../problem/problem.js';
import { describeOperation } from '../schemas/operation.js';

const ProblemExplanation = Type.Object(
  {
    kind: Type.Literal('problem', words('Of a problem document', "D'un document de problème")),
    code: Type.String(words('Code', 'Code')),
    status: Type.Integer(words('HTTP status', 'Statut HTTP')),
    title: Type.String(words('What it is', 'Ce que c’est')),
    detail: Type.String(words('What can be done about it', 'Ce qui peut y être fait')),
  },
  { title: 'ProblemExplanation', ...words('A kind of problem in words', 'Une sorte de problème, en clair') },
);

const RuleExplanation = Type.Object(
  {
    kind: Type.Literal('rule', words('Of a violation', "D'une violation")),
    code: Type.String(words('Code', 'Code')),
    gate: Nullable(Type.String(words('Gate behind the rule', 'Verrou derrière la règle'))),
    source: Type.String(words('Where the rule comes from', "D'où vient la règle")),
    message: Type.String(
      words('What is refused; {name} stands for a value', 'Ce qui est refusé ; {name} tient lieu de valeur'),
    ),
    missing: Type.String(words('What would have to be there', 'Ce qui devrait y être')),
    whoCanProvide: Type.Array(
      Type.Object({
        code: Type.String(words('Role or relation', 'Rôle ou relation')),
        name: Type.String(words('In words', 'En clair')),
      }),
      words('Who can provide it', 'Qui peut le fournir'),
    ),
  },
  { title: 'RuleExplanation', ...words('A rule in words', 'Une règle, en clair') },
);

const Explanation = Type.Union([ProblemExplanation, RuleExplanation]);
const Explanations = Type.Object(
  { items: Type.Array(Explanation, words('Problems, then rules', 'Problèmes, puis règles')) },
  { title: 'Explanations', ...words('Every code in words', 'Chaque code, en clair') },
);

const Html = Type.String(words('The same for people', 'La même chose pour les personnes'));

const CodeParameters = Type.Object(
  {
    code: Type.String({
      ...words('Code of a problem or a rule', "Code d'un problème ou d'une règle"),
      pattern: '^[a-z][a-z.-]{1,80}$',
      examples: ['signer.role-not-held'],
    }),
  },
  { additionalProperties: false },
);

/** Where the `type` of a problem document leads: every code in words, for programs and for browsers. */
export const problemRoutes: FastifyPluginAsyncTypebox = async app => {
  app.get(
    '/problems',
    {
      schema: describeOperation({
        id: 'listProblems',
        tag: 'Operations',
        summary: 'Every code in words',
        description:
          'Kinds of problems, and the rules behind violations with their sources. HTML for browsers.',
        session: 'none',
        answers: { 200: answered('Every code', Explanations) },
        problems: [],
      }),
    },
    async (request, reply) => {
      const language = languageOf(request);
      const all = explainAll(language);
      return answer(request, reply, { items: all }, () => explanationsPage(all, language));
    },
  );
  app.get(
    '/problems/:code',
    {
      schema: describeOperation({
        id: 'getProblem',
        tag: 'Operations',
        summary: 'One code in words',
        description: 'Where the `type` of a problem document leads. HTML for browsers.',
        session: 'none',
        params: CodeParameters,
        answers: { 200: answered('The code', Explanation) },
        problems: ['invalid-request', 'not-found'],
      }),
    },
    async (request, reply) => {
      const language = languageOf(request);
      const explanation = explainCode(request.params.code, language);
      if (explanation === undefined) throw new Problem('not-found');
      return answer(request, reply, explanation, () => explanationPage(explanation, language));
    },
  );
};

function answered(description: string, schema: Type.TSchema) {
  return {
    description,
    content: {
      'application/json': { schema },
      'text/html': { schema: Html, example: '<!DOCTYPE html>…' },
    },
  };
}

/** HTML where the reader names it, as browsers do; JSON for everybody else. */
function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  data: object,
  page: () => string,
): FastifyReply {
  reply.headers({
    'content-language': languageOf(request),
    'cache-control': 'public, max-age=3600',
    vary: 'Accept, Accept-Language',
  });
  const html = /\btext\/html\b/.test(request.headers.accept ?? '');
  return html ? reply.type('text/html; charset=utf-8').send(page()) : reply.send(data);
}
