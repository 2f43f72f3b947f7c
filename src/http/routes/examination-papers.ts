import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { EvidenceState } from '../../custody/evidence/state.js';
import { Line, words } from '../../custody/schema/described.js';
import type { Language } from '../../custody/text.js';
import { formatTime } from '../../log/index.js';
import type { OpenLog } from '../../store/open-log.js';
import {
  type ExaminationPaper,
  readExaminationPaper,
} from '../../store/readers/examination/read-examination-paper.js';
import { readVisibleSubjects } from '../../store/readers/read-subjects.js';
import { examinationPage, type PaperOfExamination } from '../papers/examination-page.js';
import { laboratoryPaper, reportAct } from '../papers/examination-paper.js';
import { type ItemInRegister, requestPaper } from '../papers/examination-request.js';
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

/**
 * What is printed of an examination: the request that goes with the items (D5), the receipt of the laboratory for whoever
 * brought them (RQ-22), and its report in every version (D5).
 */
export const examinationPaperRoutes: FastifyPluginAsyncTypebox<{ readonly log: OpenLog }> = async (
  app,
  { log },
) => {
  app.get(
    '/v1/examinations/:id/request',
    {
      schema: describeOperation({
        id: 'getExaminationRequest',
        tag: 'Examinations',
        summary: 'The request to the laboratory, filled in, to be printed',
        description:
          'Form D5 as one HTML page for A4 that stands by itself: who asks whom and by when; for each item the question, the examinations in their order with what they do to it, prior examinations, hazard, certificates, and whether what alters it was approved; room for what the laboratory writes at reception; the proof. In French unless English is asked for.',
        session: 'required',
        params: IdParameters,
        querystring: Type.Object({ lang: language }, { additionalProperties: false }),
        answers,
        problems: [...problems],
      }),
    },
    async (request, reply) => {
      const paper = await readable(request, request.params.id, log);
      const register = await itemsInRegister(request, paper, log);
      return send(request, reply, log, {
        paper,
        content: requestPaper(paper, register),
        asked: request.query.lang,
      });
    },
  );
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
      return send(request, reply, log, {
        paper,
        content: laboratoryPaper(paper, null),
        asked: request.query.lang,
      });
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
      return send(request, reply, log, { paper, content: laboratoryPaper(paper, report), asked: lang });
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

/** Items of the examination, by UUID, whose record the reader may see. */
async function itemsInRegister(
  request: FastifyRequest,
  { examination }: ExaminationPaper,
  log: OpenLog,
): Promise<ReadonlyMap<string, ItemInRegister>> {
  const subjects = Object.keys(examination.items).map(item => `evidence/${item}`);
  const heads = await readVisibleSubjects(log.db, await readingOf(request, log), subjects, 'record');
  return new Map(
    heads.map(({ subject, state }) => [subject.slice('evidence/'.length), state as EvidenceState]),
  );
}

interface Asked {
  readonly paper: ExaminationPaper;
  readonly content: PaperOfExamination;
  readonly asked: Language | undefined;
}

async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  log: OpenLog,
  { paper, content, asked }: Asked,
): Promise<FastifyReply> {
  const spoken = request.headers['accept-language'] === undefined ? 'fr' : languageOf(request);
  const inLanguage = asked ?? spoken;
  const { page, policy } = await examinationPage(paper, content, {
    origin: log.origin,
    checkpoint: await readPaperCheckpoint(log, lastLeafOf(paper)),
    printed: formatTime(log.now()),
    language: inLanguage,
  });
  return reply.headers(paperHeaders(policy, inLanguage)).send(page);
}
