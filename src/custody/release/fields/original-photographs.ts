import { Exactly, List, Prose } from '../../schema/described.js';
import { Piece } from '../../schema/group.js';
import { EventId, Sha256 } from '../../schema/identifiers.js';

/**
 * GATE-8: photographs that go as the camera wrote them; none is the rule, and of every other one a cleaned copy goes. Who,
 * where and when stand beside the pixels, so a person answers for each, in the open.
 */
export const OriginalPhotographs = List(
  Exactly({
    piece: Piece,
    file: Sha256('Photograph, by hash', 'Photographie, par empreinte'),
    boundBy: EventId('Act of the piece that binds it', 'Acte de la pièce qui la lie'),
    why: Prose(
      'Why nobody can be identified by it, nor by the data of the camera',
      "Pourquoi ni elle ni les données de l'appareil ne permettent d'identifier quiconque",
      1000,
    ),
  }),
  'Photographs that go as originals, with the data of the camera; none: cleaned copies go',
  "Photographies remises en original, avec les données de l'appareil ; aucune : des copies nettoyées sont remises",
  { max: 500 },
);
