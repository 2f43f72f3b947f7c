import { Service } from '../../client/index.js';
import { exampleHelp } from '../example-help.js';
import { DeviceHome } from '../home.js';
import type { AddCommand } from '../surroundings.js';

/** `scelle connect URL`: remembers the service and its log on this device. */
export const addConnectCommand: AddCommand = (program, language, surroundings) => {
  program
    .command('connect')
    .argument('<url>', language === 'fr' ? 'adresse du service' : 'address of the service')
    .description(
      language === 'fr'
        ? 'Retenir le service et son journal ; comparez la clé avec celle que vous avez reçue à part'
        : 'Remember the service and its log; compare the key with the one you were given apart',
    )
    .addHelpText('after', exampleHelp(language, 'scelle connect https://custody.example.org'))
    .action(async (url: string) => {
      const { output, home } = surroundings();
      const service = new Service({ url, language, fetch: (address, init) => fetch(address, init) });
      const { origin, subject, key } = await service.get('/v1/log/key');
      const device = {
        service: url,
        origin: String(origin),
        logSubject: String(subject),
        logKey: String(key),
      };
      await new DeviceHome(home).saveDevice(device);
      output.result(device, [`${device.origin}`, `${device.logKey}`]);
    });
};
