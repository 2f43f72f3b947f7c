import { providerName } from '../../custody/provider-names.js';
import type { Refusal } from '../../custody/refusal.js';
import { type RuleCode, refusals } from '../../custody/refusals.js';
import type { Language } from '../../custody/text.js';
import { type ProblemCode, problemKinds } from '../problem/problem.js';

/** A code of the service in words: of a problem document, or of a rule that stands in its violations. */
export type CodeExplanation =
  | {
      readonly kind: 'problem';
      readonly code: ProblemCode;
      readonly status: number;
      readonly title: string;
      readonly detail: string;
    }
  | {
      readonly kind: 'rule';
      readonly code: RuleCode;
      readonly gate: string | null;
      readonly source: string;
      /** `{name}` stands for a value of the case. */
      readonly message: string;
      readonly missing: string;
      readonly whoCanProvide: readonly { readonly code: string; readonly name: string }[];
    };

export const problemCodes = Object.keys(problemKinds) as readonly ProblemCode[];
export const ruleCodes = Object.keys(refusals) as readonly RuleCode[];

/** Every code, problems first, in the language asked for. */
export function explainAll(language: Language): readonly CodeExplanation[] {
  return [
    ...problemCodes.map(code => explainProblem(code, language)),
    ...ruleCodes.map(code => explainRule(code, language)),
  ];
}

/** Undefined where the code is none of this service. */
export function explainCode(code: string, language: Language): CodeExplanation | undefined {
  if (isCode(problemCodes, code)) return explainProblem(code, language);
  return isCode(ruleCodes, code) ? explainRule(code, language) : undefined;
}

function isCode<Code extends string>(codes: readonly Code[], code: string): code is Code {
  return (codes as readonly string[]).includes(code);
}

function explainProblem(code: ProblemCode, language: Language): CodeExplanation {
  const { status, title, remedy } = problemKinds[code];
  return { kind: 'problem', code, status, title: title[language], detail: remedy[language] };
}

function explainRule(code: RuleCode, language: Language): CodeExplanation {
  const { gate, source, message, missing, provider }: Refusal = refusals[code];
  return {
    kind: 'rule',
    code,
    gate,
    source,
    message: message[language],
    missing: missing[language],
    whoCanProvide: provider.map(who => ({ code: who, name: providerName(who)[language] })),
  };
}
