import { type EvidenceState, terminalStates } from '../evidence/state.js';
import { grantedPieces } from '../release/granted.js';
import { checkReleased } from '../release/in-force.js';
import { hasOriginalMarkedSince, hasOriginalOfSource } from '../release/originals-of-source.js';
import { checkRecipientInForce } from '../release/recipient.js';
import type { ReleaseState } from '../release/state.js';
import type { Claim, LogWideFacts, LookUp } from '../rule.js';
import type { Occurrence } from '../schema/occurrence.js';
import { piecesWithoutConsentUnder } from '../source/check-consents.js';
import { checkDueDiligence } from '../unit/due-diligence.js';
import type { UnitState } from '../unit/state.js';
import { refuse, refuseIf, type Violation } from '../violation.js';
import type { DossierState } from './state.js';

/** What a dossier is said to be, as far as it can be wrong. */
export type StatedDossier = Pick<
  DossierState,
  'number' | 'version' | 'follows' | 'release' | 'recipientUnit' | 'proceedings' | 'contents' | 'pieces'
> & {
  readonly occurred: Occurrence;
  /** Leaves of the tree that it is made of; absent: it is not made yet. */
  readonly size?: number;
};

/** Facts of the whole log that a dossier is judged on. */
export type DossierFacts = Pick<LogWideFacts, 'state' | 'sourcesOf' | 'subjectsNaming' | 'receivedAt'>;

/** Each piece is listed once, and only what follows nothing is the first version. */
export function checkListed({
  pieces,
  version,
  follows,
}: Pick<StatedDossier, 'pieces' | 'version' | 'follows'>): readonly Violation[] {
  return [
    ...refuseIf(new Set(pieces).size < pieces.length, 'dossier.piece-twice', '/body/pieces'),
    ...refuseIf((version === 1) !== (follows === null), 'dossier.version-not-next', '/body/version', {
      version: String(version),
      expected: follows === null ? '1' : '2',
    }),
  ];
}

/** A number has each version once: two dossiers do not follow the same one. */
export function claimOfDossier({ number, version }: Pick<StatedDossier, 'number' | 'version'>): Claim {
  return { set: 'dossier-version', key: `${number}, ${version}` };
}

/** What `checkDossier` asks for beside what the body names by its UUID. */
export function lookedUpForDossier({ pieces }: Pick<StatedDossier, 'pieces'>): LookUp {
  return { subjects: pieces, linkedTo: pieces, filesOf: pieces };
}

/**
 * E41, GATE-6: it holds exactly the pieces that its release grants, each of them may go to this recipient now, and it
 * takes its place after the dossier that it names. A dossier never differs from its release.
 */
export function checkDossier(stated: StatedDossier, facts: DossierFacts): readonly Violation[] {
  const release = facts.state(`release/${stated.release}`) as ReleaseState | undefined;
  if (release === undefined) return [];
  return [
    ...checkPieces(stated, release),
    ...refuseIf(
      stated.recipientUnit !== release.recipientUnit || stated.proceedings !== release.proceedings,
      'dossier.for-another',
      '/body/recipientUnit',
      { number: release.number },
    ),
    ...checkContents(stated, release),
    ...checkUnitMayReceive(stated.recipientUnit, '/body/recipientUnit', facts),
    ...stated.pieces.flatMap((piece, position) => checkPiece(stated, piece, position, facts)),
    ...checkConsents(stated, facts),
    ...checkFollows(stated, facts),
  ];
}

/** RQ-67: it holds no more than was released: no originals where copies were, no pieces where a summary was. */
function checkContents({ contents }: StatedDossier, { number, dossierType }: ReleaseState) {
  if (dossierType === undefined) return [];
  const isMore = strength.indexOf(contents) > strength.indexOf(dossierType);
  return refuseIf(isMore, 'dossier.contents-not-released', '/body/contents', {
    number,
    contents,
    released: dossierType,
  });
}

const strength: readonly string[] = ['SUMMARY', 'COPIES', 'ORIGINALS'];

/** GATE-10, RQ-63: the unit exists, is not suspended, and is not past the review of its assessment; at the time received. */
export function checkUnitMayReceive(
  unit: string,
  pointer: string,
  facts: Pick<DossierFacts, 'state' | 'receivedAt'>,
): readonly Violation[] {
  const state = facts.state(`unit/${unit}`) as UnitState | undefined;
  const stopped = [
    ...checkRecipientInForce(unit, pointer, facts),
    ...checkDueDiligence(unit, pointer, facts),
  ];
  return refuseIf(stopped.length > 0, 'dossier.unit-may-not-receive', pointer, { unit: state?.name ?? unit });
}

function checkPieces({ pieces }: StatedDossier, release: ReleaseState): readonly Violation[] {
  const granted = grantedPieces(release);
  const more = pieces.filter(piece => !granted.includes(piece)).length;
  const missing = granted.filter(piece => !pieces.includes(piece)).length;
  return [
    ...refuseIf(granted.length === 0, 'dossier.nothing-granted', '/body/release', { number: release.number }),
    ...refuseIf(granted.length > 0 && more + missing > 0, 'dossier.differs-from-release', '/body/pieces', {
      number: release.number,
      more: String(more),
      missing: String(missing),
    }),
  ];
}

function checkPiece(
  { release, recipientUnit: unit, contents, occurred, size, pieces }: StatedDossier,
  piece: string,
  position: number,
  facts: DossierFacts,
): readonly Violation[] {
  const pointer = `/body/pieces/${position}`;
  const { state, receivedAt } = facts;
  const item = state(piece) as EvidenceState | undefined;
  if (item === undefined) return refuseIf(true, 'dossier.piece-unknown', pointer, { piece });
  const { number, physical, handover } = item;
  const isOfSource = hasOriginalOfSource(item, release, size);
  const isMarkedSince =
    !isOfSource && size !== undefined && hasOriginalMarkedSince(item, { release, pieces, size }, facts);
  const left = terminalStates.includes(physical) && handover?.release !== release;
  return [
    ...checkReleased(item, release, { unit, purpose: null }, { occurred, receivedAt }).map(violation => ({
      ...violation,
      pointer,
    })),
    ...refuseIf(hasOpenRedaction(item, release), 'dossier.record-redaction-open', pointer, { number }),
    ...refuseIf(isOfSource, 'dossier.original-of-source', pointer, { number }),
    ...refuseIf(isMarkedSince, 'dossier.original-no-more', pointer, { number }),
    ...refuseIf(contents === 'ORIGINALS' && left, 'dossier.piece-left', pointer, { number, state: physical }),
  ];
}

/** GATE-8: a decision before form 5 may list something of the record as taken out that nothing holds back. */
function hasOpenRedaction({ legal = {} }: EvidenceState, release: string): boolean {
  const { redactions = [] } = (Object.hasOwn(legal, release) ? legal[release] : undefined) ?? {};
  return redactions.some(({ file, members = [] }) => file === null && members.length === 0);
}

/** GATE-8, RQ-64: a consent that was revoked since the decision stops the dossier before anything is made. */
function checkConsents(
  { release, recipientUnit, pieces }: StatedDossier,
  facts: DossierFacts,
): readonly Violation[] {
  return piecesWithoutConsentUnder(release, pieces, recipientUnit, facts).map(piece => {
    const { number = piece } = (facts.state(piece) ?? {}) as Partial<EvidenceState>;
    return refuse('dossier.source-consent-missing', `/body/pieces/${pieces.indexOf(piece)}`, { number });
  });
}

/** Numbered versions: each follows the one before; a supplement is of another release for the same proceedings. */
function checkFollows(
  { number, version, follows, release, recipientUnit, proceedings }: StatedDossier,
  { state }: DossierFacts,
): readonly Violation[] {
  if (follows === null) return [];
  const before = state(`dossier/${follows.dossier}`) as DossierState | undefined;
  if (before === undefined) return [];
  const same = before.release === release;
  const matching = recipientUnit === before.recipientUnit && proceedings === before.proceedings;
  return [
    ...refuseIf(number !== before.number, 'dossier.number-not-kept', '/body/number', {
      number,
      expected: before.number,
    }),
    ...refuseIf(version !== before.version + 1, 'dossier.version-not-next', '/body/version', {
      version: String(version),
      expected: String(before.version + 1),
    }),
    ...refuseIf(
      same !== (follows.as === 'NEW_VERSION'),
      'dossier.relation-does-not-fit',
      '/body/follows/as',
      {
        relation: follows.as,
      },
    ),
    ...refuseIf(!same && !matching, 'dossier.other-proceedings', '/body/follows/dossier', {
      number: before.number,
    }),
  ];
}
