import type { Text } from '../../custody/text.js';

export interface ProblemKind {
  readonly status: number;
  readonly title: Text;
  /** What the sender can do about it. */
  readonly remedy: Text;
}

/** One entry of the table of problems. */
export function kind(status: number, title: Text, remedy: Text): ProblemKind {
  return { status, title, remedy };
}
