import type { Refusal } from '../refusal.js';
import { linkRelations } from '../vocabulary/links.js';
import { inWordsAndCode } from '../vocabulary/told.js';

export const linkRefusals = {
  'link.with-itself': {
    gate: null,
    source: 'E36',
    message: {
      en: 'A thing is not linked to itself.',
      fr: "Une chose n'est pas mise en rapport avec elle-même.",
    },
    missing: { en: 'Another thing.', fr: 'Une autre chose.' },
    provider: ['AUTHOR'],
  },
  'link.relation-astray': {
    gate: null,
    source: 'E36',
    message: {
      en: '{relation} does not stand between {from} and {to}.',
      fr: '{relation} ne relie pas {from} et {to}.',
    },
    missing: {
      en: 'A relation that fits the two, or RELATED.',
      fr: 'Un rapport qui convienne aux deux, ou RELATED.',
    },
    provider: ['AUTHOR'],
    told: { relation: inWordsAndCode(linkRelations) },
  },
  'link.without-record': {
    gate: null,
    source: 'E36, RQ-06',
    message: {
      en: 'A link that is asserted names no signed record it rests on.',
      fr: "Un rapprochement affirmé n'indique aucun acte signé sur lequel il repose.",
    },
    missing: {
      en: 'The acts by which the two are known: event identifiers.',
      fr: 'Les actes par lesquels les deux sont connus : identifiants des actes.',
    },
    provider: ['AUTHOR'],
  },
} as const satisfies Record<string, Refusal>;
