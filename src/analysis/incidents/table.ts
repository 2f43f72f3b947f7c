import type { Figures } from './figures.js';
import type { Distribution, Share } from './share.js';
import type { IncidentStatistics } from './statistics.js';

/** The columns of the statistics as a table: one figure a line, each with what it rests on. */
export const statisticsColumns = [
  ...(['group', 'figure', 'class', 'type', 'category', 'label', 'lowest', 'highest'] as const),
  ...(['base', 'known', 'unknown', 'inConflict', 'withoutLimit'] as const),
] as const;

type Column = (typeof statisticsColumns)[number];
type Cells = Partial<Record<Column, string | number | null>>;
export type StatisticsLine = Readonly<Record<Column, string | number | null>>;

/** The group of the lines of all incidents together, and of those of which their group is not known. */
const all = 'ALL';
const notKnown = 'NOT_KNOWN';

/** Everything that was counted, line by line; a count by itself has the same lowest and highest. */
export function statisticsLines({
  total,
  groups,
  periodNotKnown,
}: IncidentStatistics): readonly StatisticsLine[] {
  return [
    lineOf(all, count('periodNotKnown', periodNotKnown)),
    ...linesOf(all, total),
    ...groups.flatMap(({ key, ...figures }) => linesOf(key ?? notKnown, figures)),
  ];
}

function linesOf(group: string, figures: Figures): readonly StatisticsLine[] {
  const { pace, exploitation, devices } = figures;
  const cells: readonly Cells[] = [
    ...(['incidents', 'attacks', 'finds', 'others', 'files', 'attacksWithFind', 'abductions'] as const).map(
      name => count(name, figures[name]),
    ),
    ...figures.byType.map(({ class: of, type, incidents }) => ({
      ...count('byType', incidents),
      class: of,
      type,
    })),
    ...figures.definitions.map(({ type, text, from, incidents }) => ({
      ...count('definition', incidents),
      ...{ type, category: from, label: text },
    })),
    share('findsAmongDevices', figures.findsAmongDevices),
    { ...count('oneAttackEveryDays', pace.oneEveryDays), base: pace.days, label: periodOf(pace) },
    ...figures.casualties.map(({ harm, class: of, type, category, lowest, highest, ...rest }) => ({
      ...{ figure: harm, class: of, type, category, lowest, highest, base: rest.base },
      ...{ known: rest.withFigure, unknown: rest.withoutFigure },
      ...{ inConflict: rest.inConflict, withoutLimit: rest.withoutLimit },
    })),
    ...(['full', 'partial', 'none'] as const).map(level => ({
      ...share('exploitation', exploitation[level]),
      ...{ label: level.toUpperCase(), known: exploitation.known, unknown: exploitation.unknown },
    })),
    ...exploitation.reasons.map(({ reason, ...of }) => ({ ...share('notExploited', of), label: reason })),
    count('devices', devices.devices),
    ...distribution('initiation', devices.byInitiation),
    ...distribution('switch', devices.bySwitch),
    ...distribution('emplacement', devices.byEmplacement),
    ...distribution('mainCharge', devices.byMainCharge),
    {
      ...{ figure: 'chargeKilograms', lowest: devices.charge.smallest, highest: devices.charge.largest },
      ...{ base: devices.charge.base, known: devices.charge.known, unknown: devices.charge.unknown },
      withoutLimit: devices.charge.withoutLimit,
    },
    {
      ...{ figure: 'meanChargeKilograms', base: devices.charge.base, known: devices.charge.known },
      ...{ lowest: devices.charge.meanLowest, highest: devices.charge.meanHighest },
    },
  ];
  return cells.map(line => lineOf(group, line));
}

function lineOf(group: string, cells: Cells): StatisticsLine {
  const line = { ...cells, group };
  return Object.fromEntries(
    statisticsColumns.map(column => [column, line[column] ?? null]),
  ) as unknown as StatisticsLine;
}

function count(figure: string, value: number | null): Cells {
  return { figure, lowest: value, highest: value };
}

function share(figure: string, { count: value, base }: Share): Cells {
  return { ...count(figure, value), base };
}

function distribution(figure: string, { rows, base, known, unknown }: Distribution): readonly Cells[] {
  return rows.map(({ label, count: value }) => ({ ...count(figure, value), label, base, known, unknown }));
}

function periodOf({ from, until }: Figures['pace']): string | null {
  return from === null || until === null ? null : `${from}/${until}`;
}
