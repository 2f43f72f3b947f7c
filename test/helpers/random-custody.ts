import type { EvidenceState } from '../../src/custody/evidence/state.js';
import type { PackageState } from '../../src/custody/package/state.js';
import { formatTime, type JsonObject, type JsonValue } from '../../src/log/index.js';
import { circumstances, type Intent, uuidOf } from './procedure.js';
import { Choice } from './random-choice.js';
import type { Stage, StagedEvent } from './random-stage.js';

/** Everybody who acts in a random procedure, each in one role. */
export const people = {
  'DEMO-WIT-1': 'WIT',
  'DEMO-WIT-2': 'WIT',
  'DEMO-CSO-1': 'CSO',
  'DEMO-EOD-1': 'EOD',
  'DEMO-FR-1': 'FR',
  'DEMO-SEC-1': 'SEC',
  'DEMO-SEC-2': 'SEC',
  'DEMO-HQC-1': 'HQC',
  'DEMO-HQC-2': 'HQC',
  'DEMO-COU-1': 'COU',
  'DEMO-COU-2': 'COU',
  'DEMO-LABR-1': 'LABR',
  'DEMO-CASE-1': 'CASE',
  'DEMO-CASE-2': 'CASE',
  'DEMO-LEG-1': 'LEG',
  'DEMO-HR-1': 'HR',
  'DEMO-HOM-1': 'HOM',
  'DEMO-AUD-1': 'AUD',
  'DEMO-OPS-1': 'OPS',
  'DEMO-AUD-2': 'AUD',
  'DEMO-JMAC-1': 'JMAC',
  'DEMO-NAT-1': 'NAT-OPJ',
  'DEMO-FOC-1': 'FOC',
  'DEMO-LABV-1': 'LABV',
} as const;
export type Person = keyof typeof people;

/** Unit of those who exploit in the field. */
export const fieldUnit = uuidOf('DEMO-FIELD-UNIT');

const everybody = Object.keys(people) as readonly Person[];
const officers = new Map<string, Person>(everybody.map(name => [uuidOf(name), name]));

const minute = 60_000;
/** An item with a longer history is left alone: every act on it carries its whole state. */
const longHistory = 40;

/** What a procedure played at random knows of itself, and what its acts are made from. */
export class Custody {
  readonly stage: Stage;
  choice = new Choice(1);
  readonly items: string[] = [];
  readonly packages: string[] = [];
  readonly transfers: string[] = [];
  readonly releases: string[] = [];
  readonly dossiers: string[] = [];
  readonly requests: string[] = [];
  readonly discrepancies: string[] = [];
  readonly visits: string[] = [];
  readonly units: string[] = [];
  /** Officers registered by events, with the kid of their key. */
  readonly registered: { readonly subject: string; readonly kid: string }[] = [];
  /** Accepted events of late by kind of subject, without countersignatures. */
  readonly #done = new Map<string, StagedEvent[]>();
  readonly unit = uuidOf('DEMO-NATIONAL-UNIT');
  readonly incident = uuidOf('DEMO-INCIDENT');
  readonly scene = uuidOf('DEMO-SCENE');
  /** `event_id` of the clearance acts at the scene rely on. */
  clearance = '';
  /** When it was given; ms since 1970. */
  clearedAt = 0;
  /** An act made for somebody who does not care how things stand. */
  careless = false;
  #count = 0;
  readonly #series = new Map<string, number>();

  constructor(stage: Stage) {
    this.stage = stage;
  }

  /** Now, to the minute. */
  get at(): string {
    return formatTime(this.stage.now - (this.stage.now % minute));
  }

  /** A number nobody used before. */
  next(): number {
    this.#count += 1;
    return this.#count;
  }

  fresh(kind: string): string {
    return `${kind}/${uuidOf(`DEMO-${kind}-${this.next()}`)}`;
  }

  /** The next number of a series: seals are taken from a stock in their order. */
  nextOf(series: string): number {
    const next = (this.#series.get(series) ?? 0) + 1;
    this.#series.set(series, next);
    return next;
  }

  /** When and where: now, or some time today; at a site where one is named. */
  circumstances(site: string | null = null): JsonObject {
    const today = this.choice.once(40);
    const at = today ? `${this.at.slice(0, 10)}T00:00:00Z` : this.at;
    const position = this.choice.once(8)
      ? { latitude: '19.45', longitude: '0.85', accuracyMetres: 5, datum: 'WGS84' }
      : null;
    return circumstances(at, {
      occurred: { at, precision: today ? 'DAY' : 'MINUTE', zone: 'Africa/Bamako', clockDoubt: null },
      place: { site, description: site === null ? 'DEMO-FIELD' : 'DEMO-SITE', position },
    });
  }

  state<State>(subject: string): State | undefined {
    return this.stage.world.standing(subject)?.state as State | undefined;
  }

  item(subject: string): EvidenceState {
    const state = this.state<EvidenceState>(subject);
    if (state === undefined) throw new Error(`${subject} does not exist`);
    return state;
  }

  /** Items that stand so; now and then any, for somebody who does not look. */
  itemsThat(fits: (state: EvidenceState) => boolean): readonly string[] {
    if (this.careless) return this.items;
    return this.items.filter(subject => fits(this.item(subject)));
  }

  anItem(fits: (state: EvidenceState) => boolean): string | undefined {
    return this.choice.of(this.itemsThat(fits));
  }

  /** Everything under the same unbroken seal as these items. */
  withPackages(subjects: readonly string[]): readonly string[] {
    const all = subjects.flatMap(subject => {
      const seal = this.item(subject).seal;
      const state = seal === null ? undefined : this.state<PackageState>(`package/${seal.package}`);
      const inside = state !== undefined && state.seal.status !== 'OPENED_AUTHORISED';
      return inside ? [subject, ...state.contents] : [subject];
    });
    return [...new Set(all)];
  }

  /** `NAME/ROLE` of an officer by his UUID. */
  who(officer: string | null | undefined): string {
    const name = officers.get(officer ?? '') ?? 'DEMO-FR-1';
    return `${name}/${people[name]}`;
  }

  /** Somebody in one of these roles, other than those named. */
  somebody(roles: readonly string[], ...but: readonly string[]): string {
    const fitting = everybody
      .filter(name => roles.includes(people[name]))
      .map(name => `${name}/${people[name]}`)
      .filter(who => !but.includes(who));
    return this.choice.one(fitting.length > 0 ? fitting : ['DEMO-FR-1/FR']);
  }

  anybody(): string {
    return this.who(uuidOf(this.choice.one(everybody)));
  }

  /** Takes note of an act that was accepted. */
  note(events: readonly StagedEvent[]): void {
    const acts = events.filter(({ type }) => !type.endsWith('.countersigned'));
    for (const event of acts) {
      this.#remember(event);
      const list = this.#listOf(event.type);
      if (list !== undefined && !list.includes(event.subject)) list.push(event.subject);
      if (event.type === 'scene.cleared' && event.subject === `scene/${this.scene}`) {
        this.clearance = event.eventId;
        this.clearedAt = this.stage.now;
      }
    }
    this.#forgetOld();
  }

  #remember(event: StagedEvent): void {
    const kind = event.subject.slice(0, event.subject.indexOf('/'));
    const events = this.#done.get(kind) ?? [];
    events.push(event);
    this.#done.set(kind, events.slice(-40));
  }

  /** An accepted event like this, of whatever kind of subject: each kind as likely as another. */
  earlier(fits: (event: StagedEvent) => boolean): StagedEvent | undefined {
    const kinds = [...this.#done.values()]
      .map(events => events.filter(fits))
      .filter(events => events.length > 0);
    const kind = this.choice.of(kinds);
    return kind === undefined ? undefined : this.choice.of(kind);
  }

  #listOf(type: string): string[] | undefined {
    const lists: Readonly<Record<string, string[]>> = {
      'evidence.registered': this.items,
      'evidence.derived': this.items,
      'evidence.obtained': this.items,
      'package.sealed': this.packages,
      'transfer.offered': this.transfers,
      'release.requested': this.releases,
      'dossier.built': this.dossiers,
      'request.registered': this.requests,
      'discrepancy.opened': this.discrepancies,
      'visit.entered': this.visits,
      'unit.registered': this.units,
    };
    return lists[type];
  }

  /** Few things at a time, so that acts meet; what is over for good is left alone, after some more trying. */
  #forgetOld(): void {
    const over = this.items.findIndex(subject => {
      const { physical } = this.item(subject);
      const seq = this.stage.world.standing(subject)?.seq ?? 0;
      const ended = ['HANDED_OVER', 'SPLIT', 'CONSUMED'].includes(physical) || physical.endsWith('_SITU');
      return (
        seq > longHistory || (ended && this.choice.once(4)) || (physical === 'DOCUMENTED_ONLY' && seq > 3)
      );
    });
    if (over >= 0) this.items.splice(over, 1);
    const { packages, transfers, releases, dossiers, discrepancies, visits } = this;
    for (const list of [packages, transfers, releases, dossiers, discrepancies, visits]) {
      list.splice(0, Math.max(0, list.length - 12));
    }
  }
}

export function idOf(subject: string): string {
  return subject.slice(subject.indexOf('/') + 1);
}

/** An act over items: each event repeats when and where, beside its own members. */
export function overItems(
  act: Omit<Intent, 'items'>,
  itemType: string,
  items: readonly string[],
  members: (subject: string) => JsonObject,
): Intent {
  const { occurred = null, place = null } = act.body as Record<string, JsonValue>;
  return {
    ...act,
    items: items.map(subject => ({
      subject,
      type: itemType,
      body: { occurred, place, ...members(subject) },
    })),
  };
}
