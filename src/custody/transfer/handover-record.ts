import {
  Count,
  Exactly,
  Line,
  List,
  Nullable,
  Prose,
  type Static,
  type TSchema,
  words,
} from '../schema/described.js';
import { File, IdOf } from '../schema/identifiers.js';
import { Withholdable } from '../schema/withheld.js';

const PaperSigner = {
  name: Withholdable(Line('Name', 'Nom'), 'Name of the national officer', "Nom de l'officier national"),
  grade: Line('Grade', 'Grade', 80),
};

const scan = File('Scan of the signed record', 'Numérisation du procès-verbal signé');
const scanWhereSigned = File('Scan, where he signed', "Numérisation, s'il a signé");

const refusedWith = <Scan extends TSchema>(scanned: Scan) =>
  Exactly({ ...PaperSigner, scan: Nullable(scanned) }, words('Refused on paper', 'Refusé sur papier'));

/** A recipient who refuses need not sign anything. The scan bears his name and is withheld with it (F-28). */
export const RefusedOnPaper = refusedWith(
  Withholdable(scanWhereSigned, 'Scan, where he signed', "Numérisation, s'il a signé"),
);

/** As it was while the scan stood in the open. */
export const RefusedOnPaperInClear = refusedWith(scanWhereSigned);

/** Who signed on paper because he has no key; the scan is bound by its hash. */
const signedWith = <Scan extends TSchema>(scanned: Scan) =>
  Exactly({ ...PaperSigner, scan: scanned }, words('Signed on paper', 'Signé sur papier'));

const recordTitle = ['Handover to the national authority', "Remise à l'autorité nationale"] as const;

const recordMembers = {
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
};

const recordWith = <Scan extends TSchema>(scanned: Scan) =>
  Exactly({ ...recordMembers, onPaper: Nullable(signedWith(scanned)) }, words(...recordTitle));

/** What the handover to the national authority adds to a receipt (E42, D7, RQ-62, RQ-69). */
export const HandoverRecord = recordWith(
  Withholdable(scan, 'Scan of the signed record', 'Numérisation du procès-verbal signé'),
);

/** As it was while the scan stood in the open. */
export const HandoverRecordInClear = recordWith(scan);

export type HandoverRecordOf = Static<typeof HandoverRecord>;
