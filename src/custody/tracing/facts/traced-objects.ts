import type { EvidenceState } from '../../evidence/state.js';
import type { LogWideFacts } from '../../rule.js';
import { Code, Exactly, Line, List, Nullable, Prose, type Static, words } from '../../schema/described.js';
import { IdOf } from '../../schema/identifiers.js';
import { QuantityOfLine } from '../../schema/quantity.js';
import { refuse, refuseIf, type Violation } from '../../violation.js';
import { type TraceWarning, traceWarnings } from '../../vocabulary/tracing.js';
import { codesOf } from '../../vocabulary/vocabulary.js';

const said = (en: string, fr: string, longest = 200) => Nullable(Line(en, fr, longest));

const Warning = Exactly(
  {
    code: Code(codesOf(traceWarnings), 'Why it should not be traced', 'Raison de ne pas tracer'),
    reason: Prose('Why it is traced all the same', 'Raison de tracer malgré tout', 1000),
  },
  words('What speaks against tracing it', "Ce qui s'oppose au traçage"),
);

/** D8: what is asked about, as its marks and papers say it; what is not known is null. */
const Traced = Exactly({
  key: Line('Name of the object in this request', "Désignation de l'objet dans la demande", 40),
  item: IdOf('evidence', 'Item', 'Pièce'),
  quantity: QuantityOfLine,
  make: said('Make', 'Marque'),
  model: said('Model', 'Modèle'),
  calibre: said('Calibre, as marked', 'Calibre, tel que marqué', 60),
  serial: said('Serial number, as marked', 'Numéro de série, tel que marqué'),
  country: said('Country of manufacture or last import', 'Pays de fabrication ou de dernière importation'),
  headstamp: said('Headstamp', 'Marquage de culot'),
  producerCode: said('Code of the producer', 'Code du fabricant', 60),
  year: said('Year of production, as marked', 'Année de production, telle que marquée', 60),
  lot: said('Lot or batch number', 'Numéro de lot'),
  packagingMarks: Nullable(Prose('Marks on the packaging', "Marquages de l'emballage", 1000)),
  otherMarks: Nullable(
    Prose('Other marks: proof, import, security, unit', 'Autres marques : épreuve, importation, unité', 1000),
  ),
  vin: said('Identification number of the vehicle', "Numéro d'identification du véhicule", 60),
  warnings: List(Warning, 'Warnings passed, each for a reason', 'Mises en garde écartées, chacune motivée', {
    max: 3,
  }),
});

export const TracedObjects = List(
  Traced,
  'What is asked about, object by object',
  'Objets de la demande, un par un',
  { min: 1, max: 100 },
);

export type TracedObject = Static<typeof Traced>;

/** Each object has a name of its own: what is answered and found is told by it. */
export function checkKeys(objects: readonly TracedObject[]): readonly Violation[] {
  const keys = objects.map(({ key }) => key);
  return keys.flatMap((key, position) =>
    refuseIf(keys.indexOf(key) < position, 'tracing.key-twice', `/body/objects/${position}/key`, { key }),
  );
}

/** D8, [A1]: what was made before 1946 is traced for a stated reason, never silently. */
export function checkAge(objects: readonly TracedObject[]): readonly Violation[] {
  return objects.flatMap((item, position) => {
    const years = (item.year?.match(/\b\d{4}\b/g) ?? []).map(Number);
    const old = years.some(year => year >= 1500 && year < 1946);
    return old ? checkWarned(item, position, 'MADE_BEFORE_1946') : [];
  });
}

/** D8, [A1]: the same for what its record says was surrendered or bought back. */
export function checkAmnesty(objects: readonly TracedObject[], facts: LogWideFacts): readonly Violation[] {
  return objects.flatMap((item, position) => {
    const state = facts.state(`evidence/${item.item}`) as EvidenceState | undefined;
    return state?.foundAs === 'PURCHASED_OR_SURRENDERED' ? checkWarned(item, position, 'AMNESTY') : [];
  });
}

function checkWarned(
  { key, warnings }: TracedObject,
  position: number,
  warning: TraceWarning,
): readonly Violation[] {
  if (warnings.some(({ code }) => code === warning)) return [];
  return [refuse('tracing.warning-missing', `/body/objects/${position}/warnings`, { key, warning })];
}
