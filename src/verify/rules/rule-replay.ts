import { admitBody } from '../../custody/judge/admit-body.js';
import { type ActVerdict, judgeAct } from '../../custody/judge/judge-act.js';
import { Overlay } from '../../custody/judge/world.js';
import type { Sop } from '../../custody/sop/document.js';
import type { Text } from '../../custody/text.js';
import { disclosedValues, type Leaf, type SignedEvent } from '../../log/index.js';
import { detailText } from '../details/index.js';
import type { ExportReading } from '../export-reading.js';
import { ActGatherer, findGroupFault, type GatheredAct } from './gather-acts.js';
import { judgeInside } from './judge-inside.js';
import type { NamedEvents } from './named-events.js';
import { OpenRules } from './open-rules.js';
import { ReplayedLog } from './replayed-log.js';
import { failureOf, type RuleFailure } from './rule-failure.js';
import { type SopFiles, SopsAtHand, sopNamedBy } from './sop-in-force.js';

/** One line of `events.ndjson` whose signature, form, leaf and place in its history were checked. */
export interface ReplayedEvent {
  readonly index: number;
  readonly leaf: Pick<Leaf, 'receivedAt'>;
  readonly event: SignedEvent;
  readonly disclosures: readonly string[];
}

export interface ReplayOptions {
  /** Every event of the tree is inside. */
  readonly complete: boolean;
  /** Subjects whose histories are inside from `seq` 1 to their head; not asked where the export is complete. */
  readonly isWhole: (subject: string) => boolean;
  /** Files of the export: an SOP document has to be there when an event that names it (`sopNamedBy`) is taken. */
  readonly sopFiles: SopFiles;
  /** What later events rely on, where the events were read once before; else every event is kept in memory. */
  readonly named?: NamedEvents;
  /**
   * Of each event of an act that stands, the state of its subject from then on, where it is known, or else what it comes
   * to by the acts that are inside.
   */
  readonly onState?: ExportReading['state'];
}

/**
 * Replays the custody rules over an export (log-format section 12, `rules`): act by act in log order, each under the SOP in
 * force at its leaf and at its time received. Stops at the first act that no rule book would have let in.
 */
export class RuleReplay {
  readonly #complete: boolean;
  readonly #onState: ReplayOptions['onState'];
  readonly #world: ReplayedLog;
  readonly #open = new OpenRules();
  readonly #acts = new ActGatherer();
  #failure: RuleFailure | null = null;
  /** The SOP document that is in force from here on and not at hand: nothing is judged any more. */
  #withoutSop: { readonly leaf: number; readonly sha256: string } | null = null;

  constructor({ complete, isWhole, sopFiles, named, onState }: ReplayOptions) {
    const sops = new SopsAtHand(sopFiles);
    this.#complete = complete;
    this.#onState = onState;
    this.#world = new ReplayedLog({
      isWhole: complete ? () => true : isWhole,
      isWholeLog: complete,
      findSop: sha256 => sops.find(sha256),
      named,
    });
  }

  /** In log order. */
  take({ index, leaf: { receivedAt }, event, disclosures }: ReplayedEvent): void {
    if (this.#hasEnded()) return;
    const before = this.#acts.take({ index, receivedAt, event, disclosures });
    if (before !== undefined) this.#judge(before);
  }

  finish(): { readonly failure: RuleFailure | null; readonly notProven: readonly Text[] } {
    const last = this.#acts.close();
    if (last !== undefined && !this.#hasEnded()) this.#judge(last);
    return {
      failure: this.#failure,
      notProven: this.#failure === null ? this.#notProven(this.#open.texts()) : [],
    };
  }

  /** After `finish`: what was not proven, in fewer words for people. */
  told(): readonly Text[] {
    return this.#failure === null ? this.#notProven(this.#open.told()) : [];
  }

  #hasEnded(): boolean {
    return this.#failure !== null || this.#withoutSop !== null;
  }

  #judge(act: GatheredAct): void {
    const fault = this.#complete ? findGroupFault(act) : undefined;
    if (fault !== undefined) {
      this.#failure = { check: 'group', where: String(fault.leaf), detail: detailText(fault.message) };
      return;
    }
    const sop = this.#findSop(act);
    if (sop !== undefined) this.#failure = findUnfit(act) ?? this.#judgeUnder(sop, act);
  }

  /** The SOP in force at the act: at leaf 0 the one that it names. Nobody is judged for adopting one we do not know. */
  #findSop({ signed: { event, position } }: GatheredAct): Sop | undefined {
    const named = sopNamedBy(event);
    const inForce = this.#world.log()?.sop.sha256 ?? named ?? '';
    for (const sha256 of [inForce, named ?? inForce]) {
      if (this.#world.sopDocument(sha256) === undefined) this.#withoutSop ??= { leaf: position, sha256 };
    }
    return this.#withoutSop === null ? this.#world.sopDocument(inForce) : undefined;
  }

  #judgeUnder(sop: Sop, act: GatheredAct): RuleFailure | null {
    this.#world.disclose(new Map(act.events.map(({ event, disclosures }) => [event.eventId, disclosures])));
    const verdict = this.#complete
      ? judgeWhole(this.#world, act, sop)
      : judgeInside(this.#world, this.#open, act, sop);
    if (this.#world.consentsMissed) this.#open.noteConsents(act.signed.event.type, act.signed.position);
    this.#world.consentsMissed = false;
    switch (verdict.kind) {
      case 'accepted':
        this.#tellStates(act);
        return null;
      case 'refused':
        return failureOf(verdict.violations, typesOf(act));
      case 'stale': {
        const { event, subject, seq, head } = verdict.stale;
        const check = seq === head.seq + 1 ? 'prev' : 'sequence';
        const detail = detailText(`${subject} stands at ${head.seq}, received ${seq}`);
        return { check, where: String(event), detail };
      }
    }
  }

  #tellStates({ events }: GatheredAct): void {
    if (this.#onState === undefined) return;
    for (const { event } of events) {
      const { subject } = event;
      const isReplayed = !this.#world.isUncertain(subject);
      const state = isReplayed ? this.#world.head(subject)?.state : this.#world.followed(subject);
      if (state !== undefined) this.#onState(event, state, isReplayed);
      else if (!isReplayed) this.#onState(event, null, false);
    }
  }

  #notProven(open: readonly Text[]): readonly Text[] {
    if (this.#withoutSop?.leaf === 0) return [noSop];
    return [
      ...open,
      ...(this.#complete ? [] : [onlyWhole]),
      ...(this.#withoutSop === null ? [] : [noSopFrom(this.#withoutSop)]),
    ];
  }
}

const noSop: Text = {
  en: 'rules: the SOP document is not inside or not known',
  fr: 'règles : le document de procédure est absent ou inconnu',
};
const onlyWhole: Text = {
  en: 'rules: that a number, seal, key or grant is used once in the log: only the whole log shows it',
  fr: "règles : qu'un numéro, scellé, octroi ou une clé ne sert qu'une fois : seul le journal entier le montre",
};

function noSopFrom({ leaf, sha256 }: { readonly leaf: number; readonly sha256: string }): Text {
  return {
    en: `rules: from leaf ${leaf} on, the SOP document ${sha256} is not inside or not known`,
    fr: `règles : à partir de la feuille ${leaf}, le document de procédure ${sha256} est absent ou inconnu`,
  };
}

/** Bodies and disclosed values that are not of the form of their type; null where all are. */
function findUnfit(act: GatheredAct): RuleFailure | null {
  const violations = act.events.flatMap(({ index, event, disclosures }) =>
    admitBody(event, disclosedValues(disclosures), { partly: true }).map(violation => ({
      ...violation,
      event: index,
    })),
  );
  return violations.length === 0 ? null : failureOf(violations, typesOf(act));
}

function typesOf({ events }: GatheredAct): ReadonlyMap<number, string> {
  return new Map(events.map(({ index, event }) => [index, event.type]));
}

function judgeWhole(world: ReplayedLog, { signed, events }: GatheredAct, sop: Sop): ActVerdict {
  const overlay = new Overlay(world);
  const verdict = judgeAct(overlay, signed, { receivedAt: events[0].receivedAt, firstIndex: 0, sop });
  if (verdict.kind === 'accepted') {
    world.absorb(
      overlay,
      events.map(({ event }) => event),
    );
  }
  return verdict;
}
