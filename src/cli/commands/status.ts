import { isJsonObject, isUuid } from '../../log/index.js';
import { openDeviceSession, signIn } from '../device-session.js';
import { readNamedOfficer } from '../officers.js';
import type { AddCommand } from '../program.js';
import { UsageError } from '../usage-error.js';

/** `scelle status ITEM`: where an item stands, and how it came there. */
export const addStatusCommand: AddCommand = (program, language, surroundings) => {
  const french = language === 'fr';
  program
    .command('status')
    .argument('<item>', french ? 'UUID de la pièce' : 'UUID of the item')
    .description(french ? 'État et historique d’une pièce' : 'State and history of an item')
    .requiredOption('--as <file:role>', french ? 'votre clé et votre rôle' : 'your key file and role')
    .action(async (item: string, options: { as: string }) => {
      const { output, home } = surroundings();
      if (!isUuid(item)) throw new UsageError(`${item} is not the UUID of an item`);
      const session = await openDeviceSession(home, output);
      await signIn(session, await readNamedOfficer(options.as, language));
      const [current, history] = await Promise.all([
        session.service.get(`/v1/evidence/${item}`),
        session.service.get(`/v1/evidence/${item}/history`),
      ]);
      const events = Array.isArray(history.items) ? history.items.filter(isJsonObject) : [];
      const lines = events.map(({ index, type, actor, at }) => {
        const who = isJsonObject(actor) ? `${actor.role} ${actor.officer}` : '';
        return `#${index}  ${at}  ${type}  ${who}`;
      });
      const state = isJsonObject(current.state) ? current.state : {};
      output.result({ ...current, history: events }, [`${state.number}  ${state.physical}`, ...lines]);
    });
};
