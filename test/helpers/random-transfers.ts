import fc from 'fast-check';
import type { EvidenceState } from '../../src/custody/evidence/state.js';
import type { TransferState } from '../../src/custody/transfer/state.js';
import {
  legBody,
  manifestLine,
  offeredBody,
  receivedBody,
  receivedItem,
  receiverOf,
  refusedBody,
  takenOverBody,
  transferAct,
  travellingItem,
} from './bodies/transfer.js';
import { heldItem, itemSubject } from './held-item.js';
import { circumstances, type Intent, Procedure, uuidOf } from './procedure.js';

const custodians = ['DEMO-SEC-1/SEC', 'DEMO-SEC-2/SEC', 'DEMO-HQC-1/HQC'];
const couriers = ['DEMO-COU-1/COU', 'DEMO-COU-2/COU', 'DEMO-COU-3/COU'];
const everybody = [...custodians, ...couriers];
const at = '2021-04-02T11:00:00Z';

export const operations = [
  'offer',
  'recall',
  'depart',
  'pass on',
  'receive',
  'return',
  'refuse',
  'take over',
] as const;
export type Operation = (typeof operations)[number];

/** Small numbers that steer one operation; what they mean depends on how things stand. */
export interface Step {
  readonly operation: Operation;
  readonly where: number;
  readonly who: number;
  readonly mask: number;
  /** 0: somebody who has no business there signs. */
  readonly honest: number;
}

export const steps = (length: number) =>
  fc.array(
    fc.record({
      operation: fc.constantFrom(...operations),
      where: fc.nat(1000),
      who: fc.nat(1000),
      mask: fc.integer({ min: 1, max: 63 }),
      honest: fc.nat(5),
    }),
    { minLength: length, maxLength: length },
  );

/** Four items, three custodians, three couriers, and whatever they do with each other. */
export class RandomTransfers {
  readonly procedure = new Procedure();
  readonly items = ['DEMO-1', 'DEMO-2', 'DEMO-3', 'DEMO-4'].map(itemSubject);
  /** Who must answer for each item, told by the accepted acts alone. */
  readonly expected = new Map<string, string>();
  readonly transfers: string[] = [];
  #acts = 0;

  constructor() {
    for (const who of everybody) this.procedure.enlist(...split(who));
    for (const [position, item] of this.items.entries()) {
      const officer = custodians[position % custodians.length] ?? '';
      const id = uuidOf(split(officer)[0]);
      this.procedure.suppose(item, heldItem(`DEMO-${position + 1}`, id));
      this.expected.set(item, id);
    }
  }

  state(item: string): EvidenceState {
    return this.procedure.state<EvidenceState>(item);
  }

  transfer(subject: string): TransferState {
    return this.procedure.state<TransferState>(subject);
  }

  /** Plays one step; undefined where there is nothing to do it with. */
  play(step: Step): 'accepted' | 'refused' | undefined {
    const intent = this.#intent(step);
    if (intent === undefined) return undefined;
    const { rules } = this.procedure.judge(intent);
    if (rules.length > 0) return 'refused';
    if (['depart', 'pass on', 'receive', 'return', 'take over'].includes(step.operation)) {
      for (const { subject } of intent.items ?? []) this.expected.set(subject, uuidOf(split(intent.by)[0]));
    }
    if (step.operation === 'offer') this.transfers.push(intent.subject);
    return 'accepted';
  }

  #intent(step: Step): Intent | undefined {
    const { operation, who, mask } = step;
    if (operation === 'offer') return this.#offer(step);
    if (operation === 'take over') return this.#takeOver(step);
    const subject = this.transfers[step.where % this.transfers.length];
    if (subject === undefined) return undefined;
    const stages = {
      recall: ['OFFERED'],
      depart: ['OFFERED'],
      'pass on': ['DEPARTED'],
      receive: ['OFFERED', 'DEPARTED', 'REFUSED'],
      return: ['DEPARTED', 'REFUSED'],
      refuse: ['OFFERED', 'DEPARTED'],
    }[operation];
    const inStage = this.items.filter(item => {
      const { transit } = this.state(item);
      return transit !== null && `transfer/${transit.transfer}` === subject && stages.includes(transit.stage);
    });
    const partly = operation === 'receive' || operation === 'return' || operation === 'refuse';
    const [first = ''] = inStage;
    const bearer = this.expected.get(first);
    const together = inStage.filter(item => this.expected.get(item) === bearer);
    const items = partly ? together.filter((_, position) => ((mask >> position) & 1) === 1) : inStage;
    if (items.length === 0 || bearer === undefined) return undefined;
    const { transit } = this.state(first);
    const sides = {
      recall: bearer,
      depart: uuidOf(split(pick(couriers, who))[0]),
      'pass on': uuidOf(split(pick(couriers, who))[0]),
      receive: transit?.receiver ?? '',
      return: transit?.giver ?? '',
      refuse: transit?.receiver ?? '',
    };
    const by = step.honest === 0 ? pick(everybody, who) : nameOf(sides[operation]);
    const from = nameOf(bearer);
    if (by === from && operation !== 'recall') return undefined;
    return this.#act(operation, subject, by, from, items);
  }

  #act(
    operation: Exclude<Operation, 'offer' | 'take over'>,
    subject: string,
    by: string,
    from: string,
    items: readonly string[],
  ): Intent {
    const bodies = (body: (item: string) => Intent['body']) =>
      items.map(item => ({ subject: item, body: body(item) }));
    const travelling = bodies(item => travellingItem(this.state(item)));
    const found = bodies(item => receivedItem(this.state(item)));
    switch (operation) {
      case 'recall':
        return transferAct(
          'recalled',
          by,
          [],
          { ...circumstances(at), reason: 'DEMO' },
          bodies(() => ({})),
          subject,
        );
      case 'depart':
        return transferAct('departed', by, [`${from} as giver`], legBody(at), travelling, subject);
      case 'pass on':
        return transferAct(
          'passed-on',
          by,
          [`${from} as previous-courier`],
          legBody(at),
          travelling,
          subject,
        );
      case 'receive':
        return transferAct('received', by, [`${from} as hands-over`], receivedBody(at), found, subject);
      case 'return': {
        const body = receivedBody(at, { returns: true });
        return transferAct('received', by, [`${from} as hands-over`], body, found, subject);
      }
      case 'refuse': {
        const reasons = bodies(() => ({ reason: 'DEMO' }));
        return transferAct('refused', by, [`${from} as hands-over`], refusedBody(at), reasons, subject);
      }
    }
  }

  #offer({ where, who, mask, honest }: Step): Intent | undefined {
    const free = this.items.filter(item => {
      const { transit } = this.state(item);
      return honest === 0 || transit === null || transit.stage === 'REFUSED';
    });
    const [first] = free.slice(where % Math.max(free.length, 1));
    const giver = this.expected.get(first ?? '');
    if (first === undefined || giver === undefined) return undefined;
    const items = free.filter(
      (item, position) =>
        this.expected.get(item) === giver && (item === first || ((mask >> position) & 1) === 1),
    );
    const [name, role] = split(pick(custodians, who));
    const to = receiverOf(uuidOf(name), role);
    const lines = items.map(subject => ({ subject, body: manifestLine(this.state(subject)) }));
    const subject = `transfer/${uuidOf(`DEMO-TRANSFER-${this.#acts++}`)}`;
    return transferAct('offered', nameOf(giver), [], offeredBody(to, at), lines, subject);
  }

  #takeOver({ where, who, honest }: Step): Intent | undefined {
    const outgoing = this.expected.get(pick(this.items, where));
    if (outgoing === undefined) return undefined;
    const [, role] = split(nameOf(outgoing));
    const peers = honest === 0 ? everybody : everybody.filter(name => split(name)[1] === role);
    const by = pick(peers, who);
    if (by === nameOf(outgoing)) return undefined;
    const items = this.items
      .filter(item => this.expected.get(item) === outgoing)
      .map(subject => ({ subject, body: { sealNumber: null, condition: 'DEMO' } }));
    const signed = [`${nameOf(outgoing)} as outgoing`, 'DEMO-AUD-1/AUD as witness'];
    const subject = `transfer/${uuidOf(`DEMO-TRANSFER-${this.#acts++}`)}`;
    return transferAct('taken-over', by, signed, takenOverBody(outgoing, at), items, subject);
  }
}

function split(who: string): [name: string, role: string] {
  const [name = '', role = ''] = who.split('/');
  return [name, role];
}

function pick<T>(of: readonly T[], at: number): T {
  const picked = of[at % of.length];
  if (picked === undefined) throw new Error('nothing to pick from');
  return picked;
}

function nameOf(officer: string): string {
  const found = everybody.find(who => uuidOf(split(who)[0]) === officer);
  if (found === undefined) throw new Error(`${officer} is nobody here`);
  return found;
}
