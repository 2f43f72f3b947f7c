import { Code, Exactly, List, Nullable, Prose, type Static, words } from '../../schema/described.js';
import { Coded, codeOrText } from '../../vocabulary/coded.js';
import { organisationClasses } from '../../vocabulary/institutions.js';
import { traceUses } from '../../vocabulary/tracing.js';
import { codesOf } from '../../vocabulary/vocabulary.js';

/** F-29: what who answered accepts to be done with it. Null says that he set no such limit. */
export const LimitsOfUse = Exactly(
  {
    uses: Nullable(
      List(
        Coded(traceUses, 'Use', 'Usage'),
        'Uses he accepts; null: he set no limit',
        'Usages acceptés ; null : sans limite',
        { max: 10 },
      ),
    ),
    recipients: Nullable(
      List(
        Code(codesOf(organisationClasses), 'Class of recipient', 'Catégorie de destinataire'),
        'Classes of recipients it may go to; null: he set no limit',
        'Catégories de destinataires admis ; null : sans limite',
        { max: 20 },
      ),
    ),
    text: Nullable(Prose('In his words', 'Dans ses termes', 2000)),
  },
  words('Limits on use', "Limites d'usage"),
);

/** The same on record. */
export interface TraceLimits {
  /** By code or in words. */
  readonly uses: readonly string[] | null;
  readonly recipients: readonly string[] | null;
  readonly text: string | null;
}

export function limitsOnRecord({ uses, recipients, text }: Static<typeof LimitsOfUse>): TraceLimits {
  return { uses: uses?.map(codeOrText) ?? null, recipients, text };
}
