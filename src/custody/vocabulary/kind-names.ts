import type { Kind } from '../schema/identifiers.js';
import type { Text } from '../text.js';

/** What a subject of each kind is called, as it goes on in a sentence: one of them, and several. */
export const kindNames: Readonly<Record<Kind, { readonly one: Text; readonly several: Text }>> = {
  log: { one: { en: 'log', fr: 'journal' }, several: { en: 'logs', fr: 'journaux' } },
  officer: { one: { en: 'officer', fr: 'officier' }, several: { en: 'officers', fr: 'officiers' } },
  unit: { one: { en: 'unit', fr: 'unité' }, several: { en: 'units', fr: 'unités' } },
  site: { one: { en: 'site', fr: 'site' }, several: { en: 'sites', fr: 'sites' } },
  incident: { one: { en: 'incident', fr: 'incident' }, several: { en: 'incidents', fr: 'incidents' } },
  account: {
    one: { en: 'account of an incident', fr: 'version des faits' },
    several: { en: 'accounts of incidents', fr: 'versions des faits' },
  },
  scene: { one: { en: 'scene', fr: 'lieux' }, several: { en: 'scenes', fr: 'lieux' } },
  visit: { one: { en: 'visit', fr: 'visite' }, several: { en: 'visits', fr: 'visites' } },
  evidence: { one: { en: 'item', fr: 'pièce' }, several: { en: 'items', fr: 'pièces' } },
  identification: {
    one: { en: 'identification of an item', fr: "identification d'une pièce" },
    several: { en: 'identifications of items', fr: 'identifications de pièces' },
  },
  reference: {
    one: { en: 'reference collection', fr: 'recueil de référence' },
    several: { en: 'reference collections', fr: 'recueils de référence' },
  },
  information: {
    one: { en: 'piece of information', fr: 'information' },
    several: { en: 'pieces of information', fr: 'informations' },
  },
  source: { one: { en: 'source', fr: 'source' }, several: { en: 'sources', fr: 'sources' } },
  package: { one: { en: 'package', fr: 'colis' }, several: { en: 'packages', fr: 'colis' } },
  sealstock: {
    one: { en: 'stock of seals', fr: 'stock de scellés' },
    several: { en: 'stocks of seals', fr: 'stocks de scellés' },
  },
  transfer: { one: { en: 'transfer', fr: 'transfert' }, several: { en: 'transfers', fr: 'transferts' } },
  discrepancy: {
    one: { en: 'discrepancy', fr: 'anomalie' },
    several: { en: 'discrepancies', fr: 'anomalies' },
  },
  request: {
    one: { en: 'request of an authority', fr: "demande d'une autorité" },
    several: { en: 'requests of authorities', fr: "demandes d'autorités" },
  },
  tracing: {
    one: { en: 'trace request', fr: 'demande de traçage' },
    several: { en: 'trace requests', fr: 'demandes de traçage' },
  },
  hold: {
    one: { en: 'hold', fr: 'mesure de conservation' },
    several: { en: 'holds', fr: 'mesures de conservation' },
  },
  examination: { one: { en: 'examination', fr: 'examen' }, several: { en: 'examinations', fr: 'examens' } },
  release: {
    one: { en: 'release', fr: 'autorisation de remise' },
    several: { en: 'releases', fr: 'autorisations de remise' },
  },
  export: { one: { en: 'export', fr: 'extrait' }, several: { en: 'exports', fr: 'extraits' } },
  armedgroup: {
    one: { en: 'armed group', fr: 'groupe armé' },
    several: { en: 'armed groups', fr: 'groupes armés' },
  },
  propaganda: {
    one: { en: 'claim of an armed group', fr: "revendication d'un groupe armé" },
    several: { en: 'claims of armed groups', fr: 'revendications de groupes armés' },
  },
  link: { one: { en: 'link', fr: 'rapprochement' }, several: { en: 'links', fr: 'rapprochements' } },
  requirement: {
    one: { en: 'information requirement', fr: 'besoin en information' },
    several: { en: 'information requirements', fr: 'besoins en information' },
  },
  import: {
    one: { en: 'import of a table', fr: "import d'un tableau" },
    several: { en: 'imports of tables', fr: 'imports de tableaux' },
  },
  dossier: { one: { en: 'dossier', fr: 'dossier' }, several: { en: 'dossiers', fr: 'dossiers' } },
};
