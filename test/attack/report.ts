import { appendFileSync } from 'node:fs';

/** What became of one attack, for one auditor. */
export interface Finding {
  readonly family: string;
  readonly title: string;
  readonly has: string;
  readonly of: string;
  readonly held: string;
  /** Check that must find it. */
  readonly named: string;
  /** What the verifier said. */
  readonly said: string;
}

/** Where `npm run attack` reads the findings: one JSON a line. */
export const findingsVariable = 'SCELLE_ATTACK_FINDINGS';

export function reportFound(finding: Finding): void {
  const path = process.env[findingsVariable];
  // One write of less than a page: test files that run at once do not cut each other's lines.
  if (path !== undefined) appendFileSync(path, `${JSON.stringify(finding)}\n`);
}
