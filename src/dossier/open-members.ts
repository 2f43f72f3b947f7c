import { memberOf, textOf } from '../audit/report/report-event.js';
import type { Selection } from '../audit/selection.js';
import { eventRule } from '../custody/catalogue.js';
import { countersignedBody } from '../custody/common/countersigned-body.js';
import { type SignedMember, signedMembers } from '../custody/common/signed-members.js';
import { isWithheld } from '../custody/schema/withheld.js';
import type { Text } from '../custody/text.js';
import { type JsonValue, peekEvent } from '../log/index.js';
import type { LogSnapshot } from '../store/readers/snapshot/log-snapshot.js';

/** An act of a history that leaves. */
export interface OpenAct {
  readonly leaf: number;
  readonly type: string;
  /** When it happened, as its signer states it; of an act that states none, when it was signed. */
  readonly at: string;
}

/** What acts of one subject say in the clear in one place of their form, once for each value. */
export interface OpenMember {
  readonly label: Text;
  readonly told: Text;
  /** As it stands in the body. */
  readonly value: JsonValue;
  /** Every act that says it, and where in its body (JSON pointer), in log order. */
  readonly said: readonly { readonly leaf: number; readonly pointer: string }[];
}

/** Of one subject of which something goes along. */
export interface OpenHistory {
  readonly subject: string;
  readonly acts: readonly OpenAct[];
  readonly open: readonly OpenMember[];
}

/**
 * What whoever receives these events reads in them, subject by subject, in log order: every member that is not withheld.
 * Left out is what tells nothing in words: hashes, keys, identifiers but those of items that it was compared with or that were
 * taken from it, the list of items of a group, and the time of the act, which stands beside it. Files stand by their hash
 * elsewhere.
 */
export async function readOpenHistories(
  snapshot: Pick<LogSnapshot, 'events'>,
  { indexes }: Pick<Selection, 'indexes'>,
): Promise<readonly OpenHistory[]> {
  const histories = new Map<string, ReturnType<typeof newHistory>>();
  for await (const { index, subject, jws } of snapshot.events(indexes ?? [])) {
    const { acts, said } = histories.get(subject) ?? newHistory();
    const { type, form, at, body } = peekEvent(jws);
    acts.push({ leaf: index, type, at: textOf(memberOf(body, 'occurred').at) || at });
    const schema = type.endsWith('.countersigned') ? countersignedBody : eventRule(type, form)?.body;
    gather(said, index, [...signedMembers(schema, body, new Map())]);
    histories.set(subject, { acts, said });
  }
  return [...histories].map(([subject, { acts, said }]) => ({ subject, acts, open: [...said.values()] }));
}

function newHistory(): { readonly acts: OpenAct[]; readonly said: Gathered } {
  return { acts: [], said: new Map() };
}

type Gathered = Map<string, OpenMember & { readonly said: { leaf: number; pointer: string }[] }>;

function gather(found: Gathered, leaf: number, members: readonly SignedMember[]): void {
  const files = new Set(members.filter(({ pointer }) => pointer.endsWith('/sha256')).map(parentOf));
  for (const member of members) {
    if (!saysSomething(member) || (ofFile.test(member.pointer) && files.has(parentOf(member)))) continue;
    const { label, told, value, pointer } = member;
    const key = JSON.stringify([label.en, value]);
    const known = found.get(key) ?? { label, told, value, said: [] };
    known.said.push({ leaf, pointer });
    found.set(key, known);
  }
}

function parentOf({ pointer }: SignedMember): string {
  return pointer.slice(0, pointer.lastIndexOf('/'));
}

function saysSomething({ schema, value, pointer }: SignedMember): boolean {
  if (isWithheld(value) || pointer === '/occurred/at' || placeInList.test(pointer)) return false;
  if (schema.type !== 'string' || schema.enum !== undefined || schema['x-subject'] === 'evidence')
    return true;
  // Keys and their signatures have no pattern; of hashes and identifiers it says the length.
  return typeof schema.pattern === 'string' && !ofIdentifiers.test(schema.pattern);
}

const ofFile = /\/(size|mediaType)$/;
const placeInList = /^\/items\/\d+\/seq$/;
const ofIdentifiers = /\[0-9a-f\]\{8\}-|\{43\}|\{64\}|^\^\[A-Za-z0-9\+\/\]\+/;
