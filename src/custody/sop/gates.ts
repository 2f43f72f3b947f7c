import type { RoleCode } from '../roles.js';
import type { Text } from '../text.js';
import type { Sop } from './document.js';

type Gate = Sop['gates']['GATE-1'];

function gate(
  rule: Text,
  overrideRoles: readonly RoleCode[] | null,
  source: string,
  confidence: Gate['confidence'],
): Gate {
  return {
    on: true,
    override:
      overrideRoles === null ? null : { roles: [...overrideRoles], secondOfficers: [...overrideRoles] },
    rule,
    source,
    confidence,
  };
}

/**
 * A gate that no act of this project comes to yet. The document does not claim that it stops anything: it is switched
 * on when there are acts it can stop.
 */
function notYet(rule: Text, what: string, source: string, confidence: Gate['confidence']): Gate {
  return { ...gate(rule, null, `Not carried out yet: ${what}. ${source}`, confidence), on: false };
}

/**
 * The gates of domain.md C.4, in the words of this project. Who may pass one may also be the second officer of a
 * colleague who passes it for an act of his own: two who know the field have then looked at the necessity.
 */
export const gates: Sop['gates'] = {
  'GATE-1': gate(
    {
      en: 'No work at a scene before EOD entry clearance where an explosive hazard is possible.',
      fr: "Aucun travail sur les lieux avant l'autorisation d'entrée NEDEX lorsqu'un risque explosif est possible.",
    },
    ['EOD', 'WIT', 'CSO', 'HOM'],
    'Seed brief; GICHD guide 2020 [A14]',
    'S',
  ),
  'GATE-2': gate(
    {
      en: 'No transport of an item with possible explosive content without an EOD certificate still valid; class 1 goods need hazard division and compatibility group.',
      fr: "Aucun transport d'une pièce pouvant contenir de l'explosif sans certificat NEDEX en cours de validité ; la classe 1 exige division de risque et groupe de compatibilité.",
    },
    null,
    'IATG 08.10 [A5], GICHD guide 2020 [A14]',
    'G',
  ),
  'GATE-3': gate(
    {
      en: 'No firearm accepted anywhere without a clear check by two persons; ammunition packed apart and linked.',
      fr: "Aucune arme à feu n'est acceptée sans mise en sécurité constatée par deux personnes ; munitions emballées à part et référencées.",
    },
    null,
    '[A19][A20]',
    'R',
  ),
  'GATE-4': gate(
    {
      en: 'No receipt without comparing each seal with the manifest; what differs is received under reserve with a discrepancy.',
      fr: 'Aucune réception sans comparer chaque scellé au bordereau ; tout écart est reçu sous réserve avec ouverture d’une anomalie.',
    },
    null,
    '[C14][C21]',
    'R',
  ),
  // The sequence may be turned round where a technical reviewer says why; what is destroyed is approved by two all the
  // same, since that is no gate that anybody passes.
  'GATE-5': gate(
    {
      en: 'Trace examinations before handling examinations; destructive ones last and approved.',
      fr: 'Les examens de traces précèdent les manipulations ; les examens destructifs viennent en dernier, après approbation.',
    },
    ['LABV'],
    'ENFSI; [C5]',
    'G',
  ),
  'GATE-6': gate(
    {
      en: 'No release of an item, copy or report without an unexpired decision covering that content, recipient and purpose.',
      fr: 'Aucune remise de pièce, copie ou rapport sans décision en vigueur couvrant ce contenu, ce destinataire et cet objet.',
    },
    null,
    '[U5]',
    'R',
  ),
  'GATE-7': gate(
    {
      en: 'The death-penalty question is answered and recorded by a person; software does not decide it.',
      fr: 'La question de la peine de mort reçoit une réponse écrite d’une personne ; le logiciel n’en décide pas.',
    },
    null,
    '[U5][U8][U12][U13]',
    'R',
  ),
  'GATE-8': gate(
    {
      en: 'Nothing that can identify a source or witness leaves unless consent covers it.',
      fr: 'Rien de ce qui peut identifier une source ou un témoin ne sort sans un consentement qui le couvre.',
    },
    null,
    'Seed brief; [U5]',
    'S',
  ),
  'GATE-9': gate(
    {
      en: "Material of another originator is released only with the originator's recorded consent.",
      fr: "Les éléments d'un tiers ne sont remis qu'avec son consentement consigné.",
    },
    null,
    'Third-party rule',
    'I',
  ),
  'GATE-10': gate(
    {
      en: "The receiver's name, capacity, unit and authority in force at that date are recorded.",
      fr: 'Nom, qualité, unité et habilitation du destinataire, en vigueur à cette date, sont consignés.',
    },
    null,
    '[M5][M8]',
    'R',
  ),
  'GATE-11': gate(
    {
      en: 'Quantities balance at split, merge, consumption and return.',
      fr: 'Les quantités s’équilibrent lors du partage, du regroupement, de la consommation et du retour.',
    },
    null,
    '[C18]',
    'R',
  ),
  'GATE-12': gate(
    {
      en: 'Custody intervals of an item neither overlap nor run backwards; gaps are shown.',
      fr: 'Les périodes de garde d’une pièce ne se chevauchent pas et ne reculent pas ; les lacunes sont montrées.',
    },
    null,
    '[C9]',
    'R',
  ),
  // Which channels are open is data of the same document (`analysis.traceChannels`), so that nobody has to pass the gate.
  'GATE-13': gate(
    {
      en: 'A trace request is sent only through a channel that the Mission has authorised; it may always be drafted.',
      fr: "Une demande de traçage n'est envoyée que par une voie autorisée par la Mission ; le projet peut toujours être établi.",
    },
    null,
    'Seed brief',
    'S',
  ),
  'GATE-14': notYet(
    {
      en: 'Disposal needs written authority, no hold, a fresh check of serials and a witness.',
      fr: 'La destruction exige autorité écrite, absence de blocage, vérification des numéros et un témoin.',
    },
    'no disposal is recorded',
    '[C9][C11][A19]',
    'R',
  ),
  'GATE-15': notYet(
    {
      en: 'Arms given to national forces other than as exhibits need the exemption of the sanctions committee where one applies.',
      fr: "Les armes données aux forces nationales, hors pièces à conviction, exigent l'exemption du comité des sanctions le cas échéant.",
    },
    'nothing is given other than as an exhibit',
    '[U20]',
    'R',
  ),
};
