import { existsSync } from 'node:fs';
import { runDemo } from '../demo/run-demo.js';
import type { AddCommand } from '../program.js';
import { untilSignal } from '../until-signal.js';
import { UsageError } from '../usage-error.js';

/** `scelle demo`: the demonstration, over HTTP on a real PostgreSQL. */
export const addDemoCommand: AddCommand = (program, language, surroundings) => {
  const french = language === 'fr';
  program
    .command('demo')
    .description(french ? 'Jouer la démonstration' : 'Play the demonstration')
    .option('--out <folder>', french ? 'garder tout dans ce dossier' : 'keep everything in this folder')
    .option('--keep', french ? 'laisser le service en marche' : 'leave the service running')
    .option('--port <number>', 'port', '0')
    .action(async (options: { out?: string; keep?: boolean; port: string }) => {
      const { output } = surroundings();
      if (options.out !== undefined && existsSync(options.out))
        throw new UsageError(`${options.out} exists already`);
      await runDemo(
        {
          out: options.out ?? null,
          keepUntil: options.keep === true ? untilSignal : null,
          port: Number(options.port),
        },
        output,
      );
    });
};
