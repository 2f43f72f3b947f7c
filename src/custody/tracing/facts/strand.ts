import { Code, Exactly, Line, List, Nullable, Prose, type Static, words } from '../../schema/described.js';
import { Day } from '../../schema/occurrence.js';
import { Withholdable } from '../../schema/withheld.js';
import { refuseIf, type Violation } from '../../violation.js';
import { datePrecisions } from '../../vocabulary/accounts.js';
import { Coded, codeOrText } from '../../vocabulary/coded.js';
import { traceGrounds, traceParties, traceStops, traceTransfers } from '../../vocabulary/tracing.js';
import { codesOf } from '../../vocabulary/vocabulary.js';

/** An end of a link. Who answered may not have to be named, and a buyer is a person: names are withheld. */
const party = (en: string, fr: string) =>
  Nullable(
    Exactly({
      kind: Coded(traceParties, 'Who or what', 'Qui ou quoi'),
      place: Nullable(Line('Country or place', 'Pays ou lieu')),
      name: Nullable(Withholdable(Line('Name', 'Nom'), 'Name', 'Nom')),
    }),
    words(en, fr),
  );

const Link = Exactly({
  from: party('From whom; null: not known', 'De qui ; null : inconnu'),
  to: party('To whom; null: not known', 'À qui ; null : inconnu'),
  kind: Coded(traceTransfers, 'How it went', 'Nature du passage'),
  when: Nullable(
    Exactly({
      on: Day('Day', 'Jour'),
      precision: Code(codesOf(datePrecisions), 'How precisely', 'Précision'),
    }),
    words('When; null: not known', 'Quand ; null : inconnu'),
  ),
  ground: Coded(traceGrounds, 'What it rests on', 'Fondement'),
  reference: Nullable(Line('Reference of that', 'Référence')),
  hedge: Nullable(
    Line('Words of doubt, as they were said; null: none', 'Réserves, telles quelles ; null : aucune', 300),
  ),
});

/** A strand is told link by link, from the maker on, and where it stops. Several of one object stand side by side. */
export const strandMembers = {
  object: Line("Object, by the request's own name for it", 'Objet, tel que la demande le désigne', 40),
  strand: Line('Name of the strand', 'Désignation du fil', 80),
  links: List(Link, 'Links, in their order', 'Maillons, dans l’ordre', { max: 30 }),
  stops: Nullable(
    Exactly({
      why: Coded(traceStops, 'Why it stops', "Raison de l'arrêt"),
      text: Nullable(Prose('In words', 'En clair', 1000)),
    }),
    words('Where nothing more is known; null: it goes on', 'Arrêt du fil ; null : il se poursuit'),
  ),
} as const;

const strand = Exactly(strandMembers);
type StatedStrand = Static<typeof strand>;

interface PartyOnRecord {
  readonly kind: string;
  readonly place: string | null;
}

export interface LinkOnRecord {
  /** Act that stated it. */
  readonly event: string;
  readonly from: PartyOnRecord | null;
  readonly to: PartyOnRecord | null;
  readonly kind: string;
  readonly when: { readonly on: string; readonly precision: string } | null;
  readonly ground: string;
  readonly reference: string | null;
  readonly hedge: string | null;
}

export interface StrandOnRecord {
  readonly object: string;
  readonly strand: string;
  readonly links: readonly LinkOnRecord[];
  readonly stops: { readonly event: string; readonly why: string; readonly text: string | null } | null;
}

export function checkStrand({ links, stops }: StatedStrand): readonly Violation[] {
  return [
    ...refuseIf(links.length === 0 && stops === null, 'tracing.strand-empty', '/body/links'),
    ...links.flatMap(({ from, to }, position) =>
      refuseIf(from === null && to === null, 'tracing.link-without-ends', `/body/links/${position}`),
    ),
  ];
}

export function strandOnRecord(
  { object, strand: name, links, stops }: StatedStrand,
  event: string,
): StrandOnRecord {
  return {
    object,
    strand: name,
    links: links.map(({ from, to, kind, when, ground, reference, hedge }) => ({
      event,
      from: partyOnRecord(from),
      to: partyOnRecord(to),
      kind: codeOrText(kind),
      when,
      ground: codeOrText(ground),
      reference,
      hedge,
    })),
    stops: stops && { event, why: codeOrText(stops.why), text: stops.text },
  };
}

function partyOnRecord(stated: StatedStrand['links'][number]['from']): PartyOnRecord | null {
  return stated && { kind: codeOrText(stated.kind), place: stated.place };
}

/** The strand of that name with what is added to it, or a new one after the others. */
export function withLinks(
  strands: readonly StrandOnRecord[],
  added: StrandOnRecord,
): readonly StrandOnRecord[] {
  const known = strands.find(one => isSame(one, added));
  if (known === undefined) return [...strands, added];
  return replaced(strands, { ...added, links: [...known.links, ...added.links] });
}

export function replaced(
  strands: readonly StrandOnRecord[],
  strand: StrandOnRecord,
): readonly StrandOnRecord[] {
  return strands.map(one => (isSame(one, strand) ? strand : one));
}

export function isSame(
  one: Pick<StrandOnRecord, 'object' | 'strand'>,
  other: Pick<StrandOnRecord, 'object' | 'strand'>,
): boolean {
  return one.object === other.object && one.strand === other.strand;
}
