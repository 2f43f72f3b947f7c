import type { Choice } from '../../helpers/random-choice.js';
import { type SyntheticSample, syntheticSamples } from './synthetic-samples.js';

/** A row of a table of recovered materiel. Nothing in it ever existed. */
export interface SyntheticItem {
  readonly file: string;
  readonly category: string;
  readonly what: string;
  readonly count: string;
  readonly found: string;
  readonly party: string;
  readonly calibre: string;
  readonly producer: string;
  readonly country: string;
  readonly model: string;
  readonly year: string;
  readonly serial: string;
}

/** domain.md G3. */
const casingsOfRegister = 12_000;
const armsOfRegister = 800;

const parties = ['MISSION', 'MISSION', 'FRENCH_FORCES', 'MALIAN_AUTHORITY'];
const arms = [
  ['ASSAULT_RIFLE', '7.62x39'],
  ['GENERAL_PURPOSE_MACHINE_GUN', '7.62x54R'],
  ['HEAVY_MACHINE_GUN', '12.7x108'],
] as const;

/** @param files case files that items may belong to */
export function syntheticItems(choice: Choice, files: readonly string[]): readonly SyntheticItem[] {
  return [...casings(choice, files), ...armsFound(choice, files)];
}

/** Lots of one sample each: every sample at least once, until all casings are in a lot. */
function casings(choice: Choice, files: readonly string[]): readonly SyntheticItem[] {
  const samples = syntheticSamples(choice);
  const lots: SyntheticItem[] = [];
  for (let left = casingsOfRegister; left > 0; ) {
    const sample = samples[lots.length] ?? choice.one(samples);
    // What is left is spread over the samples that have no lot yet.
    const most = Math.max(1, Math.min(12, left - (samples.length - lots.length)));
    const count = 1 + choice.below(most);
    left -= count;
    lots.push(casingLot(choice, files, sample, count));
  }
  return lots;
}

function casingLot(
  choice: Choice,
  files: readonly string[],
  { calibre, producer, country, year }: SyntheticSample,
  count: number,
): SyntheticItem {
  return {
    file: choice.one(files),
    category: 'CARTRIDGE_CASE',
    what: `DEMO casings ${calibre}`,
    count: String(count),
    found: choice.once(8) ? 'DEVICE_FILL' : 'EJECTED',
    party: choice.one(parties),
    calibre,
    producer,
    country,
    model: '',
    year: String(year),
    serial: '',
  };
}

function armsFound(choice: Choice, files: readonly string[]): readonly SyntheticItem[] {
  return Array.from({ length: armsOfRegister }, (_, at) => {
    const [category, calibre] = choice.one(arms);
    return {
      file: choice.one(files),
      category,
      what: `DEMO ${category}`,
      count: '1',
      found: 'ABANDONED',
      party: choice.one(parties),
      calibre,
      producer: `DEMO-ARMS-${1 + choice.below(12)}`,
      country: choice.one(['DEMO-CN', 'DEMO-SU', 'DEMO-C03']),
      model: `DEMO-MODEL-${1 + choice.below(20)}`,
      year: choice.once(3) ? '' : String(1955 + choice.below(62)),
      serial: choice.once(10) ? '' : `DEMO-${String(100_000 + at * 7)}`,
    };
  });
}
