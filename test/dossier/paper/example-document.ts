import type { DossierDocument } from '../../../src/dossier/paper/document.js';
import { at, exampleItem, some } from './example-item.js';
import { exampleReport } from './example-report.js';

/** A dossier in which every section says something; `photographs` per item are hashes of originals. */
export function exampleDocument(
  items = 3,
  photographs: (index: number) => readonly string[] = () => [],
): DossierDocument {
  const giver = {
    name: null,
    grade: null,
    capacity: { fr: 'Gardien des scellés du quartier général', en: 'Headquarters evidence custodian' },
    unit: { fr: 'UNPOL, dépôt des scellés', en: 'UNPOL, evidence store' },
  };
  return {
    number: 'DOS-2026-0003',
    version: 2,
    supplements: {
      number: 'DOS-2026-0001',
      version: 1,
      adds: { fr: 'Ajoute le rapport de laboratoire', en: 'Adds the laboratory report' },
    },
    origin: 'demo.scelle.example/log',
    demonstration: true,
    classification: { fr: 'NON CLASSIFIÉ', en: 'UNCLASSIFIED' },
    caveats: [{ fr: 'RÉSERVÉ À L’ENQUÊTE', en: 'INVESTIGATION' }],
    date: { at: '2026-03-01T09:30:15Z', precision: 'SECOND' },
    piecesHash: '0123456789abcdef'.repeat(4),
    caseReference: '260120 complex attack, Aguelhok',
    subject: {
      fr: 'Attaque du camp de la Mission à Aguelhok, 20 janvier 2026',
      en: 'Attack on the Mission camp at Aguelhok, 20 January 2026',
    },
    addressee: {
      authority: {
        fr: 'Parquet du pôle judiciaire spécialisé',
        en: 'Prosecution office of the specialised judicial pole',
      },
      person: null,
      capacity: { fr: 'Monsieur le procureur de la République', en: 'The public prosecutor' },
      place: { fr: 'Bamako', en: 'Bamako' },
    },
    sender: {
      office: {
        fr: 'Mission des Nations Unies – Bureau des affaires juridiques',
        en: 'United Nations Mission – Legal Affairs Office',
      },
      place: { fr: 'Bamako', en: 'Bamako' },
      signatory: {
        name: null,
        grade: null,
        capacity: { fr: 'Juriste de la Mission', en: 'Legal officer' },
        unit: { fr: 'Bureau des affaires juridiques', en: 'Legal Affairs Office' },
      },
    },
    letter: [
      {
        fr: 'Ces pièces font suite à votre réquisition citée en référence.',
        en: 'These pieces answer your request cited above.',
      },
    ],
    nature: {
      kind: 'MIXED',
      statements: [
        {
          fr: 'Les armes sont remises en original ; les photographies sont des copies conformes octet pour octet.',
          en: 'The arms are handed over in the original; the photographs are copies, identical byte for byte.',
        },
      ],
    },
    decision: {
      number: 'LEG-2026-0042',
      outcome: { fr: 'Accordée sous conditions', en: 'Granted with conditions' },
      decided: at('2026-02-25T16:40'),
      by: {
        name: null,
        grade: null,
        capacity: { fr: 'Chef de la Mission ou son délégué', en: 'Head of Mission or delegate' },
        unit: { fr: 'Cabinet', en: 'Front office' },
      },
      validFrom: at('2026-02-26T00:00', 'DAY'),
      validUntil: at('2026-05-26T00:00', 'DAY'),
      requestReference: { fr: 'Réquisition n° 0117/PJS', en: 'Judicial request no. 0117/PJS' },
      requested: at('2026-02-12T00:00', 'DAY'),
      purpose: { fr: 'Information ouverte contre X', en: 'Judicial investigation against unknown' },
      offence: {
        fr: 'Assassinat et participation à un groupement terroriste',
        en: 'Murder and membership of a terrorist group',
      },
      reasons: {
        fr: 'Les quatre conditions du partage sont remplies selon le décideur',
        en: 'The four conditions of sharing are met in the judgement of the decider',
      },
      parts: [
        {
          title: { fr: 'Appréciation', en: 'Assessment' },
          rows: [
            {
              label: { fr: 'Fondement du mandat', en: 'Mandate basis' },
              value: { fr: 'Appui à la justice malienne', en: 'Support to Malian justice' },
            },
            {
              label: { fr: 'Privilèges et immunités', en: 'Privileges and immunities' },
              value: {
                fr: 'Sans préjudice ; aucune levée demandée',
                en: 'Without prejudice; no waiver asked',
              },
            },
            {
              label: { fr: 'Peine de mort', en: 'Death penalty' },
              value: {
                fr: 'Assurance diplomatique n° DEMO-AS-9 du 20 février 2026',
                en: 'Diplomatic assurance no. DEMO-AS-9 of 20 February 2026',
              },
            },
            {
              label: { fr: 'Diligence voulue', en: 'Due diligence' },
              value: {
                fr: 'Évaluation DEMO-HR-3 de la brigade, à revoir le 1er juin 2026',
                en: 'Assessment DEMO-HR-3 of the brigade, review on 1 June 2026',
              },
            },
            {
              label: { fr: 'Risque de torture', en: 'Torture risk' },
              value: { fr: 'Faible, visites convenues', en: 'Low, visits agreed' },
            },
            {
              label: { fr: 'Sources et consentement', en: 'Sources and consent' },
              value: { fr: 'Aucune source identifiable', en: 'No identifiable source' },
            },
            {
              label: { fr: 'Accord des détenteurs de l’information', en: 'Originators’ consent' },
              value: {
                fr: 'Contingent : accord du 22 février 2026',
                en: 'Contingent: consent of 22 February 2026',
              },
            },
            {
              label: { fr: 'Données personnelles', en: 'Personal data' },
              value: { fr: 'Retirées de la pièce n° 1', en: 'Taken out of piece no. 1' },
            },
            {
              label: { fr: 'Avis recueillis', en: 'Inputs' },
              value: {
                fr: 'Droits de l’homme, 23 février 2026 ; sécurité, 24 février 2026',
                en: 'Human rights, 23 February 2026; security, 24 February 2026',
              },
            },
            {
              label: { fr: 'Classification après remise', en: 'Classification after release' },
              value: { fr: 'NON CLASSIFIÉ', en: 'UNCLASSIFIED' },
            },
          ],
        },
      ],
      contents: some({
        number: 2,
        title: { fr: 'Fusil d’assaut PAX-2026-AGU-00001', en: 'Assault rifle PAX-2026-AGU-00001' },
        nature: 'ORIGINAL',
        head: 'EVT0034abcdefghijklmnopqrstuvwxyz0123456789',
        files: ['1'.repeat(64)],
        copiesOf: [],
      }),
      conditions: some(
        { fr: 'Usage limité à la procédure citée', en: 'Use limited to the proceedings named' },
        {
          fr: 'Aucune communication à un autre service sans accord',
          en: 'No onward sharing without agreement',
        },
      ),
      returnClause: {
        fr: 'Les armes sont restituées à la Mission après jugement définitif',
        en: 'The arms return to the Mission after final judgment',
      },
      receipt: 'demo.scelle.example/log\n512\nEVT0512abcdefghijklmnopqrstuvwxyz0123456789',
      event: 'EVT0512abcdefghijklmnopqrstuvwxyz0123456789',
    },
    facts: some({
      piece: 4,
      known: { fr: 'L’a vu', en: 'Saw it' },
      by: {
        name: null,
        grade: 'Adjudant',
        capacity: { fr: "Chef de l'équipe Weapons Intelligence", en: 'Weapons Intelligence team leader' },
        unit: { fr: 'FORCE WIT 2', en: 'FORCE WIT 2' },
      },
      stated: at('2026-01-20T07:40'),
      entered: at('2026-01-20T12:15'),
      text: {
        fr: 'J’ai vu trois fusils posés contre le mur nord du bâtiment.\nJe les ai photographiés avant d’y toucher.',
      },
      event: 'EVT0033abcdefghijklmnopqrstuvwxyz0123456789',
      marks: [
        { fr: 'Dérogation au verrou GATE-1 : tir en cours', en: 'Override of GATE-1: firing going on' },
      ],
    }),
    pieces: some(
      {
        number: 1,
        title: { fr: 'Procès-verbal de constatations', en: 'Record of findings' },
        nature: 'COPY',
        pages: 4,
        sha256: '1'.repeat(64),
        head: null,
        file: `data/file/${'1'.repeat(64)}`,
        copyOf: null,
        isObject: false,
      },
      {
        number: 2,
        title: { fr: 'Fusil d’assaut PAX-2026-AGU-00001', en: 'Assault rifle PAX-2026-AGU-00001' },
        nature: 'ORIGINAL',
        pages: null,
        sha256: null,
        head: 'EVT0034abcdefghijklmnopqrstuvwxyz0123456789',
        file: null,
        copyOf: null,
        isObject: true,
      },
      {
        number: 3,
        title: { fr: "Rapport d'examen RAP-2026-0011", en: 'Laboratory report RAP-2026-0011' },
        nature: 'SUMMARY',
        pages: 7,
        sha256: 'e'.repeat(64),
        head: null,
        file: `data/file/${'e'.repeat(64)}`,
        copyOf: null,
        isObject: false,
      },
    ),
    items: {
      entries: Array.from({ length: items }, (_, n) => exampleItem(n + 1, photographs(n + 1))),
      whenNone: { fr: 'Ce dossier ne remet aucun objet.', en: 'This dossier hands over no object.' },
    },
    reports: some(exampleReport),
    storageInstructions: some({
      fr: 'Armes à feu : chambre vide, culasse ouverte, munitions dans un autre local.',
      en: 'Firearms: chamber empty, bolt open, ammunition in another room.',
    }),
    defects: some({
      item: 'PAX-2026-AGU-00001',
      kind: { fr: 'Scellé altéré', en: 'Damaged seal' },
      what: {
        fr: 'MS-008801 trouvé déchiré à Bamako, écart DIS-2026-0004 ouvert',
        en: 'MS-008801 found torn at Bamako, discrepancy DIS-2026-0004 open',
      },
      at: at('2026-02-04T11:45'),
    }),
    redactions: some({
      where: { fr: 'Pièce n° 1, page 2', en: 'Piece no. 1, page 2' },
      file: '1'.repeat(64),
      what: { fr: 'Nom d’un témoin', en: 'Name of a witness' },
      why: { fr: 'Consentement limité à la Mission', en: 'Consent limited to the Mission' },
    }),
    witnesses: some({
      capacity: { fr: "Chef de l'équipe Weapons Intelligence", en: 'Weapons Intelligence team leader' },
      unit: { fr: 'FORCE WIT 2', en: 'FORCE WIT 2' },
      about: { fr: 'La découverte et le placement sous scellés', en: 'Discovery and sealing' },
    }),
    handover: {
      number: null,
      place: null,
      at: null,
      giver,
      receiver: {
        name: null,
        grade: null,
        capacity: { fr: 'Officier de police judiciaire', en: 'Judicial police officer' },
        unit: { fr: 'Brigade d’investigation spécialisée', en: 'Specialised investigation brigade' },
      },
      witnesses: [
        { ...giver, capacity: { fr: "Officier chargé de l'affaire", en: 'Case officer' } },
        { name: null, grade: null, capacity: { fr: '' }, unit: { fr: '' } },
      ],
      copies: [
        { fr: 'parquet du pôle judiciaire spécialisé', en: 'prosecution office' },
        { fr: 'brigade d’investigation spécialisée', en: 'investigation brigade' },
        { fr: 'Mission des Nations Unies', en: 'United Nations Mission' },
      ],
      nationalReferences: ['PV n° 0231/BIS'],
    },
    checking: {
      bag: 'DOS-2026-0003-v2.zip',
      size: 1815,
      root: 'ROOTabcdefghijklmnopqrstuvwxyz0123456789ABCD=',
      logKey: 'demo.scelle.example/log+0f1e2d3c+AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=',
      verifiers: [
        {
          name: 'scelle-verify.html',
          sha256: 'f'.repeat(64),
          obtain: {
            fr: 'Remis séparément sur support scellé, et publié par la Mission',
            en: 'Handed over apart on a sealed medium, and published by the Mission',
          },
        },
      ],
      notProven: some(
        { fr: 'Que les déclarations signées soient exactes', en: 'That the signed statements are true' },
        {
          fr: "Que l'heure inscrite soit juste au-delà de l'horodatage",
          en: 'That the time entered is right beyond the time-stamp',
        },
      ),
    },
  };
}
