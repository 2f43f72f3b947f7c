import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply } from 'fastify';
import Type from 'typebox';
import type { EvidenceState } from '../../custody/evidence/state.js';
import { isDemonstration } from '../../custody/log/demonstration.js';
import type { PackageState } from '../../custody/package/state.js';
import { Code, words } from '../../custody/schema/described.js';
import { blankSheets, formNames } from '../../dossier/paper/forms/blank-form.js';
import { sealSheets } from '../../dossier/paper/forms/seal-sheet.js';
import { itemLabel, type Label, packageLabel } from '../../dossier/paper/labels/label.js';
import { printSheets } from '../../dossier/paper/render/print-sheets.js';
import { formatTime, subjectKind } from '../../log/index.js';
import type { OpenLog } from '../../store/open-log.js';
import { readVisibleSubjects, type SubjectHead } from '../../store/readers/read-subjects.js';
import { readUnitCodes } from '../../store/readers/transfer/read-transfer-paper.js';
import { Problem } from '../problem/problem.js';
import { readingOf } from '../reading.js';
import { describeOperation } from '../schemas/operation.js';
import { IdParameters } from './resources.js';

const Pdf = { 'application/pdf': { schema: Type.String(words('A PDF', 'Un PDF')), example: '%PDF-1.7' } };

const Labelled = Type.Object(
  {
    subject: Type.Array(
      Type.String({
        pattern: '^(evidence|package)/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
      }),
      {
        minItems: 1,
        maxItems: 240,
        ...words('`evidence/<UUID>` or `package/<UUID>`', '`evidence/<UUID>` ou `package/<UUID>`'),
      },
    ),
  },
  { additionalProperties: false },
);

const FormParameters = Type.Object(
  { form: Code(formNames, 'Form', 'Formulaire') },
  { additionalProperties: false },
);

/** Labels, seal sheets and blank forms, to be printed (forms D3, D4, D5 and D7). */
export const printedPaperRoutes: FastifyPluginAsyncTypebox<{ readonly log: OpenLog }> = async (
  app,
  { log },
) => {
  const demonstration = isDemonstration(log.origin);
  app.get(
    '/v1/papers/labels',
    {
      schema: describeOperation({
        id: 'getLabels',
        tag: 'Papers',
        summary: 'Labels of items and packages, to be printed',
        description:
          'A PDF of labels of 70 by 37 mm, 24 on A4: code, number with its check character, description, quantity, seal. In French. All or none: a subject whose record the reader may not see is as if it did not exist.',
        session: 'required',
        querystring: Labelled,
        answers: { 200: { description: 'The labels', content: Pdf } },
        problems: ['invalid-request', 'not-found'],
      }),
    },
    async (request, reply) => {
      const subjects = [...new Set(request.query.subject)];
      const reading = await readingOf(request, log);
      request.noteRead(subjects);
      const heads = await readVisibleSubjects(log.db, reading, subjects, 'record');
      const found = new Map(heads.map(head => [head.subject, head]));
      const labels = subjects.map(subject => {
        const head = found.get(subject);
        if (head === undefined) throw new Problem('not-found');
        return labelOf(head);
      });
      return sendPdf(
        reply,
        await printSheets({ title: 'Étiquettes', date: formatTime(log.now()), demonstration, labels }),
      );
    },
  );
  app.get(
    '/v1/packages/:id/seal-sheet',
    {
      schema: describeOperation({
        id: 'getSealSheet',
        tag: 'Papers',
        summary: 'The seal sheet of a package, to be printed',
        description:
          'Form D3 from the register as a PDF, in French: the seal, its state, what it closes, the seals before it, and room for the checks to come.',
        session: 'required',
        params: IdParameters,
        answers: { 200: { description: 'The sheet', content: Pdf } },
        problems: ['invalid-request', 'not-found'],
      }),
    },
    async (request, reply) => {
      const reading = await readingOf(request, log);
      const { id } = request.params;
      const subject = `package/${id}`;
      request.noteRead([subject]);
      const [head] = await readVisibleSubjects(log.db, reading, [subject], 'record');
      if (head === undefined) throw new Problem('not-found');
      const state = head.state as PackageState;
      const inside = await readVisibleSubjects(log.db, reading, state.contents, 'record');
      request.noteRead([subject, ...inside.map(one => one.subject)]);
      const appliers = [state.seal, ...state.formerSeals].map(seal => seal.appliedBy);
      const sealed = {
        id,
        units: await readUnitCodes(log.db, appliers, []),
        state,
        contents: inside.map(one => one.state as EvidenceState),
        notShown: state.contents.length - inside.length,
      };
      return sendPdf(reply, await printSheets(sealSheets(sealed, formatTime(log.now()), demonstration)));
    },
  );
  app.get(
    '/v1/papers/forms/:form',
    {
      schema: describeOperation({
        id: 'getBlankForm',
        tag: 'Papers',
        summary: 'A form to be filled in by hand',
        description:
          'A PDF in French with English beside it, for where there is no power: seal sheet (D3), transfer manifest (D4), laboratory request (D5), record of handover (D7).',
        session: 'required',
        params: FormParameters,
        answers: { 200: { description: 'The form', content: Pdf } },
        problems: ['invalid-request'],
      }),
    },
    async (request, reply) => {
      await readingOf(request, log);
      const sheets = blankSheets(request.params.form, formatTime(log.now()), demonstration);
      return sendPdf(reply, await printSheets(sheets));
    },
  );
};

function labelOf({ subject, state }: SubjectHead): Label {
  const id = subject.slice(subject.indexOf('/') + 1);
  if (subjectKind(subject) === 'package') {
    const { number, seal, contents } = state as PackageState;
    return packageLabel({ id, number, seal: seal.number, contents: contents.length });
  }
  const { description, quantity, seal } = state as EvidenceState;
  return itemLabel({ id, description, quantity, seal: seal?.number ?? null });
}

function sendPdf(reply: FastifyReply, pdf: Buffer): FastifyReply {
  return reply.header('cache-control', 'no-store').type('application/pdf').send(pdf);
}
