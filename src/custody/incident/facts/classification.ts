import { Code, Exactly, Line, List, Nullable, type Static, words } from '../../schema/described.js';
import { Day } from '../../schema/occurrence.js';
import { refuseIf, type Violation } from '../../violation.js';
import { Coded } from '../../vocabulary/coded.js';
import { incidentSubTypes, incidentTypes, typesOfSubType } from '../../vocabulary/incident-types.js';
import { codesOf } from '../../vocabulary/vocabulary.js';

const type = Coded(incidentTypes, 'Type of incident', "Type d'incident");
const subTypes = List(
  Code(codesOf(incidentSubTypes), 'Sub-type', 'Sous-type'),
  'Sub-types, where there are any',
  'Sous-types, le cas échéant',
  { max: 4 },
);

/** Form 1: the definition and its date in one line. */
const ClassificationInOneLine = Exactly({
  type,
  subTypes,
  definition: Nullable(
    Line(
      'Definition followed, with its date, where several are in use',
      'Définition suivie, avec sa date, si plusieurs ont cours',
      300,
    ),
  ),
});

/** V1 COMPLEX: the brief itself has two definitions, so each record says which one it follows, and of which day. */
const Classification = Exactly({
  type,
  subTypes,
  definition: Nullable(
    Exactly({
      text: Line('The definition, in words', 'La définition, en clair', 500),
      from: Day('In use from', 'En usage à partir du'),
    }),
    words(
      'Definition followed, where several are in use; those of the mission stand in its procedure',
      'Définition suivie, si plusieurs ont cours ; celles de la Mission figurent dans sa procédure',
    ),
  ),
});

const limits = { min: 1, max: 10 };
export const Classifications = List(Classification, 'Types of the incident', "Types de l'incident", limits);
export const ClassificationsInOneLine = List(
  ClassificationInOneLine,
  'Types of the incident',
  "Types de l'incident",
  limits,
);

type ClassificationOf = Pick<Static<typeof Classification>, 'type' | 'subTypes'>;

/** V1: each type once, each sub-type with a type it belongs to. */
export function checkClassifications(all: readonly ClassificationOf[]): readonly Violation[] {
  return all.flatMap(checkClassification);
}

function checkClassification(
  { type: { code, text }, subTypes: stated }: ClassificationOf,
  position: number,
  all: readonly ClassificationOf[],
): readonly Violation[] {
  const pointer = `/body/classifications/${position}`;
  const twice = all.slice(0, position).some(({ type: other }) => other.code === code && other.text === text);
  const astray = stated.find(subType => !typesOfSubType[subType].includes(code));
  return [
    ...refuseIf(twice, 'incident.type-twice', `${pointer}/type`, { type: code }),
    ...refuseIf(astray !== undefined, 'incident.sub-type-astray', `${pointer}/subTypes`, {
      subType: astray ?? '',
      type: code,
    }),
  ];
}
