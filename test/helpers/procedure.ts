import { createHash } from 'node:crypto';
import { currentForm } from '../../src/custody/catalogue.js';
import {
  type ActIntent,
  composeAct,
  Heads,
  type SigningOfficer,
} from '../../src/custody/compose/compose-act.js';
import { withholdClaims, withholdItemClaims } from '../../src/custody/compose/withhold.js';
import { admitBody } from '../../src/custody/judge/admit-body.js';
import { judgeBatch } from '../../src/custody/judge/judge-batch.js';
import { type LogWorld, Overlay } from '../../src/custody/judge/world.js';
import type { OfficerState } from '../../src/custody/officer/state.js';
import { type RuleCode, refusals } from '../../src/custody/refusals.js';
import type { RoleCode } from '../../src/custody/roles.js';
import type { Sop } from '../../src/custody/sop/document.js';
import { reconstruction } from '../../src/custody/sop/reconstruction.js';
import { sopReference } from '../../src/custody/sop/sop-bytes.js';
import { readLinks } from '../../src/custody/source/links.js';
import type { Violation } from '../../src/custody/violation.js';
import {
  disclosureDigest,
  formatTime,
  type JsonObject,
  type JsonValue,
  readActs,
  readDisclosure,
  type SignedEvent,
} from '../../src/log/index.js';

const log = 'rules.test.example/AAAAAAAAAAAAAAAAAAAAAA';

/** Fixed numbers in place of randomness, so that a failing run can be repeated. */
function fixedBytes(seed: string, length: number): Buffer {
  return createHash('sha256').update(seed).digest().subarray(0, length);
}

/** A UUIDv7-shaped number made from a name: the same name gives the same number. */
export function uuidOf(name: string): string {
  const hex = fixedBytes(`uuid ${name}`, 16).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const hashes = new WeakMap<Sop, string>();

/** SHA-256 of the document, worked out once: the judge asks at every act. */
function hashOf(sop: Sop): string {
  const known = hashes.get(sop) ?? sopReference(sop).sha256;
  hashes.set(sop, known);
  return known;
}

/** A log before its first leaf. */
export const emptyWorld: LogWorld = {
  standing: () => undefined,
  event: () => undefined,
  claimant: () => undefined,
  sopDocument: () => undefined,
  log: () => undefined,
  sourcesOf: () => undefined,
  subjectsNaming: () => [],
  piecesLinkedBy: () => [],
};

export interface Intent {
  readonly subject: string;
  readonly type: string;
  /** `OFFICER/ROLE`, e.g. `DEMO-WIT-1/WIT`; the officer is enlisted on the way. */
  readonly by: string;
  readonly body: JsonObject;
  readonly refs?: readonly string[];
  /** `OFFICER/ROLE as capacity`, e.g. `DEMO-WIT-2/WIT as witness`. */
  readonly countersigned?: readonly string[];
  readonly items?: readonly { subject: string; type: string; body: JsonObject; refs?: readonly string[] }[];
}

/**
 * A procedure played against the rules alone: no signatures, no database. Each `accept` and `refuse` is one
 * batch of one act; what is accepted changes the world, what is refused leaves it.
 */
export class Procedure {
  readonly world = new Overlay(emptyWorld);
  sop: Sop;
  /** Time received of the next act, ms since 1970. */
  now = Date.UTC(2021, 3, 2, 12);
  #index = 0;
  #count = 0;

  constructor(sop: Sop = reconstruction) {
    this.sop = sop;
    this.world.sopDocument = sha256 => (hashOf(this.sop) === sha256 ? this.sop : undefined);
    this.world.piecesLinkedBy = act => readLinks(act, this.#disclosures).map(({ piece }) => piece);
  }

  /** Gives an officer a role from 2021 to 2031, without events: tests of other rules need no registrar. */
  enlist(name: string, role: string, traits: Partial<OfficerState> = {}): string {
    const id = uuidOf(name);
    const subject = `officer/${id}`;
    const known = this.world.standing(subject)?.state as OfficerState | undefined;
    const from = Date.UTC(2021, 0, 1);
    const until = Date.UTC(2031, 0, 1);
    const grant = { role: role as RoleCode, from, until, granted: 0, ended: null };
    const state: OfficerState = {
      corrections: [],
      unit: null,
      national: role.startsWith('NAT-'),
      keys: {
        [kidOf(name)]: { jwk: { kty: 'OKP', crv: 'Ed25519', x: kidOf(name) }, registered: 0, revoked: null },
      },
      ...known,
      grants: { ...known?.grants, [uuidOf(`${name} ${role}`)]: grant },
      ...traits,
    };
    this.world.standings.set(subject, { seq: 1, head: kidOf(`${name} registered`), state });
    return id;
  }

  /** Puts a subject there in a given state, without events. */
  suppose(subject: string, state: object): void {
    const seq = (this.world.standing(subject)?.seq ?? 0) + 1;
    this.world.standings.set(subject, { seq, head: kidOf(`${subject} ${seq}`), state });
  }

  state<State>(subject: string): State {
    const standing = this.world.standing(subject);
    if (standing === undefined) throw new Error(`${subject} does not exist`);
    return standing.state as State;
  }

  /** The act's events, as they would be signed. */
  compose(intent: Intent): readonly SignedEvent[] {
    const salt = () => fixedBytes(`salt ${this.#count++}`, 16);
    const disclosures: string[] = [];
    const group = withholdClaims(intent.type, currentForm(intent.type), intent.body, salt);
    disclosures.push(...group.disclosures);
    const commitItem = (type: string, body: JsonObject): JsonObject => {
      const committed = withholdItemClaims(
        type,
        currentForm(type),
        body,
        { plain: intent.body, committed: group },
        salt,
      );
      disclosures.push(...committed.disclosures);
      return committed.body;
    };
    const full: ActIntent = {
      subject: intent.subject,
      type: intent.type,
      form: currentForm(intent.type),
      at: formatTime(this.now),
      signer: this.#signer(intent.by),
      refs: intent.refs ?? [],
      body: group.body,
      countersigners: (intent.countersigned ?? []).map(text => {
        const [who = '', as = ''] = text.split(' as ');
        return { ...this.#signer(who), as };
      }),
      items: (intent.items ?? []).map(item => ({
        ...item,
        form: currentForm(item.type),
        refs: item.refs ?? [],
        body: commitItem(item.type, item.body),
      })),
    };
    const heads = new Heads(subject => {
      const standing = this.world.standing(subject);
      return standing && { seq: standing.seq, eventId: standing.head };
    });
    const nonce = () => fixedBytes(`nonce ${this.#count++}`, 16).toString('base64url');
    const events = composeAct(log, full, heads, nonce);
    this.#disclosures = disclosures;
    this.disclosed = new Map(disclosures.map(text => [disclosureDigest(text), readDisclosure(text).value]));
    return events.map(({ payload, eventId, signer }) => ({
      ...payload,
      eventId,
      jws: '',
      kid: signer.kid,
      alg: signer.alg,
    }));
  }

  disclosed: ReadonlyMap<string, JsonValue> = new Map();
  /** What the act composed last withholds. */
  #disclosures: readonly string[] = [];

  /** Judges an act; every refusal, of its form or by the rules, as codes in order. */
  judge(intent: Intent): {
    readonly rules: readonly RuleCode[];
    readonly events: readonly SignedEvent[];
    detail: unknown;
  } {
    const events = this.compose(intent);
    const formal = events.flatMap(event => admitBody(event, this.disclosed));
    requireAllNamed(formal);
    if (formal.length > 0) return { rules: formal.map(({ rule }) => rule), events, detail: formal };
    const { acts, faults } = readActs(events);
    if (faults.length > 0) throw new Error(faults.map(({ message }) => message).join('; '));
    const verdict = judgeBatch(this.world, acts, {
      receivedAt: this.now,
      firstIndex: this.#index,
      sop: this.sop,
    });
    if (verdict.kind === 'stale') throw new Error(`stale: ${JSON.stringify(verdict.stale)}`);
    if (verdict.kind === 'refused') {
      requireAllNamed(verdict.violations);
      return { rules: verdict.violations.map(({ rule }) => rule), events, detail: verdict.violations };
    }
    this.world.absorb(verdict.overlay);
    this.#index += events.length;
    return { rules: [], events, detail: null };
  }

  /** The act is accepted; returns the `event_id`s of the act and of its item events. */
  accept(intent: Intent): { readonly eventId: string; readonly items: readonly string[] } {
    const { rules, events, detail } = this.judge(intent);
    if (rules.length > 0) throw new Error(`${intent.type} was refused: ${JSON.stringify(detail)}`);
    const [act] = events;
    const items = events.slice(events.length - (intent.items?.length ?? 0));
    return { eventId: act?.eventId ?? '', items: intent.items ? items.map(({ eventId }) => eventId) : [] };
  }

  /** The act is refused; returns the codes of the rules that say no. */
  refuse(intent: Intent): readonly RuleCode[] {
    const { rules } = this.judge(intent);
    if (rules.length === 0) throw new Error(`${intent.type} was accepted`);
    return rules;
  }

  #signer(who: string): SigningOfficer {
    const [name = '', role = ''] = who.split('/');
    if (this.world.standing(`officer/${uuidOf(name)}`) === undefined) this.enlist(name, role);
    return { officer: uuidOf(name), role, kid: kidOf(name), alg: 'ES256' };
  }
}

/** Every value that the words of a refusal name is given with it: no reader sees an empty `{place}`. */
function requireAllNamed(violations: readonly Violation[]): void {
  for (const { rule, parameters } of violations) {
    const { message, missing } = refusals[rule];
    const words = [message.en, message.fr, missing.en, missing.fr].join(' ');
    const unnamed = placeholders(words).filter(name => !Object.hasOwn(parameters, name));
    if (unnamed.length > 0) throw new Error(`${rule} does not say ${unnamed.join(', ')}`);
  }
}

/** Names in braces that stand in the words of a refusal. */
export function placeholders(words: string): readonly string[] {
  return [...words.matchAll(/\{([a-zA-Z]+)\}/g)].map(([, name = '']) => name);
}

function kidOf(name: string): string {
  return fixedBytes(`kid ${name}`, 32).toString('base64url');
}

/** The SOP with one thing changed: every gate, signature and deadline is data (domain.md (a), consequence 2). */
export function changedSop(change: (sop: MutableSop) => void): Sop {
  const copy = structuredClone(reconstruction) as MutableSop;
  change(copy);
  return copy;
}

type MutableSop = { -readonly [K in keyof Sop]: Sop[K] };

/** Members of every act's body: at a time, at a place, not late, nothing overridden. */
export function circumstances(at: string, changes: JsonObject = {}): JsonObject {
  return {
    occurred: { at, precision: 'MINUTE', zone: 'Africa/Bamako', clockDoubt: null },
    place: { site: null, description: 'DEMO-PLACE', position: null },
    lateEntry: null,
    overrides: [],
    ...changes,
  };
}
