import { evidenceNumber } from '../../../custody/evidence/number.js';
import type { JsonObject } from '../../../log/index.js';
import type { StagedAct } from '../../cast/stage.js';
import { coded, type DemoItem, type RegisteredItem, tellItem } from '../items/demo-item.js';
import type { Play } from '../play.js';
import { registration } from '../register-item.js';
import type { Permission, Scene } from './scene-acts.js';

const collector = 'DEMO-WIT-1/WIT';

/** E07, E08: each item is registered, photographed and, where it may be moved, collected before a witness. */
export async function collectItems(
  play: Play,
  incident: string,
  scene: Scene,
  items: readonly DemoItem[],
  permission: Permission,
): Promise<readonly RegisteredItem[]> {
  const registered = items.map(item => withSubject(play, item));
  await play.does(
    {
      en: `The collector registers and photographs what lies at ${scene.label}, and collects it before a witness:`,
      fr: `Le collecteur enregistre et photographie ce qui se trouve : ${scene.label}, et le prélève devant témoin :`,
      details: registered.map(tellItem),
    },
    ...registered.flatMap(item => [
      register(play, incident, scene, item, permission),
      collection(play, scene, item, permission),
    ]),
  );
  return registered;
}

export function withSubject(play: Play, item: DemoItem): RegisteredItem {
  const id = play.newId(item.label);
  play.narrator.name(evidenceNumber(id), item.label);
  return { ...item, id, subject: `evidence/${id}` };
}

export function register(
  play: Play,
  incident: string,
  { scene, label }: Scene,
  item: RegisteredItem,
  { refs = [], overrides = [], second }: Permission,
  members: JsonObject = {},
): StagedAct {
  return {
    subject: item.subject,
    type: 'evidence.registered',
    by: collector,
    refs,
    countersigned: second === undefined ? [] : [second],
    body: registration(play, item, {
      incident,
      scene,
      place: label,
      by: 'DEMO-WIT-1',
      members: { ...members, overrides: [...overrides] },
    }),
  };
}

export function collection(
  play: Play,
  { scene, label }: Scene,
  { subject }: RegisteredItem,
  { refs = [], overrides = [], second }: Permission,
): StagedAct {
  return {
    subject,
    type: 'evidence.collected',
    by: collector,
    // Who decides with the collector that the gate is passed is not the one who witnesses what he did.
    countersigned:
      second === undefined ? ['DEMO-WIT-2/WIT as witness'] : ['DEMO-CSO-1/CSO as witness', second],
    refs,
    body: play.form('evidence.collected', label, {
      scene,
      method: coded('BY_HAND'),
      precautions: [coded('GLOVES_CHANGED')],
      observed: 'FOUND',
      overrides: [...overrides],
    }),
  };
}
