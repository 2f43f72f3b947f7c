import type { FastifyRequest } from 'fastify';
import type { Language } from '../../custody/text.js';

/**
 * The language a reader prefers (RFC 9110 section 12.5.4): French or English, English where neither is named.
 * Of two with the same weight the first one counts.
 */
function preferredLanguage(header: string | undefined): Language {
  let best: { readonly language: Language; readonly weight: number } = { language: 'en', weight: 0 };
  for (const range of (header ?? '').split(',', 20)) {
    const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
    const language = languageOfTag(tag.trim());
    const weight = weightOf(parameters);
    if (language !== undefined && weight > best.weight) best = { language, weight };
  }
  return best.language;
}

export function languageOf({ headers }: Pick<FastifyRequest, 'headers'>): Language {
  return preferredLanguage(headers['accept-language']);
}

function languageOfTag(tag: string): Language | undefined {
  const [primary] = tag.split('-');
  return primary === 'fr' || primary === 'en' ? primary : undefined;
}

function weightOf(parameters: readonly string[]): number {
  const quality = parameters.find(parameter => parameter.trim().startsWith('q='));
  if (quality === undefined) return 1;
  const weight = Number(quality.trim().slice(2));
  return weight >= 0 && weight <= 1 ? weight : 0;
}
