import Type from 'typebox';
import { words } from '../../custody/schema/described.js';

const receiptMembers = {
  eventId: Type.String(words('Event', 'Acte')),
  subject: Type.String(words('Subject', 'Sujet')),
  seq: Type.Integer(words("Position in the subject's history", "Rang dans l'historique du sujet")),
  index: Type.Integer(words('Leaf index', 'Rang de la feuille')),
  leaf: Type.String(words('Leaf data, 145 bytes, base64', 'Données de la feuille, 145 octets, base64')),
  subjectSalt: Type.String(words("The subject's salt, base64", 'Sel du sujet, base64')),
  proof: Type.String(words('C2SP tlog-proof under the checkpoint', 'Preuve C2SP sous le point de contrôle')),
};

const receiptWords = words(
  'That an event is in the log (log format, section 7)',
  "Qu'un acte est dans le journal (section 7)",
);

const ReceiptSchema = Type.Object(receiptMembers, { title: 'Receipt', ...receiptWords });

/** A receipt that was asked for later stands by itself. */
export const EventReceiptSchema = Type.Object(
  {
    ...receiptMembers,
    jws: Type.String(words('The statement as it was signed', 'La déclaration telle que signée')),
  },
  { title: 'EventReceipt', ...receiptWords },
);

export const ReceiptsSchema = Type.Object(
  {
    receipts: Type.Array(ReceiptSchema, words('One per event, in order', "Un par acte, dans l'ordre")),
    checkpoint: Type.String(words('Signed note that covers them', 'Note signée qui les couvre')),
  },
  { title: 'Receipts', ...words('The acknowledgement is the receipt', "L'accusé est le reçu") },
);
