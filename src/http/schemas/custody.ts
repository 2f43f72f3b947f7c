import Type from 'typebox';
import { physicalStates } from '../../custody/evidence/state.js';
import { Nullable, words } from '../../custody/schema/described.js';
import { holdScopes } from '../../custody/vocabulary/holds.js';
import { codesOf } from '../../custody/vocabulary/vocabulary.js';
import { gapKinds } from '../../store/readers/custody/gaps.js';
import { outsideReasons } from '../../store/readers/custody/periods.js';
import { CorrectedBySchema } from './correction.js';

const Moment = (en: string, fr: string) => Type.String({ ...words(en, fr), format: 'date-time' });
const MaybeText = (en: string, fr: string) => Nullable(Type.String(words(en, fr)));

const BoundarySchema = Type.Object(
  {
    at: Moment('On the line of custody: periods lie end to end', 'Sur la ligne de garde : bout à bout'),
    said: Moment('What the act says of its time', "Ce que l'acte dit de son heure"),
    precision: Type.String(words('How precisely that is known', 'Précision de cette heure')),
    zone: MaybeText('Time zone of the place', 'Fuseau horaire du lieu'),
    clockDoubt: MaybeText('Why the clock is in doubt; null: it is not', "Raison de douter de l'horloge"),
    event: Type.String(words('The act', "L'acte")),
    type: Type.String(words('Type of the act', "Type de l'acte")),
    index: Type.Integer(words('Its place in the log', 'Son rang au journal')),
    receivedAt: Moment('Since when it is known', 'Depuis quand cela est connu'),
    disputed: Type.Boolean(
      words(
        'Disputed: signed by a key that was compromised; what supports it stands with the event',
        'Contesté : signé par une clé compromise ; ce qui l’appuie figure avec l’acte',
      ),
    ),
    correctedBy: CorrectedBySchema,
  },
  { title: 'CustodyBoundary', ...words('Where custody changed', 'Changement de garde') },
);

const PeriodSchema = Type.Object(
  {
    inOurCustody: Type.Boolean(words('Does one of ours answer for it?', 'Un des nôtres en répond-il ?')),
    outside: Nullable(
      Type.Enum(
        [...outsideReasons],
        words('Why nobody of ours does; null: one does', 'Pourquoi personne des nôtres n’en répond'),
      ),
    ),
    from: Nullable(BoundarySchema),
    until: Nullable(BoundarySchema),
    stage: Nullable(
      Type.Enum(
        [...physicalStates],
        words('Physical state; null: not on record', 'État physique ; null : non consigné'),
      ),
    ),
    custodian: Nullable(
      Type.Object({
        officer: Type.String(words('Officer', 'Officier')),
        role: Type.String(words('In which role', 'En quelle qualité')),
        unit: MaybeText('Unit', 'Unité'),
        roleHeld: Type.Boolean(
          words(
            'Was the role in force when this is said to have begun? (SD-8)',
            'La qualité était-elle en vigueur au moment indiqué du début ? (SD-8)',
          ),
        ),
      }),
      words('Who answers for it', 'Qui en répond'),
    ),
    where: Nullable(
      Type.Object({
        site: MaybeText('Registered site', 'Site enregistré'),
        store: MaybeText('Store', 'Magasin'),
        shelf: MaybeText('Shelf', 'Étagère'),
        inTransit: Type.Boolean(words('Is it on the way?', 'Est-elle en route ?')),
        place: MaybeText('Place in words; null: in transit', 'Lieu en clair ; null : en transit'),
        lastPlace: MaybeText(
          'In transit: where it was last taken over, or found',
          'En transit : où elle a été prise en charge, ou retrouvée, en dernier',
        ),
      }),
      words('Where it is; null: missing, nobody can say', 'Où elle se trouve ; null : introuvable'),
    ),
    seal: Nullable(
      Type.Object({
        package: Type.String(words('Package', 'Conditionnement')),
        number: Type.String(words('Number of the seal', 'Numéro du scellé')),
        state: Type.String(words('State of the seal (V8)', 'État du scellé (V8)')),
      }),
      words('Under which seal; null: none', 'Sous quel scellé ; null : aucun'),
    ),
    why: Nullable(
      Type.Object({
        reason: Type.String(words('Why it is there', 'Pourquoi elle s’y trouve')),
        event: MaybeText('The act since which it is so', 'L’acte depuis lequel il en est ainsi'),
        type: MaybeText('Type of that act', 'Type de cet acte'),
        transfer: MaybeText('The transfer it came by', 'Le transfert par lequel elle est venue'),
        correctedBy: CorrectedBySchema,
      }),
    ),
    told: Nullable(
      Type.Object({
        party: MaybeText('Who had it, as told', 'Qui l’avait, selon ce qui est rapporté'),
        text: Type.String(words('In words', 'En clair')),
      }),
      words(
        'What went before our custody, as told: no chain of ours',
        'Ce qui précède notre garde, tel que rapporté : ne fait pas partie de notre chaîne',
      ),
    ),
    handedOver: Nullable(
      Type.Object({
        unit: Type.String(words('National unit', 'Unité nationale')),
        capacity: Type.String(words('Capacity of who received it', 'Qualité de qui l’a reçue')),
        officer: MaybeText('Officer; null: signed on paper', 'Officier ; null : signé sur papier'),
        transfer: Type.String(words('Transfer', 'Transfert')),
        release: MaybeText('Decision it relies on', 'Autorisation de remise'),
      }),
      words('Who has had it since', 'Qui l’a depuis'),
    ),
  },
  {
    title: 'CustodyPeriod',
    ...words('A stretch of one custody, or of none', 'Une période de garde, ou sans'),
  },
);

const GapSchema = Type.Object(
  {
    kind: Type.Enum(
      [...gapKinds],
      words(
        'Stated by an officer, or shown by the record',
        'Déclarée par un officier, ou ressortant du dossier',
      ),
    ),
    from: Moment('From', 'Du'),
    until: Nullable(Moment('Until; null: it goes on', 'Au ; null : elle dure encore')),
    reason: MaybeText('In the words of the officer', 'Selon l’officier'),
    event: MaybeText('The act that says or begins it', 'L’acte qui la déclare ou l’ouvre'),
    correctedBy: CorrectedBySchema,
  },
  { title: 'CustodyGapShown', ...words('A gap (GATE-12)', 'Une lacune de garde (GATE-12)') },
);

const HoldSchema = Type.Object(
  {
    hold: Type.String(words('The hold', 'La mesure de conservation')),
    function: Type.String(words('Role in which it was placed', 'Qualité en laquelle elle a été prise')),
    scope: Type.Enum(codesOf(holdScopes), words('What it stops', 'Ce qu’elle suspend')),
    since: Moment('Since when', 'Depuis quand'),
    event: Type.String(words('The act that placed it', 'L’acte qui l’a prise')),
  },
  { title: 'CustodyHold', ...words('A hold (E57)', 'Une mesure de conservation (E57)') },
);

export const CustodySchema = Type.Object(
  {
    subject: Type.String(words('Item', 'Pièce')),
    number: Type.String(words('Printed number', 'Numéro imprimé')),
    parent: MaybeText('Item it was part of before', 'Pièce dont elle faisait partie'),
    at: Nullable(Moment('Instant asked for; null: all', 'Instant demandé ; null : tous')),
    knownAt: Moment('As known then', 'Selon ce qui était connu alors'),
    gapMinutes: Type.Integer(
      words(
        'Longest time without custody that is not stated',
        'Durée sans garde au-delà de laquelle elle est dite',
      ),
    ),
    periods: Type.Array(
      PeriodSchema,
      words('The whole of time, or the one at `at`', 'Tout le temps, ou celle de `at`'),
    ),
    uncertain: Type.Boolean(
      words(
        'Does `at` lie inside the doubt of a time known only to the minute, hour or day?',
        "L'instant `at` tombe-t-il dans l'imprécision d'une heure connue à la minute, à l'heure ou au jour près ?",
      ),
    ),
    mayAlsoBe: Type.Array(
      PeriodSchema,
      words(
        'Where it does: the other periods it may lie in',
        'Le cas échéant : les autres périodes où il peut tomber',
      ),
    ),
    gaps: Type.Array(
      GapSchema,
      words(
        'Longer than that, or the item was missing; with `at`: those it lies in',
        'Plus longues que cela, ou pièce introuvable',
      ),
    ),
    holds: Nullable(
      Type.Array(
        HoldSchema,
        words(
          'Holds that stood over it then, oldest first; null: not for this reader',
          'Mesures de conservation en vigueur alors, de la plus ancienne à la plus récente ; null : non communiqué',
        ),
      ),
    ),
  },
  { title: 'Custody', ...words('Custody of one item (RQ-04)', "Garde d'une pièce (RQ-04)") },
);
