import { join } from 'node:path';
import {
  type BatchFile,
  composeBatch,
  eventIdsOf,
  type OfficerKey,
  type PlainAct,
  type Problem,
  type ReceiptAnswer,
  Service,
  ServiceProblem,
  signBatch,
  submissionOf,
} from '../../client/index.js';
import { type Head, Heads } from '../../custody/compose/compose-act.js';
import type { RoleCode } from '../../custody/roles.js';
import type { Language } from '../../custody/text.js';
import {
  type Algorithm,
  formatTime,
  type JsonObject,
  makeProofOfPossession,
  newId,
} from '../../log/index.js';
import { systemRandom } from '../system-random.js';
import { type DemoLog, makeDemoKey } from './found-demo-log.js';

/** One act of the cast, by names: `by` is `DEMO-WIT-1/WIT`, countersigners `DEMO-WIT-2/WIT as witness`. */
export interface StagedAct {
  readonly subject: string;
  readonly type: string;
  readonly by: string;
  readonly body: JsonObject;
  readonly refs?: readonly string[];
  readonly countersigned?: readonly string[];
  readonly items?: NonNullable<PlainAct['items']>;
}

export type StagedOutcome =
  | {
      readonly kind: 'accepted';
      readonly receipts: readonly ReceiptAnswer[];
      readonly eventIds: readonly string[];
      readonly submitted: readonly string[];
      readonly batch: BatchFile;
    }
  | { readonly kind: 'refused'; readonly problem: Problem };

/**
 * A cast of officers who act over HTTP, each with a key of his own in a folder of its own. Heads are moved on by
 * what the service accepted, and by nothing else.
 */
export class Stage {
  readonly origin: string;
  readonly logSubject: string;
  readonly #folder: string;
  readonly #url: string;
  readonly #language: Language;
  readonly #keys = new Map<string, OfficerKey>();
  readonly #heads = new Map<string, Head>();
  readonly #now: () => number;
  #service: Service;

  constructor(
    log: DemoLog,
    url: string,
    officersFolder: string,
    now: () => number,
    language: Language = 'en',
  ) {
    this.#url = url;
    this.#language = language;
    this.#service = this.#connect(language);
    this.origin = log.origin;
    this.logSubject = log.logSubject;
    this.#folder = officersFolder;
    this.#now = now;
    for (const founder of log.founders) this.#keys.set(founder.label, founder);
    this.#advance(log.founding);
  }

  newId(): string {
    return newId(this.#now(), systemRandom(16));
  }

  officer(name: string): OfficerKey {
    const key = this.#keys.get(name);
    if (key === undefined) throw new Error(`${name} is not of the cast`);
    return key;
  }

  /** A key of the cast by its thumbprint: for checking receipts without the service. */
  keyOf(kid: string) {
    return [...this.#keys.values()].find(({ key }) => key.kid === kid)?.key;
  }

  /** What the cast calls an officer. */
  labelOf(officer: string): string {
    return [...this.#keys.values()].find(key => key.officer === officer)?.label ?? officer;
  }

  /** Registers an officer with a key and roles for a year, by the two registrars. */
  async enlist(
    label: string,
    roles: readonly RoleCode[],
    {
      unit,
      national = false,
      alg = 'ES256',
    }: { readonly unit: string | null; readonly national?: boolean; readonly alg?: Algorithm },
  ): Promise<string> {
    const key = await makeDemoKey(this.#folder, label, alg, this.#now());
    this.#keys.set(label, key);
    const { officer } = key;
    const registrars = { by: 'DEMO-REG-1/REG', countersigned: ['DEMO-REG-2/REG as registrar'] };
    const subject = `officer/${officer}`;
    const from = formatTime(this.#now());
    // The clock of a demonstration may be years behind: whoever looks at it afterwards still finds its officers.
    const until = formatTime(Math.max(this.#now(), Date.now()) + 365 * 86_400_000);
    const pop = await makeProofOfPossession({ log: this.origin, officer }, key.signer);
    await this.require([
      {
        ...registrars,
        subject,
        type: 'officer.registered',
        body: { name: label, unit, kind: roles.includes('OPS') ? 'SERVICE' : 'PERSON', national },
      },
      { ...registrars, subject, type: 'officer.key-registered', body: { jwk: { ...key.key.jwk }, pop } },
      ...roles.map(role => ({
        ...registrars,
        subject,
        type: 'officer.role-granted',
        body: { grant: this.newId(), role, from, until: role === 'REG' || role === 'OPS' ? null : until },
      })),
    ]);
    return officer;
  }

  /** Signs the acts as one batch, by everybody who has to, and sends it. */
  async attempt(acts: readonly StagedAct[]): Promise<StagedOutcome> {
    const batch = await this.sign(acts);
    return this.send(batch);
  }

  async sign(acts: readonly StagedAct[]): Promise<BatchFile> {
    const heads = new Heads(subject => this.#heads.get(subject));
    let batch = composeBatch(
      this.origin,
      acts.map(act => this.#plain(act)),
      heads,
      systemRandom,
    );
    const kids = new Set(batch.events.map(({ kid }) => kid));
    for (const key of this.#keys.values()) if (kids.has(key.key.kid)) batch = await signBatch(batch, key);
    return batch;
  }

  async send(batch: BatchFile): Promise<StagedOutcome> {
    const submitted = submissionOf(batch);
    try {
      const receipts = await this.#service.submit(submitted);
      this.#advance(batch);
      return { kind: 'accepted', receipts, eventIds: eventIdsOf(batch), submitted, batch };
    } catch (error) {
      if (error instanceof ServiceProblem) return { kind: 'refused', problem: error.problem };
      throw error;
    }
  }

  /** As `attempt`, for acts that have to succeed; returns the ids of the events. */
  async require(acts: readonly StagedAct[]): Promise<readonly string[]> {
    const outcome = await this.attempt(acts);
    if (outcome.kind === 'accepted') return outcome.eventIds;
    throw new Error(`refused: ${JSON.stringify(outcome.problem.document)}`);
  }

  /**
   * Opens a session of one officer. What is sent from now on is delivered by him, so that a refusal names what he
   * may read.
   */
  async readingAs(name: string, language: Language = this.#language): Promise<Service> {
    const service = this.#connect(language);
    await service.openSession(this.origin, this.officer(name), this.#now);
    this.#service = service;
    return service;
  }

  #connect(language: Language): Service {
    return new Service({ url: this.#url, language, fetch: (address, init) => fetch(address, init) });
  }

  #plain({ by, countersigned = [], ...act }: StagedAct): PlainAct {
    return {
      ...act,
      by: this.#acting(by),
      at: formatTime(this.#now()),
      countersigners: countersigned.map(text => {
        const [who = '', as = ''] = text.split(' as ');
        return { ...this.#acting(who), as };
      }),
    };
  }

  #acting(who: string) {
    const [name = '', role = ''] = who.split('/');
    const { officer, key } = this.officer(name);
    return { officer, key, role };
  }

  #advance(batch: BatchFile): void {
    for (const [position, eventId] of eventIdsOf(batch).entries()) {
      const payload = batch.events[position]?.payload;
      const known = this.#heads.get(payload?.subject ?? '')?.seq ?? 0;
      if (payload !== undefined && payload.seq > known)
        this.#heads.set(payload.subject, { seq: payload.seq, eventId });
    }
  }
}

export function officersFolder(home: string): string {
  return join(home, 'officers');
}
