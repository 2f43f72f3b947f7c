import { lastDecisions } from '../../../custody/release/listed-in-force.js';
import type { OriginalOfPiece, RedactionOfPiece } from '../../../custody/release/on-piece.js';
import type { Text } from '../../../custody/text.js';
import {
  conditionKinds,
  decisionLevels,
  dossierTypes,
  redactionGrounds,
  releaseOutcomes,
} from '../../../custody/vocabulary/releases.js';
import { classificationLevels } from '../../../custody/vocabulary/sensitivity.js';
import type { ActRead } from '../contents-reading.js';
import { asWritten, type Fact, fact, joined, Members, momentOf, wordsOf } from './fact.js';

/**
 * A release (D6): what was asked for whom, and the decisions that stand, each with its conditions and what it takes out of the
 * pieces of which it is the last.
 */
export function releaseFacts(acts: readonly ActRead[]): readonly Fact[] {
  const asked = lastOf(acts, 'release.requested');
  return [
    ...(asked === null ? [] : requestedFacts(asked)),
    ...standingDecisions(acts).flatMap(({ act, pieces }) => decidedFacts(Members.of(act), pieces)),
    ...fact('Suspended', 'Suspendue', lastOf(acts, 'release.suspended')?.text('reason') ?? null),
    ...fact('Withdrawn', 'Retirée', lastOf(acts, 'release.withdrawn')?.text('reason') ?? null),
  ];
}

export function lastOf(acts: readonly ActRead[], type: string): Members | null {
  const found = acts.findLast(({ event }) => event.type === type);
  return found === undefined ? null : Members.of(found);
}

function requestedFacts(asked: Members): readonly Fact[] {
  const recipient = asked.within('recipient');
  return [
    ...fact('Recipient', 'Destinataire', recipient.text('capacity')),
    ...fact('Recipient, by name', 'Destinataire, nommément', recipient.text('person')),
    ...fact('Purpose', 'Objet', asked.text('purpose')),
    ...fact('Proceedings', 'Procédure', asked.text('proceedings')),
    ...fact('Offence', 'Infraction', asked.text('offence')),
    ...fact('What is handed over', 'Nature de la remise', asked.text('dossierType', dossierTypes)),
  ];
}

interface StandingDecision {
  readonly act: ActRead;
  /** Of these it is the last decision. */
  readonly pieces: ReadonlySet<string>;
}

/** In log order: one that later ones replaced piece by piece tells nothing of what goes, or went. */
function standingDecisions(acts: readonly ActRead[]): readonly StandingDecision[] {
  const byAct = new Map<ActRead, Set<string>>();
  for (const [piece, act] of lastDecisions(acts)) byAct.set(act, (byAct.get(act) ?? new Set()).add(piece));
  return [...byAct]
    .map(([act, pieces]) => ({ act, pieces }))
    .sort((one, other) => one.act.index - other.act.index);
}

function decidedFacts(decided: Members, pieces: ReadonlySet<string>): readonly Fact[] {
  const from = decided.raw('validFrom');
  const until = decided.raw('validUntil');
  const listed = (name: string) =>
    decided.each(name).filter(one => pieces.has(textOrNull(one.raw('piece')) ?? ''));
  const conditions = decided
    .each('conditions')
    .map(one => joined(' – ', one.text('kind', conditionKinds), one.text('text')));
  // Form 2 of a decision had the words alone.
  const told = conditions.length > 0 ? conditions : decided.texts('conditions');
  return [
    ...fact(
      'Decision',
      'Décision',
      joined(', ', decided.text('outcome', releaseOutcomes), decided.text('capacity')),
    ),
    ...fact('In force', 'En vigueur', validityOf(textOrNull(from), textOrNull(until))),
    ...fact('Conditions', 'Conditions', ...(told.length > 0 ? told : [noConditions])),
    ...fact('Taken out', 'Retranché', ...listed('redactions').map(redactionIn)),
    ...fact(...originalsTitle, ...listed('originalPhotographs').map(originalIn)),
    ...fact(
      'Classification after the release',
      'Classification après la remise',
      decided.within('classification').text('after', classificationLevels),
    ),
    ...fact(
      'Level of the decision',
      'Niveau de la décision',
      decided.within('deathPenalty').text('level', decisionLevels),
    ),
    ...fact('Reasons', 'Motifs', decided.text('reasons')),
  ];
}

const noConditions: Text = { en: 'none', fr: 'aucune' };

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

export function validityOf(from: string | null, until: string | null): Text | null {
  const [first, last] = [momentOf(from ?? undefined), momentOf(until ?? undefined)];
  return joined(
    ' ',
    first && { en: `from ${first.en}`, fr: `du ${first.fr}` },
    last && { en: `until ${last.en}`, fr: `au ${last.fr}` },
  );
}

function redactionIn(redaction: Members): Text | null {
  return joined(
    ' – ',
    redaction.text('what'),
    redaction.text('ground', redactionGrounds),
    redaction.text('why'),
  );
}

/** Photographs that go as the camera wrote them. */
export const originalsTitle = [
  'Photographs with the data of the camera (originals)',
  "Photographies avec les données de l'appareil (originaux)",
] as const;

function originalIn(original: Members): Text | null {
  return joined(' – ', original.text('file'), original.text('why'));
}

export function originalOf({ file, why }: OriginalOfPiece): Text | null {
  return joined(' – ', asWritten(file), asWritten(why));
}

/** Something taken out of a piece, its ground and why. */
export function redactionOf({ what, ground, why }: RedactionOfPiece): Text | null {
  return joined(' – ', asWritten(what), wordsOf(redactionGrounds, ground), asWritten(why));
}
