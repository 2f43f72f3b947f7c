import { formatTime } from '../../log/index.js';
import type { CustodyRecord } from '../../store/readers/custody/read-custody.js';
import type { CustodyPeriod } from '../paper/item.js';
import type { Moment } from '../paper/words.js';
import type { CustodyOfItem } from './custodies.js';
import { asWritten, type People } from './people.js';

type Boundary = NonNullable<CustodyRecord['periods'][number]['from']>;

/** Who had the item and where, end to end, with the times nobody answered for (RQ-04, GATE-12). */
export function periodsOf({ periods, gaps }: CustodyOfItem, people: People): readonly CustodyPeriod[] {
  const held = periods.flatMap((period): readonly CustodyPeriod[] => {
    const { holding, from, until } = period;
    if (from === null) return [];
    const moments = { from: momentOf(from), until: until === null ? null : momentOf(until) };
    if (holding === null) {
      if (period.outside !== 'BETWEEN') return [];
      return [{ kind: 'gap', custodian: nobody, place: unknown, ...moments }];
    }
    const { officer, role, place, store, shelf, stage } = holding;
    return [
      {
        kind: stage === 'IN_TRANSIT' ? 'transit' : 'custody',
        custodian: people.tell({ officer, role }),
        place: asWritten([place, store === null ? null : shelf].filter(part => part !== null).join(', ')),
        ...moments,
      },
    ];
  });
  const stated = gaps
    .filter(({ reason }) => reason !== null)
    .map(
      ({ from, until, reason }): CustodyPeriod => ({
        kind: 'gap',
        custodian: { fr: `Lacune déclarée : ${reason}`, en: `Gap as stated: ${reason}` },
        place: unknown,
        from: { at: formatTime(from), precision: 'MINUTE' },
        until: until === null ? null : { at: formatTime(until), precision: 'MINUTE' },
      }),
    );
  return [...held, ...stated].sort((one, other) => Date.parse(one.from.at) - Date.parse(other.from.at));
}

const nobody = { fr: 'Aucun détenteur inscrit', en: 'No custodian on record' };
const unknown = { fr: 'non précisé', en: 'not stated' };

function momentOf({ at, precision }: Boundary): Moment {
  return { at: formatTime(at), precision };
}
