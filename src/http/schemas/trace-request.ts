import Type from 'typebox';
import { Nullable, words } from '../../custody/schema/described.js';
import { MaybeShown, Shown, Uuid } from '../../store/readers/fields.js';

const Coded = (en: string, fr: string) =>
  Type.Object({ code: Shown(en, fr), text: MaybeShown('In words', 'En clair') }, words(en, fr));

const Codes = (en: string, fr: string) => Type.Array(Coded(en, fr), words(en, fr));

const Traced = Type.Object({
  key: Shown('Name of the object', "Désignation de l'objet"),
  quantity: Type.Object(
    { amount: MaybeShown('Number', 'Nombre'), unit: Shown('Unit', 'Unité') },
    words('Quantity', 'Quantité'),
  ),
  make: MaybeShown('Make', 'Marque'),
  model: MaybeShown('Model', 'Modèle'),
  calibre: MaybeShown('Calibre', 'Calibre'),
  serial: MaybeShown('Serial number', 'Numéro de série'),
  country: MaybeShown(
    'Country of manufacture or last import',
    'Pays de fabrication ou de dernière importation',
  ),
  headstamp: MaybeShown('Headstamp', 'Marquage de culot'),
  producerCode: MaybeShown('Code of the producer', 'Code du fabricant'),
  year: MaybeShown('Year', 'Année'),
  lot: MaybeShown('Lot or batch', 'Lot'),
  packagingMarks: MaybeShown('Marks on the packaging', "Marquages de l'emballage"),
  otherMarks: MaybeShown('Other marks', 'Autres marques'),
  vin: MaybeShown('Vehicle identification number', "Numéro d'identification du véhicule"),
});

/** A trace request as data (D8). */
export const TraceRequestAnswer = Type.Object(
  {
    id: Uuid('Trace request', 'Demande de traçage'),
    number: Shown('Number', 'Numéro'),
    status: Shown('Where it stands', 'État'),
    statement: Shown('Act that states it', "Acte qui l'énonce"),
    leaf: Type.Integer(words('Leaf of that act', 'Feuille de cet acte')),
    classification: Shown('Classification', 'Classification'),
    channel: Coded('Channel', 'Voie'),
    addressee: Type.Object(
      {
        kind: Coded('Whom it is for', 'Nature du destinataire'),
        country: Nullable(
          Type.Object({ name: Shown('Country', 'Pays'), as: Shown('Why this country', 'À quel titre') }),
          words('Country', 'Pays'),
        ),
        name: Shown('Authority or firm', 'Autorité ou entreprise'),
        contact: MaybeShown('Point of contact', 'Point de contact'),
        contactWithheld: Type.Boolean(
          words('Is there one that is not for the reader?', 'Y en a-t-il un, non communiqué au lecteur ?'),
        ),
      },
      words('Addressee', 'Destinataire'),
    ),
    authority: Type.Object(
      {
        basis: Shown('On what authority it is traced', 'Fondement du traçage'),
        signatory: Shown('Capacity of who signs it', 'Qualité du signataire'),
      },
      words('Authority for tracing', 'Habilitation à tracer'),
    ),
    objects: Type.Array(Traced, words('What is asked about', 'Objets de la demande')),
    recovery: Type.Object(
      {
        on: Nullable(
          Type.Object({ day: Shown('Day', 'Jour'), precision: Shown('How precisely', 'Précision') }),
          words('When', 'Date'),
        ),
        place: MaybeShown('Where', 'Lieu'),
        by: MaybeShown('Who recovered it', 'Récupéré par'),
        context: Shown('Circumstances', 'Circonstances'),
      },
      words('Recovery', 'Récupération'),
    ),
    illicit: Codes('Why it is held to be illicit', 'Raisons de le tenir pour illicite'),
    questions: Codes('Questions', 'Questions'),
    use: Codes('What the answer is for', 'Usage prévu de la réponse'),
    confidentiality: Shown('Confidentiality offered', 'Confidentialité offerte'),
    responderNamed: Shown('May who answers be named?', 'Peut-on nommer qui répond ?'),
    replyWithinDays: Type.Integer(words('Days until an answer is asked for', 'Délai de réponse, en jours')),
    answerBy: MaybeShown('To be answered by; null: a draft', 'Réponse attendue pour le ; null : projet'),
    language: Shown('Language', 'Langue'),
  },
  { title: 'TraceRequest', ...words('A trace request', 'Une demande de traçage') },
);
