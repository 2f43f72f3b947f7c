import { formatTime, type JsonObject } from '../../log/index.js';
import type { RegisterFromOptions } from './options.js';
import { type FoundPhotograph, photographBody, photographNumber } from './photographs.js';
import { flagOf, type TableFault, type TableRow } from './read-table.js';
import type { PhotographOfRow } from './tell-camera-data.js';

/** The photographs of all rows, with when the officer says that what they show happened. */
export function photographsOf(
  rows: readonly TableRow[],
  photographs: ReadonlyMap<string, readonly FoundPhotograph[]>,
  options: RegisterFromOptions,
): readonly PhotographOfRow[] {
  return rows.flatMap(row =>
    (photographs.get(row.label) ?? []).map((found, position) => ({
      label: row.label,
      number: photographNumber(row.label, position),
      found,
      statedAt: statedAt(row, options),
    })),
  );
}

/** When the officer says it happened. */
function statedAt({ cells }: TableRow, { at }: RegisterFromOptions): string {
  return cells.get('at') ?? at ?? formatTime(Date.now());
}

/** The photographs of a row as its form has them. */
export function photographBodies(
  row: TableRow,
  found: readonly FoundPhotograph[],
  options: RegisterFromOptions,
): readonly JsonObject[] {
  const { cells, label } = row;
  return found.map((photograph, position) =>
    photographBody(photograph, {
      number: photographNumber(label, position),
      kind: cells.get('photographs.kind') ?? 'CLOSE',
      scale: flagOf(cells.get('photographs.scale') ?? 'no') === true,
      takenAt: statedAt(row, options),
      device: options.camera ?? '',
    }),
  );
}

/** The faults of a row and of its photographs; that a camera has no name is said in words, not by a path of the form. */
export function withPhotographFaults(
  faults: readonly TableFault[],
  row: TableRow,
  found: readonly FoundPhotograph[],
  options: RegisterFromOptions,
): readonly TableFault[] {
  const told = faults.filter(({ column }) => !/^\/body\/photographs\/\d+\/device$/.test(column));
  return [...told, ...photographFaults(row, found, options)];
}

/** What neither the table nor the camera says of an item's photographs. */
function photographFaults(
  { line, label, cells }: TableRow,
  photographs: readonly FoundPhotograph[],
  { camera }: RegisterFromOptions,
): readonly TableFault[] {
  if (photographs.length === 0) return [];
  const scale = {
    en: 'say whether a scale is in the pictures: yes or no',
    fr: 'indiquez si une échelle figure sur les photographies : oui ou non',
  };
  const nameless = photographs.filter(found => (found.camera.device ?? camera ?? '') === '');
  return [
    ...(cells.has('photographs.scale') ? [] : [{ line, label, column: 'photographs.scale', message: scale }]),
    ...nameless.map(({ name }) => ({
      line,
      label,
      column: '--camera',
      message: {
        en: `${name} does not say its camera: give --camera NAME`,
        fr: `${name} n'indique pas son appareil : donnez --camera NOM`,
      },
    })),
  ];
}
