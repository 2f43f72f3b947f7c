import type { ReleaseState } from '../../custody/release/state.js';
import type { DossierContents } from '../../custody/vocabulary/dossiers.js';
import type { Handover } from '../paper/document.js';
import type { Bilingual } from '../paper/words.js';
import { asWritten, type People, titleOf } from './people.js';
import type { ReleaseActs } from './read-decision.js';

/**
 * RQ-67: what the dossier is, and is not.
 * @param photographs are there pictures of which a copy goes without what stands beside the pixels, and such that a decision
 * lets go as the camera wrote them?
 */
export function statementsOf(
  contents: DossierContents,
  { cleaned, originals }: { readonly cleaned: boolean; readonly originals: boolean },
): readonly Bilingual[] {
  const own: Readonly<Record<DossierContents, Bilingual>> = {
    ORIGINALS: {
      fr: `Les objets sont remis en original ; les fichiers joints sont des copies identiques octet pour octet, liées par leur empreinte${cleaned ? ', hormis celles que le bordereau dit sans les données de l’appareil' : ''}.`,
      en: `The objects are handed over in the original; the files attached are copies identical byte for byte, bound by their hash${cleaned ? ', except those that the schedule says are without the data of the camera' : ''}.`,
    },
    COPIES: {
      fr: "Ce dossier remet des copies : les originaux restent sous la garde indiquée à l'historique de chaque pièce.",
      en: 'This dossier hands over copies: the originals stay in the custody that the history of each piece says.',
    },
    SUMMARY: {
      fr: 'Ce dossier est un résumé. La remise d’un résumé ne vaut pas remise d’éléments de preuve.',
      en: 'This dossier is a summary. Handing over summaries is not handing over evidence.',
    },
  };
  return [own[contents], ...(cleaned ? [notIdentical] : []), ...(originals ? [withCameraData] : [])];
}

const notIdentical: Bilingual = {
  fr: "Les copies que le bordereau dit sans les données de l'appareil ne sont pas identiques à l'original : l'image y est entière, l'original reste à la Mission et son empreinte est imprimée.",
  en: 'Copies that the schedule says are without the data of the camera are not identical to the original: the picture is whole in them, the original stays with the Mission and its hash is printed.',
};

const withCameraData: Bilingual = {
  fr: "Les photographies que le bordereau dit avec les données de l'appareil sont les fichiers originaux, octet pour octet : la décision les désigne.",
  en: 'Photographs that the schedule says are with the data of the camera are the original files, byte for byte: the decision names them.',
};

/** The procès-verbal de remise (D7): what is not known yet is a line to be written on. */
export function handoverOf(
  release: ReleaseState,
  recipient: Bilingual,
  people: People,
  { requested }: ReleaseActs,
): Handover {
  const giver = people.signatory(requested.event.actor);
  return {
    number: null,
    place: null,
    at: null,
    giver: { ...giver, capacity: titleOf('HQC') },
    receiver: { name: null, grade: null, capacity: asWritten(release.recipientCapacity), unit: recipient },
    // Whom either side brings along is known when it signs.
    witnesses: [giver, { name: null, grade: null, capacity: { fr: '' }, unit: { fr: '' } }],
    copies: [
      recipient,
      { fr: 'autorité qui a présenté la demande', en: 'authority that made the request' },
      { fr: 'Mission des Nations Unies', en: 'United Nations Mission' },
    ],
    nationalReferences: [],
  };
}
