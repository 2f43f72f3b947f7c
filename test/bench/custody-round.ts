import {
  composeBatch,
  type OfficerKey,
  type PlainAct,
  signBatch,
  submissionOf,
} from '../../src/client/index.js';
import type { Heads } from '../../src/custody/compose/compose-act.js';
import { formatTime, type JsonObject, newId } from '../../src/log/index.js';
import { placedBody } from '../helpers/bodies/evidence.js';
import { offeredBody, receivedBody, receiverOf } from '../helpers/bodies/transfer.js';
import { circumstances } from '../helpers/procedure.js';

/** Where a round plays. */
export interface Store {
  readonly origin: string;
  readonly site: string;
  readonly store: string;
}

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/** Events of a round. */
export const eventsOfRound = 100;
/** Items of a pair. */
export const itemsOfPair = 4;
/** Offer, receipt, its countersignature, and two events of each item: a tenth of the round. */
const eventsOfTransfer = 3 + 2 * itemsOfPair;

/**
 * Two custodians of a store and their items, as a register sees them day after day: items move from shelf to shelf, and
 * once a round they change hands. Every event is chained to the one before in its item's history, so what one pair does is
 * sent in its order.
 */
export class CustodianPair {
  readonly #store: Store;
  readonly #heads: Heads;
  readonly #items: readonly string[];
  #holder: OfficerKey;
  #other: OfficerKey;

  /** @param items held by `holder` in the store; their heads are known to `heads` */
  constructor(
    store: Store,
    heads: Heads,
    [holder, other]: readonly [OfficerKey, OfficerKey],
    items: readonly string[],
  ) {
    this.#store = store;
    this.#heads = heads;
    this.#holder = holder;
    this.#other = other;
    this.#items = items;
  }

  /** The acts of a round, signed, each as it is submitted by itself. */
  async signRound(): Promise<readonly (readonly string[])[]> {
    const acts: (readonly string[])[] = [];
    for (let n = 0; n < eventsOfRound - eventsOfTransfer; n++) acts.push(await this.#place(n));
    acts.push(...(await this.#changeHands()));
    return acts;
  }

  #place(n: number): Promise<readonly string[]> {
    const at = formatTime(Date.now());
    const item = this.#items[n % this.#items.length] ?? '';
    const shelf = n % 8 < 4 ? 'A1' : 'A2';
    return this.#sign({
      subject: item,
      type: 'evidence.placed',
      by: { ...this.#holder, role: 'SEC' },
      at,
      body: placedBody(at, this.#store.store, { ...this.#here(at), shelf }),
    });
  }

  async #changeHands(): Promise<readonly (readonly string[])[]> {
    const at = formatTime(Date.now());
    const subject = `transfer/${newId(Date.now(), random(16))}`;
    const site = { site: this.#store.site, store: this.#store.store };
    const receiver = receiverOf(this.#other.officer, 'SEC', site);
    const giver = { ...this.#holder, role: 'SEC' };
    const taker = { ...this.#other, role: 'SEC' };
    const offer = offeredBody(receiver, at, {
      ...this.#here(at),
      from: { capacity: 'DEMO giver', ...site },
    });
    const groupOf = (word: string, body: JsonObject, item: JsonObject): Omit<PlainAct, 'by'> => ({
      subject,
      type: `transfer.${word}`,
      at,
      body,
      items: this.#items.map(of => ({
        subject: of,
        type: `evidence.${word}`,
        body: { occurred: body.occurred ?? null, place: body.place ?? null, ...item },
      })),
    });
    const offered = await this.#sign({ ...groupOf('offered', offer, line), by: giver });
    const received = await this.#sign({
      ...groupOf('received', receivedBody(at, this.#here(at)), found),
      by: taker,
      countersigners: [{ ...giver, as: 'hands-over' }],
    });
    [this.#holder, this.#other] = [this.#other, this.#holder];
    return [offered, received];
  }

  #here(at: string): JsonObject {
    const place = { site: this.#store.site, description: 'DEMO-STORE', position: null };
    return { ...circumstances(at), place };
  }

  async #sign(act: PlainAct): Promise<readonly string[]> {
    let batch = composeBatch(this.#store.origin, [act], this.#heads, random);
    for (const key of [this.#holder, this.#other]) batch = await signBatch(batch, key);
    return submissionOf(batch);
  }
}

/** As registered: 143 casings. */
const counted: JsonObject = { amount: '143', unit: 'PIECE' };

const line: JsonObject = {
  description: 'DEMO : étuis, laiton',
  quantity: counted,
  package: null,
  sealNumber: null,
  sealException: 'DEMO: too many to be sealed',
  hazard: null,
  certificates: [],
};

const found: JsonObject = {
  quantity: counted,
  seals: [],
  condition: 'DEMO: as described',
  conditionAgrees: true,
  description: 'DEMO: casings, brass',
  descriptionAgrees: true,
  reserve: null,
  nationalReference: null,
  nationalSeal: null,
};
