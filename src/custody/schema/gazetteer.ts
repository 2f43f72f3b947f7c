import { Exactly, Line, List, Nullable, words } from './described.js';
import { Day, Position } from './occurrence.js';
import { Withholdable } from './withheld.js';

function AdministrativeUnits(en: string, fr: string) {
  return List(Line('Administrative unit', 'Circonscription', 100), en, fr, { min: 1, max: 8 });
}

/**
 * A place by name (E01, D1). Regions were split since: a place keeps the name and units it had then, with the
 * gazetteer they are taken from and its date, beside those of today.
 */
export const GazetteerPlace = Exactly(
  {
    name: Line('Name at the time', "Nom à l'époque"),
    administrativeUnits: AdministrativeUnits(
      'Administrative units at the time, largest first',
      "Circonscriptions à l'époque, de la plus grande à la plus petite",
    ),
    gazetteer: Line('Gazetteer', 'Répertoire toponymique'),
    gazetteerDate: Day('Date of the gazetteer', 'Date du répertoire'),
    today: Nullable(
      Exactly({
        name: Line('Name today', "Nom d'aujourd'hui"),
        administrativeUnits: AdministrativeUnits(
          'Administrative units today, largest first',
          "Circonscriptions d'aujourd'hui, de la plus grande à la plus petite",
        ),
      }),
      words('Where it is called otherwise today', "S'il porte aujourd'hui un autre nom"),
    ),
    position: Nullable(Withholdable(Position, 'Coordinates', 'Coordonnées')),
  },
  words('Place, with its gazetteer', 'Lieu, avec son répertoire toponymique'),
);
