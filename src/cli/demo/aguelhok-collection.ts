import { formatTime, type JsonObject } from '../../log/index.js';
import type { StagedAct } from '../cast/stage.js';
import type { AguelhokCase } from './aguelhok-scenes.js';
import { aguelhokItems, type DemoItem, registration } from './materiel.js';
import type { Play } from './play.js';

/** An item in the hands of its collector. */
export interface CollectedItem extends DemoItem {
  readonly id: string;
  readonly subject: string;
}

const place = 'DEMO-SCENE camp';

/** Registered, collected before a witness, assessed; arms cleared by two, rounds certified by EOD. */
export async function collectAguelhok(
  play: Play,
  { incident, camp }: AguelhokCase,
): Promise<readonly CollectedItem[]> {
  const items: CollectedItem[] = [];
  for (const item of aguelhokItems) {
    const id = play.stage.newId();
    const collected = { ...item, id, subject: `evidence/${id}` };
    items.push(collected);
    await registerAndCollect(play, collected, incident, camp);
  }
  for (const item of items.filter(({ firearm }) => firearm)) await clearWeapon(play, item, item === items[0]);
  for (const item of items.filter(({ firearm, explosive }) => !firearm && !explosive))
    await assess(play, item);
  return items;
}

async function registerAndCollect(
  play: Play,
  item: CollectedItem,
  incident: string,
  { scene, clearance }: AguelhokCase['camp'],
): Promise<void> {
  const { subject, en, fr, label } = item;
  await play.does(
    { en: `${label} is registered: ${en}`, fr: `${label} est enregistré : ${fr}` },
    {
      subject,
      type: 'evidence.registered',
      by: 'DEMO-WIT-1/WIT',
      refs: [clearance],
      body: registration(play, item, incident, scene),
    },
  );
  await play.does(
    { en: `${label} is collected before a witness`, fr: `${label} est prélevé devant témoin` },
    {
      subject,
      type: 'evidence.collected',
      by: 'DEMO-WIT-1/WIT',
      countersigned: ['DEMO-WIT-2/WIT as witness'],
      refs: [clearance],
      body: play.form('evidence.collected', place, {
        scene,
        method: { code: 'BY_HAND', text: null },
        precautions: [{ code: 'GLOVES_CHANGED', text: null }],
        observed: 'FOUND',
      }),
    },
  );
}

/** GATE-3: two persons look. */
async function clearWeapon(
  play: Play,
  { subject, label }: CollectedItem,
  aloneFirst: boolean,
): Promise<void> {
  const clear = (): StagedAct => ({
    subject,
    type: 'evidence.weapon-cleared',
    by: 'DEMO-WIT-1/WIT',
    body: play.form('evidence.weapon-cleared', place, {
      chamber: 'EMPTY',
      magazine: 'REMOVED',
      secondVisualCheck: true,
      tieThroughBarrel: false,
      ammunitionFound: false,
    }),
  });
  if (aloneFirst) {
    await play.isStopped(
      {
        en: `${label}: one person alone says that it is clear`,
        fr: `${label} : une seule personne atteste la sécurité`,
      },
      'countersignature.missing',
      clear(),
    );
  }
  await play.does(
    { en: `${label} is cleared by two`, fr: `${label} : mise en sécurité constatée par deux personnes` },
    { ...clear(), countersigned: ['DEMO-WIT-2/WIT as second-person'] },
  );
}

async function assess(play: Play, { subject, label }: CollectedItem): Promise<void> {
  await play.does(
    { en: `${label}: EOD finds no hazard`, fr: `${label} : NEDEX ne constate aucun danger` },
    {
      subject,
      type: 'evidence.safety-assessed',
      by: 'DEMO-EOD-1/EOD',
      body: play.form('evidence.safety-assessed', place, { result: 'NON_HAZARDOUS', basis: 'DEMO' }),
    },
  );
}

/** What EOD certifies before the rounds may travel (GATE-2). */
export function transportCertificate(play: Play): JsonObject {
  return play.form('evidence.certified', place, {
    certificate: 'DEMO-CERTIFICATE-1',
    result: 'CERTIFIED_FREE_FROM_EXPLOSIVES',
    basis: 'DEMO',
    limits: 'DEMO',
    validUntil: formatTime(play.clock.now + 30 * 86_400_000),
  });
}
