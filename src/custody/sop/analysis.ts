import Type, { type Static } from 'typebox';
import { Code, Exactly, List } from '../schema/described.js';
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

/** What the reconstruction states for the analysis. */
export const analysisSettings: Static<typeof AnalysisSettings> = {
  definitions,
  traceChannels: [...channelsOfTracing],
};
