import type { Language } from '../../custody/text.js';

/**
 * With what a page to be printed is sent: nobody keeps it on the way, and the browser loads and runs nothing beside it.
 * @param policy Content-Security-Policy of the page
 */
export function paperHeaders(policy: string, language: Language) {
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'content-language': language,
    'cache-control': 'no-store',
  };
}
