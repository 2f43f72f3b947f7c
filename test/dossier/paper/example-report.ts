import type { LaboratoryReport } from '../../../src/dossier/paper/laboratory-report.js';
import { at, some } from './example-item.js';

const examiner = {
  name: null,
  grade: 'Capitaine',
  capacity: { fr: 'Examinateur du laboratoire', en: 'Laboratory examiner' },
  unit: { fr: 'Laboratoire de police scientifique UNPOL', en: 'UNPOL forensic laboratory' },
};

/** A report that examined two items, and left one. */
export const exampleReport: LaboratoryReport = {
  laboratoryNumber: 'LAB-2026-0007',
  reportNumber: 'RAP-2026-0011',
  version: 2,
  request: {
    unit: { fr: "Unité d'appui aux enquêtes, UNPOL", en: 'Investigation support unit, UNPOL' },
    caseNumber: '260120 complex attack, Aguelhok',
    requested: at('2026-02-05T09:00'),
    contact: { fr: "Officier chargé de l'affaire, poste 4411", en: 'Case officer, extension 4411' },
    offence: { fr: 'Assassinat de Casques bleus', en: 'Murder of peacekeepers' },
    circumstances: { fr: 'Attaque du camp, armes abandonnées', en: 'Attack on the camp, abandoned arms' },
    questions: { fr: 'Qui l’a tenue en main ?', en: 'Who held it?' },
    order: { fr: '1. traces papillaires ; 2. balistique', en: '1. latent prints; 2. ballistics' },
    priorExaminations: {
      fr: 'Examen de terrain L1 du 20 janvier',
      en: 'Field exploitation L1 of 20 January',
    },
    hazards: { fr: 'Arme vide, certificat EOD-2026-1', en: 'Weapon empty, certificate EOD-2026-1' },
    destructive: { fr: 'Non autorisé', en: 'Not allowed' },
    urgency: { fr: 'Audience le 2 mars 2026', en: 'Hearing on 2 March 2026' },
    returnInstructions: {
      fr: 'Retour au dépôt du quartier général, scellé reconstitué',
      en: 'Return to the headquarters store, resealed',
    },
  },
  received: {
    at: at('2026-02-06T08:30'),
    from: { fr: 'Gardien des scellés du quartier général', en: 'Headquarters evidence custodian' },
    count: { fr: '2 objets sur 2 annoncés', en: '2 items of 2 announced' },
    seals: { fr: 'MS-004401 intact ; MS-004402 intact', en: 'MS-004401 intact; MS-004402 intact' },
    condition: { fr: 'Conforme à la description', en: 'As described' },
  },
  quality: { fr: 'Non accrédité, procédures internes', en: 'Not accredited, own procedures' },
  summary: { fr: 'Une trace partielle, aucune identification', en: 'One partial mark, nobody identified' },
  comparisons: some({ fr: 'Exclu : marques discordantes', en: 'Excluded: marks differ' }),
  deviceDetail: { fr: 'Réservé : la construction n’est pas communiquée', en: 'Withheld: not handed over' },
  records: [
    {
      item: { fr: 'PAX-2026-AGU-00001' },
      marks: [
        {
          fr: '1. Nature du marquage : Marque (MAKE) ; lu : DEMO-1',
          en: '1. Kind: Make (MAKE); read: DEMO-1',
        },
      ],
      headstamp: [{ fr: "Matière de l'étui : Laiton (BRASS)", en: 'Case material: Brass (BRASS)' }],
      construction: [{ fr: 'Composant : Contenant (CONTAINER)', en: 'Component: Container (CONTAINER)' }],
      interpretation: [{ fr: 'Degré de confiance : Faible (LOW)', en: 'Confidence: Low (LOW)' }],
      photographs: [
        {
          what: { fr: 'LAB-PHOTO-1, Vue rapprochée', en: 'LAB-PHOTO-1, Close view' },
          sha256: 'f'.repeat(64),
        },
      ],
    },
  ],
  results: some(
    {
      item: { fr: 'PAX-2026-AGU-00001' },
      question: {
        fr: 'Des traces papillaires exploitables se trouvent-elles sur l’arme ?',
        en: 'Are there usable latent prints on the weapon?',
      },
      examination: { fr: 'Traces papillaires (cyanoacrylate)', en: 'Latent prints (cyanoacrylate)' },
      level: { fr: 'L2, sur le théâtre', en: 'L2, in theatre' },
      performed: { fr: '7 février 2026', en: '7 February 2026' },
      method: { fr: 'Fumigation au cyanoacrylate, 20 minutes à 80 % d’humidité', en: 'Cyanoacrylate fuming' },
      instrument: { fr: 'Enceinte DEMO-CA-2', en: 'Chamber DEMO-CA-2' },
      limits: {
        fr: 'Surface oxydée ; une absence de trace ne prouve pas une absence de contact',
        en: 'Oxidised surface',
      },
      finding: {
        fr: 'Une trace partielle de sept minuties sur le chargeur',
        en: 'One partial mark of seven minutiae on the magazine',
      },
      opinion: { fr: 'Trace insuffisante pour une identification', en: 'Insufficient for an identification' },
      resultClass: { fr: 'Non concluant', en: 'Inconclusive' },
      comparedWith: { fr: 'Néant', en: 'None' },
      traces: { fr: 'T-1 (chargeur)', en: 'T-1 (magazine)' },
      files: [{ what: { fr: 'Image brute', en: 'Raw image' }, sha256: 'c'.repeat(64) }],
    },
    {
      item: { fr: 'PAX-2026-AGU-00002' },
      question: {
        fr: 'L’arme a-t-elle tiré les douilles trouvées sur place ?',
        en: 'Did the weapon fire the cases found?',
      },
      examination: { fr: 'Comparaison de douilles', en: 'Cartridge-case comparison' },
      level: { fr: 'L2, sur le théâtre', en: 'L2, in theatre' },
      performed: { fr: '7 février 2026', en: '7 February 2026' },
      method: { fr: 'Tirs de comparaison et macroscope', en: 'Test fires and comparison microscope' },
      instrument: { fr: 'Macroscope DEMO-MC-1', en: 'Comparison microscope DEMO-MC-1' },
      limits: { fr: 'Trois tirs seulement', en: 'Three test fires only' },
      finding: { fr: 'Marques de percuteur discordantes', en: 'Firing-pin marks differ' },
      opinion: null,
      resultClass: { fr: 'Exclu', en: 'Excluded' },
      comparedWith: { fr: 'Néant', en: 'None' },
      traces: { fr: 'T-1 (chargeur)', en: 'T-1 (magazine)' },
      files: [{ what: { fr: 'Image brute', en: 'Raw image' }, sha256: 'c'.repeat(64) }],
    },
  ),
  notExamined: some({
    item: { fr: 'PAX-2026-AGU-00003' },
    why: { fr: 'hors de la demande', en: 'not in the request' },
  }),
  opened: some({
    fr: 'PAX-2026-AGU-00001 ouvert le 6 février 2026, nouveau scellé MS-009901',
    en: 'PAX-2026-AGU-00001 opened on 6 February 2026, new seal MS-009901',
  }),
  consumed: some({
    fr: 'Trois cartouches de comparaison tirées ; douilles conservées',
    en: 'Three test cartridges fired; cases kept',
  }),
  derived: some({
    item: 'PAX-2026-AGU-00009',
    parent: 'PAX-2026-AGU-00001',
    description: { fr: 'relevé de trace papillaire', en: 'lift of a latent print' },
  }),
  leads: some({
    leaf: 497,
    rows: [{ label: { fr: 'Piste', en: 'Lead' }, value: { fr: 'Réservé', en: 'Withheld' } }],
  }),
  examiner: { ...examiner, signed: at('2026-02-20T15:00') },
  reviewer: {
    ...examiner,
    grade: 'Commandant',
    capacity: { fr: 'Vérificateur technique du laboratoire', en: 'Laboratory technical reviewer' },
    signed: at('2026-02-21T10:00'),
  },
  formerVersions: some({
    version: 1,
    signed: at('2026-02-18T15:00'),
    reason: { fr: 'Faute dans le numéro de scellé', en: 'Error in the seal number' },
    sha256: 'd'.repeat(64),
  }),
  languages: { fr: 'Anglais, traduit en français', en: 'English, translated into French' },
  classification: { fr: 'NON CLASSIFIÉ', en: 'UNCLASSIFIED' },
  piece: 3,
  sha256: 'e'.repeat(64),
};
