import { type ReportEvent, textOf } from '../../audit/report/report-event.js';
import { currentRule } from '../../custody/catalogue.js';
import { roles } from '../../custody/roles.js';
import type { Text } from '../../custody/text.js';
import type { PossibleWitness } from '../paper/document.js';
import type { CustodyOfItem } from './custodies.js';
import type { ItemHistory } from './item-history.js';
import { type People, titleOfOfficer } from './people.js';
import type { AnyPiece } from './read-pieces.js';

/** Acts by which an officer says what he saw, found or did to a seal. */
const seen: ReadonlySet<string> = new Set([
  'evidence.registered',
  'evidence.collected',
  'evidence.certified',
  'evidence.render-safe-certified',
  'evidence.weapon-cleared',
  'evidence.safety-assessed',
  'evidence.split',
  'evidence.derived',
  'evidence.obtained',
  'evidence.sealed',
  'evidence.unsealed',
  'evidence.resealed',
  'evidence.seal-found-damaged',
  'examination.result-issued',
  'examination.result-amended',
  'information.statement-given',
]);

/**
 * Further acts on an item that are countersigned by who was there, gave or received it. Who approves what is written of
 * an item (an erasure, a classification, a correction, how a discrepancy was settled) or what is to become of it saw
 * nothing of it.
 */
const attended: ReadonlySet<string> = new Set([
  ...seen,
  'evidence.received-from-outside',
  'evidence.left-in-situ',
  'evidence.destroyed-in-situ',
  'evidence.sampled',
  'evidence.consumed',
  'evidence.placed',
  'evidence.checked-out',
  'evidence.returned',
  'evidence.offered',
  'evidence.recalled',
  'evidence.departed',
  'evidence.passed-on',
  'evidence.received',
  'evidence.refused',
  'evidence.taken-over',
]);

/** What one officer in one role can speak of. */
interface Testimony {
  readonly officer: string;
  readonly role: string;
  readonly types: Set<string>;
  /** Types of the acts of others that he was there for, and countersigned. */
  readonly countersigned: Set<string>;
  /** Numbers of the pieces that he answered for, in a store or in his hands. */
  readonly held: Set<number>;
  /** Numbers of the pieces that he carried under seal. */
  readonly carried: Set<number>;
}

/**
 * Who did what, who sealed, who was there and countersigned, who kept the items and who carried them can testify to it, subject to the waiver of immunity: by
 * capacity and the end of the identifier in the log, never by name (D7).
 */
export function witnessesOf(
  pieces: readonly Pick<AnyPiece, 'subject' | 'number' | 'history'>[],
  custodies: ReadonlyMap<string, CustodyOfItem>,
  people: People,
): readonly PossibleWitness[] {
  const testimonies = new Map<string, Testimony>();
  const testimonyOf = ({ officer, role }: { readonly officer: string; readonly role: string }) => {
    const key = `${officer} ${role}`;
    const known = testimonies.get(key) ?? {
      ...{ officer, role },
      ...{ types: new Set<string>(), countersigned: new Set<string>() },
      ...{ held: new Set<number>(), carried: new Set<number>() },
    };
    testimonies.set(key, known);
    return known;
  };
  for (const { history } of pieces) {
    for (const { event } of history.acts) {
      if (seen.has(event.type) && !isNational(event.actor.role))
        testimonyOf(event.actor).types.add(event.type);
      for (const { actor } of signaturesOf(event, history))
        if (!isNational(actor.role)) testimonyOf(actor).countersigned.add(event.type);
    }
  }
  for (const { subject, number } of pieces) {
    for (const { holding } of custodies.get(subject)?.periods ?? []) {
      if (holding === null || isNational(holding.role)) continue;
      const { held, carried } = testimonyOf(holding);
      (holding.stage === 'IN_TRANSIT' ? carried : held).add(number);
    }
  }
  return [...testimonies.values()].map(testimony => ({
    capacity: titleOfOfficer(testimony),
    unit: people.unitOf(testimony.officer),
    about: about(testimony),
  }));
}

/**
 * Who countersigned an act on a piece, or the act on all of its package, and was there, or reviewed what a laboratory
 * found; not whoever ordered that another takes over (E50).
 */
function signaturesOf(
  { eventId, type, body }: ReportEvent['event'],
  { countersigned }: Pick<ItemHistory, 'countersigned'>,
): readonly ReportEvent['event'][] {
  if (!attended.has(type)) return [];
  const signed = [eventId, textOf(body.group)].flatMap(act => countersigned.get(act) ?? []);
  return signed.map(({ event }) => event).filter(({ body: { as } }) => as !== 'ordering-officer');
}

/** The national authorities answer to no waiver by the United Nations: their registers name them. */
function isNational(role: string): boolean {
  return Object.hasOwn(roles, role) && roles[role as keyof typeof roles].national;
}

function about({ types, countersigned, held, carried }: Testimony): Text {
  const titles = (of: ReadonlySet<string>) =>
    [...of].sort().map(type => currentRule(type)?.title ?? { fr: type, en: type });
  const told: readonly Text[] = [
    ...titles(types),
    ...titles(countersigned).map(({ fr, en }) => ({
      fr: `${fr} (a contresigné)`,
      en: `${en} (countersigned)`,
    })),
    ...ofPieces(held, { fr: 'Garde', en: 'Custody' }),
    ...ofPieces(carried, { fr: 'Transport sous scellé', en: 'Transport under seal' }),
  ];
  return { fr: told.map(({ fr }) => fr).join(' ; '), en: told.map(({ en }) => en).join('; ') };
}

function ofPieces(numbers: ReadonlySet<number>, what: Text): readonly Text[] {
  if (numbers.size === 0) return [];
  const one = numbers.size === 1;
  const runs = runsOf([...numbers].sort((former, latter) => former - latter));
  const listed = (to: string) =>
    runs.map(([first, last]) => (first === last ? `${first}` : `${first} ${to} ${last}`)).join(', ');
  return [
    {
      fr: `${what.fr} ${one ? 'de la pièce' : 'des pièces'} n° ${listed('à')}`,
      en: `${what.en} of ${one ? 'piece no.' : 'pieces nos.'} ${listed('to')}`,
    },
  ];
}

/** Numbers that follow each other, as first and last. */
function runsOf(sorted: readonly number[]): readonly (readonly [first: number, last: number])[] {
  const runs: [number, number][] = [];
  for (const number of sorted) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs;
}
