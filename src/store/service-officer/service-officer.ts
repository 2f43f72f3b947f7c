import { currentForm } from '../../custody/catalogue.js';
import { type ActIntent, composeAct, Heads } from '../../custody/compose/compose-act.js';
import type { ServiceAct } from '../../custody/log/service-acts.js';
import { holdsKey, holdsRole, type OfficerState } from '../../custody/officer/state.js';
import { LocalizedError } from '../../custody/text.js';
import {
  assembleJws,
  base64urlText,
  formatTime,
  type JsonObject,
  type PublicKey,
  type Signer,
  utf8Bytes,
} from '../../log/index.js';
import type { AppendOutcome } from '../appender/outcome.js';
import type { RandomBytes } from '../appender/sequence.js';
import type { OpenLog } from '../open-log.js';
import { readLogStanding } from '../read-log-standing.js';

/** A key of the officer who acts for the service itself. */
export interface ServiceKey {
  readonly officer: string;
  readonly key: PublicKey;
  readonly signer: Signer;
}

/** The key is not that of an officer in role OPS: the service does not act with it. */
class ServiceOfficerError extends LocalizedError {
  override readonly name = 'ServiceOfficerError';
}

const role = 'OPS';
/** Others add to the log's own history too: an act is composed anew on the head they left. */
const attempts = 20;

/**
 * The officer who signs the service's own acts (log-format section 8, Authority): in role OPS, registered like any
 * other, with a key that lies in the service's home and is not the log's. Of what he may sign `ServiceAct` is all.
 */
export class ServiceOfficer {
  readonly #log: OpenLog;
  readonly #key: ServiceKey;
  readonly #random: RandomBytes;

  private constructor(log: OpenLog, key: ServiceKey, random: RandomBytes) {
    this.#log = log;
    this.#key = key;
    this.#random = random;
  }

  /** @throws ServiceOfficerError */
  static async appoint(log: OpenLog, key: ServiceKey, random: RandomBytes): Promise<ServiceOfficer> {
    await requireOperator(log, key);
    return new ServiceOfficer(log, key, random);
  }

  /**
   * Signs an act on the log itself and appends it.
   * @throws AppendUnavailable where nothing can be appended now
   */
  async act(type: ServiceAct, body: JsonObject): Promise<AppendOutcome> {
    for (let attempt = 1; ; attempt++) {
      const outcome = await this.#log.appender.submit([await this.#sign(type, body)]);
      if (outcome.kind !== 'stale' || attempt === attempts) return outcome;
    }
  }

  async #sign(type: ServiceAct, body: JsonObject): Promise<string> {
    const { origin, subject, now } = this.#log;
    const { officer, key, signer } = this.#key;
    const head = await readLogStanding(this.#log);
    const intent: ActIntent = {
      subject,
      type,
      form: currentForm(type),
      at: formatTime(now()),
      signer: { officer, role, kid: key.kid, alg: key.alg },
      refs: [],
      body,
      countersigners: [],
      items: [],
    };
    const nonce = () => base64urlText(this.#random(16));
    const [event] = composeAct(origin, intent, new Heads(() => head), nonce);
    if (event === undefined) throw new Error('an act has an event');
    return assembleJws(event.signingInput, await signer.sign(utf8Bytes(event.signingInput)));
  }
}

async function requireOperator({ db, logKeys, now }: OpenLog, { officer, key }: ServiceKey): Promise<void> {
  if (logKeys.held.some(held => held.key.key.kid === key.kid)) throw new ServiceOfficerError(words.logKey);
  const row = await db
    .selectFrom('subject')
    .select('state')
    .where('subject', '=', `officer/${officer}`)
    .executeTakeFirst();
  const state = row?.state as OfficerState | undefined;
  if (state === undefined || !holdsKey(state, key.kid))
    throw new ServiceOfficerError(words.notRegistered(officer));
  if (!holdsRole(state, role, now())) throw new ServiceOfficerError(words.notOperator(officer));
}

const words = {
  logKey: {
    en: "the service's own officer needs a key of his own: this is the log's",
    fr: "l'officier du service doit avoir sa propre clé : celle-ci est la clé du journal",
  },
  notRegistered: (officer: string) => ({
    en: `the key of the service is not a registered key in force of officer ${officer}: two registrars register it with \`scelle officer enlist … --service --role OPS\``,
    fr: `la clé du service n'est pas une clé enregistrée et en vigueur de l'officier ${officer} : deux officiers enregistreurs l'enregistrent avec \`scelle officer enlist … --service --role OPS\``,
  }),
  notOperator: (officer: string) => ({
    en: `officer ${officer}, whose key the service was given, does not hold role OPS now`,
    fr: `l'officier ${officer}, dont la clé a été remise au service, ne détient pas le rôle OPS`,
  }),
};
