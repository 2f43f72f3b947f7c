import type { JsonObject } from '../../../log/index.js';
import { coded, interpretationOf, marksAsRead } from './demo-item.js';

/** What the laboratory of the demonstration finds. All of it is invented; that it proves nothing is the point. */
export const trace = 'DEMO-TRACE-1';

/** D5: one examination; method, limits, finding and opinion are of nobody. */
function examMade(
  code: string,
  day: string,
  result: string,
  [en, fr]: readonly [en: string, fr: string],
  more: JsonObject = {},
): JsonObject {
  return {
    type: coded(code),
    destructive: false,
    performedOn: day,
    method: 'DEMO-METHOD',
    instrument: null,
    limits: 'DEMO: one side of the object alone; small surface',
    result,
    finding: { en, fr },
    opinion: null,
    comparedWith: [],
    traces: [],
    files: [],
    ...more,
  };
}

/** Of the remains of the vehicle: one finger mark, and a number that could not be brought back. */
export function resultOfRemains(day: string, result: string): JsonObject {
  return {
    exams: [
      examMade(
        'PRINTS_CYANOACRYLATE',
        day,
        result,
        ['DEMO: one finger mark, lifted', 'DEMO : une trace papillaire, relevée'],
        {
          traces: [{ reference: trace, kind: coded('FINGER_MARK'), place: 'DEMO: inner side of a panel' }],
          opinion: {
            en: 'DEMO: too few features for a comparison with certainty',
            fr: 'DEMO : trop peu de points caractéristiques pour une comparaison certaine',
          },
        },
      ),
      examMade(
        'SERIAL_RESTORATION',
        day,
        'INCONCLUSIVE',
        ['DEMO: no character came back', "DEMO : aucun caractère n'est réapparu"],
        { destructive: true },
      ),
    ],
    alteration: { kind: 'ALTERED', text: 'DEMO: a surface was etched', residue: null },
  };
}

/** Of the casings: a negative result and an inconclusive one are results. */
export function resultOfCasings(day: string, comparedWith: readonly string[]): JsonObject {
  return {
    exams: [
      examMade('PRINTS_POWDER', day, 'NOTHING_FOUND', ['DEMO: no mark', 'DEMO : aucune trace']),
      examMade(
        'CASE_COMPARISON',
        day,
        'INCONCLUSIVE',
        ['DEMO: deformed by the blast', "DEMO : déformées par l'explosion"],
        { comparedWith: [...comparedWith] },
      ),
    ],
    alteration: { kind: 'NOTHING', text: null, residue: null },
  };
}

/** Of the barrel of another incident: the same trace, what was lifted, and marks as read beside what they may mean. */
export function resultOfBarrel(day: string, lift: string, photograph: JsonObject): JsonObject {
  const mark = marksAsRead([
    { kind: 'FACTORY', text: 'DEMO-WORKS', place: 'DEMO: lid' },
    { kind: 'LOT', text: 'DEMO-LOT-7', place: 'DEMO: lower rim' },
  ]);
  return {
    ...{ examined: true, notExamined: null, omitted: [], photographs: [photograph], marks: mark },
    ...{ headstamp: null, derived: [lift] },
    exams: [
      examMade(
        'PRINTS_POWDER',
        day,
        'INCONCLUSIVE',
        ['DEMO: one finger mark, lifted', 'DEMO : une trace papillaire, relevée'],
        { traces: [{ reference: trace, kind: coded('FINGER_MARK'), place: 'DEMO: under the handle' }] },
      ),
      examMade('MARK_IDENTIFICATION', day, 'INCONCLUSIVE', [
        'DEMO: two marks read',
        'DEMO : deux marquages lus',
      ]),
    ],
    construction: {
      ...{ category: null, component: coded('CONTAINER'), componentState: null, switch: null },
      ...{ mainCharge: null, effect: null, enhancements: [], emplacement: null, status: null },
    },
    interpretation: interpretationOf({
      confidence: 'LOW',
      reference: { en: 'DEMO-REFERENCE', fr: 'DEMO-REFERENCE' },
    }),
    alteration: { kind: 'NOTHING', text: null, residue: null },
  };
}
