import { accountActs } from './acts/account.js';
import { analysisActs } from './acts/analysis.js';
import { discrepancyActs } from './acts/discrepancy.js';
import { dossierActs } from './acts/dossier.js';
import { evidenceActs } from './acts/evidence.js';
import { examinationActs } from './acts/examination.js';
import { exportActs } from './acts/export.js';
import { holdActs } from './acts/hold.js';
import { identificationActs } from './acts/identification.js';
import { importActs } from './acts/import.js';
import { incidentActs } from './acts/incident.js';
import { informationActs } from './acts/information.js';
import { officerActs } from './acts/officer.js';
import { packageActs } from './acts/package.js';
import { referenceActs } from './acts/reference.js';
import { releaseActs } from './acts/release.js';
import { requestActs } from './acts/request.js';
import { sceneActs } from './acts/scene.js';
import { sealstockActs } from './acts/sealstock.js';
import { siteActs } from './acts/site.js';
import { sourceActs } from './acts/source.js';
import { tracingActs } from './acts/tracing.js';
import { transferActs } from './acts/transfer.js';
import { unitActs } from './acts/unit.js';
import { visitActs } from './acts/visit.js';
import { analysisSettings } from './analysis.js';
import { deadlines } from './deadlines.js';
import type { Sop } from './document.js';
import { gates } from './gates.js';
import { reading } from './reading.js';
import { recipients } from './recipients.js';
import { supervisors } from './supervisors.js';

/**
 * The SOP this project ships: a public, checkable reconstruction from public standards, shaped on the three
 * stations (field, headquarters, national authorities) the 2020 procedure is publicly known to have. The text
 * of that procedure is not public, and this is not it.
 */
export const reconstruction: Sop = {
  id: 'scelle-reconstruction',
  version: 8,
  edition: 7,
  title: {
    en: 'Evidence from the field to headquarters to the national authorities: reconstruction',
    fr: 'Des éléments de preuve, du terrain au quartier général puis aux autorités nationales : reconstitution',
  },
  statement: {
    en: 'A public, checkable reconstruction from public standards. The procedure of June 2020 itself is not public; nothing here claims to be its text.',
    fr: "Reconstitution publique et vérifiable à partir de normes publiques. La procédure de juin 2020 n'est pas publique ; rien ici ne prétend en être le texte.",
  },
  effective: '2020-06-15',
  review: '2027-06-15',
  gates,
  deadlines,
  supervisors,
  recipients,
  analysis: analysisSettings,
  acts: {
    ...officerActs,
    ...unitActs,
    ...siteActs,
    ...incidentActs,
    ...accountActs,
    ...sceneActs,
    ...visitActs,
    ...evidenceActs,
    ...identificationActs,
    ...referenceActs,
    ...informationActs,
    ...sourceActs,
    ...sealstockActs,
    ...packageActs,
    ...discrepancyActs,
    ...transferActs,
    ...requestActs,
    ...tracingActs,
    ...holdActs,
    ...examinationActs,
    ...releaseActs,
    ...exportActs,
    ...dossierActs,
    ...importActs,
    ...analysisActs,
  },
  reading,
};
