import type { Checking } from '../paper/document.js';
import type { Bilingual } from '../paper/words.js';
import type { DossierReading } from './dossier-reading.js';

/** What the appendix on checking needs. */
export function checkingOf(
  { request, snapshot: { size, token }, logKey, pageHash }: DossierReading,
  root: string,
): Checking {
  return {
    bag: `dossier-v${request.version}-…`,
    size,
    root,
    logKey,
    verifiers: pageHash === null ? [] : [{ name: 'scelle-page.html', sha256: pageHash, obtain: apart }],
    notProven: {
      entries: [...always, ...(token === null ? [noTimestamp] : [])],
      whenNone: { fr: 'Tout est prouvé.', en: 'Everything is proven.' },
    },
  };
}

const apart: Bilingual = {
  fr: 'À obtenir à part du dossier ; la page jointe ne prouve rien par elle-même',
  en: 'To be had apart from the dossier; the page inside proves nothing by itself',
};

const always: readonly Bilingual[] = [
  {
    fr: 'Que ce que les officiers ont déclaré est exact.',
    en: 'That what the officers stated is true.',
  },
  {
    fr: 'Ce qui est advenu depuis le point de contrôle nommé ci-dessus.',
    en: 'What happened since the checkpoint named above.',
  },
  {
    fr: 'Les éléments réservés : leur empreinte est signée, leur contenu n’est pas communiqué.',
    en: 'Withheld claims: their digest is signed, what they say is not handed over.',
  },
  {
    fr: 'Que cet imprimé et les copies jointes sont ceux qui furent consignés : seul le récépissé de l’acte dossier.built, remis à côté de l’archive, le montre.',
    en: 'That this print and the copies inside are those that were recorded: only the receipt of the act dossier.built, handed over beside the archive, shows it.',
  },
  {
    fr: 'L’absence de tout autre acte au sujet de pièces qui ne figurent pas ici.',
    en: 'The absence of other acts about pieces that are not in here.',
  },
];

const noTimestamp: Bilingual = {
  fr: 'La date : le point de contrôle ne porte pas d’horodatage (RFC 3161).',
  en: 'The date: the checkpoint bears no time-stamp (RFC 3161).',
};
