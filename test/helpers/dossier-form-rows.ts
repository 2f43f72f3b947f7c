/** A row of a form of domain.md (d): in which part of the paper it stands, and what of the log it must say there, in French. */
export type FormRow = readonly [form: 'D6' | 'D7', row: string, values: Said];

type Said = Readonly<Partial<Record<keyof typeof parts, readonly string[]>>>;

/** The parts of the paper by how they begin, in their order. */
const parts = {
  letter: 'Lettre de transmission Letter of transmission',
  nature: "Ce qu'est ce dossier, et ce qu'il n'est pas",
  facts: 'Exposé des faits par ceux qui les ont constatés',
  pieces: 'Bordereau de pièces Schedule of pieces',
  exhibits: 'Tableau des scellés et objets',
  custody: 'Continuité de la preuve',
  album: 'Planche photographique',
  certificates: 'Certificats de sécurité',
  decision: "Décision d'autorisation de remise Legal clearance",
  defects: 'Défauts et réserves connus',
  redactions: 'Passages et pièces retirés',
  witnesses: 'Personnes pouvant témoigner',
  handover: 'Procès-verbal de remise Record of handover',
  checking: 'Annexe : comment vérifier ce dossier',
} as const;

/** What of a row's values the paper does not say in its part; a part that is not there says nothing. */
export function missingFrom(text: string, said: Said): readonly string[] {
  const starts = Object.values(parts).map(title => text.indexOf(title));
  return Object.entries(said).flatMap(([name, values]) => {
    const at = Object.keys(parts).indexOf(name);
    const until = starts.slice(at + 1).find(start => start > 0) ?? text.length;
    const part = text.slice(starts[at] ?? text.length, until);
    return values.filter(value => value === '' || !part.includes(value));
  });
}

const signedAlone = ' : l’empreinte en est signée, le contenu n’est pas communiqué';
const withheld = `Réservé${signedAlone}`;

/** Form D6, as the test decided it; `file` (hexadecimal) is the one of which something is taken out. */
export function rowsOfClearance(file: string, heads: readonly string[]): readonly FormRow[] {
  return [
    [
      'D6',
      'Clearance no., requested by, date',
      {
        decision: [
          'Numéro DEMO-RELEASE-9',
          "Autorisation demandée par Officier chargé de l'affaire (",
          'Rendue le 2 avril 2021 à ',
        ],
      },
    ],
    [
      'D6',
      'Recipient (authority, unit, person, capacity), request ref',
      {
        letter: ['Destinataire Addressee DEMO-NATIONAL-BRIGADE OPJ'],
        decision: [
          'Signataire OPJ',
          'Personne destinataire Non désignée par son nom',
          'Demande Réquisition n° DEMO-REQUISITION-1, 1er avril 2021',
          'Objet de la demande DEMO : les pièces de l’attaque',
        ],
      },
    ],
    [
      'D6',
      'Purpose and proceedings, offence, article',
      {
        decision: [
          'Objet et procédure DEMO',
          'Procédure DEMO-PROCEEDINGS-1',
          'Infraction DEMO : attaque armée contre un camp de la Mission',
          'Article de loi Non précisé',
        ],
      },
    ],
    [
      'D6',
      'Mandate basis',
      { decision: ['Fondement dans le mandat DEMO : appui aux autorités judiciaires nationales'] },
    ],
    [
      'D6',
      'Content list with hash',
      {
        decision: [
          '(DEMO-JMAC-2021-1)',
          '(DEMO-STATEMENT-2021-1)',
          ...heads.map(head => `historique ${head}`),
        ],
      },
    ],
    [
      'D6',
      'Privileges and immunities',
      {
        decision: [
          'DEMO-DOCUMENTS-1',
          `Personnel concerné ${withheld}`,
          "Levée d'immunité nécessaire Oui",
          "Levée d'immunité DEMO-WAIVER-1 ; 30 mars 2021 ; DEMO-LEGAL-COUNSEL",
          'Réserve DEMO : sans préjudice',
        ],
      },
    ],
    [
      'D6',
      'HRDDP: ref, risk, mitigation, review date',
      {
        decision: [
          "Référence de l'évaluation DEMO-HRDDP-1",
          `Risque constaté ${withheld}`,
          `Mesures d'atténuation ${withheld} À réexaminer le 31 décembre 2021`,
        ],
      },
    ],
    [
      'D6',
      'Death penalty',
      {
        decision: [
          "Encourue pour l'infraction Oui",
          "Dans le droit de l'État Prévue en droit, exécutions suspendues par moratoire",
          `par moratoire Fondement ${withheld}`,
          'Assurance de non-application DEMO-ASSURANCE-1, 1er avril 2021, donnée par DEMO-MINISTRY',
          'Niveau de la décision Juriste de la Mission',
        ],
      },
    ],
    [
      'D6',
      'Torture or ill-treatment',
      {
        decision: [
          `Risque pour les suspects ${withheld} Fondement ${withheld} Mesures d'atténuation ${withheld}`,
        ],
      },
    ],
    [
      'D6',
      'Sources and witnesses',
      {
        decision: [
          `Identifiables par ce qui est remis ${withheld}`,
          `Plan de protection ${withheld}`,
          'Consentement et confidentialité respectés Oui',
        ],
      },
    ],
    ['D6', 'Originators and their consent', { decision: ['DEMO-CONTINGENT Accord donné, DEMO-CONSENT-9'] }],
    [
      'D6',
      'Personal data of third persons',
      {
        decision: [
          'Présentes Oui',
          `De qui, et lesquelles ${withheld}`,
          'Traitement réservé DEMO : noms retirés',
        ],
      },
    ],
    [
      'D6',
      'Classification now / after; downgrade by',
      {
        decision: [
          'Actuelle Strictement confidentiel',
          'Après la remise Confidentiel',
          'Déclassement DEMO-ORIGINATOR, 31 mars 2021',
        ],
      },
    ],
    [
      'D6',
      'Redactions (list)',
      {
        redactions: [
          'DEMO : nom d’un tiers, page 2',
          'Données personnelles de tiers : DEMO : étranger aux faits',
          `SHA-256 ${file}`,
          'La décision en retire une partie, et ses octets la contiennent',
        ],
      },
    ],
    [
      'D6',
      'Conditions: use, onward sharing, return, expiry',
      {
        decision: [
          'Usage : DEMO : pour cette procédure seulement',
          'Communication à des tiers : DEMO : pas de communication à des tiers',
          'Restitution : DEMO : restitution après jugement',
          'Échéance : DEMO : usage jusqu’au jugement',
        ],
      },
    ],
    [
      'D6',
      'Inputs from HR, originator, security, with date',
      {
        decision: [
          "Recueilli, Spécialiste des droits de l'homme, 2 avril 2021",
          `Autorité d'origine Il y est renoncé : réservé${signedAlone}`,
          "Protection des sources et des témoins Recueilli, Spécialiste des droits de l'homme, 2 avril 2021",
          `Sécurité Il y est renoncé : réservé${signedAlone}`,
        ],
      },
    ],
    [
      'D6',
      'Decision, reasons, by, capacity, date, valid until',
      {
        decision: [
          'Décision accordée sous conditions',
          `Motifs ${withheld}`,
          'Par DEMO legal officer, DEMO-MISSION-UNIT',
          ' au 2 mai 2021 à ',
        ],
      },
    ],
  ];
}

interface Exhibits {
  readonly numbers: readonly string[];
  readonly descriptions: readonly string[];
  readonly seals: readonly string[];
  readonly events: readonly string[];
  readonly photographs: readonly string[];
}

/** Form D7. */
export function dossierRows({
  numbers,
  descriptions,
  seals,
  events,
  photographs,
}: Exhibits): readonly FormRow[] {
  return [
    [
      'D7',
      'Addressee',
      { letter: ['Destinataire Addressee DEMO-NATIONAL-BRIGADE OPJ', 'Réquisition n° DEMO-REQUISITION-1'] },
    ],
    [
      'D7',
      'Cover letter, clearance no., conditions',
      {
        letter: [
          'Usage : DEMO : pour cette procédure seulement',
          'DEMO-RELEASE-9, accordée sous conditions',
          "J'ai l'honneur de vous transmettre",
        ],
      },
    ],
    [
      'D7',
      'Type: originals / copies / summary',
      { nature: ["Remise d'originaux et de copies.", "ne sont pas identiques à l'original"] },
    ],
    [
      'D7',
      'Statement of facts by persons who saw them',
      {
        facts: [
          "DEMO : j'ai vu les pièces à leur place et je les ai numérotées.",
          "DEMO chef de l'équipe, DEMO-MISSION-UNIT",
          'l’a vu, l’a trouvé',
        ],
      },
    ],
    [
      'D7',
      'Numbered list of pieces',
      { pieces: [...descriptions, ...photographs.map(sha256 => `SHA-256 ${sha256}`)] },
    ],
    [
      'D7',
      'Table of exhibits',
      {
        exhibits: [
          ...[...numbers, ...descriptions, '1 pièce'],
          ...seals.map(seal => `${seal} – sachet à fermeture inviolable – scellé fermé – vérifié, intact`),
          'Armes à feu – arme mise en sécurité',
          'Armurerie, chambre vide, munitions dans un autre local',
        ],
      },
    ],
    [
      'D7',
      'National seal no. (blank to fill)',
      { exhibits: ['N° de scellé national'], handover: ['N° de scellé national'] },
    ],
    [
      'D7',
      'Custody history per exhibit',
      { custody: [...events, 'DEMO-SCENE camp', 'Gardien des scellés du secteur', 'DEMO-SECTOR-STORE'] },
    ],
    ['D7', 'Photo album', { album: photographs }],
    [
      'D7',
      'Safety certificates; storage',
      {
        certificates: [
          ...numbers,
          'Certificat Arme mise en sécurité à deux',
          'Délivré le 2 avril 2021 à 07 h 19 (UTC)',
          'munitions dans un autre local',
        ],
      },
    ],
    [
      'D7',
      'Persons available as witnesses',
      {
        witnesses: [
          "Collecteur de l'équipe Weapons Intelligence",
          'Déclaration personnelle faite',
          'Sous réserve de la levée de leur immunité',
        ],
      },
    ],
    [
      'D7',
      'Place, date, hour; names, grade, capacity, unit, signature, stamp of both sides; witness',
      {
        handover: [
          'Lieu',
          'Date et heure',
          'Remis par (dépositaire)',
          'Reçu par (destinataire)',
          'Témoin n° 1',
          'Gardien des scellés du quartier général',
          'Grade',
          'Cachet',
        ],
      },
    ],
    [
      'D7',
      'Reserves and differences noted by receiver',
      { handover: ['Réserves et écarts constatés par le destinataire'] },
    ],
    [
      'D7',
      'Number of copies and who keeps each',
      { handover: ['Fait en trois exemplaires', 'Exemplaire n° 3 : Mission des Nations Unies'] },
    ],
    [
      'D7',
      'How to check it',
      {
        checking: [
          'Obtenir séparément aussi la politique du journal (policy.txt)',
          'ARCHIVE --policy policy.txt',
        ],
      },
    ],
    [
      'D7',
      'Return clause',
      {
        letter: ['Clause de restitution DEMO : restitution après jugement'],
        handover: ['Restitution : DEMO : restitution après jugement'],
      },
    ],
  ];
}
