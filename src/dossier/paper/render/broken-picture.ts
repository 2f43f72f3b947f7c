import type { Text } from '../../../custody/text.js';
import type { Broken } from './shrink-picture.js';

/** What the frame of a picture says when the picture cannot be shown. */
export const brokenWords: Readonly<Record<Broken, Text>> = {
  missing: { fr: 'Fichier absent : image non reproduite.', en: 'File missing: picture not shown.' },
  altered: {
    fr: "Le fichier ne correspond pas à l'empreinte inscrite : image non reproduite.",
    en: 'The file does not have the hash recorded: picture not shown.',
  },
  'not-a-picture': {
    fr: "Le fichier n'est pas une image JPEG ou PNG : non reproduit.",
    en: 'The file is no JPEG or PNG picture: not shown.',
  },
  'too-large': {
    fr: "Image de trop grande taille pour l'impression : non reproduite.",
    en: 'Picture too large for print: not shown.',
  },
  incomplete: {
    fr: 'Image incomplète (la fin du fichier manque) : non reproduite.',
    en: 'Picture incomplete (the end of the file is missing): not shown.',
  },
  damaged: {
    fr: "Image endommagée à l'intérieur (des données manquent ou sont altérées) : non reproduite.",
    en: 'Picture damaged inside (data missing or changed): not shown.',
  },
  undecodable: {
    fr: 'Image illisible : le fichier est endommagé, image non reproduite.',
    en: 'Picture unreadable: the file is damaged, picture not shown.',
  },
  'ended-the-process': {
    fr: 'Image illisible : le décodage a échoué, image non reproduite.',
    en: 'Picture unreadable: decoding failed, picture not shown.',
  },
};
