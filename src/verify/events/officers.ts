import { FormatError, type PublicKey } from '../../log/index.js';

/** A key with `compromisedSince` <= index < `revoked` on an event makes it disputed (log-format section 8). */
export interface CompromisedKey {
  readonly kid: string;
  /** Whose it is: UUID. */
  readonly officer: string;
  readonly since: number;
  readonly revoked: number;
}

/** A key that was reported lost: what it signed before is not disputed by that, and nobody knows since when it was. */
export interface LostKey {
  readonly kid: string;
  /** Whose it is: UUID. */
  readonly officer: string;
  /** Leaf of the report. */
  readonly leaf: number;
}

interface RegisteredKey {
  readonly key: PublicKey;
  readonly officer: string;
  /** Leaf index; of a founder's, before every leaf. */
  readonly registered: number;
  revoked: number | null;
}

interface Grant {
  readonly role: string;
  readonly from: number;
  /** Milliseconds since 1970, or null for no end. */
  readonly until: number | null;
  readonly granted: number;
  ended: number | null;
}

/** Before every leaf: what a founder has counts from leaf 0 on. */
const BEFORE_ALL = -1;

/**
 * Keys and roles of the officers as the log has them (log-format section 8). It grows event by event, and answers
 * for any leaf that was reached: an act's countersigners are judged at the leaf of the act.
 */
export class Officers {
  readonly #keys = new Map<string, RegisteredKey>();
  readonly #grants = new Map<string, Map<string, Grant>>();
  readonly #grantNames = new Set<string>();
  readonly #registered = new Set<string>();
  readonly #compromised = new Map<string, CompromisedKey>();
  readonly #lost = new Map<string, LostKey>();

  addFounder(officer: string, key: PublicKey, grant: string): void {
    this.#keys.set(key.kid, { key, officer, registered: BEFORE_ALL, revoked: null });
    const held = {
      role: 'REG',
      from: Number.NEGATIVE_INFINITY,
      until: null,
      granted: BEFORE_ALL,
      ended: null,
    };
    this.#grantsOf(officer).set(grant, held);
    this.#grantNames.add(grant);
  }

  findKey(kid: string): PublicKey | undefined {
    return this.#keys.get(kid)?.key;
  }

  /** The key is this officer's at this leaf: registered before it and not revoked before it. */
  isKeyGood(kid: string, officer: string, leaf: number): boolean {
    const found = this.#keys.get(kid);
    if (found?.officer !== officer || found.registered >= leaf) return false;
    return found.revoked === null || found.revoked >= leaf;
  }

  /** One grant of the role counts at this leaf, received at this time. */
  holdsRole(officer: string, role: string, leaf: number, receivedAt: number): boolean {
    for (const grant of this.#grants.get(officer)?.values() ?? []) {
      const inForce = grant.granted < leaf && (grant.ended === null || grant.ended >= leaf);
      const inTime = grant.from <= receivedAt && (grant.until === null || receivedAt < grant.until);
      if (grant.role === role && inForce && inTime) return true;
    }
    return false;
  }

  ownsKey(kid: string, officer: string): boolean {
    return this.#keys.get(kid)?.officer === officer;
  }

  ownsGrant(grant: string, officer: string): boolean {
    return this.#grants.get(officer)?.has(grant) ?? false;
  }

  /** @throws {FormatError} `key` where the log has the key already, revoked or not */
  requireNewKey({ kid }: PublicKey): void {
    if (this.#keys.has(kid)) throw new FormatError('key', `the key ${kid} was registered before`);
  }

  /** @throws {FormatError} `key` where the log has the grant already */
  requireNewGrant(grant: string): void {
    if (this.#grantNames.has(grant)) throw new FormatError('key', `the grant ${grant} was registered before`);
  }

  /** The key that was registered last. */
  lastKey: PublicKey | undefined;

  /** Of a key that is on record: where events by it can be disputed from. */
  registrationOf(kid: string): number {
    return this.#keys.get(kid)?.registered ?? BEFORE_ALL;
  }

  /** An event signed by this key at this leaf is disputed. */
  isDisputed(kid: string, leaf: number): boolean {
    const key = this.#compromised.get(kid);
    return key !== undefined && key.since <= leaf && leaf < key.revoked;
  }

  /** Each key once, in the order in which it was told. */
  get compromised(): readonly CompromisedKey[] {
    return [...this.#compromised.values()];
  }

  /** Each key once, in the order in which it was told. */
  get lost(): readonly LostKey[] {
    return [...this.#lost.values()];
  }

  isRegistered(officer: string): boolean {
    return this.#registered.has(officer);
  }

  register(officer: string): void {
    this.#registered.add(officer);
  }

  addKey(officer: string, key: PublicKey, leaf: number): void {
    this.lastKey = key;
    this.#keys.set(key.kid, { key, officer, registered: leaf, revoked: null });
  }

  /** A key may be revoked again: the first time counts, and the earliest leaf that it is said to be compromised from. */
  revokeKey(kid: string, leaf: number, compromisedSince: number | null): void {
    const found = this.#keys.get(kid);
    if (found === undefined) return;
    found.revoked ??= leaf;
    if (compromisedSince === null) return;
    const { officer, revoked } = found;
    const since = Math.min(compromisedSince, this.#compromised.get(kid)?.since ?? compromisedSince);
    this.#compromised.set(kid, { kid, officer, since, revoked });
  }

  reportLost(kid: string, leaf: number): void {
    const officer = this.#keys.get(kid)?.officer;
    if (officer !== undefined && !this.#lost.has(kid)) this.#lost.set(kid, { kid, officer, leaf });
  }

  /** The report that this key, good at this leaf, was lost later on: the first, after which it is good no more. */
  lostAfter(kid: string, leaf: number): LostKey | undefined {
    const report = this.#lost.get(kid);
    return report !== undefined && report.leaf > leaf ? report : undefined;
  }

  grantRole(officer: string, name: string, grant: Omit<Grant, 'ended'>): void {
    this.#grantNames.add(name);
    this.#grantsOf(officer).set(name, { ...grant, ended: null });
  }

  endRole(officer: string, name: string, leaf: number): void {
    const grant = this.#grants.get(officer)?.get(name);
    if (grant !== undefined) grant.ended ??= leaf;
  }

  #grantsOf(officer: string): Map<string, Grant> {
    const grants = this.#grants.get(officer) ?? new Map<string, Grant>();
    this.#grants.set(officer, grants);
    return grants;
  }
}
