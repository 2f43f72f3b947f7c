import Type, { type Static } from 'typebox';
import { Code, Count, Exactly, Line, List, Nullable } from '../schema/described.js';
import { Day } from '../schema/occurrence.js';
import { incidentTypes } from '../vocabulary/incident-types.js';
import { codesOf } from '../vocabulary/vocabulary.js';
import { BothLanguages, Provenance } from './provenance.js';
import { ChannelOfTracing, channelsOfTracing } from './trace-channels.js';

/** V1: what a mission calls by the name of a type, from a day on. Where two are in use, both stand here. */
const DefinitionOfType = Exactly({
  type: Code(codesOf(incidentTypes), 'Type of incident', "Type d'incident"),
  text: BothLanguages,
  from: Day('In use from', 'En usage à partir du'),
  ...Provenance,
});

/** What an embargo is on. */
const embargoTargets = ['COUNTRY', 'LISTED_GROUP'] as const;

/**
 * V13: an embargo with its dates. On a country, arms found there and made after it began are flagged; on a listed group,
 * arms found in its possession, since a date alone would flag all newer stock of the State.
 */
const Embargo = Exactly({
  regime: Line('Sanctions regime', 'Régime de sanctions'),
  target: Code(embargoTargets, 'What it is on', 'Ce qu’il vise'),
  country: Nullable(
    Line('Country it is on, as administrative units name it', 'Pays visé, tel que nommé', 100),
  ),
  from: Day('In force from', 'En vigueur à partir du'),
  until: Nullable(Day('In force until', "En vigueur jusqu'au")),
  panel: Nullable(
    Line('Panel or monitoring team that lists go to', 'Groupe d’experts destinataire des listes'),
  ),
  ...Provenance,
});

export type EmbargoRegime = Static<typeof Embargo>;

const Threshold = Exactly({ value: Count('Value', 'Valeur', { max: 100 }), ...Provenance });

/** Settings of the analysis as data of the procedure, each with its source; each list may be absent. */
export const AnalysisSettings = Exactly({
  definitions: Type.Optional(
    List(DefinitionOfType, 'Definitions of types of incident', "Définitions de types d'incident", {
      max: 100,
    }),
  ),
  traceChannels: Type.Optional(
    List(ChannelOfTracing, 'Channels of trace requests', 'Voies des demandes de traçage', { max: 100 }),
  ),
  embargoes: Type.Optional(List(Embargo, 'Embargoes', 'Embargos', { max: 100 })),
  /** V13: so few years from production to recovery are rapid turnover; absent: nothing is called so. */
  turnoverYears: Type.Optional(Threshold),
  /** V13: found in so many incidents, all of one region, a sample is specific to it; absent: nothing is called so. */
  specificIncidents: Type.Optional(Threshold),
});

type Definition = Static<typeof DefinitionOfType>;

const period = '2014-01-01';

/**
 * V1 COMPLEX: the brief has two definitions, one in a footnote and one in its text, over the same attacks of 2014 to 2022.
 * An incident says which of them its record follows.
 */
const definitions: Definition[] = [
  {
    type: 'COMPLEX',
    text: {
      en: 'Two or more of the following together: a device, small-arms fire, indirect fire',
      fr: 'Au moins deux des éléments suivants réunis : un engin explosif, un tir à l’arme légère, un tir indirect',
    },
    from: period,
    source: 'V1; UNIDIR 2023, footnote; the day is that from which its attacks are counted',
    confidence: 'S',
  },
  {
    type: 'COMPLEX',
    text: {
      en: 'One or more of the following: a device, small-arms fire, indirect fire',
      fr: 'Un ou plusieurs des éléments suivants : un engin explosif, un tir à l’arme légère, un tir indirect',
    },
    from: period,
    source: 'V1; UNIDIR 2023, text; the day is that from which its attacks are counted',
    confidence: 'S',
  },
];

/** Mali was under no embargo as a country; groups active there are on the list of ISIL (Da'esh) and Al-Qaida. */
const embargoes: EmbargoRegime[] = [
  {
    regime: '1267/1989/2253',
    target: 'LISTED_GROUP',
    country: null,
    from: '2002-01-16',
    until: null,
    panel: null,
    source:
      'V13, F-08; resolution 1390 (2002): no panel with a mandate for it on the ground, as the brief says',
    confidence: 'G',
  },
];

/** What the reconstruction states for the analysis. */
export const analysisSettings: Static<typeof AnalysisSettings> = {
  definitions,
  traceChannels: [...channelsOfTracing],
  embargoes,
  turnoverYears: {
    value: 4,
    source: 'V13; the examples of the brief: one, two and four years',
    confidence: 'S',
  },
  specificIncidents: {
    value: 3,
    source: 'V13: the number is a choice of this reconstruction',
    confidence: 'I',
  },
};
