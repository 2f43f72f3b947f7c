import { formatTime } from '../../log/index.js';
import type { CustodyRecord } from '../../store/readers/custody/read-custody.js';
import type { CustodyPeriod } from '../paper/item.js';
import type { Moment } from '../paper/words.js';
import type { CustodyOfItem } from './custodies.js';
import { momentOfOrigin, type Origin } from './origins.js';
import { asWritten, type People } from './people.js';

type Boundary = NonNullable<CustodyRecord['periods'][number]['from']>;

/** Who had the item and where, end to end, with the times nobody answered for (RQ-04, GATE-12). */
function periodsOf({ periods, gaps }: CustodyOfItem, people: People): readonly CustodyPeriod[] {
  const held = periods.flatMap((period): readonly CustodyPeriod[] => {
    const { holding, from, until } = period;
    if (from === null) return [];
    const moments = { from: momentOf(from), until: until === null ? null : momentOf(until) };
    if (holding === null) {
      if (period.outside !== 'BETWEEN') return [];
      return [{ kind: 'gap', custodian: nobody, of: null, place: unknown, ...moments }];
    }
    const { officer, role, place, store, shelf, stage } = holding;
    return [
      {
        kind: stage === 'IN_TRANSIT' ? 'transit' : 'custody',
        custodian: people.tell({ officer, role }),
        of: null,
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
        of: null,
        place: unknown,
        from: { at: formatTime(from), precision: 'MINUTE' },
        until: until === null ? null : { at: formatTime(until), precision: 'MINUTE' },
      }),
    );
  return inOrder([...held, ...stated]);
}

/**
 * RQ-04: of an item that came of another what that went through goes before, as far as it is a piece of the dossier. A gap
 * that the part's own history repeats is told there.
 */
export function periodsSinceOrigin(
  own: CustodyOfItem,
  origins: readonly Origin[],
  custodies: ReadonlyMap<string, CustodyOfItem>,
  people: People,
): readonly CustodyPeriod[] {
  const told = periodsOf(own, people);
  const before = origins.flatMap(origin => {
    const custody = custodies.get(origin.piece?.subject ?? '');
    if (custody === undefined) return [];
    return periodsOf(custody, people).flatMap(period =>
      endedAt(period, momentOfOrigin(origin), origin.parent),
    );
  });
  const known = new Set(told.map(gapKey));
  return inOrder([...before.filter(period => period.kind !== 'gap' || !known.has(gapKey(period))), ...told]);
}

/** As far as it lies before the part came to be. */
function endedAt(period: CustodyPeriod, at: Moment, of: string): readonly CustodyPeriod[] {
  if (Date.parse(period.from.at) >= Date.parse(at.at)) return [];
  const goesOn = period.until === null || Date.parse(period.until.at) > Date.parse(at.at);
  return [{ ...period, of, until: goesOn ? at : period.until }];
}

function gapKey({ from, custodian }: CustodyPeriod): string {
  return `${Date.parse(from.at)} ${custodian.fr}`;
}

function inOrder(periods: readonly CustodyPeriod[]): readonly CustodyPeriod[] {
  return [...periods].sort((one, other) => Date.parse(one.from.at) - Date.parse(other.from.at));
}

const nobody = { fr: 'Aucun détenteur inscrit', en: 'No custodian on record' };
const unknown = { fr: 'non précisé', en: 'not stated' };

function momentOf({ at, precision }: Boundary): Moment {
  return { at: formatTime(at), precision };
}
