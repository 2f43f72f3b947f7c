import type { EvidenceState } from '../../src/custody/evidence/state.js';
import type { SiteState } from '../../src/custody/site/state.js';
import { checkLocation } from '../../src/custody/site/storage.js';
import { isJsonObject, type JsonObject } from '../../src/log/index.js';
import {
  assessedBody,
  cartridgesBody,
  certifiedBody,
  checkedOutBody,
  classifiedBody,
  code,
  collectedBody,
  demoPosition,
  derivedBody,
  descriptionBody,
  destroyedInSituBody,
  freeFromExplosivesBody,
  leftInSituBody,
  placedBody,
  quantity,
  receivedFromOutsideBody,
  registeredBody,
  renderSafeBody,
  returnedBody,
  rifleBody,
  splitBody,
  weaponClearedBody,
} from './bodies/evidence.js';
import { circumstances, type Intent, uuidOf } from './procedure.js';
import { type Custody, idOf } from './random-custody.js';

const collectors = ['WIT', 'CSO', 'EOD'];
const holders = ['EOD', 'WIT', 'CSO', 'SEC', 'HQC', 'LABR'];
const stores = ['SEC', 'HQC'];
export const sites = ['DEMO-SITE-A', 'DEMO-SITE-B'].map(uuidOf);

const at = (c: Custody) => c.at;
const inHand = ({ physical }: EvidenceState) =>
  ['RECORDED', 'COLLECTED', 'HELD', 'IN_TRANSIT', 'CHECKED_OUT'].includes(physical);
const free = ({ transit }: EvidenceState) => transit === null;
const sealed = ({ seal }: EvidenceState) => seal !== null && seal.status !== 'OPENED_AUTHORISED';

function act(
  subject: string,
  word: string,
  by: string,
  body: JsonObject,
  more: Partial<Intent> = {},
): Intent {
  return { subject, type: `evidence.${word}`, by, body, ...more };
}

/** An act at the scene names what lets people work there (GATE-1). */
function atScene(c: Custody, scene: string | null): { refs?: readonly string[] } {
  return scene === null ? {} : { refs: [c.clearance] };
}

/** Casings, a rifle, cartridges: what meets no gate, GATE-3, GATE-2. */
function found(c: Custody): (at: string, changes: JsonObject) => JsonObject {
  return c.choice.one([registeredBody, registeredBody, rifleBody, cartridgesBody]);
}

/** A store and shelf that take the item in, or any where none does. */
function shelfFor(c: Custody, state: EvidenceState): { site: string; store: string; highRisk: boolean } {
  const site = state.custody?.site ?? c.choice.one(sites);
  const all = c.state<SiteState>(`site/${site}`)?.stores ?? [];
  const fitting = all.filter(
    ({ store }) =>
      checkLocation({ stores: all } as SiteState, { store, shelf: 'A1' }, state, '').length === 0,
  );
  const { store, highRisk } = c.choice.one(fitting.length > 0 ? fitting : all);
  return { site, store, highRisk };
}

/** Acts over one item, each made so that it would be accepted if nobody was careless; undefined: nothing to do. */
export const itemActs: Readonly<Record<string, (c: Custody) => Intent | undefined>> = {
  'evidence.registered'(c) {
    if (c.items.length > 14) return undefined;
    const scene = c.choice.once(4) ? null : c.scene;
    const parent = c.choice.once(6) ? c.choice.of(c.items) : undefined;
    const late = c.choice.once(12);
    const then = new Date(c.stage.now - 100 * 3_600_000).toISOString().replace(/\.\d+Z/, 'Z');
    const body = found(c)(at(c), {
      ...c.circumstances(),
      scene,
      positionAtScene: { words: 'DEMO', exact: demoPosition },
      derivedFrom:
        parent === undefined
          ? null
          : { parent: idOf(parent), root: c.item(parent).root, relation: code('SAMPLE') },
      ...(c.choice.once(20) ? { holding: 'DOCUMENTED_ONLY' } : {}),
      ...(late ? { ...circumstances(then, { lateEntry: { reason: 'DEMO: no link' } }), scene: null } : {}),
    });
    const many = isJsonObject(body.quantity) && body.quantity.amount !== '1';
    const lot = many ? { quantity: quantity(String(1 + c.choice.below(60))) } : {};
    return act(
      c.fresh('evidence'),
      'registered',
      c.somebody(collectors),
      { ...body, ...lot },
      {
        ...atScene(c, late ? null : scene),
        countersigned: late ? ['DEMO-HOM-1/HOM as supervisor'] : [],
      },
    );
  },
  'evidence.collected'(c) {
    const subject = c.anItem(
      ({ physical, safety, scene }) =>
        physical === 'RECORDED' && safety.status !== 'HAZARDOUS_DO_NOT_MOVE' && scene !== null,
    );
    if (subject === undefined) return undefined;
    const by = c.somebody(collectors);
    const { scene } = c.item(subject);
    return act(subject, 'collected', by, collectedBody(at(c), { ...c.circumstances(), scene }), {
      ...atScene(c, scene),
      countersigned: [`${c.somebody(collectors, by)} as witness`],
    });
  },
  'evidence.received-from-outside'(c) {
    const subject = c.anItem(({ physical, firearm }) => physical === 'RECORDED' && !firearm);
    if (subject === undefined) return undefined;
    const body = receivedFromOutsideBody(at(c), c.circumstances(c.choice.of([null, ...sites]) ?? null));
    return act(subject, 'received-from-outside', c.somebody(stores), body, {
      countersigned: ['DEMO-CASE-1/CASE as witness'],
    });
  },
  'evidence.left-in-situ'(c) {
    const subject = c.anItem(({ physical }) => physical === 'RECORDED');
    if (subject === undefined) return undefined;
    return act(subject, 'left-in-situ', c.somebody(collectors), leftInSituBody(at(c), c.circumstances()));
  },
  'evidence.destroyed-in-situ'(c) {
    const subject = c.anItem(({ physical }) => physical === 'RECORDED');
    const body = destroyedInSituBody(at(c), c.circumstances());
    const countersigned = ['DEMO-WIT-1/WIT as witness'];
    if (subject === undefined) return undefined;
    return act(subject, 'destroyed-in-situ', 'DEMO-EOD-1/EOD', body, { countersigned });
  },
  'evidence.safety-assessed'(c) {
    const subject = c.anItem(state => inHand(state) && state.safety.status === 'UNASSESSED');
    const result = c.choice.once(8) ? 'HAZARDOUS_DO_NOT_MOVE' : 'NON_HAZARDOUS';
    if (subject === undefined) return undefined;
    return act(subject, 'safety-assessed', 'DEMO-EOD-1/EOD', assessedBody(at(c), result, c.circumstances()));
  },
  'evidence.render-safe-certified'(c) {
    const subject = c.anItem(state => inHand(state) && state.explosivePossible);
    const validUntil = inDays(c, 20);
    const body = renderSafeBody(at(c), { ...c.circumstances(), validUntil });
    if (subject === undefined) return undefined;
    return act(subject, 'render-safe-certified', 'DEMO-EOD-1/EOD', body);
  },
  'evidence.certified'(c) {
    const subject = c.anItem(state => inHand(state) && (state.explosivePossible || c.choice.once(20)));
    const make = c.choice.one([certifiedBody, freeFromExplosivesBody]);
    const body = make(at(c), { ...c.circumstances(), validUntil: inDays(c, 1 + c.choice.below(20)) });
    if (subject === undefined) return undefined;
    return act(subject, 'certified', 'DEMO-EOD-1/EOD', body);
  },
  'evidence.weapon-cleared'(c) {
    const subject = c.anItem(
      state => inHand(state) && state.firearm && !state.safety.weaponCleared && !sealed(state),
    );
    if (subject === undefined) return undefined;
    const body = weaponClearedBody(at(c), { ...c.circumstances(), serialAsRead: c.item(subject).serial });
    return act(subject, 'weapon-cleared', 'DEMO-WIT-1/WIT', body, {
      countersigned: ['DEMO-EOD-1/EOD as second-person'],
    });
  },
  'evidence.split'(c) {
    const subject = c.anItem(
      state =>
        ['COLLECTED', 'HELD'].includes(state.physical) &&
        state.category === 'AMMUNITION' &&
        free(state) &&
        !sealed(state) &&
        state.safety.status !== 'HAZARDOUS_DO_NOT_MOVE' &&
        !Object.values(state.discrepancies).some(({ open }) => open) &&
        Number(state.quantity.amount) > 1,
    );
    if (subject === undefined || c.items.length > 16) return undefined;
    const state = c.item(subject);
    const total = Number(state.quantity.amount);
    const first = 1 + c.choice.below(Math.max(1, total - 1));
    const second = c.choice.once(2) ? 0 : c.choice.below(Math.max(1, total - first + 1));
    const amounts = [first, second].filter(amount => amount > 0);
    const remainder = total - first - second + (c.careless ? 1 : 0);
    const body = splitBody(at(c), String(Math.max(0, remainder)), c.circumstances());
    const { occurred = null, place = null } = body;
    return act(subject, 'split', c.who(state.custody?.officer), body, {
      items: amounts.map(amount => ({
        subject: c.fresh('evidence'),
        type: 'evidence.derived',
        body: derivedBody(at(c), idOf(subject), state, String(amount), {
          ...descriptionBody({ quantity: quantity(String(amount)) }),
          hazard: { suspected: [code(state.explosivePossible ? 'EXPLOSIVE' : 'NONE')], basis: 'DEMO' },
          occurred,
          place,
        }),
      })),
    });
  },
  'evidence.placed'(c) {
    const subject = c.anItem(
      state =>
        ['COLLECTED', 'HELD'].includes(state.physical) &&
        free(state) &&
        (state.custody?.location == null || c.choice.once(4)),
    );
    if (subject === undefined) return undefined;
    const state = c.item(subject);
    const { site, store, highRisk } = shelfFor(c, state);
    const by = c.who(state.custody?.officer);
    const body = placedBody(at(c), store, { ...c.circumstances(site), highRiskStore: highRisk });
    const second = `${c.somebody(stores, by)} as second-officer`;
    return act(subject, 'placed', by, body, {
      countersigned: highRisk || state.highRisk ? [second] : [],
    });
  },
  'evidence.checked-out'(c) {
    const subject = c.anItem(
      state =>
        state.physical === 'HELD' && free(state) && !(sealed(state) && (state.seal?.together ?? 0) > 1),
    );
    if (subject === undefined) return undefined;
    const custodian = c.who(c.item(subject).custody?.officer);
    const body = checkedOutBody(at(c), { ...c.circumstances(), dueBack: inDays(c, 10) });
    return act(subject, 'checked-out', c.somebody(holders, custodian), body, {
      countersigned: [`${custodian} as custodian`],
    });
  },
  'evidence.returned'(c) {
    const subject = c.anItem(({ physical }) => physical === 'CHECKED_OUT');
    if (subject === undefined) return undefined;
    const state = c.item(subject);
    const { amount } = state.quantity;
    const [discrepancy] = Object.entries(state.discrepancies).flatMap(([id, { open }]) => (open ? [id] : []));
    const lost = discrepancy !== undefined && amount !== null && Number(amount) > 2;
    const taker = c.who(state.custody?.officer);
    const lender = c.who(state.checkOut?.custodian?.officer);
    const [, role = ''] = lender.split('/');
    const by = lender === taker ? c.somebody([role], taker) : lender;
    const body = returnedBody(at(c), lost ? String(Number(amount) - 1) : amount, {
      ...c.circumstances(state.checkOut?.site ?? null),
      quantity: quantity(lost ? String(Number(amount) - 1) : amount, state.quantity.unit),
      sealNumber: sealed(state) ? (state.seal?.number ?? null) : null,
      difference: lost ? { explanation: 'DEMO: one is missing', discrepancy } : null,
      standIn: by === lender ? null : { reason: 'DEMO: the lender has it himself' },
    });
    return act(subject, 'returned', by, body, {
      countersigned: [`${taker} as taker`],
    });
  },
  'evidence.classified'(c) {
    const subject = c.anItem(inHand);
    if (subject === undefined) return undefined;
    return act(
      subject,
      'classified',
      c.who(c.item(subject).registeredBy),
      classifiedBody(at(c), c.circumstances()),
    );
  },
};

export function inDays(c: Custody, days: number): string {
  return new Date(c.stage.now + days * 86_400_000).toISOString().replace(/\.\d+Z/, 'Z');
}
