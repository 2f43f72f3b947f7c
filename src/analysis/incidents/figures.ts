import { type CasualtyFigure, sumCasualties } from './casualties.js';
import { countedAs, type IncidentClass } from './counted-as.js';
import { countDefinitions, type DefinitionCount } from './definitions.js';
import { countDevices, type DeviceFigures } from './devices.js';
import { countExploitation, type ExploitationFigures } from './exploitation.js';
import { type Pace, paceOf } from './pace.js';
import type { Period } from './period.js';
import type { AccountRow, IncidentRow } from './rows.js';
import { type Share, shareOf } from './share.js';

/** What befell people in the incidents of one type; class and type null: in all of them. */
type CasualtiesOfType = CasualtyFigure & {
  readonly class: IncidentClass | null;
  readonly type: string | null;
};

/** Everything that is counted of some incidents. */
export interface Figures {
  /** Files that are opened for no incident are not among them. */
  readonly incidents: number;
  readonly attacks: number;
  readonly finds: number;
  readonly others: number;
  /** Files opened for an item or a profile: no incidents, counted nowhere else. */
  readonly files: number;
  /** Attacks in which a device was found too: no finds of their own. */
  readonly attacksWithFind: number;
  /** Each incident once, under one type. */
  readonly byType: readonly {
    readonly class: IncidentClass;
    readonly type: string;
    readonly incidents: number;
  }[];
  /** Which definition the records follow, of the types of which any names one. */
  readonly definitions: readonly DefinitionCount[];
  /** Of the incidents with an explosive device recorded as type: those in which it was found before it exploded. */
  readonly findsAmongDevices: Share;
  readonly pace: Pace;
  /** Incidents recorded as abductions. Who was abducted in any incident stands in `casualties`. */
  readonly abductions: number;
  readonly casualties: readonly CasualtiesOfType[];
  readonly exploitation: ExploitationFigures;
  readonly devices: DeviceFigures;
}

export function figuresOf(
  rows: readonly IncidentRow[],
  accountsOf: ReadonlyMap<string, readonly AccountRow[]>,
  period: Period,
  knownAt: number,
): Figures {
  const counted = rows.map(row => ({ row, as: countedAs(row.types) }));
  const incidents = counted.filter(({ as }) => as.class !== 'FILE');
  const attacks = incidents.filter(({ as }) => as.class === 'ATTACK');
  const finds = incidents.filter(({ as }) => as.class === 'FIND');
  const byType = typesOf(incidents);
  const casualties = (of: readonly Counted[]) =>
    sumCasualties(
      of.map(({ row }) => row.incident),
      accountsOf,
    );
  const exploded = attacks.filter(({ row }) => row.types.includes('IED_ATTACK')).length;
  return {
    incidents: incidents.length,
    attacks: attacks.length,
    finds: finds.length,
    others: incidents.length - attacks.length - finds.length,
    files: counted.length - incidents.length,
    attacksWithFind: attacks.filter(({ as }) => as.withFind).length,
    byType: byType.map(({ class: of, type, members }) => ({ class: of, type, incidents: members.length })),
    definitions: countDefinitions(incidents.map(({ row }) => row)),
    findsAmongDevices: shareOf(finds.length, exploded + finds.length),
    pace: paceOf(
      attacks.map(({ row }) => row),
      period,
      knownAt,
    ),
    abductions: incidents.filter(({ row }) => row.types.includes('ABDUCTION')).length,
    casualties: [
      ...casualties(incidents).map(figure => ({ class: null, type: null, ...figure })),
      ...byType.flatMap(({ class: of, type, members }) =>
        casualties(members).map(figure => ({ class: of, type, ...figure })),
      ),
    ],
    exploitation: countExploitation(incidents.map(({ row }) => row)),
    devices: countDevices(incidents.flatMap(({ row }) => row.devices)),
  };
}

interface Counted {
  readonly row: IncidentRow;
  readonly as: ReturnType<typeof countedAs>;
}

const classes: readonly IncidentClass[] = ['ATTACK', 'FIND', 'OTHER'];

/** Attacks first, then finds, then the rest; in each the most frequent first. */
function typesOf(
  incidents: readonly Counted[],
): readonly { readonly class: IncidentClass; readonly type: string; readonly members: readonly Counted[] }[] {
  return classes.flatMap(of => {
    const own = incidents.filter(({ as }) => as.class === of);
    const types = [...new Set(own.map(({ as }) => as.type))].sort();
    return types
      .map(type => ({ class: of, type, members: own.filter(({ as }) => as.type === type) }))
      .sort((one, other) => other.members.length - one.members.length);
  });
}
