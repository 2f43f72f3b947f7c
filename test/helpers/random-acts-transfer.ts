import type { EvidenceState, Transit } from '../../src/custody/evidence/state.js';
import type { ReleaseState } from '../../src/custody/release/state.js';
import type { SiteState } from '../../src/custody/site/state.js';
import { checkTakenIn } from '../../src/custody/site/storage.js';
import type { TransferState } from '../../src/custody/transfer/state.js';
import { formatTime, type JsonObject } from '../../src/log/index.js';
import {
  handoverRecord,
  legBody,
  manifestLine,
  offeredBody,
  receivedBody,
  receivedItem,
  receiverOf,
  refusedBody,
  signedOnPaper,
  takenOverBody,
  takenOverItem,
  transferAct,
  travellingItem,
} from './bodies/transfer.js';
import { circumstances, type Intent, uuidOf } from './procedure.js';
import { sites } from './random-acts-item.js';
import type { Custody } from './random-custody.js';

const ours = ['WIT', 'CSO', 'EOD', 'SEC', 'HQC', 'LABR'];
const couriers = ['COU', 'EOD'];
const unbroken = ({ seal }: EvidenceState) =>
  seal !== null && (seal.status === 'APPLIED' || seal.status === 'VERIFIED_INTACT');

const certified: readonly string[] = ['CERTIFIED_FREE_FROM_EXPLOSIVES', 'EXPLOSIVE_CERTIFIED_FOR_TRANSPORT'];

const offerable = (state: EvidenceState) =>
  ['COLLECTED', 'HELD'].includes(state.physical) &&
  state.transit === null &&
  state.safety.status !== 'HAZARDOUS_DO_NOT_MOVE' &&
  (!state.firearm || state.safety.weaponCleared) &&
  (!state.explosivePossible || certified.includes(state.safety.status));

/** Items of one custodian that may be offered together, whole packages. */
function consignment(c: Custody, fits: (state: EvidenceState) => boolean): readonly string[] {
  const first = c.anItem(fits);
  if (first === undefined) return [];
  const { officer } = c.item(first).custody ?? {};
  const same = c.itemsThat(state => fits(state) && state.custody?.officer === officer);
  return c.withPackages([...new Set([first, ...c.choice.some(same, 3)])]);
}

function lines(c: Custody, items: readonly string[]) {
  return items.map(subject => {
    const state = c.item(subject);
    const dangerous = state.explosivePossible || state.firearm || state.hazardClass !== null;
    return {
      subject,
      body: manifestLine(state, {
        hazard: dangerous ? 'DEMO' : null,
        sealException: unbroken(state) ? null : 'DEMO: seal broken or none',
      }),
    };
  });
}

function planned(c: Custody): JsonObject {
  return {
    ...c.circumstances(),
    plannedDeparture: formatTime(c.stage.now + 3_600_000),
    plannedArrival: formatTime(c.stage.now + 7_200_000),
    dangerousGoodsReference: 'DEMO-DGD-1',
  };
}

function offer(c: Custody, items: readonly string[], to: JsonObject, changes: JsonObject = {}): Intent {
  const by = c.who(c.item(items[0] ?? '').custody?.officer);
  const body = offeredBody(to, c.at, { ...planned(c), ...changes });
  return transferAct('offered', by, [], body, lines(c, items), c.fresh('transfer'));
}

/** Items of a transfer that stand at one of these stages; of one bearer. */
function onTheWay(c: Custody, stages: readonly Transit['stage'][], kinds?: readonly string[]) {
  const fits = ({ transit, physical }: EvidenceState) =>
    transit !== null &&
    physical !== 'UNACCOUNTED' &&
    stages.includes(transit.stage) &&
    (kinds === undefined || kinds.includes(transit.kind));
  const first = c.choice.of(c.items.filter(subject => fits(c.item(subject))));
  const transit = first === undefined ? null : c.item(first).transit;
  if (transit === null || first === undefined) return undefined;
  const bearer = c.item(first).custody?.officer;
  const items = Object.keys(c.state<TransferState>(`transfer/${transit.transfer}`)?.lines ?? {})
    .map(item => `evidence/${item}`)
    .filter(subject => {
      const state = c.item(subject);
      return state.transit?.transfer === transit.transfer && fits(state) && state.custody?.officer === bearer;
    });
  return { transit, items, bearer: c.who(bearer), subject: `transfer/${transit.transfer}` };
}

function some(c: Custody, items: readonly string[]): readonly string[] {
  return c.careless ? c.choice.some(items, items.length) : c.withPackages(c.choice.some(items, items.length));
}

/** The site of the receiver, where it has room for all of it; else somewhere outside. */
function siteFor(c: Custody, items: readonly string[]): string | null {
  const site = c.choice.one(sites);
  const state = c.state<SiteState>(`site/${site}`);
  const fits =
    state !== undefined && items.every(item => checkTakenIn(state, null, c.item(item), '').length === 0);
  return fits || c.careless ? site : null;
}

/** What the receiver finds: what the record says, or, where a discrepancy is open, a seal broken or a count wrong. */
function found(c: Custody, subject: string): JsonObject {
  const state = c.item(subject);
  const [open] = Object.entries(state.discrepancies).flatMap(([id, { open }]) => (open ? [id] : []));
  const seals =
    state.seal === null
      ? []
      : [
          {
            number: state.seal.number,
            found: state.seal.number,
            status: unbroken(state) ? 'VERIFIED_INTACT' : state.seal.status,
          },
        ];
  const read = ['MISSING', 'UNREADABLE'].includes(state.seal?.status ?? '')
    ? seals.map(seal => ({ ...seal, found: null }))
    : seals;
  const usual = receivedItem(state, { seals: read });
  if (open === undefined || c.choice.once(2)) return usual;
  const broken = seals.map(seal => ({ ...seal, status: 'DAMAGED_UNEXPLAINED' }));
  return {
    ...usual,
    seals: broken,
    conditionAgrees: false,
    reserve: { text: 'DEMO: not as described', discrepancies: [open] },
  };
}

/** Transfers and releases. */
export const transferActs: Readonly<Record<string, (c: Custody) => Intent | undefined>> = {
  'transfer.offered'(c) {
    const onward = c.choice.once(6) ? onTheWay(c, ['REFUSED']) : undefined;
    const items = onward === undefined ? consignment(c, offerable) : c.withPackages(onward.items);
    const [first] = items;
    if (first === undefined) return undefined;
    const receiver = c.somebody(ours, c.who(c.item(first).custody?.officer));
    const [name = '', role = ''] = receiver.split('/');
    const container = c.choice.once(4) ? { number: 'DEMO-C-1', seal: `DC-${c.next()}` } : null;
    return offer(c, items, receiverOf(uuidOf(name), role), { container });
  },
  'transfer.recalled'(c) {
    const way = onTheWay(c, ['OFFERED']);
    if (way === undefined) return undefined;
    const body = { ...circumstances(c.at), ...c.circumstances(), reason: 'DEMO: convoy cancelled' };
    return transferAct(
      'recalled',
      way.bearer,
      [],
      body,
      way.items.map(subject => ({ subject, body: {} })),
      way.subject,
    );
  },
  'transfer.departed': c => leg(c, 'departed', ['OFFERED'], 'giver'),
  'transfer.passed-on': c => leg(c, 'passed-on', ['DEPARTED', 'REFUSED'], 'previous-courier'),
  'transfer.received'(c) {
    const way = onTheWay(c, ['OFFERED', 'DEPARTED', 'REFUSED']);
    if (way === undefined) return undefined;
    if (way.transit.kind === 'HANDOVER') return handOver(c, way);
    const items = some(c, way.items);
    const body = receivedBody(c.at, {
      ...c.circumstances(siteFor(c, items)),
      container: containerOf(c, way.subject),
    });
    const held = items.map(subject => ({ subject, body: found(c, subject) }));
    const by = c.who(way.transit.receiver);
    return transferAct('received', by, [`${way.bearer} as hands-over`], body, held, way.subject);
  },
  'transfer.returned'(c) {
    const way = onTheWay(c, ['REFUSED', 'DEPARTED']);
    if (way === undefined) return undefined;
    const items = some(c, way.items);
    const container = containerOf(c, way.subject);
    // What comes back is handed over to nobody, whoever writes it down so.
    const handover = c.careless ? handoverRecord(c.unit) : null;
    const body = receivedBody(c.at, {
      ...c.circumstances(siteFor(c, items)),
      returns: true,
      container,
      handover,
    });
    const held = items.map(subject => ({ subject, body: found(c, subject) }));
    const by = c.who(way.transit.giver);
    return transferAct('received', by, [`${way.bearer} as hands-over`], body, held, way.subject);
  },
  'transfer.refused'(c) {
    const way = onTheWay(c, ['OFFERED', 'DEPARTED']);
    if (way === undefined) return undefined;
    const reasons = some(c, way.items).map(subject => ({ subject, body: { reason: 'DEMO: label torn' } }));
    const onPaper = way.transit.receiver === null ? { name: 'DEMO', grade: 'DEMO', scan: null } : null;
    const by = onPaper === null ? c.who(way.transit.receiver) : headquarters(c, way.bearer);
    const hands = by === way.bearer ? [] : [`${way.bearer} as hands-over`];
    const body = refusedBody(c.at, { ...c.circumstances(), onPaper });
    return transferAct('refused', by, hands, body, reasons, way.subject);
  },
  'transfer.taken-over'(c) {
    const first = c.anItem(({ custody }) => custody !== null);
    const outgoing = first === undefined ? undefined : c.item(first).custody?.officer;
    if (first === undefined || outgoing === undefined) return undefined;
    const from = c.who(outgoing);
    const by = c.somebody([from.split('/')[1] ?? ''], from);
    const isTorn = c.choice.once(6);
    const torn = (seal: EvidenceState['seal']): JsonObject =>
      isTorn && seal !== null
        ? { seals: [{ number: seal.number, found: seal.number, status: 'DAMAGED_UNEXPLAINED' }] }
        : {};
    const items = c.withPackages([first]).map(subject => ({
      subject,
      body: takenOverItem(c.item(subject), torn(c.item(subject).seal)),
    }));
    const ordered = c.choice.once(3);
    const outgoingCannotSign = ordered
      ? {
          orderReference: 'DEMO-ORDER',
          reason: 'DEMO: evacuated',
          unattendedSince: c.item(first).custody?.since ?? c.at,
        }
      : null;
    const witnesses = ['DEMO-AUD-1/AUD as witness', 'DEMO-AUD-2/AUD as witness'];
    const signed = ordered
      ? [...witnesses, 'DEMO-HOM-1/HOM as ordering-officer']
      : [`${from} as outgoing`, witnesses[0] ?? ''];
    const body = takenOverBody(outgoing, c.at, { ...c.circumstances(), outgoingCannotSign });
    return transferAct('taken-over', by, signed, body, items, c.fresh('transfer'));
  },
  'transfer.handover'(c) {
    const fits = (state: EvidenceState) =>
      offerable(state) && state.custody?.role === 'HQC' && granted(c, state) !== undefined;
    const first = c.anItem(fits);
    const release = first === undefined ? undefined : granted(c, c.item(first));
    if (first === undefined || release === undefined) return undefined;
    const { officer } = c.item(first).custody ?? {};
    const alike = c.itemsThat(
      state => fits(state) && granted(c, state) === release && state.custody?.officer === officer,
    );
    const items = c.withPackages([...new Set([first, ...c.choice.some(alike, 3)])]);
    const paper = c.choice.once(2);
    const to = receiverOf(paper ? null : uuidOf('DEMO-NAT-1'), 'NAT-OPJ', { unit: c.unit });
    const { purpose = '' } = c.state<ReleaseState>(`release/${release}`) ?? {};
    return offer(c, items, to, { kind: 'HANDOVER', means: 'HAND', release, purpose });
  },
};

type OnTheWay = NonNullable<ReturnType<typeof onTheWay>>;

function leg(
  c: Custody,
  word: 'departed' | 'passed-on',
  stages: readonly Transit['stage'][],
  as: string,
): Intent | undefined {
  const way = onTheWay(c, stages);
  if (way === undefined) return undefined;
  const { giver, receiver } = way.transit;
  const by = c.somebody(couriers, way.bearer, c.who(giver), receiver === null ? '' : c.who(receiver));
  const items = way.items.map(subject => ({
    subject,
    body: travellingItem(c.item(subject), { sealException: unbroken(c.item(subject)) ? null : 'DEMO' }),
  }));
  const container = containerOf(c, way.subject);
  const body = legBody(c.at, { ...c.circumstances(), container });
  return transferAct(word, by, [`${way.bearer} as ${as}`], body, items, way.subject);
}

function containerOf(c: Custody, subject: string): JsonObject | null {
  const { container } = c.state<TransferState>(subject) ?? { container: null };
  return container && { ...container, sealStatus: container.seal === null ? null : 'VERIFIED_INTACT' };
}

function headquarters(c: Custody, bearer: string): string {
  return bearer.endsWith('/HQC') ? bearer : c.somebody(['HQC'], bearer);
}

/** The last leg: with key, or on paper with HQC and a witness. */
function handOver(c: Custody, way: OnTheWay): Intent {
  const paper = way.transit.receiver === null;
  const onPaper = paper ? signedOnPaper() : null;
  const by = paper ? headquarters(c, way.bearer) : 'DEMO-NAT-1/NAT-OPJ';
  const witness = `${c.somebody(['CASE', 'AUD'], by, way.bearer)} as witness`;
  const countersigned = by === way.bearer ? [witness] : [`${way.bearer} as hands-over`, witness];
  const body = receivedBody(c.at, {
    ...c.circumstances(),
    container: containerOf(c, way.subject),
    handover: handoverRecord(c.unit, { onPaper }),
  });
  const items = some(c, way.items).map(subject => ({ subject, body: found(c, subject) }));
  return transferAct('received', by, countersigned, body, items, way.subject);
}

/** UUID of a release that covers the item. */
function granted(c: Custody, state: EvidenceState): string | undefined {
  return Object.keys(state.legal).find(
    id => state.legal[id]?.status === 'CLEARED' && c.state(`release/${id}`) !== undefined,
  );
}
