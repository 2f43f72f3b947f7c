import { subjectKind } from '../../log/index.js';
import type { FactsOf } from '../common/restatable.js';
import { isThere } from '../import/counted.js';
import type { LogWideFacts, LookUp } from '../rule.js';
import { Code, Exactly, Line, List, Nullable, Prose, words } from '../schema/described.js';
import { EventId, SubjectOf } from '../schema/identifiers.js';
import { refuseIf, type Violation } from '../violation.js';
import { type LinkRelation, linkRelations, linkStandings, sharedThings } from '../vocabulary/links.js';
import { confidences } from '../vocabulary/marks.js';
import { codesOf } from '../vocabulary/vocabulary.js';

/** What can be linked. */
const linkable = ['evidence', 'incident', 'propaganda', 'armedgroup'] as const;

/** E36: two things, relation, basis, confidence; a suggestion that was taken up or rejected says what the two share. */
export const linkMembers = {
  from: SubjectOf(linkable, 'What is linked', 'Ce qui est mis en rapport'),
  relation: Code(codesOf(linkRelations), 'Relation', 'Rapport'),
  to: SubjectOf(linkable, 'To what', 'Avec quoi'),
  standing: Code(codesOf(linkStandings), 'Is it asserted or rejected?', 'Est-il affirmé ou écarté ?'),
  shared: Nullable(
    Exactly(
      {
        what: Code(codesOf(sharedThings), 'What they share', 'Ce qui leur est commun'),
        key: Line('Which', 'Lequel', 300),
      },
      words('What they share, where that is why', "Ce qui leur est commun, si c'en est la raison"),
    ),
  ),
  basis: Prose('What it rests on, in words', 'Sur quoi il repose, en clair'),
  records: List(EventId('Act', 'Acte'), 'Signed records it rests on', 'Actes signés sur lesquels il repose', {
    max: 50,
  }),
  confidence: Code(codesOf(confidences), 'Confidence', 'Degré de confiance'),
} as const;

export type LinkFacts = FactsOf<typeof linkMembers>;
export type LinkStated = Omit<LinkFacts, 'basis' | 'records'>;

type Ends = readonly (readonly [from: readonly string[], to: readonly string[]])[];

const items: Ends = [[['evidence'], ['evidence']]];
const alike: Ends = [...items, [['incident'], ['incident']]];

/** What each relation can stand between. */
const ends: Readonly<Record<LinkRelation, Ends>> = {
  SAME_OBJECT: items,
  SAME_NUMBER: alike,
  SAME_SAMPLE: alike,
  SAME_LOT: alike,
  SAME_DESIGN: alike,
  SAME_MARKS: alike,
  ATTRIBUTED_TO: [[['incident', 'propaganda', 'evidence'], ['armedgroup']]],
  CLAIMED_IN: [[['incident'], ['propaganda']]],
  SHOWN_IN: [[['evidence', 'incident'], ['propaganda']]],
  IN_POSSESSION_OF: [[['evidence'], ['armedgroup']]],
  DIVERTED_IN: [[['evidence', 'incident'], ['incident']]],
  RELATED: [[linkable, linkable]],
};

export function checkLink({ from, to, relation, records, standing }: LinkFacts): readonly Violation[] {
  const [left, right] = [subjectKind(from), subjectKind(to)];
  const fits = ends[relation].some(([ofFrom, ofTo]) => ofFrom.includes(left) && ofTo.includes(right));
  return [
    ...refuseIf(from === to, 'link.with-itself', '/body/to'),
    ...refuseIf(!fits, 'link.relation-astray', '/body/relation', { relation, from: left, to: right }),
    // A rejection may rest on a reason alone.
    ...refuseIf(standing === 'ASSERTED' && records.length === 0, 'link.without-record', '/body/records'),
  ];
}

export function lookUpEnds({ from, to }: LinkFacts): LookUp {
  return { subjects: [from, to] };
}

export function checkEnds({ from, to }: LinkFacts, world: LogWideFacts): readonly Violation[] {
  return [
    ...refuseIf(!isThere(world.state, from), 'reference.subject-unknown', '/body/from', { subject: from }),
    ...refuseIf(!isThere(world.state, to), 'reference.subject-unknown', '/body/to', { subject: to }),
  ];
}

export function linkOnRecord({ from, relation, to, standing, shared, confidence }: LinkFacts): LinkStated {
  return { from, relation, to, standing, shared, confidence };
}
