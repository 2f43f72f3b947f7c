import { Flag } from '../../../custody/schema/described.js';
import { flagFilter, MaybeShown, MaybeUuid, Shown, Uuid, uuidFilter } from '../fields.js';
import { column, type ResourceDefinition } from '../resource.js';
import { registerOfScene } from './scene-register.js';

const of = (schema: Parameters<typeof column>[0], name: string) => column(schema, 'scene', name);

/** Scenes of an incident, each with its own clearance. */
export const sceneResource: ResourceDefinition = {
  resource: 'scenes',
  path: 'scenes',
  kind: 'scene',
  title: { en: 'Scenes', fr: 'Scènes' },
  columns: {
    incident: of(Uuid('Incident', 'Incident'), 'incident'),
    name: of(Shown('Name', 'Nom'), 'name'),
    kind: of(Shown('Kind of scene', 'Nature de la scène'), 'scene_kind'),
    hazardExcluded: of(
      Flag('Is an explosive hazard excluded?', 'Un danger explosif est-il exclu ?'),
      'hazard_excluded',
    ),
    leader: of(MaybeUuid('Leader of the work there', 'Responsable des travaux'), 'leader'),
    closed: of(Flag('Is it closed?', 'Est-elle fermée ?'), 'closed'),
    exploited: of(
      MaybeShown(
        'How far it was exploited; null until closed',
        'Degré d’exploitation ; null avant la fermeture',
      ),
      'exploited',
    ),
    register: registerOfScene,
  },
  filters: {
    incident: uuidFilter('scene.incident', 'Incident', 'Incident'),
    closed: flagFilter('scene.closed', 'Is it closed?', 'Est-elle fermée ?'),
    leader: uuidFilter('scene.leader', 'Leader of the work there', 'Responsable des travaux'),
  },
};
