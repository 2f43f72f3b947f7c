import { Count, Exactly, Line, List, Nullable, Prose, type Static, words } from '../schema/described.js';
import { File, IdOf } from '../schema/identifiers.js';
import { Withholdable } from '../schema/withheld.js';

const PaperSigner = {
  name: Withholdable(Line('Name', 'Nom'), 'Name of the national officer', "Nom de l'officier national"),
  grade: Line('Grade', 'Grade', 80),
};

/** Who signed on paper because he has no key; the scan is bound by its hash. */
const SignedOnPaper = Exactly(
  { ...PaperSigner, scan: File('Scan of the signed record', 'Numérisation du procès-verbal signé') },
  words('Signed on paper', 'Signé sur papier'),
);

/** A recipient who refuses need not sign anything. */
export const RefusedOnPaper = Exactly(
  {
    ...PaperSigner,
    scan: Nullable(File('Scan, where he signed', "Numérisation, s'il a signé")),
  },
  words('Refused on paper', 'Refusé sur papier'),
);

/** What the handover to the national authority adds to a receipt (E42, D7, RQ-62, RQ-69). */
export const HandoverRecord = Exactly(
  {
    unit: IdOf('unit', 'National unit that receives', 'Unité nationale destinataire'),
    capacity: Line('Capacity of who receives', 'Qualité de celui qui reçoit'),
    nationalReferences: List(
      Line('Reference', 'Référence'),
      'References of the national proceedings',
      'Références de la procédure nationale',
      { max: 20 },
    ),
    conditions: List(
      Prose('Condition', 'Condition', 500),
      'Conditions under which the items are handed over',
      'Conditions de la remise',
      { max: 30 },
    ),
    copies: Count('Copies of the record', "Nombre d'exemplaires", { min: 1, max: 20 }),
    onPaper: Nullable(SignedOnPaper),
  },
  words('Handover to the national authority', "Remise à l'autorité nationale"),
);

export type HandoverRecordOf = Static<typeof HandoverRecord>;
