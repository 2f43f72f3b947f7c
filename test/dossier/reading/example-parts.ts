import type { ReportEvent } from '../../../src/audit/report/report-event.js';
import { evidenceNumber } from '../../../src/custody/evidence/number.js';
import type { DossierReading } from '../../../src/dossier/reading/dossier-reading.js';
import { readOrigins } from '../../../src/dossier/reading/origins.js';
import { People } from '../../../src/dossier/reading/people.js';
import type { ItemPiece } from '../../../src/dossier/reading/read-pieces.js';
import type { LogSnapshot } from '../../../src/store/readers/snapshot/log-snapshot.js';

export const id = (end: string) => `019b2c3d-4e5f-7a6b-8c7d-000000${end}`;
export const [lot, part, lift] = [id('00000a'), id('00000b'), id('00000c')];
export const people = await People.read({ states: async () => new Map() } as unknown as DossierReading, []);

export function act(eventId: string, type: string, at: string, body: object = {}, role = 'HQC'): ReportEvent {
  const occurred = { at: `2021-04-${at}:00.000Z`, precision: 'MINUTE' };
  const actor = { officer: id('aaaaa1'), role };
  return {
    ...{ index: 1, receivedAt: 0, disclosed: new Set() },
    event: {
      eventId,
      type,
      form: 1,
      actor,
      body: { occurred, place: { description: 'DEMO-STORE' }, ...body },
    },
  } as unknown as ReportEvent;
}

/** A piece with these acts; `assessed` is the act that its safety rests on. */
export function piece(
  number: number,
  of: string,
  parent: string | null,
  assessed: string | null,
  ...acts: readonly ReportEvent[]
): ItemPiece {
  const safety = { status: 'NON_HAZARDOUS', event: assessed, certificate: null, validUntil: null };
  return {
    ...{ subject: `evidence/${of}`, number, nature: 'ORIGINAL' },
    state: { number: evidenceNumber(of), parent, safety },
    history: {
      acts,
      groups: new Map([['split', act('split', 'evidence.split', '04T21:57')]]),
      countersigned: new Map([['split', [act('c', 'evidence.countersigned', '04T21:58', {}, 'SEC')]]]),
    },
  } as unknown as ItemPiece;
}

/** What an item came of in a dossier of these items, with these acts of its parent inside alone. */
export async function originsOf(
  item: ItemPiece,
  items: readonly ItemPiece[],
  named: readonly ReportEvent[] = [],
) {
  const empty = { placesWithCountersignatures: async () => [], events: () => [] };
  const origins = await readOrigins(empty as unknown as LogSnapshot, items);
  return (origins.get(item.subject) ?? []).map(origin => ({ ...origin, named }));
}

export const found = act('found', 'evidence.safety-assessed', '02T08:00', {
  ...{ result: 'NON_HAZARDOUS', basis: 'DEMO: no primer' },
});
export const parent = piece(1, lot, null, 'found', found);
export const divided = piece(
  2,
  part,
  lot,
  'found',
  act('d', 'evidence.derived', '04T21:57', { group: 'split' }),
);
export const taken = piece(
  3,
  lift,
  part,
  null,
  act('o', 'evidence.obtained', '06T09:00', { group: 'sampled' }),
);
