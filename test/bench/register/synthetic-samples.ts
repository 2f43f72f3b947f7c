import type { Choice } from '../../helpers/random-choice.js';

/** A distinct ammunition sample: calibre, producer, year of production. */
export interface SyntheticSample {
  readonly calibre: string;
  readonly producer: string;
  readonly country: string;
  readonly year: number;
}

/** domain.md G3: samples of the register; so many of them from the two largest producers. */
export const samplesOfRegister = 488;
const samplesOfLargest = 281;

const calibres = ['7.62x39', '7.62x54R', '7.62x51', '12.7x108', '14.5x114'];
const largest = ['DEMO-CN', 'DEMO-SU'];
/** Another 34 countries. */
const others = Array.from({ length: 34 }, (_, at) => `DEMO-C${String(at + 1).padStart(2, '0')}`);

/** As many distinct samples as the brief counts, spread over decades of production. */
export function syntheticSamples(choice: Choice): readonly SyntheticSample[] {
  const samples = new Map<string, SyntheticSample>();
  while (samples.size < samplesOfRegister) {
    const ofLargest = samples.size < samplesOfLargest;
    const country = choice.one(ofLargest ? largest : others);
    const producer = `${country}-${1 + choice.below(ofLargest ? 9 : 2)}`;
    const year = ofLargest ? 1949 + choice.below(66) : 1962 + choice.below(57);
    const sample = { calibre: choice.one(calibres), producer, country, year };
    samples.set(`${sample.calibre} ${producer} ${year}`, sample);
  }
  return [...samples.values()];
}
