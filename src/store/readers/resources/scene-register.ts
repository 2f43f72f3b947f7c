import { sql } from 'kysely';
import Type from 'typebox';
import { Nullable, words } from '../../../custody/schema/described.js';
import type { Column } from '../resource.js';
import { mayRead } from '../visibility.js';

const Items = (en: string, fr: string) => Type.Integer(words(en, fr));

/**
 * E06, D1: what the register holds of a closed scene, to be set beside the counts its leader signed. That the two
 * differ is for people to look into; it refuses nothing. A part that was split off is no item of the scene, and what
 * the reader may not know of is not counted.
 */
export const registerOfScene: Column = {
  schema: Nullable(
    Type.Object(
      {
        recorded: Items('Items of the scene in the register', 'Pièces des lieux au registre'),
        collected: Items('Collected', 'Prélevées'),
        left: Items('Left in place', 'Laissées sur place'),
        destroyed: Items('Destroyed in place', 'Détruites sur place'),
        documentedOnly: Items('Documented only', 'Seulement décrites'),
      },
      { additionalProperties: false },
    ),
    words(
      'What the register holds, as far as the reader may know of it, beside the counts signed at the closing (state.closed.counts); null until closed',
      'Ce que contient le registre, pour ce que le lecteur peut en connaître, en regard des décomptes signés à la clôture (state.closed.counts) ; null avant la clôture',
    ),
  ),
  from: reading => sql`case when scene.closed then (
    select json_build_object(
      'recorded', count(*),
      'collected', count(*) filter (where evidence.collected_by is not null),
      'left', count(*) filter (where evidence.physical = 'LEFT_IN_SITU'),
      'destroyed', count(*) filter (where evidence.physical = 'DESTROYED_IN_SITU'),
      'documentedOnly', count(*) filter (where evidence.physical = 'DOCUMENTED_ONLY'))
    from evidence
    join event began on began.subject = 'evidence/' || evidence.id::text and began.seq = 1
    where evidence.incident = scene.incident and evidence.scene = scene.id
      and began.type = 'evidence.registered' and ${mayRead(reading, 'evidence', 'evidence', 'summary')}) end`,
};
