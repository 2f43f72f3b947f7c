import type { JsonObject } from '../../../log/index.js';
import { aguelhokItems, mortarTail } from '../items/aguelhok.js';
import { coded, type RegisteredItem, tellItem } from '../items/demo-item.js';
import type { Play } from '../play.js';
import type { Setting } from '../setting.js';
import { closeScene } from './close-scene.js';
import { collectItems, collection, register, withSubject } from './collection.js';
import { destroyInPlace, findHazardous } from './make-safe.js';
import { clearScene, entry, openScene, type Permission, type Scene } from './scene-acts.js';

const collector = 'DEMO-WIT-1/WIT';

/** What was collected, by the scene it was found at. */
export interface CollectedCase {
  readonly incident: string;
  readonly camp: readonly RegisteredItem[];
  readonly outposts: readonly RegisteredItem[];
  readonly launchSite: readonly RegisteredItem[];
  /** Registered, and destroyed where it lay. */
  readonly destroyed: RegisteredItem;
}

/** The three scenes of Aguelhok, each under a clearance of its own (GATE-1). */
export async function playScenes(play: Play, setting: Setting, incident: string): Promise<CollectedCase> {
  play.narrator.heading({ en: 'First scene: the camp', fr: 'Premiers lieux : le camp' });
  const camp = await playCamp(play, setting, incident);
  play.narrator.heading({ en: 'Second scene: the outposts', fr: 'Deuxièmes lieux : les postes avancés' });
  const outposts = await playOutposts(play, setting, incident);
  play.narrator.heading({
    en: 'Third scene: the launch site',
    fr: 'Troisièmes lieux : le site de lancement',
  });
  const { launchSite, destroyed } = await playLaunchSite(play, setting, incident);
  return { incident, camp, outposts, launchSite, destroyed };
}

/** Devices were laid at sites that the mission would investigate: nobody goes in before EOD. */
async function playCamp(play: Play, setting: Setting, incident: string): Promise<readonly RegisteredItem[]> {
  const { scene, opened } = await openScene(play, setting, incident, 'camp', 'DEMO-SCENE camp');
  const tooEarly = entry(play, scene, collector, { refs: [opened] });
  await play.isStopped(
    {
      en: 'The collector enters the camp before EOD has cleared it.',
      fr: "Le collecteur entre dans le camp avant l'autorisation NEDEX.",
    },
    'scene.not-cleared',
    tooEarly,
  );
  const other = play.narrator.language === 'fr' ? 'en' : 'fr';
  await play.isStoppedFor(
    'DEMO-WIT-1',
    other,
    {
      en: 'The same, answered in French: every message exists in both languages.',
      fr: 'Le même refus, répondu en anglais : tout message existe dans les deux langues.',
    },
    'scene.not-cleared',
    tooEarly,
  );
  const permission = await enterCleared(play, scene);
  const items = await collectItems(play, incident, scene, aguelhokItems.camp, permission);
  await closeScene(play, setting, scene, permission, { collected: items.length, destroyed: 0 });
  return items;
}

/** The necessity override of GATE-1: by a named officer whose role may, with a reason that stays for ever. */
async function playOutposts(
  play: Play,
  setting: Setting,
  incident: string,
): Promise<readonly RegisteredItem[]> {
  const { scene } = await openScene(play, setting, incident, 'outposts', 'DEMO-SCENE outposts');
  const override = (officer: string): JsonObject => ({
    gate: 'GATE-1',
    officer: play.officer(officer),
    reason: 'DEMO: fire goes on, EOD cannot come up, the rifle would be lost',
  });
  await play.isStopped(
    {
      en: 'The first responder takes it upon himself to go in without clearance.',
      fr: "Le primo-intervenant prend sur lui d'entrer sans autorisation.",
    },
    'override.role-not-allowed',
    entry(play, scene, 'DEMO-FR-1/FR', { overrides: [override('DEMO-FR-1')] }),
  );
  const alone: Permission = { overrides: [override('DEMO-WIT-1')] };
  await play.isStopped(
    {
      en: 'The leader of the scene opens the gate to himself, and nobody signs beside him.',
      fr: 'Le chef des opérations lève le verrou pour lui-même, et personne ne signe à ses côtés.',
    },
    'override.second-officer-missing',
    entry(play, scene, collector, alone),
  );
  const necessity: Permission = { ...alone, second: 'DEMO-WIT-2/WIT as overriding-officer' };
  await play.does(
    {
      en: 'The leader of the scene passes GATE-1 by necessity, by name and with his reason; a second officer signs too.',
      fr: 'Le chef des opérations lève le verrou GATE-1 par nécessité, nommément et en donnant sa raison ; un second officier signe aussi.',
    },
    entry(play, scene, collector, necessity),
  );
  const [first, ...others] = aguelhokItems.outposts;
  const underFire = first === undefined ? [] : [first];
  const early = await collectItems(play, incident, scene, underFire, necessity);
  const permission = await enterCleared(play, scene);
  const later = await collectItems(play, incident, scene, others, permission);
  const items = [...early, ...later];
  await closeScene(play, setting, scene, permission, { collected: items.length, destroyed: 0 });
  return items;
}

/** RQ-41: what is not safe to move is sampled, photographed and destroyed where it lies. */
async function playLaunchSite(play: Play, setting: Setting, incident: string) {
  const { scene } = await openScene(play, setting, incident, 'launchSite', 'DEMO-SCENE launch site');
  const permission = await enterCleared(play, scene);
  const movable = aguelhokItems.launchSite.filter(({ label }) => label !== 'DEMO-MORTAR-UNSAFE');
  const items = await collectItems(play, incident, scene, movable, permission);
  const unsafe = aguelhokItems.launchSite
    .filter(item => !movable.includes(item))
    .map(item => withSubject(play, item));
  const [destroyed] = unsafe;
  if (destroyed === undefined) throw new Error('nothing is to be destroyed');
  await play.does(
    {
      en: 'The collector registers what he leaves where it lies:',
      fr: "Le collecteur enregistre ce qu'il laisse en place :",
      details: [tellItem(destroyed)],
    },
    register(play, incident, scene, destroyed, permission),
  );
  await findHazardous(play, scene, destroyed, collection(play, scene, destroyed, permission));
  const tail = await takeSample(play, incident, scene, destroyed, permission);
  await destroyInPlace(play, scene, destroyed, tail);
  const launchSite = [...items, tail];
  await closeScene(play, setting, scene, permission, { collected: launchSite.length, destroyed: 1 });
  return { launchSite, destroyed };
}

async function takeSample(
  play: Play,
  incident: string,
  scene: Scene,
  parent: RegisteredItem,
  permission: Permission,
): Promise<RegisteredItem> {
  const tail = withSubject(play, mortarTail);
  const derivedFrom = { parent: parent.id, root: parent.id, relation: coded('COMPONENT') };
  await play.does(
    {
      en: 'Samples are taken from the rounds that will be destroyed; each leads back to what it came from:',
      fr: 'Des échantillons sont prélevés sur les obus qui seront détruits ; chacun renvoie à sa pièce mère :',
      details: [tellItem(tail)],
    },
    register(play, incident, scene, tail, permission, { derivedFrom }),
    collection(play, scene, tail, permission),
  );
  return tail;
}

async function enterCleared(play: Play, scene: Scene): Promise<Permission> {
  const clearance = await clearScene(play, scene);
  await play.does(
    { en: `The collector enters ${scene.label}.`, fr: `Le collecteur entre : ${scene.label}.` },
    entry(play, scene, collector, { refs: [clearance] }),
  );
  return { refs: [clearance] };
}
