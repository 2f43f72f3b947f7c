import type { LogSettings } from '../../config.js';
import { listen } from '../../listen.js';
import { formatVerifierKey } from '../../log/index.js';
import { loggerSettings } from '../../logger.js';
import { buildWitnessApp } from '../../witness/witness-app.js';
import { openWitnessHome } from '../../witness/witness-home.js';
import type { Output } from '../output.js';
import { untilSignal } from '../until-signal.js';
import { explainingWitness } from './explain-witness.js';

export interface WitnessServing {
  readonly home: string;
  readonly passphrase: string | null;
  readonly host: string;
  readonly port: number;
  readonly log: LogSettings;
}

/** Runs a witness until it is told to stop. @throws UsageError, ListenError */
export async function serveWitness(serving: WitnessServing, output: Output): Promise<void> {
  const stopping = untilSignal();
  const { home, passphrase, host, port } = serving;
  const opened = await explainingWitness(() => openWitnessHome(home, passphrase, Date.now));
  try {
    const { witness, key, logs, forgotten } = opened;
    const app = await buildWitnessApp({ witness, key, logger: loggerSettings(serving.log) });
    const url = await listen(app, { host, port });
    try {
      const say = (en: string, fr: string) => (output.language === 'fr' ? fr : en);
      const names = [...new Set(logs.map(({ name }) => name))];
      output.result({ url, key: formatVerifierKey(key), logs: names, forgotten, home }, [
        say(`Witness on ${url} (Ctrl-C stops it)`, `Témoin à l'écoute sur ${url} (Ctrl-C l'arrête)`),
        say(`  key   ${formatVerifierKey(key)}`, `  clé       ${formatVerifierKey(key)}`),
        ...names.map(name => say(`  log   ${name}`, `  journal   ${name}`)),
        ...forgotten.map(name =>
          say(
            `  NOTHING OF ${name} IS COSIGNED: its record is gone (scelle witness add-log --help)`,
            `  RIEN DE ${name} N'EST COSIGNÉ : son registre a disparu (scelle witness add-log --help)`,
          ),
        ),
      ]);
      await stopping;
    } finally {
      await app.close();
    }
  } finally {
    opened.close();
  }
}
