import { coded } from '../items/demo-item.js';
import type { Play } from '../play.js';
import type { Setting } from '../setting.js';
import type { Permission, Scene } from './scene-acts.js';

/** E05, E06, D1: documented from the general view to the particular, then closed by its leader with every item counted. */
export async function closeScene(
  play: Play,
  setting: Setting,
  { label, subject, name }: Scene,
  { refs = [] }: Permission,
  counted: { readonly collected: number; readonly destroyed: number },
): Promise<void> {
  const full = name === 'camp';
  const recorded = counted.collected + counted.destroyed;
  await play.does(
    {
      en: `${label} is documented (three views, sketch, limits) and closed: ${recorded} items, each counted once. ${
        full ? 'Exploited fully.' : 'Exploited partly: security.'
      }`,
      fr: `${label} : constatations (trois vues, croquis, limites) et fermeture : ${recorded} pièces, comptées chacune une fois. ${
        full ? 'Exploitation entière.' : 'Exploitation partielle : sécurité.'
      }`,
    },
    {
      subject,
      type: 'scene.documented',
      by: 'DEMO-WIT-1/WIT',
      refs,
      body: play.form('scene.documented', label, {
        team: [
          {
            officer: play.officer('DEMO-WIT-1'),
            name: 'DEMO-NAME',
            unit: setting.mission,
            capacity: 'DEMO-LEADER',
          },
        ],
        position: { latitude: '0.0', longitude: '0.0', accuracyMetres: 0, datum: 'OTHER' },
        photographs: ['OVERALL', 'MEDIUM', 'CLOSE'].map(kind => play.album.photograph(kind)),
        sketch: { file: play.album.file(), scale: 'DEMO', north: true },
        search: { method: 'DEMO', limits: 'DEMO', minutesAvailable: 25, threat: 'DEMO' },
      }),
    },
    {
      subject,
      type: 'scene.closed',
      by: 'DEMO-WIT-1/WIT',
      body: play.form('scene.closed', label, {
        leaving: play.occurred(),
        exploited: full ? 'FULL' : 'PARTIAL',
        reasons: full ? [] : [coded('SECURITY')],
        counts: { recorded, ...counted, left: 0, documentedOnly: 0 },
        itemsLeft: [],
        statement: 'DEMO: what the leader saw himself',
      }),
    },
  );
}
