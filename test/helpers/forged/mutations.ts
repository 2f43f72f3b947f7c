import { base64url, canonical, type Json, type JsonMembers, sha256 } from './bytes.js';
import type { Told } from './retell.js';

/** Type of the event at which it is found, and the rule that says no: none for the structure of an act, check `group`. */
type Found = readonly [type: string, rule: string | null];

/** One thing about a story that did not happen like this, and what a verifier says of it. */
export interface Mutation {
  readonly title: string;
  readonly change: (told: Told[]) => readonly Told[];
  /** What the whole log shows. */
  readonly found: Found;
  /** What the history of one item alone shows; the same without it, null where it shows nothing. */
  readonly inOneItem?: Found | null;
}

export function ofType(told: readonly Told[], type: string, nth = 0): Told {
  const found = told.filter(({ payload }) => payload.type === type)[nth];
  if (found === undefined) throw new Error(`the story has no ${type} ${nth}`);
  return found;
}

/** The event with its countersignatures and, of a group, its items. */
export function actOf(told: readonly Told[], { was }: Told): readonly Told[] {
  return told.filter(event =>
    [event.was, event.payload.body.eventId, event.payload.body.group].includes(was),
  );
}

export function without(told: readonly Told[], gone: readonly Told[]): readonly Told[] {
  return told.filter(event => !gone.includes(event));
}

/** Countersignature of an act. */
export function seconded(told: readonly Told[], act: Told, nth = 0): Told {
  const found = actOf(told, act).filter(({ payload: { type } }) => `${type}`.endsWith('.countersigned'))[nth];
  if (found === undefined) throw new Error('nobody countersigned it');
  return found;
}

export function itemsOf(told: readonly Told[], { was }: Told): readonly Told[] {
  return told.filter(({ payload: { body } }) => body.group === was);
}

/** Changes members of the body. */
export function say(event: Told, members: JsonMembers): void {
  event.payload = { ...event.payload, body: { ...event.payload.body, ...members } };
}

function grantsOf(told: readonly Told[], { payload: { actor } }: Told): readonly Told[] {
  const subject = `officer/${(actor as JsonMembers).officer}`;
  return told.filter(({ payload }) => payload.type === 'officer.role-granted' && payload.subject === subject);
}

const day = 86_400_000;

/** Who acted, and in which role. */
export const aboutAuthority: readonly Mutation[] = [
  {
    title: 'a role is granted after it was used',
    found: ['scene.cleared', 'signer.role-not-held'],
    inOneItem: ['evidence.certified', 'signer.role-not-held'],
    change(told) {
      const granted = grantsOf(told, ofType(told, 'scene.cleared')).flatMap(grant => actOf(told, grant));
      const last = told.at(-1)?.receivedAt ?? 0;
      const late = granted.map(event => ({ ...event, receivedAt: last }));
      return [...without(told, granted), ...late];
    },
  },
  {
    title: 'a role had ended when it was used',
    found: ['discrepancy.opened', 'signer.role-not-held'],
    inOneItem: ['transfer.received', 'signer.role-not-held'],
    change(told) {
      const received = ofType(told, 'transfer.received');
      const until = new Date(received.receivedAt - 60_000).toISOString();
      for (const grant of grantsOf(told, received)) say(grant, { until });
      return told;
    },
  },
  {
    title: 'a registrar acts alone',
    found: ['officer.role-granted', 'countersignature.missing'],
    change: told => without(told, [seconded(told, ofType(told, 'officer.role-granted', 3))]),
  },
  {
    title: 'a registrar gives a role to himself',
    found: ['officer.role-granted', 'officer.registrar-about-himself'],
    change(told) {
      const grant = ofType(told, 'officer.role-granted', 3);
      grant.payload = {
        ...grant.payload,
        subject: `officer/${(grant.payload.actor as JsonMembers).officer}`,
      };
      for (const event of actOf(told, grant))
        event.payload = { ...event.payload, subject: grant.payload.subject ?? '' };
      return told;
    },
  },
  {
    title: 'a key is registered a second time, for another',
    found: ['officer.key-registered', 'claim.taken'],
    change(told) {
      const [first, second] = [0, 1].map(nth => ofType(told, 'officer.key-registered', nth));
      if (second !== undefined) say(second, { jwk: first?.payload.body.jwk ?? null });
      return told;
    },
  },
  {
    title: 'a role that the SOP does not let sign the act',
    found: ['evidence.certified', 'signer.role-not-provided'],
    change(told) {
      const certified = ofType(told, 'evidence.certified');
      const { payload, kid } = ofType(told, 'evidence.collected');
      certified.payload = { ...certified.payload, actor: payload.actor ?? null };
      certified.kid = kid;
      return told;
    },
  },
  {
    title: 'the witness of a collection is left out',
    found: ['evidence.collected', 'countersignature.missing'],
    change: told => without(told, [seconded(told, ofType(told, 'evidence.collected'))]),
  },
  {
    title: 'the same officer countersigns what he did',
    found: ['evidence.countersigned', null],
    inOneItem: null,
    change(told) {
      const collected = ofType(told, 'evidence.collected');
      const witness = seconded(told, collected);
      witness.payload = { ...witness.payload, actor: collected.payload.actor ?? null };
      witness.kid = collected.kid;
      return told;
    },
  },
  {
    title: 'a gate is passed by whoever wants to pass it',
    found: ['package.sealed', 'override.second-officer-missing'],
    change(told) {
      const sealed = ofType(told, 'package.sealed');
      const { officer = null } = sealed.payload.actor as JsonMembers;
      say(sealed, { overrides: [{ gate: 'GATE-1', officer, reason: 'DEMO: no time' }] });
      return told;
    },
  },
];

/** Custody, gates and groups. */
export const aboutCustody: readonly Mutation[] = [
  {
    title: 'an item is received that never departed',
    found: ['transfer.departed', 'transfer.items-not-all'],
    inOneItem: ['evidence.passed-on', 'transfer.item-stage'],
    change: told => without(told, [itemsOf(told, ofType(told, 'transfer.departed'))[0] ?? failed()]),
  },
  {
    title: 'an item is received that was never offered',
    found: ['transfer.offered', 'transfer.package-split'],
    inOneItem: ['evidence.received', 'transfer.item-not-in-transfer'],
    change: told => without(told, [itemsOf(told, ofType(told, 'transfer.offered'))[0] ?? failed()]),
  },
  {
    title: 'a group event without one of its items',
    found: ['transfer.received', null],
    inOneItem: ['evidence.offered', 'evidence.not-custodian'],
    change(told) {
      const received = ofType(told, 'transfer.received');
      received.keep = ['items'];
      return without(told, itemsOf(told, received).slice(-1));
    },
  },
  {
    title: 'an item event that its manifest does not list',
    found: ['evidence.received', null],
    inOneItem: null,
    change(told) {
      const received = ofType(told, 'transfer.received');
      received.keep = ['items'];
      say(received, { items: (received.payload.body.items as Json[]).slice(0, -1) });
      return told;
    },
  },
  {
    title: 'what an item says is changed after both sides signed for it',
    found: ['transfer.received', 'group.items-digest'],
    inOneItem: null,
    change(told) {
      const received = ofType(told, 'transfer.received');
      received.keep = ['digest'];
      say(itemsOf(told, received)[0] ?? failed(), { condition: 'DEMO: nothing noticed' });
      return told;
    },
  },
  {
    title: 'explosives travel without a certificate',
    found: ['evidence.sealed', 'package.safety-not-assessed'],
    change: told => without(told, [ofType(told, 'evidence.certified')]),
  },
  {
    title: 'a firearm is sealed that nobody cleared',
    found: ['evidence.sealed', 'package.firearm-not-cleared'],
    change: told => without(told, actOf(told, ofType(told, 'evidence.weapon-cleared'))),
  },
  {
    title: 'a handover without a decision',
    found: ['evidence.offered', 'release.not-granted'],
    change: told => without(told, actOf(told, ofType(told, 'release.decided'))),
  },
  {
    title: 'a count that differs is passed over',
    found: ['evidence.received', 'transfer.discrepancy-not-open'],
    change: told => without(told, actOf(told, ofType(told, 'discrepancy.opened', 1))),
  },
  {
    title: 'an item is collected twice',
    found: ['evidence.collected', 'evidence.not-in-state'],
    change(told) {
      const act = actOf(told, ofType(told, 'evidence.collected'));
      const again: Told[] = act.map(event => ({ ...event, was: `${event.was} again` }));
      const [first, second] = again;
      if (first !== undefined && second !== undefined) {
        say(second, { eventId: first.was });
        second.payload = { ...second.payload, refs: [first.was] };
      }
      const place = told.indexOf(act.at(-1) ?? failed()) + 1;
      return [...told.slice(0, place), ...again, ...told.slice(place)];
    },
  },
  {
    title: 'one seal closes two packages',
    found: ['package.sealed', 'claim.taken'],
    inOneItem: ['evidence.sealed', 'package.item-differs'],
    change(told) {
      const [first, second] = [0, 1].map(nth => ofType(told, 'package.sealed', nth));
      say(second ?? failed(), { seal: first?.payload.body.seal ?? null });
      return told;
    },
  },
  {
    title: 'a scene is entered that no specialist cleared',
    found: ['visit.entered', 'scene.not-cleared'],
    inOneItem: null,
    change: told => without(told, [ofType(told, 'scene.cleared')]),
  },
];

/** Times and forms. */
export const aboutForm: readonly Mutation[] = [
  {
    title: 'an act that lies in the future',
    found: ['evidence.collected', 'time.in-future'],
    change(told) {
      const collected = ofType(told, 'evidence.collected');
      const occurred = collected.payload.body.occurred as JsonMembers;
      say(collected, { occurred: { ...occurred, at: new Date(collected.receivedAt + day).toISOString() } });
      return told;
    },
  },
  {
    title: 'an act entered weeks later without a reason',
    found: ['release.requested', 'time.late-without-reason'],
    change(told) {
      const from = told.indexOf(ofType(told, 'release.requested'));
      for (const event of told.slice(from)) event.receivedAt += 30 * day;
      return told;
    },
  },
  {
    title: 'a member that the form of the act does not have',
    found: ['evidence.collected', 'body.member-unknown'],
    change(told) {
      say(ofType(told, 'evidence.collected'), { aside: 'DEMO' });
      return told;
    },
  },
  {
    title: 'a type of event that nobody knows',
    found: ['evidence.vanished', 'type.unknown'],
    change(told) {
      const certified = ofType(told, 'evidence.certified');
      certified.payload = { ...certified.payload, type: 'evidence.vanished' };
      return told;
    },
  },
  {
    title: 'a form that says less than is asked for now',
    found: ['evidence.registered', 'type.form-superseded'],
    change(told) {
      const registered = ofType(told, 'evidence.registered');
      registered.payload = { ...registered.payload, form: 1 };
      return told;
    },
  },
  {
    title: 'a withheld value that is not of its form',
    found: ['officer.registered', 'disclosure.value-refused'],
    change(told) {
      const registered = ofType(told, 'officer.registered', 3);
      const disclosure = base64url(canonical([base64url(Buffer.alloc(16)), { name: 'DEMO' }]));
      registered.disclosures = [disclosure];
      say(registered, { name: { _sd: base64url(sha256(disclosure)) } });
      return told;
    },
  },
  {
    title: 'a second log is opened in the log',
    found: ['log.opened', 'log.not-founding'],
    inOneItem: null,
    change(told) {
      const [opened] = told;
      if (opened === undefined) return told;
      const again = {
        ...opened,
        was: 'again',
        receivedAt: told.at(-1)?.receivedAt ?? 0,
        payload: {
          ...opened.payload,
          seq: 1,
          prev: null,
          subject: 'log/00000000-0000-7000-8000-000000000000',
        },
      };
      return [...told, again];
    },
  },
];

function failed(): never {
  throw new Error('the story is another');
}
