import type { OfficerState } from '../../officer/state.js';
import { type Act, type Circumstances, following, type LogWideFacts } from '../../rule.js';
import {
  Code,
  Exactly,
  Line,
  List,
  Nullable,
  Prose,
  type Static,
  type TSchema,
  words,
} from '../../schema/described.js';
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

const Sources = List(
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
);

function bodyWith<SourcesOfForm extends TSchema>(sources: SourcesOfForm) {
  return Exactly({
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
    sources,
    text: Nullable(Withholdable(Prose('View in words', 'Avis, en clair'), 'View in words', 'Avis, en clair')),
    basis: Line(
      'On what it rests: assessment, letter, consultation',
      'Fondement : évaluation, lettre, avis',
      300,
    ),
    date: Day('Date of the view', "Date de l'avis"),
    document: Nullable(
      File(
        "The document itself, e.g. the originator's letter",
        "Le document, p. ex. la lettre de l'autorité",
      ),
    ),
  });
}

const body = bodyWith(
  Nullable(
    Withholdable(Sources, 'Sources and witnesses concerned', 'Sources et témoins concernés'),
    words(
      'Sources and witnesses concerned, told in a view on their protection, none being told as well',
      "Sources et témoins concernés, indiqués dans l'avis sur leur protection, même s'il n'y en a pas",
    ),
  ),
);

/** Form 1 tied a source to pieces in the clear. */
const bodyInClear = bodyWith(Sources);

type Input = Act<Static<typeof body>>;

/**
 * `release.input-given` (E38): a view of somebody whose question it is, signed by himself, before a person decides. Which
 * source could be identified by which piece is withheld, and a view with a source looks like one without (F-28).
 */
export const releaseInputGiven = following<ReleaseState, typeof body>({
  type: 'release.input-given',
  form: 2,
  source: 'E38, GATE-8, GATE-9, F-28, RQ-64',
  title: { en: 'View on a release given', fr: 'Avis sur une autorisation de remise' },
  body,
  former: [{ form: 1, body: bodyInClear, supersededIn: 4 }],
  decide: (state, act, circumstances) => [
    ...checkPieces(state, act),
    ...checkText(act),
    ...(act.form === 1 ? checkSourcesInClear(act) : checkSources(act)),
    ...checkOriginator(act, circumstances),
  ],
  decideLogWide: (_state, act, facts) => checkOriginatorsUnit(act, facts),
  evolve(state, { body: said, eventId, actor }) {
    const { kind, view, originator, pieces, basis, date } = said;
    const { officer, role } = actor;
    const given = { event: eventId, kind, view, originator, officer, role, date, basis, pieces };
    return { ...state, inputs: [...(state.inputs ?? []), given] };
  },
});

function checkPieces({ pieces: asked = [] }: ReleaseState, act: Input) {
  const named = [...act.body.pieces, ...sourcesInClear(act).flatMap(({ pieces }) => pieces)];
  const other = named.find(piece => !asked.includes(piece));
  return refuseIf(other !== undefined, 'release.input-on-other-piece', '/body/pieces', {
    piece: other ?? '',
  });
}

/** Form 1 alone; from form 2 on what they are is nobody's to read but who may read what is withheld. */
function sourcesInClear(act: Input): Static<typeof Sources> {
  return act.form === 1 ? (act as unknown as Act<Static<typeof bodyInClear>>).body.sources : [];
}

/** An objection or a condition that nobody can read binds nobody. */
function checkText({ body: { view, text } }: Input): readonly Violation[] {
  return refuseIf(view !== 'NO_OBJECTION' && text === null, 'release.input-without-text', '/body/text', {
    view,
  });
}

/** GATE-8: sources are told of where their protection is spoken of, and there alone; always, so that none tells nothing. */
function checkSources({ body: { kind, sources, pieces } }: Input): readonly Violation[] {
  const isProtection = kind === 'SOURCE_PROTECTION';
  return [
    ...refuseIf(!isProtection && sources !== null, 'release.sources-named-elsewhere', '/body/sources'),
    ...refuseIf(isProtection && sources === null, 'release.sources-not-told', '/body/sources'),
    ...refuseIf(isProtection && pieces.length > 0, 'release.source-tied-in-clear', '/body/pieces'),
  ];
}

function checkSourcesInClear(act: Input): readonly Violation[] {
  return refuseIf(
    act.body.kind !== 'SOURCE_PROTECTION' && sourcesInClear(act).length > 0,
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
