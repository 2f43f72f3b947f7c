import { createHash } from 'node:crypto';
import type { EvidenceState } from '../../../src/custody/evidence/state.js';
import type { PlacedAct } from '../../../src/custody/rule.js';
import type { SceneState } from '../../../src/custody/scene/state.js';
import type { Sop } from '../../../src/custody/sop/document.js';
import type { JsonObject } from '../../../src/log/index.js';
import { collectedBody, registeredBody } from '../../helpers/bodies/evidence.js';
import { itemSubject } from '../../helpers/held-item.js';
import { circumstances, type Intent, Procedure, uuidOf } from '../../helpers/procedure.js';

export const sceneId = uuidOf('DEMO-SCENE');

/** A case with a scene nobody has cleared; the collector is known. */
export function begunCase(sop?: Sop): Procedure {
  const procedure = new Procedure(sop);
  procedure.suppose(`incident/${uuidOf('DEMO-INCIDENT')}`, {});
  procedure.suppose(`incident/${uuidOf('DEMO-INCIDENT-2')}`, {});
  procedure.suppose(`scene/${sceneId}`, { incident: uuidOf('DEMO-INCIDENT'), permissions: {} });
  procedure.enlist('DEMO-WIT-1', 'WIT');
  return procedure;
}

function clearanceId(at: string, validUntil: string): string {
  return createHash('sha256').update(`cleared ${at} ${validUntil}`).digest('base64url');
}

/** The scene was cleared by EOD for this time; gives the `event_id` that acts at the scene name in `refs`. */
export function supposeCleared(procedure: Procedure, at: string, validUntil: string): string {
  const eventId = clearanceId(at, validUntil);
  const cleared: PlacedAct = {
    eventId,
    subject: `scene/${sceneId}`,
    id: sceneId,
    seq: 2,
    type: 'scene.cleared',
    form: 1,
    actor: { officer: uuidOf('DEMO-EOD-1'), role: 'EOD' },
    kid: 'DEMO',
    at,
    refs: [],
    body: { ...circumstances(at), validUntil },
    index: 0,
    receivedAt: procedure.now,
  };
  procedure.world.events.set(eventId, cleared);
  const permission = { basis: 'CLEARANCE', officer: uuidOf('DEMO-EOD-1'), from: at, validUntil };
  procedure.suppose(`scene/${sceneId}`, {
    ...procedure.state<SceneState>(`scene/${sceneId}`),
    permissions: { [eventId]: { ...permission, withdrawn: null } },
  });
  return eventId;
}

export const registeredAt = '2021-04-02T07:00:00Z';
export const collectedAt = '2021-04-02T07:30:00Z';

export function actOn(
  name: string,
  word: string,
  by: string,
  body: JsonObject,
  more: Partial<Intent> = {},
): Intent {
  return { subject: itemSubject(name), type: `evidence.${word}`, by, body, ...more };
}

const clearedFor = ['2021-04-02T06:00:00Z', '2021-04-02T12:00:00Z'] as const;

/** A case with one item, `DEMO-ITEM`, registered at the cleared scene. */
export function withItem(body: JsonObject = registeredBody(registeredAt), sop?: Sop): Procedure {
  const procedure = begunCase(sop);
  const refs = [supposeCleared(procedure, ...clearedFor)];
  const atScene = { ...body, scene: sceneId };
  procedure.accept(actOn('DEMO-ITEM', 'registered', 'DEMO-WIT-1/WIT', atScene, { refs }));
  return procedure;
}

/** The item of `withItem` is collected, under the clearance of its scene. */
export function collect(changes: JsonObject = {}, by = 'DEMO-WIT-1/WIT'): Intent {
  return actOn('DEMO-ITEM', 'collected', by, collectedBody(collectedAt, { scene: sceneId, ...changes }), {
    refs: [clearanceId(...clearedFor)],
    countersigned: ['DEMO-WIT-2/WIT as witness'],
  });
}

/** A case with one collected item, in the hands of `DEMO-WIT-1`. */
export function withCollected(body?: JsonObject, sop?: Sop): Procedure {
  const procedure = withItem(body, sop);
  procedure.accept(collect());
  return procedure;
}

export const siteId = uuidOf('DEMO-SITE');
export const stores = {
  general: uuidOf('DEMO-STORE general'),
  arms: uuidOf('DEMO-STORE arms'),
  magazine: uuidOf('DEMO-STORE magazine'),
  quarantine: uuidOf('DEMO-STORE quarantine'),
} as const;

/** A site with a general room, an armoury, a magazine for explosives and a quarantine. */
export function supposeSite(procedure: Procedure): void {
  const store = (id: string, name: string, hazardClasses: readonly string[], traits: object = {}) => ({
    store: id,
    name,
    shelves: ['A1', 'A2'],
    hazardClasses,
    divisions: [],
    highRisk: true,
    quarantine: false,
    open: true,
    ...traits,
  });
  procedure.suppose(`site/${siteId}`, {
    corrections: [],
    name: 'DEMO-SITE',
    description: 'DEMO camp',
    unit: null,
    stores: [
      store(stores.general, 'DEMO general', ['NONE'], { highRisk: false }),
      store(stores.arms, 'DEMO arms', ['FIREARM']),
      store(stores.magazine, 'DEMO magazine', ['EXPLOSIVE', 'AMMUNITION'], { divisions: ['1.4'] }),
      store(stores.quarantine, 'DEMO quarantine', ['FIREARM'], { quarantine: true }),
    ],
  });
}

export function atSite(at: string): JsonObject {
  return circumstances(at, { place: { site: siteId, description: 'DEMO-SITE', position: null } });
}

export function stateOf(procedure: Procedure, name = 'DEMO-ITEM'): EvidenceState {
  return procedure.state<EvidenceState>(itemSubject(name));
}
