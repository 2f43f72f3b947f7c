import { type ClaimedRotation, followLogKey, Service } from '../../client/index.js';
import type { Language } from '../../custody/text.js';
import { parseVerifierKey } from '../../log/index.js';
import { exampleHelp } from '../example-help.js';
import { type Device, DeviceHome } from '../home.js';
import { readNamedOfficer } from '../officers.js';
import { readServiceAddress } from '../service-address.js';
import type { AddCommand } from '../surroundings.js';
import { UsageError } from '../usage-error.js';

interface ConnectOptions {
  readonly logKey?: string;
  readonly replace?: boolean;
  readonly as?: string;
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
    .option(
      '--as <file:role>',
      say(
        'an officer of the log: takes up a new key of the same log, where the key this device knows vouches for it',
        'un officier du journal : reprend une nouvelle clé du même journal, si la clé connue ici en répond',
      ),
    )
    .addHelpText(
      'after',
      exampleHelp(
        language,
        'scelle connect https://custody.example.org',
        'scelle connect https://custody.example.org --as my.key.json:WIT',
      ),
    )
    .action(async (typed: string, { logKey, as, replace = false }: ConnectOptions) => {
      const { output, home: folder } = surroundings();
      const home = new DeviceHome(folder);
      const asked = await askService(readServiceAddress(typed), language);
      if (logKey !== undefined) requireKeyOnPaper(asked, logKey.trim());
      const known = replace ? null : await home.knownDevice();
      const device = await followKnown(known, asked, as, language);
      requireSameLog(home, known, device);
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

function serviceAt(url: string, language: Language): Service {
  return new Service({ url, language, fetch: (address, init) => fetch(address, init) });
}

async function askService(address: string, language: Language): Promise<Device> {
  const service = serviceAt(address, language);
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

/**
 * A new key of the log that this device knows is taken up over the proof by the key it knows, and over nothing else; an
 * officer of the log is given that proof. What was known stays known, for receipts of before.
 */
async function followKnown(
  known: Device | null,
  asked: Device,
  as: string | undefined,
  language: Language,
): Promise<Device> {
  if (known === null || known.origin !== asked.origin) return asked;
  const { logKey, formerLogKeys = [] } = known;
  if (logKey === asked.logKey) return { ...asked, ...(formerLogKeys.length > 0 && { formerLogKeys }) };
  if (as === undefined) return asked;
  const service = serviceAt(asked.service, language);
  const { unlocked } = await readNamedOfficer(as, language);
  if (unlocked !== null) await service.openSession(known.origin, unlocked, Date.now);
  const { items } = await service.get('/v1/log/key-rotations');
  const followed = await followLogKey(logKey, items as unknown as readonly ClaimedRotation[]);
  if (followed.at(-1) !== asked.logKey) throw notFollowed(known, asked);
  return { ...asked, formerLogKeys: [...formerLogKeys, logKey, ...followed.slice(0, -1)] };
}

function notFollowed({ logKey }: Device, asked: Device): UsageError {
  return new UsageError({
    en: `nothing that the key ${logKey} signed leads to the key ${asked.logKey} of ${asked.service}: nothing was changed. Compare with the key you were given on paper`,
    fr: `rien de ce que la clé ${logKey} a signé ne mène à la clé ${asked.logKey} de ${asked.service} : rien n'a été changé. Comparez avec la clé reçue sur papier`,
  });
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
  if (known === null) return;
  if (known.origin === asked.origin) {
    if ([asked.logKey, ...(asked.formerLogKeys ?? [])].includes(known.logKey)) return;
    throw new UsageError({
      en: `${asked.service} has another key of the log ${known.origin}, ${asked.logKey}: if the log was given a new one, --as KEYFILE:ROLE takes it up over a proof by the key that is known here; --replace only if this log is given up`,
      fr: `${asked.service} a une autre clé du journal ${known.origin}, ${asked.logKey} : si elle fut renouvelée, --as CLÉ:RÔLE la reprend sur preuve par la clé connue ici ; --replace seulement si ce journal est abandonné`,
    });
  }
  throw new UsageError({
    en: `${home.folder} belongs to the log ${known.origin}, and ${asked.service} has the log ${asked.origin} with the key ${asked.logKey}: give a folder of its own with --home, or --replace if the first log is given up`,
    fr: `${home.folder} appartient au journal ${known.origin}, et ${asked.service} a le journal ${asked.origin} avec la clé ${asked.logKey} : donnez-lui son propre dossier avec --home, ou --replace si le premier journal est abandonné`,
  });
}
