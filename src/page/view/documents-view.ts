import type { Language } from '../../custody/text.js';
import type { FileTold } from '../reading/told.js';
import { element } from './element.js';
import { words } from './words.js';

const MAX_SHOWN = 100;

/** Files that are no pictures: by hash, and where they lie in the ZIP. None is opened here. */
export function documentsView(documents: readonly FileTold[], language: Language): HTMLElement | null {
  if (documents.length === 0) return null;
  const left = documents.length - MAX_SHOWN;
  return element(
    'section',
    {},
    element('h4', {}, words.documents[language]),
    element(
      'ul',
      { class: 'documents' },
      ...documents.slice(0, MAX_SHOWN).map(file => element('li', {}, tellFile(file, language))),
      left > 0 ? element('li', {}, `+ ${left}`) : null,
    ),
  );
}

function tellFile({ sha256, size, mediaType, inside, index }: FileTold, language: Language): string {
  const number = new Intl.NumberFormat(language).format(size);
  const unit = language === 'fr' ? 'octets' : 'bytes';
  const place =
    inside === 'original'
      ? `${words.documentInside[language]} data/file/${sha256}`
      : `${words.documentMissing[language]} · SHA-256 ${sha256}`;
  return `${mediaType}, ${number} ${unit} · ${words.leaf[language].toLowerCase()} ${index} · ${place}`;
}
