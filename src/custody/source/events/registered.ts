import Type from 'typebox';
import { uncorrected } from '../../common/state.js';
import { beginning } from '../../rule.js';
import { Exactly, Line, Nullable, Prose, words } from '../../schema/described.js';
import { Withholdable } from '../../schema/withheld.js';
import type { SourceState } from '../state.js';

const body = Exactly({
  code: Type.String({
    ...words(
      'Code name: capitals, digits, dashes; nothing that tells who he is',
      'Nom de code : majuscules, chiffres, tirets ; rien qui révèle qui il est',
    ),
    pattern: '^[A-Z0-9]+(-[A-Z0-9]+)*$',
    minLength: 3,
    maxLength: 40,
  }),
  identity: Withholdable(
    Exactly({
      name: Line('Name', 'Nom'),
      contact: Nullable(Line('How he is reached', 'Comment le joindre', 500)),
      situation: Nullable(
        Prose('His situation, and who knows of him', 'Sa situation, et qui le connaît', 2000),
      ),
    }),
    'Who he is',
    'Qui il est',
  ),
  protectionPlan: Nullable(Line('Reference of the protection plan', 'Référence du plan de protection', 60)),
});

/**
 * `source.registered` (GATE-8, F-28): a source or witness under a code name. The acts about him have no time and place
 * of their own: where and when one met him could be what betrays him.
 */
export const sourceRegistered = beginning<SourceState, typeof body>({
  type: 'source.registered',
  form: 1,
  source: 'GATE-8, RQ-64, F-28',
  title: { en: 'Source registered', fr: 'Source enregistrée' },
  body,
  decide: () => [],
  claims: ({ body: { code } }) => [{ set: 'source-code', key: code }],
  evolve: ({ actor, body: { code, protectionPlan } }) => ({
    ...uncorrected,
    code,
    registeredBy: actor.officer,
    protectionPlan,
    consents: [],
    links: 0,
  }),
});
