import type { Language } from '../custody/text.js';

/** The language of help and messages: `--lang`, else that of the terminal. */
export function languageOf(argv: readonly string[], environment: NodeJS.ProcessEnv): Language {
  const at = argv.indexOf('--lang');
  const joined = argv.find(word => word.startsWith('--lang='))?.slice('--lang='.length);
  const typed = at >= 0 ? argv[at + 1] : joined;
  // As POSIX has it, a variable that is empty is one that is not set.
  const wanted = typed ?? (environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '');
  return wanted.toLowerCase().startsWith('fr') ? 'fr' : 'en';
}
