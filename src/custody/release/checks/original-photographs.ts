import { filesKeptBack } from '../../common/files-kept-back.js';
import { photographsBoundBy } from '../../common/photographs.js';
import type { Circumstances, LogWideFacts } from '../../rule.js';
import { piecesWithoutConsent } from '../../source/check-consents.js';
import { refuse, refuseIf, type Violation } from '../../violation.js';
import type { Decision } from '../events/decided.js';
import type { OriginalOfPiece, ReleaseOnItem } from '../on-piece.js';
import type { ReleasedPiece } from '../piece.js';
import { bearsSource } from '../source-caveat.js';
import type { ReleaseState } from '../state.js';

/**
 * GATE-8: an original goes of a piece that is granted, is a photograph of that piece's own, and nothing is taken out of it.
 * F-28: nor is anything withheld beside it, since the camera wrote it into the file.
 * What the decision answers, withheld, on sources is not looked at: were it, that originals go would tell it (F-28).
 * Forms before 6 named none.
 */
export function checkOriginalPhotographs(
  { body: { items, outcome, redactions = [], originalPhotographs = [] } }: Decision,
  circumstances: Circumstances,
): readonly Violation[] {
  const granted = outcome === 'REFUSED' ? [] : items.map(({ subject }) => subject);
  return originalPhotographs.flatMap(({ piece, file: sha256, boundBy }, position) => {
    const pointer = `/body/originalPhotographs/${position}`;
    const binding = circumstances.referenced(boundBy);
    const isOfPiece =
      binding?.subject === piece && photographsBoundBy(binding).some(bound => bound.sha256 === sha256);
    const keptBack = binding === undefined ? [] : filesKeptBack(binding);
    return [
      ...refuseIf(!granted.includes(piece), 'release.original-of-other', `${pointer}/piece`, { piece }),
      ...refuseIf(!isOfPiece, 'release.original-not-photograph', `${pointer}/boundBy`, { piece, sha256 }),
      ...refuseIf(
        redactions.some(({ file }) => file === sha256),
        'release.original-taken-out',
        `${pointer}/file`,
        { sha256 },
      ),
      ...refuseIf(
        keptBack.some(file => file.sha256 === sha256),
        'release.original-withheld',
        `${pointer}/file`,
        { sha256 },
      ),
    ];
  });
}

/**
 * GATE-8, V6: of a piece that bears the caveat SOURCE no original goes; and what two pieces have in common goes as an original
 * where it may of both.
 */
export function checkOriginalsOfPiece(
  piece: ReleasedPiece,
  own: readonly OriginalOfPiece[],
  release: ReleaseOnItem | undefined,
  all: readonly OriginalOfPiece[],
): readonly Violation[] {
  const asked = (release?.files ?? []).map(({ sha256 }) => sha256);
  const listed = own.map(({ file }) => file);
  const shared = asked.filter(sha256 => all.some(({ file }) => file === sha256));
  const { number } = piece;
  return [
    ...listed
      .filter(sha256 => !asked.includes(sha256))
      .map(sha256 => refuse('release.original-of-unknown-file', '/subject', { number, sha256 })),
    ...shared
      .filter(sha256 => !listed.includes(sha256))
      .map(sha256 => refuse('release.original-not-of-all', '/subject', { number, sha256 })),
    ...refuseIf(listed.length > 0 && bearsSource(piece), 'release.original-of-source', '/subject', {
      number,
    }),
  ];
}

/**
 * GATE-8, RQ-64: what is taken out of a piece for the protection of persons does not stand for the consent of a source where
 * a photograph of it goes as the camera wrote it.
 */
export function checkConsentsForOriginals(
  { recipientUnit }: ReleaseState,
  { body: { redactions = [], originalPhotographs = [] } }: Decision,
  facts: LogWideFacts,
): readonly Violation[] {
  const going = [...new Set(originalPhotographs.map(({ piece }) => piece))].filter(piece =>
    redactions.some(redaction => redaction.piece === piece),
  );
  const unprotected = going.map(piece => ({ piece, redactions: [] }));
  return piecesWithoutConsent(unprotected, recipientUnit, facts).map(piece => {
    const { number = piece } = (facts.state(piece) ?? {}) as Partial<ReleasedPiece>;
    const position = originalPhotographs.findIndex(listed => listed.piece === piece);
    return refuse('release.original-without-consent', `/body/originalPhotographs/${position}/piece`, {
      number,
    });
  });
}
