import type { Problem } from '../client/index.js';
import type { Language } from '../custody/text.js';
import { explain, type PlacedViolation } from '../custody/violation.js';
import { problemKinds } from '../http/problem/problem.js';

/** The rules said no on the device, before anything was signed or kept. In the words of the service. */
export class RefusedOnDevice extends Error {
  override readonly name = 'RefusedOnDevice';
  readonly violations: readonly PlacedViolation[];

  constructor(violations: readonly PlacedViolation[]) {
    super(violations.map(violation => explain(violation, 'en').message).join(' '));
    this.violations = violations;
  }

  problem(language: Language): Problem {
    const { status, title } = problemKinds.refused;
    const violations = this.violations.map(violation => explain(violation, language));
    const detail = violations.map(({ message }) => message).join(' ');
    const told = { status, title: title[language], detail, violations };
    return { ...told, document: JSON.parse(JSON.stringify({ ...told, onDevice: true })) };
  }
}
