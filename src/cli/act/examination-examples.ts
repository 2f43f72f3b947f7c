import type { JsonObject } from '../../log/index.js';
import { exampleId, secondExampleId } from '../example-help.js';
import type { ExampleValues } from './example-form.js';

const prints = { code: 'PRINTS_POWDER', text: null };

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
    'examination.result-issued': { items: [resultOfItem(today)] },
    'examination.result-amended': { set: { version: '2' }, items: [resultOfItem(today)] },
  };
}
