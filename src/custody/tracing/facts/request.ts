import {
  Code,
  Count,
  Exactly,
  Line,
  List,
  Nullable,
  Prose,
  type Static,
  words,
} from '../../schema/described.js';
import { Day } from '../../schema/occurrence.js';
import { Withholdable } from '../../schema/withheld.js';
import { refuseIf, type Violation } from '../../violation.js';
import { datePrecisions } from '../../vocabulary/accounts.js';
import { Coded, codeOrText } from '../../vocabulary/coded.js';
import {
  addressedAs,
  illicitGrounds,
  responderNamings,
  type TraceAddressee,
  type TraceChannel,
  traceAddressees,
  traceChannels,
  traceLanguages,
  traceQuestions,
  traceUses,
} from '../../vocabulary/tracing.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import type { TracingState } from '../state.js';
import { checkAge, checkKeys, TracedObjects } from './traced-objects.js';

const Addressee = Exactly(
  {
    kind: Coded(traceAddressees, 'Whom it is for', 'Nature du destinataire'),
    country: Nullable(
      Exactly({
        name: Line('Country', 'Pays', 80),
        as: Code(codesOf(addressedAs), 'Why this country', 'À quel titre'),
      }),
      words('Country of manufacture or last import', 'Pays de fabrication ou de dernière importation'),
    ),
    name: Line('Authority or firm', 'Autorité ou entreprise'),
    contact: Nullable(
      Withholdable(
        Prose('Person and address', 'Personne et adresse', 1000),
        'Point of contact',
        'Point de contact',
      ),
    ),
  },
  words('Addressee', 'Destinataire'),
);

const Recovery = Exactly(
  {
    on: Nullable(
      Exactly({
        day: Day('Day', 'Jour'),
        precision: Code(codesOf(datePrecisions), 'How precisely', 'Précision'),
      }),
      words('When it was recovered', 'Date de récupération'),
    ),
    place: Nullable(Line('Where', 'Lieu')),
    by: Nullable(Line('Who recovered it', 'Récupéré par')),
    context: Prose('In which circumstances', 'Circonstances', 2000),
  },
  words('Recovery', 'Récupération'),
);

/** What a trace request says (D8), whole when it is drafted and whole again when it is restated. */
export const requestMembers = {
  channel: Coded(traceChannels, 'Channel', 'Voie'),
  addressee: Addressee,
  authority: Exactly(
    {
      basis: Prose('On what authority it is traced', 'Fondement du traçage', 1000),
      signatory: Line('Capacity of who signs it', 'Qualité du signataire'),
    },
    words('Authority for tracing', 'Habilitation à tracer'),
  ),
  objects: TracedObjects,
  recovery: Recovery,
  illicit: List(
    Coded(illicitGrounds, 'Ground', 'Motif'),
    'Why it is held to be illicit',
    'Raisons de le tenir pour illicite',
    { min: 1, max: 10 },
  ),
  questions: List(Coded(traceQuestions, 'Question', 'Question'), 'Questions', 'Questions posées', {
    min: 1,
    max: 10,
  }),
  use: List(Coded(traceUses, 'Use', 'Usage'), 'What the answer is for', 'Usage prévu de la réponse', {
    min: 1,
    max: 10,
  }),
  confidentiality: Prose('Confidentiality offered', 'Confidentialité offerte', 1000),
  responderNamed: Code(codesOf(responderNamings), 'May who answers be named?', 'Peut-on nommer qui répond ?'),
  replyWithinDays: Count(
    'Days until an answer is asked for; 28 is the practice',
    "Délai de réponse demandé, en jours ; 28 d'usage",
    { min: 1, max: 365 },
  ),
  language: Code(codesOf(traceLanguages), 'Language of the request', 'Langue de la demande'),
} as const;

const request = Exactly(requestMembers);
type StatedRequest = Static<typeof request>;

/** Who can be asked through which channel: a State is not asked by the way of producers (GATE-13). */
const addressees: Readonly<Record<TraceChannel, readonly TraceAddressee[]>> = {
  PRODUCER: ['PRODUCER', 'DEALER'],
  STATE_VIA_UN: ['STATE'],
  SANCTIONS_PANEL: ['SANCTIONS_PANEL'],
  NATIONAL_FOCAL_POINT: ['NATIONAL_FOCAL_POINT'],
  INTERPOL_NCB: ['NATIONAL_BUREAU'],
  NATIONAL_INVESTIGATORS: ['NATIONAL_INVESTIGATORS'],
  OTHER: codesOf(traceAddressees),
};

export function checkRequest({ channel, addressee, objects }: StatedRequest): readonly Violation[] {
  return [
    ...refuseIf(
      !addressees[channel.code].includes(addressee.kind.code),
      'tracing.addressee-not-of-channel',
      '/body/addressee/kind',
      { channel: channel.code, addressee: addressee.kind.code },
    ),
    ...checkKeys(objects),
    ...checkAge(objects),
  ];
}

type RequestOnRecord = Pick<
  TracingState,
  'channel' | 'channelText' | 'addressee' | 'objects' | 'replyWithinDays' | 'language'
>;

/** The request as it stands on record; the rest of it stands in the act. Of the contact nothing. */
export function requestOnRecord(stated: StatedRequest): RequestOnRecord {
  const { channel, addressee, objects, replyWithinDays, language } = stated;
  const { kind, country, name } = addressee;
  return {
    channel: channel.code,
    channelText: channel.text,
    addressee: { kind: codeOrText(kind), country, name },
    objects,
    replyWithinDays,
    language,
  };
}
