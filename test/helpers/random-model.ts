import { endOf, type MomentKnown } from '../../src/custody/common/time-order.js';
import { addDecimals, equalDecimals } from '../../src/custody/evidence/decimal.js';
import { type EvidenceState, terminalStates } from '../../src/custody/evidence/state.js';
import type { PackageState } from '../../src/custody/package/state.js';
import type { TransferState } from '../../src/custody/transfer/state.js';
import { parseTime } from '../../src/log/index.js';
import type { Stage, StagedEvent } from './random-stage.js';

const open = 'OPENED_AUTHORISED';
/** Nothing is left of the item itself. */
const usedUp: readonly string[] = ['SPLIT', 'CONSUMED'];
/** What may still be written into the history of an item that left our custody for good. */
const afterTheEnd =
  /\.(corrected|disclosure-erased|classified|part-classified|discrepancy-(opened|closed)|release-(requested|decided|suspended|withdrawn)|hold-(placed|lifted)|copy-disclosed|result-(issued|amended)|examination-withdrawn|lead-recorded|traces-matched)$/;
const lineOfStage = { OFFERED: 'OFFERED', DEPARTED: 'DEPARTED', REFUSED: 'REFUSED_ON_ARRIVAL' } as const;

/**
 * What must be so, told by the accepted acts alone and held against the states the rules keep: whose an item is, how
 * much of a lot there is, which seals were used, and when the last thing happened.
 */
export class Model {
  readonly #stage: Stage;
  /** Officer who answers for the item; null: nobody of ours. */
  readonly #custodians = new Map<string, string | null>();
  readonly #latest = new Map<string, number>();
  readonly #seals = new Set<string>();
  /** By root of a family of lots: what it came to when it was registered, and what returns made of it. */
  readonly #totals = new Map<string, string>();
  readonly #families = new Map<string, string[]>();
  readonly #familyByItem = new Map<string, string>();
  readonly #ended = new Map<string, string>();

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  #item(subject: string): EvidenceState {
    return this.#state<EvidenceState>(subject);
  }

  #state<State>(subject: string): State {
    const standing = this.#stage.world.standing(subject);
    if (standing === undefined) throw new Error(`${subject} does not exist`);
    return standing.state as State;
  }

  /**
   * Follows an accepted act.
   * @returns the first thing that does not hold any more, in words
   */
  follow(events: readonly StagedEvent[], before: ReadonlyMap<string, unknown>): string | undefined {
    const acts = events.filter(({ type }) => !type.endsWith('.countersigned'));
    const [act] = acts;
    for (const event of acts) {
      const broken =
        this.#followSeal(event) ??
        (event.subject.startsWith('evidence/')
          ? (this.#followTime(event) ??
            this.#followEnd(event) ??
            this.#followCustodian(event, act ?? event) ??
            this.#followHandover(event) ??
            this.#followQuantity(event, before.get(event.subject) as EvidenceState | undefined))
          : undefined);
      if (broken !== undefined) return `${event.type}: ${broken}`;
    }
    for (const { subject } of acts) {
      const broken = this.#check(subject);
      if (broken !== undefined) return `${act?.type}: ${broken}`;
    }
    return undefined;
  }

  /** How many items ended in which state. */
  ends(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const physical of this.#ended.values()) counts.set(physical, (counts.get(physical) ?? 0) + 1);
    return counts;
  }

  /** Everything at once. */
  checkAll(): string | undefined {
    for (const subject of this.#stage.world.standings.keys()) {
      const broken = this.#check(subject);
      if (broken !== undefined) return broken;
    }
    return undefined;
  }

  #check(subject: string): string | undefined {
    if (subject.startsWith('evidence/')) return this.#checkItem(subject);
    if (subject.startsWith('package/')) return this.#checkPackage(subject);
    return subject.startsWith('transfer/') ? this.#checkTransfer(subject) : undefined;
  }

  /** A seal is used once: on a package, on a container, spoiled or lost. */
  #followSeal({ type, body }: StagedEvent): string | undefined {
    const used =
      type === 'package.sealed' || type === 'package.resealed'
        ? (body.seal as { number: string }).number
        : type === 'sealstock.spoiled' || type === 'sealstock.lost'
          ? (body.number as string)
          : type === 'transfer.offered'
            ? ((body.container as { seal: string | null } | null)?.seal ?? null)
            : null;
    if (used === null) return undefined;
    if (this.#seals.has(used)) return `seal ${used} is used twice`;
    this.#seals.add(used);
    return undefined;
  }

  /** GATE-12: nothing in the history of an item had happened for certain before what stands there already. */
  #followTime({ subject, body }: StagedEvent): string | undefined {
    const occurred = body.occurred as unknown as MomentKnown | undefined;
    if (occurred === undefined) return undefined;
    const latest = this.#latest.get(subject) ?? Number.NEGATIVE_INFINITY;
    if (endOf(occurred) <= latest) return `${subject} runs backwards`;
    this.#latest.set(subject, Math.max(latest, parseTime(occurred.at)));
    return undefined;
  }

  #followEnd({ subject, type }: StagedEvent): string | undefined {
    const ended = this.#ended.get(subject);
    const { physical } = this.#item(subject);
    if (ended !== undefined && ended !== physical) return `${subject} was ${ended} and is ${physical}`;
    if (ended !== undefined && !afterTheEnd.test(type)) return `${subject} is ${ended} and goes on`;
    if (terminalStates.includes(physical)) this.#ended.set(subject, physical);
    return undefined;
  }

  #followCustodian(event: StagedEvent, act: StagedEvent): undefined {
    const { subject, type, officer } = event;
    const handedOver = type === 'evidence.received' && act.body.handover !== null;
    const takes = [
      'evidence.collected',
      'evidence.received-from-outside',
      'evidence.checked-out',
      'evidence.returned',
      'evidence.departed',
      'evidence.passed-on',
      'evidence.received',
      'evidence.taken-over',
      'evidence.derived',
      'evidence.obtained',
    ].includes(type);
    if (type === 'evidence.registered') this.#custodians.set(subject, null);
    if (takes) this.#custodians.set(subject, handedOver ? null : officer);
    if (usedUp.includes(this.#item(subject).physical)) this.#custodians.set(subject, null);
  }

  /** GATE-6: who left our custody for good did so under a release in force when it happened and when it was received. */
  #followHandover({ subject, type, body }: StagedEvent): string | undefined {
    const { handover, legal, physical, number } = this.#item(subject);
    if (type !== 'evidence.received' || physical !== 'HANDED_OVER') return undefined;
    const { status, validFrom = null, validUntil = null } = legal[handover?.release ?? ''] ?? {};
    const occurred = body.occurred as unknown as MomentKnown;
    const { now } = this.#stage;
    const covered =
      validFrom !== null &&
      validUntil !== null &&
      parseTime(validFrom) <= Math.min(parseTime(occurred.at), now) &&
      Math.max(endOf(occurred), now) <= parseTime(validUntil);
    return status === 'CLEARED' && covered
      ? undefined
      : `${number} was handed over under no release in force`;
  }

  /** GATE-11: a family of lots comes to what was registered, less what was used up, and what a return made of it. */
  #followQuantity({ subject, type, body }: StagedEvent, before: EvidenceState | undefined): undefined {
    const { quantity, parent } = this.#item(subject);
    // What is taken from an item leaves its count as it is.
    if (type === 'evidence.registered' || type === 'evidence.obtained') this.#begin(subject, quantity.amount);
    if (type === 'evidence.consumed') this.#add(subject, -Number(body.amount));
    if (type === 'evidence.derived') this.#join(subject, this.#familyOf(`evidence/${parent}`));
    if (type !== 'evidence.returned' || before?.quantity.amount == null || quantity.amount === null) return;
    this.#add(subject, Number(quantity.amount) - Number(before.quantity.amount));
  }

  #add(subject: string, difference: number): void {
    const family = this.#familyOf(subject);
    this.#totals.set(family, String(Number(this.#totals.get(family)) + difference));
  }

  #begin(subject: string, amount: string | null): void {
    this.#familyByItem.set(subject, subject);
    this.#families.set(subject, [subject]);
    if (amount !== null) this.#totals.set(subject, amount);
  }

  #join(subject: string, family: string): void {
    this.#familyByItem.set(subject, family);
    this.#families.get(family)?.push(subject);
  }

  #familyOf(subject: string): string {
    return this.#familyByItem.get(subject) ?? subject;
  }

  #checkItem(subject: string): string | undefined {
    const { number, custody, physical, transit, seal } = this.#item(subject);
    const expected = this.#custodians.get(subject) ?? null;
    if ((custody?.officer ?? null) !== expected) return `${number} has another custodian than was signed for`;
    const ours = !terminalStates.includes(physical) && physical !== 'RECORDED';
    if (ours !== (custody !== null))
      return `${number} is ${physical} and in the custody of ${custody?.officer}`;
    const moving = transit !== null && transit.stage !== 'OFFERED';
    if (moving && !['IN_TRANSIT', 'UNACCOUNTED'].includes(physical))
      return `${number} moves and is ${physical}`;
    if (moving && transit.courier !== custody?.officer) return `${number} travels without its courier`;
    if (transit?.stage === 'OFFERED' && transit.giver !== custody?.officer)
      return `${number} is offered by another`;
    if (seal !== null && seal.status !== open) {
      const inside = this.#stage.world.standing(`package/${seal.package}`)?.state as PackageState | undefined;
      if (inside?.contents.includes(subject) !== true)
        return `${number} is under a seal of a package without it`;
      if (inside.seal.number !== seal.number) return `${number} is under another seal than its package`;
    }
    return this.#checkFamily(this.#familyOf(subject));
  }

  #checkFamily(family: string): string | undefined {
    const members = this.#families.get(family);
    const total = this.#totals.get(family);
    if (members === undefined || total === undefined) return undefined;
    const amounts = members.flatMap(member => this.#item(member).quantity.amount ?? []);
    const sum = addDecimals(amounts);
    return equalDecimals(sum, total) ? undefined : `a lot of ${total} comes to ${sum}`;
  }

  /** What a closed package holds is under its seal and in one person's hands, and nowhere else. */
  #checkPackage(subject: string): string | undefined {
    const { seal, contents, number } = this.#state<PackageState>(subject);
    if (seal.status === open) return undefined;
    const id = subject.slice('package/'.length);
    const states = contents.map(item => this.#item(item));
    const elsewhere = states.find(item => item.seal?.package !== id || item.seal.number !== seal.number);
    if (elsewhere !== undefined) return `${number} is closed over ${elsewhere.number}, which is elsewhere`;
    const whole = states.filter(
      ({ seal: own }) => own?.status === 'APPLIED' || own?.status === 'VERIFIED_INTACT',
    );
    const hands = new Set(whole.map(({ custody }) => custody?.officer ?? null));
    return hands.size > 1 ? `${number} is unbroken and in the hands of ${hands.size}` : undefined;
  }

  #checkTransfer(subject: string): string | undefined {
    const { lines } = this.#state<TransferState>(subject);
    for (const [item, status] of Object.entries(lines)) {
      const { transit, number } = this.#item(`evidence/${item}`);
      const inside = transit !== null && `transfer/${transit.transfer}` === subject;
      const told = inside ? lineOfStage[transit.stage] : undefined;
      if (told !== undefined && told !== status)
        return `${number} is ${transit?.stage} and its line ${status}`;
      if ((status === 'OFFERED' || status === 'DEPARTED') && !inside)
        return `${number} is awaited and not in it`;
    }
    return undefined;
  }
}
