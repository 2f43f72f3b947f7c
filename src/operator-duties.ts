import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { FastifyBaseLogger } from 'fastify';
import { type ConfigurationParts, noteConfiguration } from './store/administration/note-configuration.js';
import { noteMigrations } from './store/administration/note-migrations.js';
import type { OpenLog } from './store/open-log.js';
import { readLogStanding } from './store/read-log-standing.js';
import { carryOutDuties } from './store/service-officer/duties.js';
import { type ServiceKey, ServiceOfficer } from './store/service-officer/service-officer.js';

const random = (length: number) => new Uint8Array(randomBytes(length));

/** What this process notes of its administration, and tells the log of where it has an officer to sign for it. */
export class OperatorDuties {
  readonly #log: OpenLog;
  readonly #logger: FastifyBaseLogger;
  #officer: ServiceOfficer | null = null;
  /** What failed at the last look, by duty: told once. */
  #failures: ReadonlyMap<string, string> = new Map();

  constructor(log: OpenLog, logger: FastifyBaseLogger) {
    this.#log = log;
    this.#logger = logger;
  }

  /** @throws ServiceOfficerError where the key is not that of an officer in role OPS */
  async appoint(key: ServiceKey): Promise<void> {
    this.#officer = await ServiceOfficer.appoint(this.#log, key, random);
  }

  /**
   * Notes what is to be told of this start, migrations and a changed configuration, and tells it where there is an
   * officer. What cannot be noted keeps nobody from being served.
   */
  async begin(home: string, configuration: ConfigurationParts | null): Promise<void> {
    try {
      await this.#note(home, configuration);
    } catch (error) {
      this.#logger.error(error, 'what was administered could not be noted');
    }
    if (this.#officer === null) this.#logger.warn('the service has no officer of its own to sign for it');
    await this.look();
  }

  async #note(home: string, configuration: ConfigurationParts | null): Promise<void> {
    const { db, now } = this.#log;
    const { state } = await readLogStanding(this.#log);
    await noteMigrations(db, state, random);
    if (configuration === null) return;
    const keptIn = join(home, 'configuration.json');
    await noteConfiguration(db, { parts: configuration, keptIn, at: now() }, random);
  }

  /** What is due is signed and appended; what cannot be is told once for each, and tried again at the next look. */
  async look(): Promise<void> {
    if (this.#officer === null) return;
    const failures = new Map<string, string>();
    const failed = (duty: string, error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      failures.set(duty, message);
      if (this.#failures.get(duty) !== message)
        this.#logger.error({ err: error, duty }, 'the service could not sign an act of its own');
    };
    try {
      const appended = await carryOutDuties(this.#log, this.#officer, failed);
      for (const type of appended) this.#logger.info({ type }, 'the service signed an act of its own');
    } catch (error) {
      failed('all', error);
    }
    this.#failures = failures;
  }
}
