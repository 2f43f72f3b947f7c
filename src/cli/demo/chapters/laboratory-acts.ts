import type { JsonObject } from '../../../log/index.js';
import type { StagedAct } from '../../cast/stage.js';
import { asListed, itemEvents, type Packed } from '../consignment.js';
import type { RegisteredItem } from '../items/demo-item.js';
import type { Play } from '../play.js';
import { laboratoryPlace } from './laboratory-custody.js';

export const reviewer = 'DEMO-LABV-1/LABV';
export const reviewed: readonly string[] = [`${reviewer} as reviewer`];

/** An examination of the story and the items that an act on it lists. */
export interface Examination {
  readonly play: Play;
  readonly id: string;
  readonly items: readonly RegisteredItem[];
}

/** The first of them, of two items. */
export interface Laboratory extends Examination {
  readonly items: readonly [vehicle: RegisteredItem, casings: RegisteredItem];
}

/** An act on the examination with the event of each item. */
export function act(
  { play, id, items }: Examination,
  [type, itemType]: readonly [string, string],
  by: string,
  members: JsonObject,
  said: readonly (JsonObject | null)[],
  countersigned: readonly string[] = [],
): StagedAct {
  const body = play.form(type, type === 'examination.requested' ? 'DEMO-HQ' : laboratoryPlace, members);
  const packages = items.flatMap((item, at) => {
    const line = said[at] ?? null;
    return line === null ? [] : itemEvents([alone(item)], itemType, body, () => line);
  });
  return { subject: `examination/${id}`, type, by, countersigned: [...countersigned], body, items: packages };
}

/** RQ-51: reception finds all as it was sent; under a seal it counts nothing. */
export function foundByReception(packages: readonly Packed[]): readonly JsonObject[] {
  return packages.flatMap(packed =>
    packed.items.map(item => {
      const { nationalReference: _reference, nationalSeal: _seal, ...line } = asListed(item, packed);
      return line as JsonObject;
    }),
  );
}

function alone(item: RegisteredItem): Packed {
  return { id: null, sealNumber: null, exception: null, items: [item] };
}
