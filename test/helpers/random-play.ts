import { catalogue } from '../../src/custody/catalogue.js';
import type { JsonObject } from '../../src/log/index.js';
import { type Intent, uuidOf } from './procedure.js';
import { analysisActs } from './random-acts-analysis.js';
import { cellActs } from './random-acts-cell.js';
import { dossierActs } from './random-acts-dossier.js';
import { inDays, itemActs, sites } from './random-acts-item.js';
import { laboratoryActs } from './random-acts-laboratory.js';
import { materialActs } from './random-acts-material.js';
import { issueStockTo, packageActs, sealers, stockOf } from './random-acts-package.js';
import { pieceActs } from './random-acts-pieces.js';
import {
  clearSceneOf,
  openIncidentOf,
  openSceneOf,
  recordActs,
  registerSiteOf,
  registerUnitOf,
} from './random-acts-record.js';
import { registerRequestOf, releaseActs } from './random-acts-release.js';
import { tracingActs } from './random-acts-tracing.js';
import { transferActs } from './random-acts-transfer.js';
import { Choice } from './random-choice.js';
import { Custody, fieldUnit, people } from './random-custody.js';
import { Model } from './random-model.js';
import type { Stage } from './random-stage.js';

const minute = 60_000;

/** How often each is tried; those not named, once. */
const often: Readonly<Record<string, number>> = {
  'evidence.registered': 40,
  'evidence.collected': 40,
  'evidence.received-from-outside': 6,
  'evidence.safety-assessed': 10,
  'evidence.certified': 14,
  'evidence.weapon-cleared': 12,
  'evidence.left-in-situ': 2,
  'evidence.destroyed-in-situ': 2,
  'evidence.split': 10,
  'evidence.placed': 14,
  'evidence.checked-out': 10,
  'evidence.returned': 12,
  'package.sealed': 20,
  'package.opened': 8,
  'package.resealed': 8,
  'package.found-damaged': 4,
  'discrepancy.opened': 6,
  'discrepancy.explained': 10,
  'discrepancy.closed': 10,
  'transfer.offered': 26,
  'transfer.recalled': 4,
  'transfer.departed': 20,
  'transfer.passed-on': 8,
  'transfer.received': 34,
  'transfer.returned': 10,
  'transfer.refused': 6,
  'transfer.taken-over': 5,
  'transfer.handover': 24,
  'release.requested': 6,
  'release.decided': 16,
  'release.suspended': 3,
  'release.copy-disclosed': 3,
  'release.outcome-reported': 3,
  'release.input-given': 3,
  'dossier.built': 6,
  'dossier.delivered': 3,
  'dossier.notice-sent': 8,
  'request.answered': 6,
  'examination.requested': 8,
  'examination.accepted': 8,
  'examination.assigned': 8,
  'examination.result-issued': 10,
  'examination.result-amended': 4,
  'examination.classified': 2,
  'examination.destruction-approved': 12,
  'examination.lead-recorded': 4,
  'examination.traces-matched': 10,
  'evidence.sampled': 4,
  'evidence.consumed': 16,
  'scene.cleared aside': 3,
  'identification.made': 5,
  'identification.restated': 4,
  'identification.withdrawn': 2,
  'reference.opened': 6,
  'reference.entries-added': 6,
  'reference.entry-restated': 3,
  'import.opened': 2,
  'evidence.documented': 4,
  'import.rows-entered': 6,
  'import.closed': 2,
  'requirement.tagged': 2,
  'tracing.drafted': 5,
  'tracing.requested': 4,
  'tracing.answered': 3,
  'tracing.link-recorded': 3,
  'tracing.reply-offered': 3,
  'tracing.reply-recorded': 3,
  'scene.secured': 2,
  'scene.documented': 3,
  'visit.entered': 3,
  'visit.left': 3,
  corrected: 12,
  'disclosure-erased': 20,
};

const makers = {
  ...itemActs,
  ...packageActs,
  ...transferActs,
  ...releaseActs,
  ...dossierActs,
  ...pieceActs,
  ...analysisActs,
  ...cellActs,
  ...tracingActs,
  ...recordActs,
  ...laboratoryActs,
  ...materialActs,
};
const wheel = Object.keys(makers).flatMap(name => Array<string>(often[name] ?? 1).fill(name));

/** What belongs to the release, correction and erasure of reports: not played at random. */
function isOfReports(type: string): boolean {
  return /^examination[.](release-|hold-|copy-disclosed|corrected|disclosure-erased)/.test(type);
}

function unitOf(c: Custody, role: string): string | null {
  if (role.startsWith('NAT-')) return c.unit;
  return ['WIT', 'CSO', 'LABV'].includes(role) ? fieldUnit : null;
}

const everyType = catalogue
  .flatMap(({ events }) => events)
  .map(({ type }) => type)
  .filter(type => !isOfReports(type));

/** The first release withheld nothing of a unit: its kept log has no such act, and at random it is left to chance. */
export const cannotHappen: readonly string[] = ['unit.disclosure-erased'];

export interface Counts {
  accepted: number;
  refused: number;
  /** Events accepted, by type. */
  readonly types: Map<string, number>;
  /** How often each rule said no. */
  readonly rules: Map<string, number>;
}

/** A procedure in which people do what they may do, and now and then what they may not. */
export class Play {
  readonly custody: Custody;
  readonly model: Model;
  readonly counts: Counts = { accepted: 0, refused: 0, types: new Map(), rules: new Map() };
  readonly #stage: Stage;
  readonly #curious: boolean;

  /** @param curious nobody does what he may not, and what has not happened yet is tried first */
  constructor(stage: Stage, { curious = false } = {}) {
    this.#stage = stage;
    this.#curious = curious;
    this.custody = new Custody(stage);
    this.model = new Model(stage);
  }

  /** The log, its officers, units, sites, seals, a case and a scene that EOD cleared. */
  async prepare(): Promise<void> {
    const c = this.custody;
    const first = await this.#stage.found();
    if (first.rules.length > 0) throw new Error(`the log was not founded: ${first.rules.join(', ')}`);
    this.#count(first.events);
    for (const name of ['DEMO-REG-1', 'DEMO-REG-2']) this.#count(await this.#stage.enlist(name, 'REG', null));
    await this.#must(registerUnitOf(c.unit, 'DEMO-NATIONAL-UNIT'));
    await this.#must(registerUnitOf(fieldUnit, 'DEMO-FIELD-UNIT', false));
    for (const [name, role] of Object.entries(people))
      this.#count(await this.#stage.enlist(name, role, unitOf(c, role)));
    for (const name of ['DEMO-CLERK-1', 'DEMO-CLERK-2']) {
      const { kid, events } = await this.#stage.register(name);
      c.registered.push({ subject: `officer/${uuidOf(name)}`, kid });
      this.#count(events);
      c.note(events);
    }
    for (const name of ['DEMO-SITE-A', 'DEMO-SITE-B']) await this.#must(registerSiteOf(name));
    if (!sites.includes(uuidOf('DEMO-SITE-A'))) throw new Error('the sites are other ones');
    for (const sealer of sealers) await this.#must(issueStockTo(c, sealer, stockOf(sealer)));
    await this.#must(openIncidentOf(c, `incident/${c.incident}`));
    await this.#must(registerRequestOf(c));
    await this.#must(openSceneOf(c, `scene/${c.scene}`));
    await this.#must(clearSceneOf(c, `scene/${c.scene}`));
  }

  /**
   * One step: somebody does something. `undefined` where there was nothing to do it with.
   * @throws where something does not hold any more
   */
  async step(seed: number): Promise<'accepted' | 'refused' | undefined> {
    const c = this.custody;
    c.choice = new Choice(seed);
    this.#stage.now += (1 + c.choice.below(4)) * minute;
    const expiry = this.#stage.now - c.clearedAt > 40 * 60 * minute;
    const name = expiry ? 'scene.cleared' : this.#choose();
    c.careless = !expiry && !this.#curious && c.choice.once(12);
    const made = makers[name]?.(c);
    c.careless = false;
    if (made === undefined) return undefined;
    const intent = !expiry && !this.#curious && c.choice.once(9) ? spoiled(c, made) : made;
    return signsTwice(intent) ? undefined : this.#try(intent);
  }

  #choose(): string {
    const { choice } = this.custody;
    const missing = this.missing();
    if (!this.#curious || missing.length === 0 || choice.once(2)) return choice.one(wheel);
    const wanted = choice.one(missing);
    const word = wanted.slice(wanted.indexOf('.') + 1);
    return Object.hasOwn(makers, wanted) ? wanted : Object.hasOwn(makers, word) ? word : choice.one(wheel);
  }

  /** Types of event of the catalogue that have not occurred. */
  missing(): readonly string[] {
    return everyType.filter(type => !this.counts.types.has(type) && !cannotHappen.includes(type));
  }

  async #try(intent: Intent): Promise<'accepted' | 'refused'> {
    const { standings } = this.#stage.world;
    const subjects = [intent.subject, ...(intent.items ?? []).map(({ subject }) => subject)];
    const before = new Map(subjects.map(subject => [subject, standings.get(subject)?.state] as const));
    const heads = subjects.map(subject => standings.get(subject)?.head);
    const { rules, events } = await this.#stage.act(intent);
    if (rules.length > 0) {
      this.counts.refused += 1;
      for (const rule of new Set(rules)) bump(this.counts.rules, rule);
      const moved = subjects.some((subject, position) => standings.get(subject)?.head !== heads[position]);
      if (moved) throw new Error(`a refused ${intent.type} changed something`);
      return 'refused';
    }
    this.counts.accepted += 1;
    this.#count(events);
    const broken = this.model.follow(events, before);
    if (broken !== undefined) throw new Error(broken);
    this.custody.note(events);
    return 'accepted';
  }

  async #must(intent: Intent): Promise<void> {
    if ((await this.#try(intent)) === 'refused') {
      throw new Error(`${intent.type} was refused: ${[...this.counts.rules.keys()].join(', ')}`);
    }
  }

  #count(events: readonly { readonly type: string }[]): void {
    for (const { type } of events) bump(this.counts.types, type);
  }
}

function bump(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** Nobody signs an act twice: the format refuses that before any rule looks (log-format section 10). */
function signsTwice({ by, countersigned = [] }: Intent): boolean {
  const names = [by, ...countersigned].map(text => text.split('/')[0]);
  return new Set(names).size < names.length;
}

/** The same act, wrong in one way. It may still be lawful: what was signed counts, not what was meant. */
function spoiled(c: Custody, intent: Intent): Intent {
  const countersigned = intent.countersigned ?? [];
  const items = intent.items ?? [];
  switch (c.choice.below(6)) {
    case 0:
      return { ...intent, by: freshSigner(c, intent) };
    case 1:
      return { ...intent, countersigned: countersigned.slice(1) };
    case 2:
      return moved(intent, inDays(c, -2));
    case 3:
      return moved(intent, inDays(c, 1));
    case 4:
      return items.length > 1 ? { ...intent, items: items.slice(1) } : moved(intent, inDays(c, -3));
    default:
      return { ...intent, body: { ...intent.body, overrides: [override(c)] } };
  }
}

/** Somebody else signs who has not signed already. */
function freshSigner(c: Custody, { by, countersigned = [] }: Intent): string {
  const other = c.anybody();
  return countersigned.some(text => text.startsWith(`${other} `)) ? by : other;
}

function moved(intent: Intent, at: string): Intent {
  const body = movedBody(intent.body, at);
  if (intent.items === undefined) return { ...intent, body };
  return { ...intent, body, items: intent.items.map(item => ({ ...item, body: movedBody(item.body, at) })) };
}

function movedBody(body: JsonObject, at: string): JsonObject {
  if (body.occurred === undefined) return body;
  return { ...body, occurred: { at, precision: 'MINUTE', zone: 'Africa/Bamako', clockDoubt: null } };
}

function override(c: Custody): JsonObject {
  const gate = c.choice.one(['GATE-1', 'GATE-2', 'GATE-4', 'GATE-6', 'GATE-12']);
  return { gate, officer: uuidOf('DEMO-HOM-1'), reason: 'DEMO: necessity' };
}
