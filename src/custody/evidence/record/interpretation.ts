import { Code, Count, Exactly, Line, Nullable, type Static, words } from '../../schema/described.js';
import { refuseIf, type Violation } from '../../violation.js';
import { type CalibreCode, calibreCode, calibres, normaliseCalibre } from '../../vocabulary/calibre.js';
import { confidences } from '../../vocabulary/marks.js';
import { codesOf } from '../../vocabulary/vocabulary.js';

/** A calibre as the officer wrote it, and its code (V4). */
export const Calibre = Exactly(
  {
    written: Line('As written', 'Tel qu’écrit', 60),
    code: Code(codesOf(calibres), 'Calibre', 'Calibre'),
  },
  words('Calibre', 'Calibre'),
);

/** What marks are taken to mean, one by one; what cannot be told is null. */
export const identityMembers = {
  make: Nullable(Line('Make or producer', 'Marque ou fabricant')),
  model: Nullable(Line('Model', 'Modèle')),
  calibre: Nullable(Calibre),
  serial: Nullable(Line('Serial number', 'Numéro de série', 100)),
  year: Nullable(Count('Year of production', 'Année de production', { min: 1800, max: 2200 })),
  country: Nullable(Line('Country of production', 'Pays de production', 100)),
  lot: Nullable(Line('Lot or batch number', 'Numéro de lot', 100)),
} as const;

/** What the marks are taken to mean (RQ-11): apart from what was read, with how sure and on what ground. */
export const Interpretation = Exactly(
  {
    ...identityMembers,
    confidence: Code(codesOf(confidences), 'Confidence', 'Degré de confiance'),
    reference: Nullable(Line('Reference used', 'Référence utilisée', 300)),
  },
  words('Interpretation of the marks', 'Interprétation des marquages'),
);

export type InterpretationOfItem = Static<typeof Interpretation>;
type WithCalibre = Pick<InterpretationOfItem, 'calibre'>;

export function calibreOf(interpretation: WithCalibre | null): string | null {
  const calibre = interpretation?.calibre ?? null;
  if (calibre === null) return null;
  return calibre.code === 'OTHER' ? normaliseCalibre(calibre.written) : calibre.code;
}

/** V5: calibre, producer and year. A partial key is no sample: null. */
export function sampleKeyOf(interpretation: InterpretationOfItem | null): string | null {
  const calibre = calibreOf(interpretation);
  const { make = null, year = null } = interpretation ?? {};
  return calibre === null || make === null || year === null ? null : `${calibre} ${make} ${year}`;
}

/** V4: the code is the one of what was written; what the list does not have is `OTHER`. */
export function checkCalibre(
  interpretation: WithCalibre | null,
  pointer = '/body/interpretation',
): readonly Violation[] {
  const calibre = interpretation?.calibre ?? null;
  if (calibre === null) return [];
  const expected: CalibreCode = calibreCode(calibre.written);
  return refuseIf(calibre.code !== expected, 'evidence.calibre-spelling', `${pointer}/calibre/code`, {
    written: calibre.written,
    expected,
  });
}
