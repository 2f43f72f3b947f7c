import { refuseIf, type Violation } from '../../violation.js';
import type { Decision } from '../events/decided.js';

/** GATE-8: what is taken out is taken out of a piece that the decision is about. Of which files, each piece tells. */
export function checkRedactions({ body: { items, redactions } }: Decision): readonly Violation[] {
  const listed = items.map(({ subject }) => subject);
  return redactions.flatMap(({ piece }, position) =>
    refuseIf(!listed.includes(piece), 'release.redaction-of-other', `/body/redactions/${position}/piece`, {
      piece,
    }),
  );
}
