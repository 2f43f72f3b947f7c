import type { OfficerState } from '../../officer/state.js';
import { type Act, type Circumstances, following, type LogWideFacts } from '../../rule.js';
import { Code, Exactly, Line, List, Nullable, Prose, type Static } from '../../schema/described.js';
import { Piece } from '../../schema/group.js';
import { File, IdOf } from '../../schema/identifiers.js';
import { actMembers, Day } from '../../schema/occurrence.js';
import { Withholdable } from '../../schema/withheld.js';
import type { UnitState } from '../../unit/state.js';
import { refuseIf, type Violation } from '../../violation.js';
import { inputKinds, inputViews } from '../../vocabulary/releases.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import { SourceId } from '../fields/source-id.js';
import type { ReleaseState } from '../state.js';

const body = Exactly({
  ...actMembers,
  kind: Code(codesOf(inputKinds), 'Kind of view', "Nature de l'avis"),
  view: Code(codesOf(inputViews), 'View', 'Avis'),
  originator: Nullable(Line('Originator, where it is his view', "Autorité d'origine, si c'est son avis")),
  unit: Nullable(
    IdOf(
      'unit',
      'Unit of the originator, where one of its own officers signs',
      "Unité d'origine, si l'un de ses officiers signe",
    ),
  ),
  pieces: List(Piece, 'Pieces it is about; none: all', 'Pièces visées ; aucune : toutes', { max: 500 }),
  sources: List(
    Exactly({
      source: SourceId('Source or witness, by UUID alone', 'Source ou témoin, par UUID seulement'),
      pieces: List(Piece, 'Pieces that could tell of him', 'Pièces qui pourraient le révéler', {
        min: 1,
        max: 500,
      }),
    }),
    'Sources and witnesses concerned',
    'Sources et témoins concernés',
    { max: 200 },
  ),
  text: Nullable(Withholdable(Prose('View in words', 'Avis, en clair'), 'View in words', 'Avis, en clair')),
  basis: Line(
    'On what it rests: assessment, letter, consultation',
    'Fondement : évaluation, lettre, avis',
    300,
  ),
  date: Day('Date of the view', "Date de l'avis"),
  document: Nullable(
    File("The document itself, e.g. the originator's letter", "Le document, p. ex. la lettre de l'autorité"),
  ),
});

type Input = Act<Static<typeof body>>;

/** `release.input-given` (E38): a view of somebody whose question it is, signed by himself, before a person decides. */
export const releaseInputGiven = following<ReleaseState, typeof body>({
  type: 'release.input-given',
  form: 1,
  source: 'E38, GATE-8, GATE-9, RQ-64',
  title: { en: 'View on a release given', fr: 'Avis sur une autorisation de remise' },
  body,
  decide: (state, act, circumstances) => [
    ...checkPieces(state, act),
    ...checkText(act),
    ...checkSources(act),
    ...checkOriginator(act, circumstances),
  ],
  decideLogWide: (_state, act, facts) => checkOriginatorsUnit(act, facts),
  evolve(state, { body: said, eventId, actor }) {
    const { kind, view, originator, pieces, sources, basis, date } = said;
    const { officer, role } = actor;
    const given = { event: eventId, kind, view, originator, officer, role, date, basis, pieces, sources };
    return { ...state, inputs: [...(state.inputs ?? []), given] };
  },
});

function checkPieces({ pieces: asked = [] }: ReleaseState, { body: { pieces, sources } }: Input) {
  const named = [...pieces, ...sources.flatMap(source => source.pieces)];
  const other = named.find(piece => !asked.includes(piece));
  return refuseIf(other !== undefined, 'release.input-on-other-piece', '/body/pieces', {
    piece: other ?? '',
  });
}

/** An objection or a condition that nobody can read binds nobody. */
function checkText({ body: { view, text } }: Input): readonly Violation[] {
  return refuseIf(view !== 'NO_OBJECTION' && text === null, 'release.input-without-text', '/body/text', {
    view,
  });
}

/** GATE-8: sources are named where their protection is spoken of, and there alone. */
function checkSources({ body: { kind, sources } }: Input): readonly Violation[] {
  return refuseIf(
    kind !== 'SOURCE_PROTECTION' && sources.length > 0,
    'release.sources-named-elsewhere',
    '/body/sources',
  );
}

/** GATE-9: an officer of the originator himself, or the Mission's with the originator's document. */
function checkOriginator(
  { actor, body: { kind, originator, unit, document } }: Input,
  circumstances: Circumstances,
): readonly Violation[] {
  if (kind !== 'ORIGINATOR') {
    return refuseIf(
      originator !== null || unit !== null,
      'release.originator-unexpected',
      '/body/originator',
    );
  }
  const officer: OfficerState | undefined = circumstances.officer(actor.officer);
  const forHim = actor.role === 'LEG' || actor.role === 'CASE';
  return [
    ...refuseIf(originator === null, 'release.originator-missing', '/body/originator'),
    ...refuseIf(forHim && document === null, 'release.originator-without-document', '/body/document'),
    ...refuseIf(
      !forHim && (unit === null || officer?.unit !== unit),
      'release.not-of-originator',
      '/body/unit',
    ),
  ];
}

/** What the marks of a piece call its originator is the code or the name of his unit. */
function checkOriginatorsUnit({ body: { originator, unit } }: Input, facts: LogWideFacts) {
  if (unit === null || originator === null) return [];
  const state = facts.state(`unit/${unit}`) as UnitState | undefined;
  const isHis = state === undefined || state.code === originator || state.name === originator;
  return refuseIf(!isHis, 'release.not-of-originator', '/body/unit');
}
