import type { JsonObject } from '../log/index.js';

/** A refusal or failure as the service tells it (RFC 9457). */
export interface Problem {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly violations: readonly ProblemViolation[];
  readonly document: JsonObject;
}

export interface ProblemViolation {
  readonly gate: string | null;
  readonly rule: string;
  readonly event: number;
  readonly pointer: string;
  readonly message: string;
  readonly missing: string;
  readonly whoCanProvide: readonly string[];
}

/** A refusal or failure from its document, as it was answered or is kept. */
export function problemOf(document: JsonObject): Problem {
  const { status, title = '', detail = '', violations = [] } = document;
  return {
    status: Number(status),
    title: String(title),
    detail: String(detail),
    violations: violations as unknown as readonly ProblemViolation[],
    document,
  };
}
