import type { Language } from '../custody/text.js';

/** Stands in examples for what only the log gives out: an item, a scene, a batch of the outbox. */
export const exampleId = '01a00000-0000-7000-8000-000000000001';

/** Another one of the same kind. */
export const secondExampleId = '01a00000-0000-7000-8000-000000000002';

/** Above the examples of a command, on a line of its own. */
export function exampleHeading(language: Language): string {
  return language === 'fr' ? 'Exemple :' : 'Example:';
}

/** Below the help of a command: how it is typed, with what it is typed for. Each line is a whole command. */
export function exampleHelp(language: Language, ...lines: readonly string[]): string {
  return [`\n${exampleHeading(language)}`, ...lines.map(line => `  ${line}`)].join('\n');
}
