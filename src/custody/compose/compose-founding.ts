import { type Algorithm, isJsonObject, type JsonValue, type PublicJwk } from '../../log/index.js';
import type { SopReference } from '../log/state.js';
import { type ActIntent, composeAct, Heads, type SigningOfficer, type UnsignedEvent } from './compose-act.js';
import { withholdClaims } from './withhold.js';

/** A founder with his key and his proof of having it. `name` is a disclosure. */
export interface Founder {
  readonly officer: string;
  readonly kid: string;
  readonly alg: Algorithm;
  readonly jwk: PublicJwk;
  readonly pop: string;
  readonly name: string;
}

export interface FoundingPlan {
  readonly origin: string;
  /** `log/<UUID>`. */
  readonly subject: string;
  /** Verifier key of the log. */
  readonly logKey: string;
  readonly founders: readonly Founder[];
  readonly sop: SopReference;
  /** Last note of the log that this one continues, b64. */
  readonly continues: string | null;
  readonly at: string;
}

/** The founding batch, unsigned, and its disclosures by position. */
export interface ComposedFounding {
  readonly events: readonly UnsignedEvent[];
  readonly disclosures: readonly (readonly string[])[];
}

/**
 * The first batch of a log (log-format section 8): `log.opened` by the first founder, countersigned by all
 * others, then `officer.registered` of each founder, signed by another and countersigned.
 */
export function composeFounding(
  plan: FoundingPlan,
  newNonce: () => string,
  newSalt: () => Uint8Array,
): ComposedFounding {
  const heads = new Heads(() => undefined);
  const [first, ...others] = plan.founders.map(asRegistrar);
  if (first === undefined) throw new RangeError('a log has two founders or more');
  const opened: ActIntent = {
    subject: plan.subject,
    type: 'log.opened',
    form: 1,
    at: plan.at,
    signer: first,
    refs: [],
    body: {
      logKey: plan.logKey,
      founders: plan.founders.map(({ officer, jwk, pop }) => ({ officer, jwk: asJson(jwk), pop })),
      sop: { ...plan.sop },
      continues: plan.continues,
    },
    countersigners: others.map(officer => ({ ...officer, as: 'founder' })),
    items: [],
  };
  const opening = composeAct(plan.origin, opened, heads, newNonce);
  const registrations = plan.founders.map((founder, position) => {
    const { body, disclosures } = withholdClaims(
      'officer.registered',
      1,
      { name: founder.name, unit: null, kind: 'PERSON', national: false },
      newSalt,
    );
    const intent: ActIntent = {
      subject: `officer/${founder.officer}`,
      type: 'officer.registered',
      form: 1,
      at: plan.at,
      signer: registrarAfter(plan, position, 1),
      refs: [],
      body,
      countersigners: [{ ...registrarAfter(plan, position, 2), as: 'registrar' }],
      items: [],
    };
    return { events: composeAct(plan.origin, intent, heads, newNonce), disclosures };
  });
  return {
    events: [...opening, ...registrations.flatMap(({ events }) => events)],
    disclosures: [
      ...opening.map(() => []),
      ...registrations.flatMap(({ events, disclosures }) =>
        events.map((_, step) => (step === 0 ? disclosures : [])),
      ),
    ],
  };
}

/** Another founder than the one at `position`; with two, the second signature is his own. */
function registrarAfter({ founders }: FoundingPlan, position: number, step: number): SigningOfficer {
  const founder = founders[(position + step) % founders.length];
  if (founder === undefined) throw new RangeError('a log has two founders or more');
  return asRegistrar(founder);
}

function asRegistrar({ officer, kid, alg }: Founder): SigningOfficer {
  return { officer, role: 'REG', kid, alg };
}

function asJson(jwk: PublicJwk): JsonValue {
  const copy: unknown = { ...jwk };
  if (!isJsonObject(copy)) throw new TypeError('a key is a JSON object');
  return copy;
}
