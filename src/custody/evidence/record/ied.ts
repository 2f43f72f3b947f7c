import { Exactly, List, Nullable, words } from '../../schema/described.js';
import { Coded } from '../../vocabulary/coded.js';
import {
  componentStates,
  iedCategories,
  iedComponents,
  iedEffects,
  iedEmplacements,
  iedEnhancements,
  iedMainCharges,
  iedStatuses,
  iedSwitches,
} from '../../vocabulary/ied.js';

/** V2: labels for reports, nothing on how a device is made. */
export const IedLabels = Exactly(
  {
    category: Nullable(Coded(iedCategories, 'Category by initiation', 'Catégorie selon le déclenchement')),
    component: Nullable(Coded(iedComponents, 'Component', 'Composant')),
    componentState: Nullable(Coded(componentStates, 'State of the component', 'État du composant')),
    switch: Nullable(Coded(iedSwitches, 'Switch', 'Dispositif de mise à feu')),
    mainCharge: Nullable(Coded(iedMainCharges, 'Class of main charge', 'Classe de charge principale')),
    effect: Nullable(Coded(iedEffects, 'Class of effect', "Classe d'effet")),
    enhancements: List(
      Coded(iedEnhancements, 'Enhancement', 'Élément aggravant'),
      'Enhancements',
      'Éléments aggravants',
      {
        max: 10,
      },
    ),
    emplacement: Nullable(Coded(iedEmplacements, 'Emplacement or delivery', 'Mise en place ou vecteur')),
    status: Nullable(Coded(iedStatuses, 'Status', 'État')),
  },
  words('Labels of an explosive device', "Libellés d'un engin explosif"),
);
