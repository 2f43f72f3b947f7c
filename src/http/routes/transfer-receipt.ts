import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { words } from '../../custody/schema/described.js';
import type { Language } from '../../custody/text.js';
import { formatTime } from '../../log/index.js';
import type { OpenLog } from '../../store/open-log.js';
import { readVisibleSubjects } from '../../store/readers/read-subjects.js';
import { readTransferPaper, type TransferPaper } from '../../store/readers/transfer/read-transfer-paper.js';
import { lastLeafOf } from '../papers/last-leaf.js';
import { readPaperCheckpoint } from '../papers/paper-checkpoint.js';
import { paperHeaders } from '../papers/paper-headers.js';
import { transferPaperPage } from '../papers/transfer-paper.js';
import { languageOf } from '../problem/language.js';
import { Problem } from '../problem/problem.js';
import { readingOf } from '../reading.js';
import { describeOperation } from '../schemas/operation.js';
import { IdParameters } from './resources.js';

const Page = Type.String(words('A page to be printed', 'Une page à imprimer'));

/** The giver's receipt on paper (RQ-22): offered for every transfer, to whoever may see it. */
export const transferReceiptRoutes: FastifyPluginAsyncTypebox<{ readonly log: OpenLog }> = async (
  app,
  { log },
) => {
  app.get(
    '/v1/transfers/:id/receipt',
    {
      schema: describeOperation({
        id: 'getTransferReceipt',
        tag: 'Transfers',
        summary: 'The receipt of a transfer, to be printed and signed',
        description:
          'One HTML page for A4 that stands by itself: the items as handed over and as received, seals, reserves, discrepancies, conditions, everybody who signed by capacity, and the proof. Until the receiver has answered it is the manifest, and says so. In French or English by Accept-Language; the record of a handover is in French where no language is asked for.',
        session: 'required',
        params: IdParameters,
        answers: {
          200: {
            description: 'The page',
            content: { 'text/html': { schema: Page, example: '<!DOCTYPE html>…' } },
          },
        },
        problems: ['invalid-request', 'forbidden', 'not-found'],
      }),
    },
    async (request, reply) => {
      const reading = await readingOf(request, log);
      const { id } = request.params;
      const subject = `transfer/${id}`;
      request.noteRead([subject]);
      const [summary] = await readVisibleSubjects(log.db, reading, [subject], 'summary');
      if (summary === undefined) throw new Problem('not-found');
      const [readable] = await readVisibleSubjects(log.db, reading, [subject], 'events');
      // That it exists is known to the reader; that its record is not for him may be said.
      if (readable === undefined) throw new Problem('forbidden');
      const paper = await readTransferPaper(log.db, reading, id, log.now());
      request.noteRead([subject, ...subjectsOn(paper)]);
      const language = languageOfPaper(request, paper.transfer.kind);
      const checkpoint = await readPaperCheckpoint(log, lastLeafOf(paper));
      const printed = formatTime(log.now());
      const { page, policy } = await transferPaperPage(paper, {
        origin: log.origin,
        checkpoint,
        printed,
        language,
      });
      return reply.headers(paperHeaders(policy, language)).send(page);
    },
  );
};

/** What stands on the paper beside the transfer itself. */
function subjectsOn({ items, discrepancies, transfer: { release } }: TransferPaper): readonly string[] {
  return [
    ...items.map(({ id }) => `evidence/${id}`),
    ...[...discrepancies.keys()].map(id => `discrepancy/${id}`),
    ...(release === null ? [] : [`release/${release}`]),
  ];
}

/** RQ-69: what is handed to the national authority is in French unless somebody asks for English. */
function languageOfPaper(request: FastifyRequest, kind: string): Language {
  const asked = request.headers['accept-language'] !== undefined;
  return kind === 'HANDOVER' && !asked ? 'fr' : languageOf(request);
}
