import { codeOrText } from '../../vocabulary/coded.js';
import type { StatedFacts } from './members.js';

/** What an incident's record says that it follows where it calls the incident by a type (V1). */
export interface DefinitionFollowed {
  /** By code or in words. */
  readonly type: string;
  readonly text: string;
  /** `YYYY-MM-DD`; null: it stands in the text, as form 1 had it. */
  readonly from: string | null;
}

export function definitionsFollowed({ classifications }: StatedFacts): readonly DefinitionFollowed[] {
  return classifications.flatMap(({ type, definition }) => {
    if (definition === null) return [];
    const { text, from } = typeof definition === 'string' ? { text: definition, from: null } : definition;
    return [{ type: codeOrText(type), text, from }];
  });
}
