import type { Static } from 'typebox';
import { Code, Exactly, Flag, Nullable } from '../schema/described.js';
import { Day } from '../schema/occurrence.js';
import { traceChannels as channels } from '../vocabulary/tracing.js';
import { codesOf } from '../vocabulary/vocabulary.js';
import { BothLanguages, Provenance } from './provenance.js';

/** GATE-13: whether trace requests go through a channel, and when. A channel of which nothing is stated is not open. */
export const ChannelOfTracing = Exactly({
  channel: Code(codesOf(channels), 'Channel', 'Voie'),
  authorised: Flag('Is it authorised?', 'Est-elle autorisée ?'),
  from: Nullable(Day('From this day on', 'À partir du')),
  until: Nullable(Day('Until this day, it included', "Jusqu'à ce jour inclus")),
  reason: BothLanguages,
  ...Provenance,
});

type Channel = Static<typeof ChannelOfTracing>;

function stated(
  channel: Channel['channel'],
  authorised: boolean,
  reason: Channel['reason'],
  source: string,
  confidence: Channel['confidence'],
): Channel {
  return { channel, authorised, from: null, until: null, reason, source, confidence };
}

/** The defaults of GATE-13, as the brief tells them; a mission states its own, with their dates. */
export const channelsOfTracing: readonly Channel[] = [
  stated(
    'PRODUCER',
    true,
    {
      en: 'Producers and dealers are asked directly.',
      fr: 'Fabricants et négociants sont saisis directement.',
    },
    'Seed brief; GATE-13, F-08',
    'S',
  ),
  stated(
    'STATE_VIA_UN',
    false,
    {
      en: 'The leadership of the Mission refused requests to States through UN channels.',
      fr: "La direction de la Mission a refusé les demandes aux États par la voie de l'ONU.",
    },
    'Seed brief; GATE-13, F-08',
    'S',
  ),
  stated(
    'SANCTIONS_PANEL',
    false,
    {
      en: 'There is no panel with a mandate for this embargo on the ground.',
      fr: "Aucun groupe d'experts n'a de mandat pour cet embargo sur le terrain.",
    },
    'Seed brief; GATE-13, F-08',
    'S',
  ),
  stated(
    'NATIONAL_FOCAL_POINT',
    false,
    {
      en: 'No focal point for tracing was agreed with the Mission.',
      fr: "Aucun point focal de traçage n'a été convenu avec la Mission.",
    },
    'D8; nothing public names one',
    'I',
  ),
  stated(
    'INTERPOL_NCB',
    false,
    {
      en: 'Requests to INTERPOL go through a national central bureau, which the Mission is not.',
      fr: "Les demandes à INTERPOL passent par un bureau central national, ce que la Mission n'est pas.",
    },
    'GATE-13 [A3]: approved users of law enforcement alone',
    'I',
  ),
  stated(
    'NATIONAL_INVESTIGATORS',
    false,
    {
      en: 'National investigators trace by themselves: what they found is recorded as theirs.',
      fr: 'Les enquêteurs nationaux tracent eux-mêmes : leurs constats sont consignés comme les leurs.',
    },
    'Seed brief; GATE-13',
    'S',
  ),
];
