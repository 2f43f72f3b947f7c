import { Exactly, Flag, Line, List, Nullable, type Static } from '../../schema/described.js';
import { File } from '../../schema/identifiers.js';
import { Instant, Position } from '../../schema/occurrence.js';
import { Withholdable } from '../../schema/withheld.js';
import { Coded } from '../../vocabulary/coded.js';
import { photographKinds } from '../../vocabulary/examination.js';

/** A photograph as the camera wrote it (RQ-12): bytes by their hash, device, time; where, is withheld. */
export const Photograph = Exactly({
  number: Line('Number of the photograph', 'Numéro de la photographie', 60),
  kind: Coded(photographKinds, 'Kind of view', 'Type de vue'),
  file: File('Original file', "Fichier d'origine"),
  takenAt: Instant('When it was taken, UTC', 'Date et heure de la prise de vue, UTC'),
  device: Line('Camera', 'Appareil'),
  scale: Flag('Is a scale in the picture?', 'Une échelle figure-t-elle sur la photographie ?'),
  position: Nullable(Withholdable(Position, 'Exact position of the camera', "Position exacte de l'appareil")),
});

export function Photographs(en: string, fr: string, min = 0) {
  return List(Photograph, en, fr, { min, max: 100 });
}

export type PhotographOfItem = Static<typeof Photograph>;
