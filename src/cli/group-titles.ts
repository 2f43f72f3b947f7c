import type { Text } from '../custody/text.js';

/** What each group of commands for acts is for: the first thing a newcomer reads of it. */
export const groupTitles: Readonly<Record<string, Text>> = {
  log: {
    en: 'The log: its procedure in force, its key, watching and recovering it',
    fr: 'Le journal : procédure en vigueur, clé, surveillance, reprise',
  },
  officer: {
    en: 'Officers: who they are, their keys and roles',
    fr: 'Officiers : identité, clés et rôles',
  },
  unit: { en: 'Units that officers belong to', fr: 'Unités auxquelles appartiennent les officiers' },
  site: { en: 'Sites with their stores and shelves', fr: 'Sites, avec leurs locaux et étagères' },
  incident: {
    en: 'Incidents: the events under investigation',
    fr: "Incidents : les faits qui font l'objet de l'enquête",
  },
  account: {
    en: 'Accounts of incidents: what each source says, side by side',
    fr: 'Versions des faits : ce que dit chaque source, côte à côte',
  },
  scene: {
    en: 'Scenes: opened, secured, cleared by EOD, documented, closed',
    fr: 'Lieux : ouverture, sécurisation, autorisation EOD, constatations, clôture',
  },
  visit: { en: 'Who enters a scene, and leaves it', fr: 'Qui entre sur les lieux, et en sort' },
  evidence: {
    en: 'Items: registered, collected, stored, checked out, corrected',
    fr: 'Pièces : enregistrement, collecte, dépôt, sortie temporaire, rectification',
  },
  safety: {
    en: 'Safety of items: assessments, certificates, weapons cleared',
    fr: 'Sécurité des pièces : évaluations, certificats, armes mises en sécurité',
  },
  sealstock: {
    en: 'Seal numbers: issued to an officer, spoiled, lost',
    fr: 'Numéros de scellés : remis à un officier, gâtés, perdus',
  },
  information: {
    en: 'Information beside evidence: reports, analyses, extracts, personal statements',
    fr: 'Informations à côté des pièces : rapports, analyses, extraits, déclarations personnelles',
  },
  source: {
    en: 'Sources and witnesses by code name: consent per use, and what could betray them',
    fr: 'Sources et témoins sous nom de code : consentement par usage, et ce qui pourrait les révéler',
  },
  identification: {
    en: 'Identifications: what an item is, beside its record; stated anew, withdrawn',
    fr: 'Identifications : ce qu’est une pièce, à côté de sa fiche ; reformulation, retrait',
  },
  reference: {
    en: 'Reference collections: headstamps, producers and models with their sources (also: scelle reference import)',
    fr: 'Recueils de référence : marquages, fabricants et modèles avec leurs sources (aussi : scelle reference import)',
  },
  package: {
    en: 'Packages: sealed, opened, resealed, found damaged',
    fr: 'Colis : mise sous scellé, ouverture, scellé reconstitué, dommage constaté',
  },
  discrepancy: {
    en: 'Discrepancies: what does not fit, explained and closed',
    fr: 'Anomalies : ce qui ne concorde pas, expliqué et clos',
  },
  transfer: {
    en: 'Transfers: offered, departed, received; change of custodian',
    fr: 'Transferts : proposition, départ, réception ; changement de dépositaire',
  },
  tracing: {
    en: 'Trace requests: drafted, sent where the channel is open, answered; chains of transfers',
    fr: 'Demandes de traçage : projets, envois par les voies ouvertes, réponses ; chaînes de transferts',
  },
  request: {
    en: 'Requests of authorities: registered, answered, closed',
    fr: "Demandes d'autorités : enregistrement, réponse, clôture",
  },
  hold: {
    en: 'Holds: what may be neither released nor disposed of until they are lifted',
    fr: 'Mesures de conservation : ce qui ne peut être ni remis ni éliminé avant leur levée',
  },
  examination: {
    en: 'Examinations and the laboratory: work list, requests, reception, reports, comparisons (also: scelle lab)',
    fr: 'Examens et laboratoire : travaux en cours, demandes, réception, rapports, rapprochements (aussi : scelle lab)',
  },
  release: {
    en: 'Releases: the legal decision that an item may be handed over',
    fr: 'Autorisations de remise : la décision juridique de remettre une pièce',
  },
  armedgroup: {
    en: 'Armed groups: dated names, areas, mergers, sanctions lists',
    fr: 'Groupes armés : noms datés, zones, fusions, listes de sanctions',
  },
  propaganda: {
    en: 'Claims of armed groups: responsibility and captured materiel, what of it can be seen',
    fr: 'Revendications : responsabilité et matériel pris, ce qui en est visible',
  },
  link: {
    en: 'Links between items, incidents, claims and groups: asserted by an analyst, or rejected',
    fr: 'Rapprochements entre pièces, incidents, revendications et groupes : affirmés ou écartés par un analyste',
  },
  requirement: {
    en: 'Information requirements, priority and secondary, and the records tagged to them',
    fr: 'Besoins en information, prioritaires et secondaires, et fiches rattachées',
  },
  import: {
    en: 'Imports: tables kept before, taken over row by row (scelle import table does it in one step)',
    fr: 'Imports : tableaux tenus auparavant, repris ligne par ligne (scelle import table le fait en une fois)',
  },
  export: {
    en: 'Exports for auditors: who answers for which (see also: scelle audit export)',
    fr: "Extraits à des fins d'audit : qui répond duquel (voir aussi : scelle audit export)",
  },
  dossier: {
    en: 'Dossiers for prosecutors: built from a release, delivered, kept up (scelle dossier build does the first in one step)',
    fr: "Dossiers au parquet : établis sur une autorisation, remis, tenus à jour (scelle dossier build fait l'établissement en une fois)",
  },
};
