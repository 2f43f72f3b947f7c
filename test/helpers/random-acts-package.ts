import { custodiansConcerned } from '../../src/custody/discrepancy/concerned.js';
import type { DiscrepancyState } from '../../src/custody/discrepancy/state.js';
import type { EvidenceState } from '../../src/custody/evidence/state.js';
import type { PackageState } from '../../src/custody/package/state.js';
import type { SealstockState } from '../../src/custody/sealstock/state.js';
import {
  closeDiscrepancy,
  discrepancyClosedBody,
  discrepancyOpenedBody,
  explainedBody,
  openDiscrepancy,
  reassignedBody,
} from './bodies/discrepancy.js';
import { findDamaged, openPackage, resealPackage, sealApplied, sealPackage } from './bodies/package.js';
import { issuedBody, withdrawnBody } from './bodies/sealstock.js';
import { type Intent, uuidOf } from './procedure.js';
import { inDays } from './random-acts-item.js';
import { type Custody, idOf } from './random-custody.js';

/** Officers to whom seals are issued at the beginning. */
export const sealers = [
  'DEMO-WIT-1',
  'DEMO-EOD-1',
  'DEMO-SEC-1',
  'DEMO-SEC-2',
  'DEMO-HQC-1',
  'DEMO-LABR-1',
] as const;

export function stockOf(sealer: string): string {
  return `sealstock/${uuidOf(`DEMO-STOCK of ${sealer}`)}`;
}

/** The stock of an officer: numbers of his own, so that stocks never overlap. */
export function issueStockTo(c: Custody, name: string, subject: string): Intent {
  const prefix = `D${c.next()}-`;
  return {
    subject,
    type: 'sealstock.issued',
    by: 'DEMO-HQC-1/HQC',
    body: issuedBody(uuidOf(name), { numbers: { prefix, first: '0001', last: '1000' } }),
  };
}

/** A seal of the sealer that nobody used; a careless one takes the first, used long ago. */
function sealOf(c: Custody, sealer: string): { stock: string; number: string } {
  const [name = ''] = sealer.split('/');
  const stock = stockOf((sealers as readonly string[]).includes(name) ? name : 'DEMO-SEC-1');
  const { numbers } = c.state<SealstockState>(stock) ?? { numbers: { list: [] } };
  const prefix = 'prefix' in numbers ? numbers.prefix : '';
  const number = `${prefix}${String(c.careless ? 1 : c.nextOf(stock)).padStart(4, '0')}`;
  return { stock: idOf(stock), number };
}

/** Who seals or opens: the custodian where he may, else another for him, whom he countersigns. */
function handlers(c: Custody, state: EvidenceState, roles: readonly string[]) {
  const custodian = c.who(state.custody?.officer);
  const [name = ''] = custodian.split('/');
  const himself =
    roles.includes(custodian.split('/')[1] ?? '') && (sealers as readonly string[]).includes(name);
  const by = himself
    ? custodian
    : c.somebody(roles, custodian, 'DEMO-WIT-2/WIT', 'DEMO-CSO-1/CSO', 'DEMO-HQC-2/HQC');
  const witness = `${c.somebody(['CSO', 'HQC', 'AUD'], by, custodian)} as witness`;
  return { by, countersigned: himself ? [witness] : [witness, `${custodian} as custodian`] };
}

const packers = ['WIT', 'EOD', 'SEC', 'HQC', 'LABR'];

function holdsOf(states: readonly EvidenceState[]): string {
  if (states.some(({ firearm }) => firearm)) return 'FIREARMS';
  return states.some(({ explosivePossible }) => explosivePossible) ? 'AMMUNITION' : 'NEITHER';
}

function label(c: Custody, subjects: readonly string[]) {
  return {
    case: 'DEMO-CASE',
    exhibit: subjects
      .map(subject => c.item(subject).number)
      .join(' ')
      .slice(0, 390),
    description: 'DEMO items',
    date: c.at.slice(0, 10),
    place: 'DEMO-PLACE',
    officer: 'DEMO-OFFICER',
  };
}

function closed(c: Custody, subject: string): boolean {
  return c.state<PackageState>(subject)?.seal.status !== 'OPENED_AUTHORISED';
}

function aPackage(
  c: Custody,
  fits: (state: PackageState, first: EvidenceState) => boolean,
): string | undefined {
  return c.choice.of(
    c.packages.filter(subject => {
      const state = c.state<PackageState>(subject);
      const [first] = state?.contents ?? [];
      return state !== undefined && first !== undefined && (c.careless || fits(state, c.item(first)));
    }),
  );
}

function contentsOf(c: Custody, subject: string): readonly string[] {
  return c.state<PackageState>(subject)?.contents ?? [];
}

const fitToPack = (state: EvidenceState) =>
  ['COLLECTED', 'HELD'].includes(state.physical) &&
  state.transit === null &&
  (state.seal === null || state.seal.status === 'OPENED_AUTHORISED') &&
  !(state.explosivePossible && state.safety.status === 'UNASSESSED') &&
  state.safety.status !== 'HAZARDOUS_DO_NOT_MOVE' &&
  (!state.firearm || state.safety.weaponCleared);

/** Seals, packages and discrepancies. */
export const packageActs: Readonly<Record<string, (c: Custody) => Intent | undefined>> = {
  'sealstock.issued': c => issueStockTo(c, c.choice.one(sealers), c.fresh('sealstock')),
  'sealstock.spoiled': c => withdraw(c, 'spoiled'),
  'sealstock.lost': c => withdraw(c, 'lost'),
  'package.sealed'(c) {
    const first = c.anItem(fitToPack);
    if (first === undefined) return undefined;
    const { custody, firearm, explosivePossible } = c.item(first);
    const alike = c.itemsThat(
      state =>
        fitToPack(state) &&
        state.custody?.officer === custody?.officer &&
        state.firearm === firearm &&
        state.explosivePossible === explosivePossible,
    );
    const items = [...new Set([first, ...c.choice.some(alike, 3)])];
    const { by, countersigned } = handlers(c, c.item(first), packers);
    const { stock, number } = sealOf(c, by);
    const seal = sealApplied(number, { stock });
    const changes = {
      ...c.circumstances(),
      packageNumber: `DEMO-P-${c.next()}`,
      seal,
      holds: holdsOf(items.map(item => c.item(item))),
      label: label(c, items),
    };
    return sealPackage(number, c.at, { by, countersigned, items, package: c.fresh('package'), changes });
  },
  'package.opened'(c) {
    const subject = aPackage(
      c,
      ({ seal }, first) =>
        seal.status !== 'OPENED_AUTHORISED' && first.transit === null && first.custody !== null,
    );
    if (subject === undefined) return undefined;
    const items = contentsOf(c, subject);
    const { seal } = c.state<PackageState>(subject) ?? {};
    const { by, countersigned } = handlers(c, c.item(items[0] ?? ''), packers);
    const sealState = seal?.status === 'APPLIED' ? 'VERIFIED_INTACT' : (seal?.status ?? 'VERIFIED_INTACT');
    const changes = { ...c.circumstances(), sealState };
    return openPackage(seal?.number ?? '', c.at, { by, countersigned, items, package: subject, changes });
  },
  'package.resealed'(c) {
    const subject = aPackage(c, ({ seal }, first) => seal.status !== 'APPLIED' && first.custody !== null);
    if (subject === undefined) return undefined;
    const state = c.state<PackageState>(subject);
    const inside = contentsOf(c, subject).filter(item => c.item(item).seal?.package === idOf(subject));
    const open = state?.seal.status === 'OPENED_AUTHORISED';
    const items = open ? c.choice.some(inside, inside.length) : contentsOf(c, subject);
    const [first] = items;
    if (first === undefined) return undefined;
    const { by, countersigned } = handlers(c, c.item(first), packers);
    const { stock, number } = sealOf(c, by);
    const changes = {
      ...c.circumstances(),
      seal: sealApplied(number, { stock }),
      holds: holdsOf(items.map(item => c.item(item))),
      label: label(c, items),
    };
    return resealPackage(state?.seal.number ?? '', number, c.at, {
      by,
      countersigned,
      items,
      package: subject,
      changes,
    });
  },
  'package.found-damaged'(c) {
    const subject = aPackage(c, (_, first) => first.custody !== null);
    if (subject === undefined || (!closed(c, subject) && !c.careless)) return undefined;
    const seal = c.state<PackageState>(subject)?.seal.number ?? '';
    const by = c.somebody(['AUD', 'COU', 'SEC']);
    const countersigned = [`${c.somebody(['CASE', 'HQC'], by)} as witness`];
    const changes = c.circumstances();
    return findDamaged(seal, c.at, {
      by,
      countersigned,
      items: contentsOf(c, subject),
      package: subject,
      changes,
    });
  },
  'discrepancy.opened'(c) {
    const items = c.choice.some(
      c.itemsThat(({ custody }) => custody !== null),
      2,
    );
    const kind = c.choice.one(['COUNT_MISMATCH', 'MISSING_ITEM', 'SEAL_DAMAGED', 'CONDITION_CHANGED']);
    const custodians = [...new Set(items.flatMap(item => custodiansConcerned(c.item(item))))];
    if (items.length === 0) return undefined;
    const subject = c.fresh('discrepancy');
    const body = discrepancyOpenedBody(c.at, uuidOf('DEMO-AUD-1'), custodians, {
      ...c.circumstances(),
      kind,
      deadline: inDays(c, 20),
    });
    const missing = kind === 'MISSING_ITEM' && c.choice.once(2);
    return openDiscrepancy(body, missing, { by: c.somebody(['AUD', 'SEC', 'HQC']), items, subject });
  },
  'discrepancy.explained'(c) {
    const subject = aDiscrepancy(c, ({ closed }) => closed === null);
    if (subject === undefined) return undefined;
    const by = c.who(c.state<DiscrepancyState>(subject)?.owner);
    return { subject, type: 'discrepancy.explained', by, body: explainedBody(c.at, c.circumstances()) };
  },
  'discrepancy.reassigned'(c) {
    const subject = aDiscrepancy(c, ({ closed }) => closed === null);
    const owner = uuidOf(c.choice.one(['DEMO-AUD-1', 'DEMO-AUD-2', 'DEMO-CASE-1']));
    const body = reassignedBody(c.at, owner, { ...c.circumstances(), deadline: inDays(c, 20) });
    if (subject === undefined) return undefined;
    return { subject, type: 'discrepancy.reassigned', by: 'DEMO-CASE-1/CASE', body };
  },
  'discrepancy.closed'(c) {
    const subject = aDiscrepancy(c, ({ closed, explanations }) => closed === null && explanations.length > 0);
    const state = subject && c.state<DiscrepancyState>(subject);
    if (!state) return undefined;
    const missing = state.items.some(item => c.item(item).physical === 'UNACCOUNTED');
    const outcome = missing ? c.choice.one(['FOUND', 'FOUND', 'LOSS_CONFIRMED']) : 'EXPLAINED_AND_CORRECTED';
    const body = discrepancyClosedBody(c.at, outcome, c.circumstances());
    const from = new Date(Date.parse(state.openedAt) - 120 * 86_400_000).toISOString().replace(/\.\d+Z/, 'Z');
    const gap = outcome === 'FOUND' ? { from, until: c.at, reason: 'DEMO: in another crate' } : null;
    return closeDiscrepancy(body, gap, {
      by: 'DEMO-LEG-1/LEG',
      countersigned: [`${c.somebody(['AUD', 'CASE'])} as second-officer`],
      items: state.items,
      subject,
    });
  },
};

function aDiscrepancy(c: Custody, fits: (state: DiscrepancyState) => boolean): string | undefined {
  return c.choice.of(
    c.discrepancies.filter(subject => {
      const state = c.state<DiscrepancyState>(subject);
      return state !== undefined && (c.careless || fits(state));
    }),
  );
}

function withdraw(c: Custody, word: 'spoiled' | 'lost'): Intent {
  const sealer = c.choice.one(sealers);
  const { number } = sealOf(c, `${sealer}/`);
  const body = withdrawnBody(number, c.at, c.circumstances());
  return { subject: stockOf(sealer), type: `sealstock.${word}`, by: c.who(uuidOf(sealer)), body };
}
