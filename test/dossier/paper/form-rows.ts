import type { DossierDocument } from '../../../src/dossier/paper/document.js';
import type { DossierItem } from '../../../src/dossier/paper/item.js';
import type { ItemResult, LaboratoryReport } from '../../../src/dossier/paper/laboratory-report.js';

/** A mandatory row of a form of domain.md section (d), and what the document has under it. */
export type FormRow = readonly [
  form: 'D5' | 'D6' | 'D7',
  row: string,
  values: readonly (string | undefined)[],
];

/** Every mandatory row of the laboratory's result, of the decision and of the dossier, with its values. */
export function formRows(document: DossierDocument): readonly FormRow[] {
  return [
    ...document.reports.entries.flatMap(laboratoryRows),
    ...decisionRows(document),
    ...dossierRows(document),
  ];
}

function laboratoryRows(report: LaboratoryReport): readonly FormRow[] {
  const { request, received } = report;
  const each = (value: (result: ItemResult) => string | undefined) => report.results.entries.map(value);
  return [
    [
      'D5',
      'Requesting unit, case, date',
      [request.unit.fr, request.caseNumber, '5 février 2026 à 09 h 00 (UTC)'],
    ],
    ['D5', 'Requester contact', [request.contact.fr]],
    ['D5', 'Offence, short circumstances', [request.offence.fr, request.circumstances.fr]],
    [
      'D5',
      'Item list, question per item',
      [...each(({ item }) => item), ...each(({ question }) => question.fr)],
    ],
    ['D5', 'Exam types, order', [request.order.fr, ...each(({ examination }) => examination.fr)]],
    ['D5', 'Prior exams', [request.priorExaminations.fr]],
    ['D5', 'Hazards, certificates', [request.hazards.fr]],
    ['D5', 'Destructive testing', [request.destructive.fr]],
    ['D5', 'Urgency, court date', [request.urgency?.fr]],
    ['D5', 'Return instructions', [request.returnInstructions.fr]],
    [
      'D5',
      'Lab no., report no., version',
      [report.laboratoryNumber, report.reportNumber, `version ${report.version}`],
    ],
    [
      'D5',
      'Received: date, from whom, count, seal state, condition',
      [
        '6 février 2026 à 08 h 30 (UTC)',
        received.from.fr,
        received.count.fr,
        received.seals.fr,
        received.condition.fr,
      ],
    ],
    [
      'D5',
      'Items examined / not examined and why',
      report.notExamined.entries.flatMap(({ item, why }) => [item, why.fr]),
    ],
    [
      'D5',
      'Method per item, with limits',
      [
        ...each(({ method }) => method.fr),
        ...each(({ instrument }) => instrument.fr),
        ...each(({ limits }) => limits.fr),
      ],
    ],
    ['D5', 'Findings', [...each(({ finding }) => finding.fr), ...each(({ resultClass }) => resultClass.fr)]],
    ['D5', 'Opinion separate', each(({ opinion }) => opinion?.fr ?? "L'examinateur n'a pas donné d'avis.")],
    ['D5', 'Items opened, resealed, new seal no.', report.opened.entries.map(({ fr }) => fr)],
    ['D5', 'Consumed / altered, residue', report.consumed.entries.map(({ fr }) => fr)],
    [
      'D5',
      'Derived exhibits created',
      report.derived.entries.flatMap(({ item, parent, description }) => [item, parent, description.fr]),
    ],
    [
      'D5',
      'Examiner, reviewer, dates',
      [
        report.examiner.capacity.fr,
        '20 février 2026 à 15 h 00 (UTC)',
        report.reviewer?.capacity.fr,
        '21 février 2026 à 10 h 00 (UTC)',
      ],
    ],
    [
      'D5',
      'Amendments keep the former version',
      report.formerVersions.entries.flatMap(({ reason, sha256 }) => [reason.fr, sha256 ?? undefined]),
    ],
    ['D5', 'Language(s); classification', [report.languages.fr, report.classification.fr]],
  ];
}

function decisionRows({ decision, redactions, addressee }: DossierDocument): readonly FormRow[] {
  const rows = decision.parts.flatMap(part => part.rows);
  const told = (label: string) => rows.find(row => row.label.fr === label)?.value.fr;
  return [
    ['D6', 'Clearance no., date', [decision.number, '25 février 2026 à 16 h 40 (UTC)']],
    [
      'D6',
      'Recipient, request ref',
      [addressee.authority.fr, addressee.capacity.fr, decision.requestReference, '12 février 2026'],
    ],
    ['D6', 'Purpose and proceedings, offence', [decision.purpose.fr, decision.offence.fr]],
    ['D6', 'Mandate basis', [told('Fondement du mandat')]],
    ['D6', 'Privileges and immunities', [told('Privilèges et immunités')]],
    ['D6', 'HRDDP', [told('Diligence voulue')]],
    ['D6', 'Death penalty', [told('Peine de mort')]],
    ['D6', 'Torture risk', [told('Risque de torture')]],
    ['D6', 'Sources', [told('Sources et consentement')]],
    ['D6', 'Originators and their consent', [told('Accord des détenteurs de l’information')]],
    ['D6', 'Personal data of third persons', [told('Données personnelles')]],
    ['D6', 'Classification now / after release', [told('Classification après remise')]],
    ['D6', 'Redactions', redactions.entries.flatMap(({ where, what, why }) => [where.fr, what.fr, why.fr])],
    [
      'D6',
      'Conditions: use, onward sharing, return, expiry',
      [
        ...decision.conditions.entries.map(({ fr }) => fr),
        decision.returnClause?.fr,
        'du 26 février 2026 au 26 mai 2026',
      ],
    ],
    ['D6', 'Inputs', [told('Avis recueillis')]],
    [
      'D6',
      'Decision, reasons, by, capacity',
      [decision.outcome.fr, decision.reasons.fr, decision.by.capacity.fr],
    ],
  ];
}

function dossierRows(document: DossierDocument): readonly FormRow[] {
  const { handover, pieces, facts, items, witnesses } = document;
  const each = (values: (item: DossierItem) => readonly (string | undefined)[]) =>
    items.entries.flatMap(values);
  return [
    [
      'D7',
      'Addressee',
      [document.addressee.authority.fr, document.addressee.capacity.fr, document.decision.requestReference],
    ],
    ['D7', 'Cover letter, clearance no., conditions', ['Lettre de transmission', document.decision.number]],
    [
      'D7',
      'Type: originals / copies / summary',
      ["Remise d'originaux, de copies et de résumés.", ...document.nature.statements.map(({ fr }) => fr)],
    ],
    [
      'D7',
      'Statement of facts by persons who saw them',
      facts.entries.flatMap(({ text, by }) => [text.fr, by.capacity.fr, by.unit.fr]),
    ],
    [
      'D7',
      'Numbered list of pieces, each with pages/hash',
      pieces.entries.flatMap(({ title, sha256 }) => [title.fr, ...(sha256 === null ? [] : [sha256])]),
    ],
    [
      'D7',
      'Table of exhibits',
      each(({ number, description, quantity, seals, hazard, storage }) => [
        number,
        description.fr,
        quantity.fr,
        hazard.fr,
        storage.fr,
        ...seals.entries.flatMap(seal => [seal.number, seal.state.fr]),
      ]),
    ],
    ['D7', 'National seal no. (blank to fill)', ['N° de scellé national']],
    [
      'D7',
      'Custody history per exhibit',
      each(({ periods, acts }) => [
        ...periods.entries.flatMap(({ custodian, place }) => [custodian.fr, place.fr]),
        ...acts.entries.flatMap(({ what, by, event, marks }) => [
          what.fr,
          by.fr,
          event,
          ...marks.map(({ fr }) => fr),
        ]),
      ]),
    ],
    [
      'D7',
      'Photo album',
      each(({ photographs }) =>
        photographs.entries.length === 0
          ? [photographs.whenNone.fr]
          : photographs.entries.flatMap(({ caption, sha256 }) => [caption.fr, sha256]),
      ),
    ],
    [
      'D7',
      'Safety certificates; storage',
      [
        ...each(({ certificates }) =>
          certificates.entries.flatMap(({ number, finding, by }) => [
            `n° ${number}`,
            finding.fr,
            by.capacity.fr,
          ]),
        ),
        ...document.storageInstructions.entries.map(({ fr }) => fr),
      ],
    ],
    [
      'D7',
      'Persons available as witnesses',
      [
        ...witnesses.entries.flatMap(({ capacity, unit, about }) => [capacity.fr, unit.fr, about.fr]),
        'Sous réserve de la levée de leur immunité',
      ],
    ],
    [
      'D7',
      'Place, date, hour; names, grade, capacity, unit, signature, stamp',
      [
        'Lieu',
        'Date et heure',
        'Nom',
        'Grade',
        'Qualité',
        'Unité',
        'Signature',
        'Cachet',
        handover.giver.capacity.fr,
        handover.giver.unit.fr,
        handover.receiver.capacity.fr,
        handover.receiver.unit.fr,
        'Témoin n° 1',
        handover.witnesses[0]?.capacity.fr,
        'Témoin n° 2',
      ],
    ],
    [
      'D7',
      'Reserves and differences noted by receiver',
      ['Réserves et écarts constatés par le destinataire'],
    ],
    [
      'D7',
      'Number of copies and who keeps each',
      ['en trois exemplaires', ...handover.copies.map(({ fr }) => fr)],
    ],
    ['D7', 'Return clause', [document.decision.returnClause?.fr]],
  ];
}
