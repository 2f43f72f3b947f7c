import { Service } from '../../client/index.js';
import type { Language } from '../../custody/text.js';
import { parseVerifierKey } from '../../log/index.js';
import { exampleHelp } from '../example-help.js';
import { type Device, DeviceHome } from '../home.js';
import { readServiceAddress } from '../service-address.js';
import type { AddCommand } from '../surroundings.js';
import { UsageError } from '../usage-error.js';

interface ConnectOptions {
  readonly logKey?: string;
  readonly replace?: boolean;
}

/** `scelle connect URL`: remembers the service and its log on this device. */
export const addConnectCommand: AddCommand = (program, language, surroundings) => {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  program
    .command('connect')
    .argument('<url>', say('address of the service', 'adresse du service'))
    .description(
      say(
        'Remember the service and its log; compare the key with the one you were given apart',
        'Retenir le service et son journal ; comparez la clé avec celle que vous avez reçue à part',
      ),
    )
    .option(
      '--log-key <key>',
      say(
        "the log's key as you were given it on paper: compared before anything is remembered",
        'la clé du journal telle que vous l’avez reçue sur papier : comparée avant de retenir quoi que ce soit',
      ),
    )
    .option(
      '--replace',
      say(
        'forget the log this device knows; its receipts are of the other log',
        "oublier le journal que connaît cet appareil ; ses récépissés sont de l'autre journal",
      ),
    )
    .addHelpText('after', exampleHelp(language, 'scelle connect https://custody.example.org'))
    .action(async (typed: string, { logKey, replace = false }: ConnectOptions) => {
      const { output, home: folder } = surroundings();
      const home = new DeviceHome(folder);
      const device = await askService(readServiceAddress(typed), language);
      if (logKey !== undefined) requireKeyOnPaper(device, logKey.trim());
      if (!replace) requireSameLog(home, await home.knownDevice(), device);
      await home.saveDevice(device);
      output.result(device, [
        device.origin,
        logKey === undefined
          ? say(
              'Compare with the key you were given on paper:',
              'Comparez avec la clé que vous avez reçue sur papier :',
            )
          : say('Its key is the one you gave:', 'Sa clé est celle que vous avez donnée :'),
        `  ${device.logKey}`,
      ]);
    });
};

async function askService(address: string, language: Language): Promise<Device> {
  const service = new Service({ url: address, language, fetch: (url, init) => fetch(url, init) });
  const { origin, subject, key } = await service.get('/v1/log/key');
  const logKey = String(key);
  if (parseVerifierKey(logKey, 'key').name !== origin) {
    throw new UsageError({
      en: `${address} gives a key that is not of its log ${origin}`,
      fr: `${address} donne une clé qui n'est pas celle de son journal ${origin}`,
    });
  }
  return { service: address, origin, logSubject: String(subject), logKey };
}

function requireKeyOnPaper({ service, logKey }: Device, onPaper: string): void {
  if (logKey === onPaper) return;
  throw new UsageError({
    en: `${service} has the key ${logKey}, not the one you gave: it is not your log, nothing was remembered`,
    fr: `${service} a la clé ${logKey}, non celle que vous avez donnée : ce n'est pas votre journal, rien n'a été retenu`,
  });
}

/** Whoever could change the key in silence would have all later receipts called good. */
function requireSameLog(home: DeviceHome, known: Device | null, asked: Device): void {
  if (known === null || (known.origin === asked.origin && known.logKey === asked.logKey)) return;
  throw new UsageError({
    en: `${home.folder} belongs to the log ${known.origin}, and ${asked.service} has the log ${asked.origin} with the key ${asked.logKey}: give a folder of its own with --home, or --replace if the first log is given up`,
    fr: `${home.folder} appartient au journal ${known.origin}, et ${asked.service} a le journal ${asked.origin} avec la clé ${asked.logKey} : donnez-lui son propre dossier avec --home, ou --replace si le premier journal est abandonné`,
  });
}
