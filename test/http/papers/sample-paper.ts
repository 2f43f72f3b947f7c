import type { PaperCheckpoint } from '../../../src/http/papers/paper-checkpoint.js';
import { transferPaperPage } from '../../../src/http/papers/transfer-paper.js';
import type { TransferPaper } from '../../../src/store/readers/transfer/read-transfer-paper.js';
import type { SignedAct } from '../../../src/store/readers/transfer/signed-act.js';

export const hostile = `<script>alert("1")</script>'&`;

export const occurred = {
  at: '2021-04-02T12:34:56Z',
  precision: 'MINUTE',
  zone: 'Africa/Bamako',
  clockDoubt: null,
} as const;

export function act(
  type: string,
  index: number,
  itemBody: SignedAct['body'],
  changes: Partial<SignedAct> = {},
): SignedAct {
  return {
    eventId: `event-${index}`,
    index,
    type: `transfer.${type}`,
    form: 1,
    officer: 'officer-1',
    role: 'WIT',
    roleInForce: true,
    disputed: false,
    keyLost: null,
    receivedAt: Date.parse('2021-04-02T13:00:00Z'),
    late: null,
    corrections: [],
    occurred,
    place: 'DEMO-PLACE',
    body: { leg: { number: 1, of: 2 }, purpose: hostile, means: 'ROAD' },
    countersigned: [],
    items: [
      {
        item: 'item-1',
        type: 'evidence.received',
        form: 2,
        eventId: `item-event-${index}`,
        index: index + 1,
        body: itemBody,
      },
    ],
    ...changes,
  };
}

export const offered = act('offered', 3, {
  description: hostile,
  quantity: { amount: '143', unit: 'PIECE' },
  sealNumber: 'DEMO-000001',
  sealException: null,
  hazard: null,
  certificates: [],
});

export const received = (changes: SignedAct['body'] = {}) =>
  act('received', 7, {
    quantity: { amount: '143.0', unit: 'PIECE' },
    seals: [{ number: 'DEMO-000001', found: 'DEMO-000001', status: 'VERIFIED_INTACT' }],
    condition: 'DEMO',
    conditionAgrees: true,
    description: 'DEMO: cases',
    descriptionAgrees: true,
    reserve: null,
    nationalReference: null,
    nationalSeal: null,
    ...changes,
  });

export const countMismatch = {
  kind: 'COUNT_MISMATCH',
  open: true,
  outcome: null,
  ofTransfer: false,
  corrections: [],
};

const side = { role: 'WIT', unit: null, site: null, store: null };

export function paperOf(acts: readonly SignedAct[], changes: Partial<TransferPaper> = {}): TransferPaper {
  const answered = acts.some(({ type }) => type === 'transfer.received');
  return {
    id: 'transfer-1',
    transfer: {
      corrections: [],
      kind: 'STORAGE',
      stage: answered ? 'RECEIVED' : 'OFFERED',
      manifest: hostile,
      giver: { ...side, officer: 'officer-1', capacity: hostile },
      receiver: { ...side, officer: null, role: 'SEC', capacity: 'DEMO' },
      release: null,
      container: null,
      plannedDeparture: '2021-04-02T12:00:00Z',
      plannedArrival: '2021-04-03T12:00:00Z',
      begunAt: occurred.at,
      legs: [],
      lines: { 'item-1': answered ? 'RECEIVED' : 'OFFERED' },
    },
    acts,
    items: [
      {
        id: 'item-1',
        number: 'AAAA-BBBB-CCCC-D',
        category: 'AMMUNITION',
        subCategory: 'CARTRIDGE_CASE',
        description: { en: 'DEMO cases', fr: 'Douilles DEMO' },
        discrepancyOpen: false,
        corrections: [],
        record: { remarks: [], openDiscrepancies: [], filesOwed: 0, holds: [], stopped: false },
      },
    ],
    discrepancies: new Map(),
    release: null,
    files: new Map(),
    units: new Map(),
    sites: new Map(),
    stores: new Map(),
    ...changes,
  };
}

const surroundings = {
  origin: 'demo.example/AAAA',
  checkpoint: { note: 'note\n', size: 9, cosignatures: [], quorum: false },
  printed: '2021-04-05T10:00:00.000Z',
};
export const print = async (
  paper: TransferPaper,
  language: 'en' | 'fr' = 'en',
  origin = surroundings.origin,
  checkpoint: PaperCheckpoint = surroundings.checkpoint,
) => (await transferPaperPage(paper, { ...surroundings, origin, checkpoint, language })).page;

/** The part of a page between two texts that stand on it once. */
export function between(page: string, from: string, until: string): string {
  const start = page.indexOf(from);
  return page.slice(start, page.indexOf(until, start));
}
