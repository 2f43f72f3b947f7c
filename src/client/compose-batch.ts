import { eventRule } from '../custody/catalogue.js';
import {
  type ActIntent,
  composeAct,
  type Heads,
  type UnsignedEvent,
} from '../custody/compose/compose-act.js';
import { withholdClaims } from '../custody/compose/withhold.js';
import { namedEvents } from '../custody/schema/annotations.js';
import { base64urlText, type JsonObject, type Random } from '../log/index.js';
import { type BatchFile, batchOf, joinBatches } from './batch-file.js';
import type { OfficerKey } from './officer-key.js';

/** An officer's key and the role he acts in. */
export interface ActingOfficer {
  readonly key: OfficerKey['key'];
  readonly officer: string;
  readonly role: string;
}

/** What is to be done, with plain bodies: claims that may have to be withheld stand there in clear. */
export interface PlainAct {
  readonly subject: string;
  readonly type: string;
  readonly by: ActingOfficer;
  readonly at: string;
  readonly body: JsonObject;
  readonly refs?: readonly string[];
  readonly countersigners?: readonly (ActingOfficer & { readonly as: string })[];
  readonly items?: readonly {
    readonly subject: string;
    readonly type: string;
    readonly body: JsonObject;
    readonly refs?: readonly string[];
  }[];
}

/**
 * Gives acts their place in the histories and commits their withheld claims: a batch that only signatures are
 * missing from. `heads` moves on, so acts may follow each other without a service.
 */
export function composeBatch(
  log: string,
  acts: readonly PlainAct[],
  heads: Heads,
  random: Random,
): BatchFile {
  return joinBatches(acts.map(act => composeOne(log, act, heads, random)));
}

function composeOne(log: string, act: PlainAct, heads: Heads, random: Random): BatchFile {
  const salt = () => random(16);
  const committed = withholdClaims(act.type, 1, act.body, salt);
  const items = (act.items ?? []).map(({ subject, type, body, refs }) => ({
    intent: { subject, type, form: 1, refs: refsOf(type, body, refs) },
    ...withholdClaims(type, 1, body, salt),
  }));
  const countersigners = act.countersigners ?? [];
  const intent: ActIntent = {
    subject: act.subject,
    type: act.type,
    form: 1,
    at: act.at,
    signer: signingOfficer(act.by),
    refs: refsOf(act.type, act.body, act.refs),
    body: committed.body,
    countersigners: countersigners.map(({ as, ...by }) => ({ ...signingOfficer(by), as })),
    items: items.map(({ intent: item, body }) => ({ ...item, body })),
  };
  const events: readonly UnsignedEvent[] = composeAct(log, intent, heads, () => base64urlText(random(16)));
  const disclosures = [
    committed.disclosures,
    ...countersigners.map(() => []),
    ...items.map(item => item.disclosures),
  ];
  return batchOf(events, disclosures);
}

/** What the caller names, and every event the body names: an act lists all it relies on (log-format section 1). */
function refsOf(type: string, body: JsonObject, named: readonly string[] = []): readonly string[] {
  const rule = eventRule(type, 1);
  return [...new Set([...named, ...(rule === undefined ? [] : namedEvents(rule.body, body))])];
}

function signingOfficer({ officer, role, key }: ActingOfficer) {
  return { officer, role, kid: key.kid, alg: key.alg };
}
