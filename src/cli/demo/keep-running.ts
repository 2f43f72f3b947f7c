import { join, resolve } from 'node:path';
import type { Output } from '../output.js';
import type { Interruption } from './interruption.js';
import type { Play } from './play.js';
import type { PlayedStory } from './story.js';

export interface KeptService {
  readonly home: string;
  readonly url: string;
  readonly story: PlayedStory;
}

/** Leaves the service running with the case in it, on today's clock, and says what can be tried with it. */
export async function keepRunning(
  play: Play,
  service: KeptService,
  output: Output,
  interruption: Interruption,
): Promise<void> {
  play.clock.followRealTime();
  const { url } = service;
  const say = (en: string, fr: string) => output.note(output.language === 'fr' ? fr : en);
  say(
    `\nThe service runs at ${url} with the case in it; Ctrl-C stops it.`,
    `\nLe service tourne à ${url}, le dossier dedans ; Ctrl-C l'arrête.`,
  );
  say('Three things to try, in another terminal:', 'Trois essais, dans un autre terminal :');
  for (const command of commandsToTry(play, service)) output.note(`\n  ${command}`);
  await interruption.comes();
}

/** Read the log's own signature, read an item as the case officer, and sign an act as he would. */
function commandsToTry(play: Play, { home, url, story }: KeptService): readonly string[] {
  const folder = resolve(home);
  const as = `--as ${join(folder, 'officers', 'DEMO-CASE-1', 'officer.key.json')}:CASE`;
  const assign = `--set officer=${play.officer('DEMO-CASE-1')} --set reason=DEMO --place DEMO-HQ`;
  return [
    `curl ${url}/v1/log/checkpoint`,
    `npx scelle --home ${folder} status ${story.custody[0]?.id} ${as}`,
    `npx scelle --home ${folder} incident assign ${story.incident} ${as} ${assign}`,
  ];
}
