import { MaybeMoment, MaybeUuid, Moment, Shown, Uuid, uuidFilter } from '../fields.js';
import { column, type ResourceDefinition } from '../resource.js';

const of = (schema: Parameters<typeof column>[0], name: string) => column(schema, 'visit', name);

/** Visits: who was at a scene, from when to when. */
export const visitResource: ResourceDefinition = {
  resource: 'visits',
  path: 'visits',
  kind: 'visit',
  title: { en: 'Visits to scenes', fr: 'Passages sur les scènes' },
  columns: {
    scene: of(Uuid('Scene', 'Scène'), 'scene'),
    visitor: of(Uuid('Who went in', 'Qui est entré'), 'visitor'),
    role: of(Shown('In which role', 'En quelle qualité'), 'role'),
    purpose: of(Shown('Purpose', 'Motif'), 'purpose'),
    escort: of(MaybeUuid('Escort', 'Accompagnateur'), 'escort'),
    entered: of(Moment('When in', 'Entrée'), 'entered'),
    left: of(MaybeMoment('When out; null while inside', 'Sortie ; null tant que présent'), 'left_at'),
  },
  filters: {
    scene: uuidFilter('visit.scene', 'Scene', 'Scène'),
    visitor: uuidFilter('visit.visitor', 'Who went in', 'Qui est entré'),
  },
};
