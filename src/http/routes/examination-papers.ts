import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { Line, words } from '../../custody/schema/described.js';
import type { Language } from '../../custody/text.js';
import { formatTime } from '../../log/index.js';
import type { OpenLog } from '../../store/open-log.js';
import {
  type ExaminationPaper,
  readExaminationPaper,
} from '../../store/readers/examination/read-examination-paper.js';
import { readVisibleSubjects } from '../../store/readers/read-subjects.js';
import { examinationPaperPage, type ReportAct, reportAct } from '../papers/examination-paper.js';
import { lastLeafOf } from '../papers/last-leaf.js';
import { readPaperCheckpoint } from '../papers/paper-checkpoint.js';
import { paperHeaders } from '../papers/paper-headers.js';
import { languageOf } from '../problem/language.js';
import { Problem } from '../problem/problem.js';
import { readingOf } from '../reading.js';
import { describeOperation } from '../schemas/operation.js';
import { IdParameters } from './resources.js';

const Page = Type.String(words('A page to be printed', 'Une page à imprimer'));
const language = Type.Optional(Type.Enum(['fr', 'en'], words('Language of the page', 'Langue de la page')));
const answers = {
  200: {
    description: 'The page',
    content: { 'text/html': { schema: Page, example: '<!DOCTYPE html>…' } },
  },
} as const;
const problems = ['invalid-request', 'forbidden', 'not-found'] as const;

/** What a laboratory prints: the receipt for whoever brought items (RQ-22), and its report in every version (D5). */
export const examinationPaperRoutes: FastifyPluginAsyncTypebox<{ readonly log: OpenLog }> = async (
  app,
  { log },
) => {
  app.get(
    '/v1/examinations/:id/receipt',
    {
      schema: describeOperation({
        id: 'getExaminationReceipt',
        tag: 'Examinations',
        summary: 'What the laboratory received, to be printed',
        description:
          'One HTML page for A4 that stands by itself: the request, the items as reception found them, who signed in what capacity, and the proof. In French unless English is asked for.',
        session: 'required',
        params: IdParameters,
        querystring: Type.Object({ lang: language }, { additionalProperties: false }),
        answers,
        problems: [...problems],
      }),
    },
    async (request, reply) => {
      const paper = await readable(request, request.params.id, log);
      return send(request, reply, log, { paper, report: null, asked: request.query.lang });
    },
  );
  app.get(
    '/v1/examinations/:id/report',
    {
      schema: describeOperation({
        id: 'getExaminationReport',
        tag: 'Examinations',
        summary: 'The report of a laboratory, to be printed',
        description:
          'One HTML page for A4 that stands by itself: request, reception, methods, findings and opinion apart, limits, seals, who examined and who reviewed. The newest version, or the one asked for: every former one stays. In French unless English is asked for.',
        session: 'required',
        params: IdParameters,
        querystring: Type.Object(
          {
            lang: language,
            report: Type.Optional(Line('Number of the report', 'Numéro du rapport', 60)),
            version: Type.Optional(
              Type.Integer({ ...words('Version', 'Version'), minimum: 1, maximum: 1000 }),
            ),
          },
          { additionalProperties: false },
        ),
        answers,
        problems: [...problems],
      }),
    },
    async (request, reply) => {
      const paper = await readable(request, request.params.id, log);
      const { report: number, version, lang } = request.query;
      const report = reportAct(paper, {
        ...(number === undefined ? {} : { report: number }),
        ...(version === undefined ? {} : { version }),
      });
      if (report === undefined) throw new Problem('not-found');
      return send(request, reply, log, { paper, report, asked: lang });
    },
  );
};

/** @throws Problem `not-found` for who may not know of it, `forbidden` for who may not read its record */
async function readable(request: FastifyRequest, id: string, log: OpenLog): Promise<ExaminationPaper> {
  const reading = await readingOf(request, log);
  const subject = `examination/${id}`;
  request.noteRead([subject]);
  const [summary] = await readVisibleSubjects(log.db, reading, [subject], 'summary');
  if (summary === undefined) throw new Problem('not-found');
  const [record] = await readVisibleSubjects(log.db, reading, [subject], 'events');
  if (record === undefined) throw new Problem('forbidden');
  const disclosable = await readVisibleSubjects(log.db, reading, [subject], 'withheld-events');
  const paper = await readExaminationPaper(log.db, id, { withheld: disclosable.length > 0 });
  request.noteRead([subject, ...Object.keys(paper.examination.items).map(item => `evidence/${item}`)]);
  return paper;
}

interface Asked {
  readonly paper: ExaminationPaper;
  readonly report: ReportAct;
  readonly asked: Language | undefined;
}

async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  log: OpenLog,
  { paper, report, asked }: Asked,
): Promise<FastifyReply> {
  const spoken = request.headers['accept-language'] === undefined ? 'fr' : languageOf(request);
  const inLanguage = asked ?? spoken;
  const { page, policy } = examinationPaperPage(paper, report, {
    origin: log.origin,
    checkpoint: await readPaperCheckpoint(log, lastLeafOf(paper)),
    printed: formatTime(log.now()),
    language: inLanguage,
  });
  return reply.headers(paperHeaders(policy, inLanguage)).send(page);
}
