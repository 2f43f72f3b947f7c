import { uncorrected } from '../../common/state.js';
import { mayFollow } from '../../common/time-order.js';
import { beginning } from '../../rule.js';
import { Code, Exactly, Line, List, Nullable, Prose, type Static, words } from '../../schema/described.js';
import { GazetteerPlace } from '../../schema/gazetteer.js';
import { IdOf } from '../../schema/identifiers.js';
import { actMembers, Occurred } from '../../schema/occurrence.js';
import { Withholdable } from '../../schema/withheld.js';
import { refuseIf, type Violation } from '../../violation.js';
import { Coded, codeOrText } from '../../vocabulary/coded.js';
import {
  incidentSubTypes,
  incidentTypes,
  targetClasses,
  typesOfSubType,
} from '../../vocabulary/incident-types.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import type { IncidentState } from '../state.js';

const Classification = Exactly({
  type: Coded(incidentTypes, 'Type of incident', "Type d'incident"),
  subTypes: List(
    Code(codesOf(incidentSubTypes), 'Sub-type', 'Sous-type'),
    'Sub-types, where there are any',
    'Sous-types, le cas échéant',
    { max: 4 },
  ),
  definition: Nullable(
    Line(
      'Definition followed, with its date, where several are in use',
      'Définition suivie, avec sa date, si plusieurs ont cours',
      300,
    ),
  ),
});

const body = Exactly({
  ...actMembers,
  caseFile: Line(
    'Case file reference as the cell names it, e.g. YYMMDD <type>, <place>',
    'Référence du dossier telle que la cellule la donne, p. ex. AAMMJJ <type>, <lieu>',
    120,
  ),
  classifications: List(Classification, 'Types of the incident', "Types de l'incident", { min: 1, max: 10 }),
  happened: Exactly(Occurred.properties, words('When the incident happened', "Date et heure de l'incident")),
  location: GazetteerPlace,
  reportingUnit: IdOf('unit', 'Unit that reported it', "Unité qui l'a signalé"),
  targets: List(Coded(targetClasses, 'Class of target', 'Nature de la cible'), 'Targets', 'Cibles', {
    max: 12,
  }),
  claimReference: Nullable(
    Withholdable(
      Line('Reference of the claim', 'Référence de la revendication'),
      'Claim of responsibility, as JMAC keeps it',
      'Revendication, telle que conservée par la JMAC',
    ),
  ),
  summary: Nullable(Prose('What was reported', 'Ce qui a été signalé')),
});

/** `incident.opened` (E01): a case file has one incident, of one or several types (V1). */
export const incidentOpened = beginning<IncidentState, typeof body>({
  type: 'incident.opened',
  form: 1,
  source: 'E01, V1, D1',
  title: { en: 'Incident opened', fr: 'Incident ouvert' },
  body,
  decide: ({ body: { occurred, happened, classifications } }) => [
    ...refuseIf(!mayFollow(occurred, happened), 'incident.opened-before', '/body/happened/at', {
      happened: happened.at,
      occurred: occurred.at,
    }),
    ...classifications.flatMap(checkClassification),
  ],
  claims: act => [{ set: 'case-file', key: act.body.caseFile }],
  evolve({ body: { caseFile, classifications, happened, location, reportingUnit, targets }, actor }) {
    return {
      ...uncorrected,
      caseFile,
      types: classifications.map(({ type }) => codeOrText(type)),
      subTypes: classifications.flatMap(({ subTypes }) => subTypes),
      targets: targets.map(codeOrText),
      happened: { at: happened.at, precision: happened.precision },
      placeName: location.name,
      administrativeUnits: location.administrativeUnits,
      reportingUnit,
      openedBy: actor.officer,
      assigned: [],
    };
  },
});

type ClassificationOf = Static<typeof Classification>;

function checkClassification(
  { type: { code, text }, subTypes }: ClassificationOf,
  position: number,
  all: readonly ClassificationOf[],
): readonly Violation[] {
  const pointer = `/body/classifications/${position}`;
  const twice = all.slice(0, position).some(({ type }) => type.code === code && type.text === text);
  const astray = subTypes.find(subType => !typesOfSubType[subType].includes(code));
  return [
    ...refuseIf(twice, 'incident.type-twice', `${pointer}/type`, { type: code }),
    ...refuseIf(astray !== undefined, 'incident.sub-type-astray', `${pointer}/subTypes`, {
      subType: astray ?? '',
      type: code,
    }),
  ];
}
