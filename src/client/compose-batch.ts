import { currentForm } from '../custody/catalogue.js';
import { type ActIntent, composeAct, type Heads } from '../custody/compose/compose-act.js';
import { refsOf } from '../custody/compose/refs.js';
import { withholdClaims, withholdItemClaims } from '../custody/compose/withhold.js';
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
  const newNonce = () => base64urlText(random(16));
  return joinBatches(
    acts.map(act => {
      const { intent, disclosures } = commitAct(act, random);
      return batchOf(composeAct(log, intent, heads, newNonce), disclosures);
    }),
  );
}

/** An act whose withheld claims are committed to, and the disclosures of each of its events. */
export interface CommittedAct {
  readonly intent: ActIntent;
  readonly disclosures: readonly (readonly string[])[];
}

/** Commits the withheld claims of an act and its items; the act has no place in the histories yet. */
export function commitAct(act: PlainAct, random: Random): CommittedAct {
  const salt = () => random(16);
  const form = currentForm(act.type);
  const committed = withholdClaims(act.type, form, act.body, salt);
  const items = (act.items ?? []).map(({ subject, type, body, refs }) => {
    const formOfItem = currentForm(type);
    return {
      intent: { subject, type, form: formOfItem, refs: refsOf(type, formOfItem, body, refs) },
      ...withholdItemClaims(type, formOfItem, body, { plain: act.body, committed }, salt),
    };
  });
  const countersigners = act.countersigners ?? [];
  const intent: ActIntent = {
    subject: act.subject,
    type: act.type,
    form,
    at: act.at,
    signer: signingOfficer(act.by),
    refs: refsOf(act.type, form, act.body, act.refs),
    body: committed.body,
    countersigners: countersigners.map(({ as, ...by }) => ({ ...signingOfficer(by), as })),
    items: items.map(({ intent: item, body }) => ({ ...item, body })),
  };
  const disclosures = [
    committed.disclosures,
    ...countersigners.map(() => []),
    ...items.map(item => item.disclosures),
  ];
  return { intent, disclosures };
}

function signingOfficer({ officer, role, key }: ActingOfficer) {
  return { officer, role, kid: key.kid, alg: key.alg };
}
