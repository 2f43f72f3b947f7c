import { UsageError } from './usage-error.js';

/** The address of a service as people type it; without a slash at its end. @throws UsageError for any other */
export function readServiceAddress(typed: string): string {
  if (!/^https?:\/\//i.test(typed)) {
    throw new UsageError({
      en: `${typed}: an address must begin with http:// or https://`,
      fr: `${typed} : une adresse doit commencer par http:// ou https://`,
    });
  }
  const url = URL.canParse(typed) ? new URL(typed) : null;
  if (url === null || url.search !== '' || url.hash !== '' || url.username !== '' || url.password !== '') {
    throw new UsageError({
      en: `${typed} is not the address of a service, e.g. https://custody.example.org`,
      fr: `${typed} n'est pas l'adresse d'un service, par exemple https://custody.example.org`,
    });
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}
