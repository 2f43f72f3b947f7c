import type { EvidenceState } from '../../src/custody/evidence/state.js';
import type { Sop } from '../../src/custody/sop/document.js';
import type { TransferState } from '../../src/custody/transfer/state.js';
import type { JsonObject } from '../../src/log/index.js';
import {
  legBody,
  manifestLine,
  offeredBody,
  receivedBody,
  receivedItem,
  receiverOf,
  refusedBody,
  transferAct,
  transferSubject,
  travellingItem,
} from './bodies/transfer.js';
import { heldItem, itemSubject } from './held-item.js';
import { type Intent, Procedure, uuidOf } from './procedure.js';

export const at = '2021-04-02T11:00:00Z';
export const giver = 'DEMO-WIT-1/WIT';
export const courier = 'DEMO-COU-1/COU';
export const nextCourier = 'DEMO-COU-2/COU';
export const receiver = 'DEMO-SEC-1/SEC';

/** Changes to the members of the body of the act, and of every item's event. */
interface Changes {
  readonly body?: JsonObject;
  readonly item?: JsonObject;
  readonly by?: string;
  readonly countersigned?: readonly string[];
}

/** A seal that the demonstration package bears, over one item. */
export const demoSeal: NonNullable<EvidenceState['seal']> = {
  package: uuidOf('DEMO-PACKAGE'),
  number: 'DEMO-000001',
  status: 'APPLIED',
  event: 'DEMO',
  together: 1,
};

/**
 * Items held by `DEMO-WIT-1`, unsealed, and the acts that take them to `DEMO-SEC-1`; each act is faithful to the
 * record, so that a test changes the one thing it is about.
 */
export class Consignment {
  readonly procedure: Procedure;
  readonly items: readonly string[];

  constructor(names: readonly string[] = ['DEMO-1'], changes: Partial<EvidenceState> = {}, sop?: Sop) {
    this.procedure = new Procedure(sop);
    const custodian = this.procedure.enlist('DEMO-WIT-1', 'WIT');
    this.procedure.enlist('DEMO-SEC-1', 'SEC');
    this.procedure.suppose(`package/${uuidOf('DEMO-PACKAGE')}`, { number: 'DEMO-P-1', contents: [] });
    this.items = names.map(itemSubject);
    names.forEach(name => {
      this.procedure.suppose(itemSubject(name), heldItem(name, custodian, changes));
    });
  }

  state(item = this.items[0] ?? ''): EvidenceState {
    return this.procedure.state<EvidenceState>(item);
  }

  transfer(subject = transferSubject): TransferState {
    return this.procedure.state<TransferState>(subject);
  }

  /** An open discrepancy on every item. */
  dispute(name: string, items = this.items): string {
    const id = uuidOf(name);
    this.procedure.suppose(`discrepancy/${id}`, {});
    for (const item of items) {
      const state = this.state(item);
      const opened = {
        kind: 'COUNT_MISMATCH',
        open: true,
        custodian: state.custody?.officer ?? null,
        missingSince: null,
        outcome: null,
      };
      this.procedure.suppose(item, { ...state, discrepancies: { ...state.discrepancies, [id]: opened } });
    }
    return id;
  }

  offer({ body, item, by = giver, countersigned = [] }: Changes = {}, items = this.items): Intent {
    const to = receiverOf(uuidOf('DEMO-SEC-1'), 'SEC');
    const lines = items.map(subject => ({ subject, body: manifestLine(this.state(subject), item) }));
    return transferAct('offered', by, countersigned, offeredBody(to, at, body), lines);
  }

  recall({ body, by = giver, countersigned = [] }: Changes = {}, items = this.items): Intent {
    const { occurred = null, place = null, lateEntry = null, overrides = [] } = legBody(at);
    const recalled = { occurred, place, lateEntry, overrides, reason: 'DEMO: convoy cancelled', ...body };
    return transferAct(
      'recalled',
      by,
      countersigned,
      recalled,
      items.map(subject => ({ subject, body: {} })),
    );
  }

  depart(
    { body, item, by = courier, countersigned = [`${giver} as giver`] }: Changes = {},
    items = this.items,
  ) {
    return this.#travel('departed', by, countersigned, legBody(at, body), items, item);
  }

  passOn(
    { body, item, by = nextCourier, countersigned = [`${courier} as previous-courier`] }: Changes = {},
    items = this.items,
  ): Intent {
    return this.#travel('passed-on', by, countersigned, legBody(at, body), items, item);
  }

  receive(
    { body, item, by = receiver, countersigned = [`${courier} as hands-over`] }: Changes = {},
    items = this.items,
  ): Intent {
    const found = items.map(subject => ({ subject, body: receivedItem(this.state(subject), item) }));
    return transferAct('received', by, countersigned, receivedBody(at, body), found);
  }

  refuse(
    { body, item, by = receiver, countersigned = [`${courier} as hands-over`] }: Changes = {},
    items = this.items,
  ): Intent {
    const reasons = items.map(subject => ({ subject, body: { reason: 'DEMO: label torn', ...item } }));
    return transferAct('refused', by, countersigned, refusedBody(at, body), reasons);
  }

  #travel(
    word: string,
    by: string,
    countersigned: readonly string[],
    body: JsonObject,
    items: readonly string[],
    item: JsonObject = {},
  ): Intent {
    const travelling = items.map(subject => ({ subject, body: travellingItem(this.state(subject), item) }));
    return transferAct(word, by, countersigned, body, travelling);
  }
}
