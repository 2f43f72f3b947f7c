import { buildWitnessApp } from '../../../witness/witness-app.js';
import { openWitnessHome } from '../../../witness/witness-home.js';

/**
 * The witness of the demonstration, a process of its own: `node witness-process.js HOME`. What the story's clock says
 * comes over the channel to its parent, and its address goes there; it ends when the channel does. Ctrl-C at the
 * terminal is for the demonstration, which then ends the channel.
 */
const [, , home = ''] = process.argv;
let storyNow: number | null = null;

process.on('SIGINT', () => {});
process.on('message', message => {
  storyNow = typeof message === 'number' ? message : null;
});
const { witness, key, close } = await openWitnessHome(home, null, () => storyNow ?? Date.now());
const app = await buildWitnessApp({ witness, key, logger: false });
process.once('disconnect', () => {
  void app.close().finally(close);
});
process.send?.(await app.listen({ host: '127.0.0.1', port: 0 }));
