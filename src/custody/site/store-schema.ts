import { Code, Exactly, Flag, Line, List, type Static } from '../schema/described.js';
import { LocalId } from '../schema/identifiers.js';
import { hazardDivisions, storableHazards } from '../vocabulary/hazard.js';
import { codesOf } from '../vocabulary/vocabulary.js';

const Store = Exactly({
  store: LocalId('Number of the store (UUID)', 'Numéro du local (UUID)'),
  name: Line('Name of the store', 'Nom du local', 80),
  shelves: List(
    Line('Shelf, bin or safe as labelled', "Étagère, casier ou coffre, tel qu'étiqueté", 80),
    'Shelves, bins, safes',
    'Étagères, casiers, coffres',
    { min: 1, max: 500 },
  ),
  hazardClasses: List(
    Code(codesOf(storableHazards), 'Hazard class', 'Classe de danger'),
    'What it may hold; NONE: items without hazard',
    "Ce qu'il peut contenir ; NONE : pièces sans danger",
    { min: 1, max: 10 },
  ),
  divisions: List(
    Code(codesOf(hazardDivisions), 'Division of class 1', 'Division de la classe 1'),
    'Divisions of class 1 it is licensed for',
    'Divisions de la classe 1 autorisées',
    { max: 6 },
  ),
  highRisk: Flag('A store for high-risk items?', 'Un local pour pièces à haut risque ?'),
  quarantine: Flag('A quarantine for arms not yet cleared?', 'Une quarantaine pour armes non sécurisées ?'),
  open: Flag('Does it take in items?', 'Reçoit-il des pièces ?'),
});

export type StoreOfSite = Static<typeof Store>;

export const Stores = List(Store, 'Stores of the site', 'Locaux du site', { max: 100 });
