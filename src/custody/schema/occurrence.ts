import Type, { type Static } from 'typebox';
import { geodeticDatums } from '../vocabulary/positions.js';
import { codesOf } from '../vocabulary/vocabulary.js';
import { Code, Exactly, Line, List, Nullable, Prose, words } from './described.js';
import { IdOf } from './identifiers.js';
import { Withholdable } from './withheld.js';

/**
 * `YYYY-MM-DDTHH:MM:SSZ` or with `.sss` (log-format, conventions). Valid dates are a rule of their own. There is no
 * year 0 between 1 BC and AD 1, and no database keeps one.
 */
export function Instant(en: string, fr: string) {
  return Type.String({
    ...words(en, fr),
    pattern: '^(?!0000)\\d{4}-\\d{2}-\\d{2}T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{3})?Z$',
    format: 'date-time',
  });
}

/** A calendar date, `YYYY-MM-DD`. */
export function Day(en: string, fr: string) {
  return Type.String({ ...words(en, fr), pattern: '^(?!0000)\\d{4}-\\d{2}-\\d{2}$', format: 'date' });
}

export const precisions = ['SECOND', 'MINUTE', 'HOUR', 'DAY', 'MONTH', 'YEAR'] as const;

/** When an act took place, apart from when it was entered (RQ-09). */
export const Occurred = Exactly(
  {
    at: Instant('When it happened, UTC', 'Date et heure des faits, UTC'),
    precision: Code(precisions, 'How precisely the time is known', "Précision de l'heure"),
    zone: Line(
      'Time zone of the place, e.g. Africa/Bamako',
      'Fuseau horaire du lieu, p. ex. Africa/Bamako',
      60,
    ),
    clockDoubt: Nullable(Line('Why the clock is in doubt', "Raison de douter de l'horloge")),
  },
  words('When the act took place', "Moment de l'acte"),
);

export const Position = Exactly({
  latitude: Type.String({
    ...words('Latitude, decimal degrees', 'Latitude, degrés décimaux'),
    pattern: '^-?\\d{1,2}(\\.\\d{1,8})?$',
  }),
  longitude: Type.String({
    ...words('Longitude, decimal degrees', 'Longitude, degrés décimaux'),
    pattern: '^-?\\d{1,3}(\\.\\d{1,8})?$',
  }),
  accuracyMetres: Nullable(
    Type.Integer({ ...words('Accuracy in metres', 'Précision en mètres'), minimum: 0, maximum: 1_000_000 }),
  ),
  datum: Code(codesOf(geodeticDatums), 'Geodetic datum', 'Système géodésique'),
});

/** Where an act took place: a registered site, words, and where it matters an exact, withheld position. */
export const Place = Exactly(
  {
    site: Nullable(IdOf('site', 'Registered site', 'Site enregistré')),
    description: Line('Place in words', 'Lieu en clair'),
    position: Nullable(Withholdable(Position, 'Exact position', 'Position exacte')),
  },
  words('Where the act took place', "Lieu de l'acte"),
);

/** A gate of the SOP passed by a named officer for a stated reason, where the SOP allows it. */
export const Override = Exactly({
  gate: Line('Gate, e.g. GATE-1', 'Verrou, p. ex. GATE-1', 20),
  officer: IdOf('officer', 'Officer who takes the decision', 'Officier qui prend la décision'),
  reason: Prose('Necessity, in words', 'Nécessité, en clair'),
});

/** Members of every act's body (design section 4; RQ-09, RQ-10). */
export const actMembers = {
  occurred: Occurred,
  place: Place,
  lateEntry: Nullable(
    Exactly({ reason: Prose('Why it is entered late', "Raison de l'inscription tardive") }),
    words('Late entry', 'Inscription tardive'),
  ),
  overrides: List(
    Override,
    'Gates passed by decision of an officer',
    "Verrous levés par décision d'un officier",
    { max: 16 },
  ),
} as const;

export type Occurrence = Static<typeof Occurred>;
export type PlaceOfAct = Static<typeof Place>;
export type GateOverride = Static<typeof Override>;
