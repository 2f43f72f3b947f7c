import type { FactsOf } from '../common/restatable.js';
import { Exactly, Line, List, Nullable, Prose } from '../schema/described.js';
import { IdOf } from '../schema/identifiers.js';
import { Day } from '../schema/occurrence.js';
import { checkPeriod, type PeriodOf, periodMembers } from '../schema/period.js';
import { refuseIf, type Violation } from '../violation.js';

/** An armed group as analysts know it: under dated names, in dated areas, out of which others it came, who listed it. */
export const armedGroupMembers = {
  names: List(
    Exactly({ name: Line('Name', 'Nom'), ...periodMembers }),
    'Names, the one in use first',
    "Noms, celui en usage d'abord",
    { min: 1, max: 20 },
  ),
  areas: List(
    Exactly({ unit: Line('Administrative unit', 'Circonscription', 100), ...periodMembers }),
    'Areas in which it acts',
    "Zones d'action",
    { max: 50 },
  ),
  cameFrom: List(
    Exactly({
      group: IdOf('armedgroup', 'Group', 'Groupe'),
      on: Nullable(Day('When', 'Quand')),
    }),
    'Groups that merged into it, or from which it split',
    'Groupes qui s’y sont fondus, ou dont il est issu',
    { max: 20 },
  ),
  listings: List(
    Exactly({ regime: Line('Sanctions regime', 'Régime de sanctions'), ...periodMembers }),
    'Sanctions lists on which it stands',
    'Listes de sanctions où il figure',
    { max: 20 },
  ),
  basis: Prose('What this rests on', 'Sur quoi cela repose', 2000),
} as const;

export type ArmedGroupFacts = FactsOf<typeof armedGroupMembers>;

export interface ArmedGroupStated {
  readonly names: readonly ({ readonly name: string } & PeriodOf)[];
  readonly areas: readonly ({ readonly unit: string } & PeriodOf)[];
  readonly cameFrom: readonly { readonly group: string; readonly on: string | null }[];
  readonly listings: readonly ({ readonly regime: string } & PeriodOf)[];
  readonly basis: string;
}

export function checkArmedGroup(
  { names, areas, listings, cameFrom }: ArmedGroupFacts,
  subject: string,
): readonly Violation[] {
  const periods = (list: readonly PeriodOf[], member: string) =>
    list.flatMap((period, at) => checkPeriod(period, `/body/${member}/${at}`));
  const itself = cameFrom.findIndex(({ group }) => `armedgroup/${group}` === subject);
  return [
    ...periods(names, 'names'),
    ...periods(areas, 'areas'),
    ...periods(listings, 'listings'),
    ...refuseIf(itself >= 0, 'armedgroup.from-itself', `/body/cameFrom/${itself}/group`),
  ];
}

export function armedGroupOnRecord({
  names,
  areas,
  cameFrom,
  listings,
  basis,
}: ArmedGroupFacts): ArmedGroupStated {
  return { names, areas, cameFrom, listings, basis };
}
