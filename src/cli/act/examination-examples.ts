import type { JsonObject } from '../../log/index.js';
import { exampleId, secondExampleId } from '../example-help.js';
import type { ExampleValues } from './example-form.js';

const prints = { code: 'PRINTS_POWDER', text: null };

/** A print lift: another kind of item than what it is of. */
const lift: JsonObject = {
  subject: 'evidence/01a00000-0000-7000-8000-000000000004',
  how: { code: 'LIFT', text: null },
  category: { code: 'PRINT_OR_CAST', text: null },
  subCategory: { code: 'PRINT_LIFT', text: null },
  quantity: { amount: '1' },
  withoutPhotograph: 'DEMO: no camera',
};

/** One examination that found nothing: a result like any other. */
function resultOfItem(today: string): JsonObject {
  return {
    exams: [
      {
        ...{
          type: prints,
          destructive: false,
          performedOn: today,
          method: 'DEMO-METHOD-1',
          instrument: null,
        },
        ...{ limits: 'DEMO: one side alone', result: 'NOTHING_FOUND' },
        finding: { en: 'DEMO: no mark', fr: 'DEMO : aucune trace' },
        ...{ opinion: null, comparedWith: [], traces: [], files: [] },
      },
    ],
    seals: { note: 'DEMO: it came under no seal' },
  };
}

/**
 * Values for the acts of a laboratory, as a team exploits in the field.
 * @param due a day that lies ahead, `YYYY-MM-DD`
 */
export function examinationExamples(today: string, due: string): Readonly<Record<string, ExampleValues>> {
  return {
    'examination.requested': {
      set: { due },
      items: [{ exams: [{ type: prints, destructive: false }] }],
    },
    'examination.accepted': { items: [{ quantity: { amount: '1', unit: 'PIECE' } }] },
    'examination.assigned': { set: { due, examiner: exampleId, reviewer: secondExampleId } },
    'examination.destruction-approved': { items: [{ exam: prints }], role: 'CASE' },
    'examination.lead-recorded': { items: [{ trace: 'DEMO' }], role: 'LABX' },
    'examination.traces-matched': {
      items: [secondExampleId, exampleId].map((other, position) => ({
        subject: `evidence/${position === 0 ? exampleId : secondExampleId}`,
        ...{ kind: 'TRACE', reference: 'DEMO', with: [other] },
      })),
    },
    'evidence.sampled': { items: [lift] },
    'evidence.consumed': {
      set: {
        'exam.code': 'PRINTS_POWDER',
        amount: '1',
        remainder: '0',
        nothingLeft: 'yes',
        withoutResidue: 'DEMO: nothing is left',
      },
    },
    'examination.result-issued': { items: [resultOfItem(today)] },
    'examination.result-amended': { set: { version: '2' }, items: [resultOfItem(today)] },
  };
}
