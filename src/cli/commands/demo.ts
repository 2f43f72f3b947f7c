import { DemoInterrupted } from '../demo/interruption.js';
import { runDemo } from '../demo/run-demo.js';
import { exampleHelp } from '../example-help.js';
import { listFolder } from '../home.js';
import type { AddCommand } from '../surroundings.js';
import { UsageError } from '../usage-error.js';

/** Exit status of a program that Ctrl-C ended, as shells count it: 128 and the number of the signal. */
const interrupted = 130;

/** `scelle demo`: the demonstration, over HTTP on a real PostgreSQL. */
export const addDemoCommand: AddCommand = (program, language, surroundings) => {
  const french = language === 'fr';
  program
    .command('demo')
    .description(french ? 'Jouer la démonstration' : 'Play the demonstration')
    .option('--out <folder>', french ? 'garder tout dans ce dossier' : 'keep everything in this folder')
    .option('--keep', french ? 'laisser le service en marche' : 'leave the service running')
    .option(
      '--port <number>',
      french ? "port d'écoute, 0 : un port libre" : 'port to listen on, 0: a free one',
      '0',
    )
    .addHelpText(
      'after',
      french
        ? '\nEn données : scelle --json demo. Par npm, qui écrit lui-même sur la sortie standard :\n  npm run --silent demo -- --json'
        : '\nAs data: scelle --json demo. Through npm, which writes lines of its own to standard output:\n  npm run --silent demo -- --json',
    )
    .addHelpText('after', exampleHelp(language, 'scelle demo --out demo-kept --keep'))
    .action(async (options: { out?: string; keep?: boolean; port: string }) => {
      const { output } = surroundings();
      const { out = null, keep = false } = options;
      if (out !== null && (await listFolder(out)).length > 0) {
        throw new UsageError({ en: `${out} is not empty`, fr: `${out} n'est pas vide` });
      }
      if (!/^\d{1,5}$/.test(options.port) || Number(options.port) > 65_535)
        throw new UsageError({ en: '--port: 0 to 65535', fr: '--port : de 0 à 65535' });
      try {
        await runDemo({ out, keep, port: Number(options.port) }, output);
      } catch (error) {
        if (!(error instanceof DemoInterrupted)) throw error;
        const told = french ? 'Interrompu ; tout a été arrêté.' : 'Interrupted; everything was stopped.';
        output.note(told);
        output.result({ error: told }, []);
        process.exitCode = interrupted;
      }
    });
};
