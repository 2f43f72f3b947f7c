import { readdir } from 'node:fs/promises';
import { join, parse } from 'node:path';
import exifr from 'exifr';
import { formatTime, type JsonObject } from '../../log/index.js';
import type { BoundFile } from '../act/body.js';
import { bindFile, listFolder } from '../home.js';
import { readHead } from '../read-head.js';
import { UsageError } from '../usage-error.js';
import { codeOf } from './read-table.js';

/** What the camera wrote into a photograph; the bytes stay as they are (RQ-12). */
export interface CameraData {
  readonly takenAt: string | null;
  readonly device: string | null;
  readonly position: JsonObject | null;
  readonly serialNumber: boolean;
}

export interface FoundPhotograph {
  readonly name: string;
  readonly file: BoundFile;
  readonly camera: CameraData;
}

/** Enough of a photograph for the data its camera put at the beginning. */
const headBytes = 512 * 1024;

const pictures = new Set(['.jpg', '.jpeg', '.png', '.heic', '.tif', '.tiff', '.dng', '.webp']);

export async function listPhotographs(folder: string): Promise<readonly string[]> {
  const isFolder = await readdir(folder).then(
    () => true,
    () => false,
  );
  if (!isFolder) {
    throw new UsageError({
      en: `the folder ${folder} cannot be read`,
      fr: `le dossier ${folder} est illisible`,
    });
  }
  return (await listFolder(folder)).filter(name => pictures.has(parse(name).ext.toLowerCase()));
}

/**
 * Which photographs go with which name: `A1.jpg`, `A1-2.jpg`, `A1 close.jpg` go with `A1`, and `A10.jpg` does not.
 * The longest name that fits counts, so that `A1-2` may be an item of its own.
 */
export function matchPhotographs(
  files: readonly string[],
  names: readonly string[],
): { readonly matched: ReadonlyMap<string, readonly string[]>; readonly unmatched: readonly string[] } {
  const matched = new Map<string, string[]>();
  const unmatched: string[] = [];
  const longestFirst = [...names].sort((left, right) => right.length - left.length);
  for (const file of files) {
    const stem = parse(file).name.toLowerCase();
    const name = longestFirst.find(candidate => goesWith(stem, candidate.toLowerCase()));
    if (name === undefined) unmatched.push(file);
    else matched.set(name, [...(matched.get(name) ?? []), file]);
  }
  return { matched, unmatched };
}

function goesWith(stem: string, name: string): boolean {
  return stem === name || (stem.startsWith(name) && !/[\p{L}\p{N}]/u.test(stem.charAt(name.length)));
}

/** @param zone time zone of the place, for cameras that do not write theirs */
export async function readPhotograph(folder: string, name: string, zone: string): Promise<FoundPhotograph> {
  const path = join(folder, name);
  const file = await bindFile(path);
  return { name, file, camera: await readCameraData(path, zone) };
}

/**
 * How the n-th photograph of an item is called in its form. The file's own name may hold anybody's name, and what is
 * signed stays for ever (F-28).
 */
export function photographNumber(label: string, position: number): string {
  return `${label.slice(0, 50)}-${position + 1}`;
}

/** A photograph as the form has it. Where it was taken is a withheld claim. */
export function photographBody(
  { file, camera }: FoundPhotograph,
  {
    number,
    kind,
    scale,
    takenAt,
    device,
  }: { number: string; kind: string; scale: boolean; takenAt: string; device: string },
): JsonObject {
  const { sha256, size, mediaType } = file;
  return {
    number,
    kind: { ...codeOf(kind) },
    file: { sha256, size, mediaType },
    takenAt: camera.takenAt ?? takenAt,
    device: camera.device ?? device,
    scale,
    position: camera.position,
  };
}

async function readCameraData(path: string, zone: string): Promise<CameraData> {
  const tags = await exifr
    .parse(await readHead(path, headBytes), { gps: true, reviveValues: false, tiff: true, exif: true })
    .catch(() => undefined);
  const data: Readonly<Record<string, unknown>> = tags ?? {};
  const device = [data.Make, data.Model]
    .filter(part => typeof part === 'string')
    .join(' ')
    .trim();
  return {
    takenAt: timeOf(data.DateTimeOriginal, data.OffsetTimeOriginal, zone),
    device: device === '' ? null : printable(device).slice(0, 200),
    position: positionOf(data.latitude, data.longitude),
    serialNumber: data.SerialNumber !== undefined || data.BodySerialNumber !== undefined,
  };
}

/** `2021:04:02 06:20:00` in the camera's zone, or in that of the place. */
function timeOf(taken: unknown, offset: unknown, zone: string): string | null {
  const [, year, month, day, time] =
    /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/.exec(typeof taken === 'string' ? taken : '') ?? [];
  const wall = Date.parse(`${year}-${month}-${day}T${time}Z`);
  if (Number.isNaN(wall)) return null;
  const [, sign, hours, minutes] =
    /^([+-])(\d\d):(\d\d)$/.exec(typeof offset === 'string' ? offset : '') ?? [];
  const shift =
    sign === undefined
      ? zoneOffset(zone, wall)
      : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  return formatTime(wall - shift);
}

/** How far the zone is ahead of UTC then, in ms. */
function zoneOffset(zone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    timeZoneName: 'longOffset',
  }).formatToParts(at);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

function positionOf(latitude: unknown, longitude: unknown): JsonObject | null {
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return null;
  if (!Number.isFinite(latitude) || !Number.isFinite(longitude)) return null;
  return {
    latitude: latitude.toFixed(6),
    longitude: longitude.toFixed(6),
    accuracyMetres: null,
    datum: 'WGS84',
  };
}

function printable(text: string): string {
  return Array.from(text, character => (character < ' ' || character === '\u007f' ? ' ' : character)).join(
    '',
  );
}
