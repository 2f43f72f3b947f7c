import { join } from 'node:path';
import type { Output } from '../output.js';
import type { Interruption } from './interruption.js';
import type { RegisteredItem } from './items/demo-item.js';
import type { Play } from './play.js';

export interface KeptService {
  readonly home: string;
  readonly url: string;
  readonly items: readonly RegisteredItem[];
}

/** Leaves the service running with the case in it, on today's clock, and says what can be tried with it. */
export async function keepRunning(
  { clock }: Play,
  { home, url, items }: KeptService,
  output: Output,
  interruption: Interruption,
): Promise<void> {
  clock.followRealTime();
  const say = (en: string, fr: string) => output.note(output.language === 'fr' ? fr : en);
  const key = join(home, 'officers', 'DEMO-CASE-1', 'officer.key.json');
  say(`\nThe service runs at ${url}. Ctrl-C stops it.`, `\nLe service tourne à ${url}. Ctrl-C l'arrête.`);
  say('Try, in another terminal:', 'À essayer, dans un autre terminal :');
  for (const command of commandsToTry(home, url, key, items[0]?.id ?? '')) output.note(`  ${command}`);
  await interruption.comes();
}

/** Each works as it stands, in a clone. */
export function commandsToTry(home: string, url: string, key: string, item: string): readonly string[] {
  return [
    `curl ${url}/v1/log/checkpoint`,
    `npx scelle --home ${home} status ${item} --as ${key}:CASE`,
    `npx scelle --home ${home} discrepancy open --as ${key}:CASE --help`,
  ];
}
