import type { Text } from '../../../custody/text.js';
import type { FileByHash, ItemRecord, ItemResult, LaboratoryReport, Lead } from '../laboratory-report.js';
import type { Bilingual, Moment, Section, Signatory } from '../words.js';
import type { Block, Said } from './block.js';
import {
  colon,
  facts,
  heading,
  joined,
  moment,
  paragraph,
  rowsOf,
  same,
  signatory,
  unlessEmpty,
} from './told.js';

type Line = readonly [Text, Bilingual | readonly Said[]];

/** Laboratory results, a report after the other, in the rows of form D5 (RQ-50 to RQ-55). */
export function laboratoryReport(report: LaboratoryReport): readonly Block[] {
  return [
    {
      kind: 'heading',
      level: 2,
      text: {
        fr: `Rapport d'examen n° ${report.reportNumber}, version ${report.version}`,
        en: 'Laboratory report',
      },
    },
    facts([
      [{ fr: 'N° du laboratoire', en: 'Laboratory no.' }, same(report.laboratoryNumber)],
      ...pieceLine(report),
      ...requestLines(report),
      ...receptionLines(report),
      [{ fr: 'Système qualité', en: 'Quality system' }, report.quality],
      [{ fr: 'Synthèse', en: 'Summary' }, report.summary],
      [
        { fr: "Construction détaillée de l'engin", en: 'Construction of the device in detail' },
        report.deviceDetail,
      ],
      [{ fr: 'Langue', en: 'Language' }, report.languages],
      [{ fr: 'Classification', en: 'Classification' }, report.classification],
    ]),
    ...unlessEmpty(report.results, results => results.flatMap(resultOf)),
    ...report.records.flatMap(recordOf),
    heading(3, 'Objets non examinés', 'Items not examined'),
    ...unlessEmpty(report.notExamined, entries => [
      { kind: 'list', entries: entries.map(({ item, why }) => [joined([item, why], colon)]) },
    ]),
    ...listed('Ouvertures et scellés reconstitués', 'Items opened and resealed', report.opened),
    ...listed('Consommé ou altéré, résidus', 'Consumed or altered, residues', report.consumed),
    heading(3, 'Pièces dérivées', 'Derived exhibits'),
    ...unlessEmpty(report.derived, entries => [
      {
        kind: 'list',
        entries: entries.map(({ item, parent, description }) => [
          joined([{ fr: `${item} (de ${parent})`, en: `${item} (of ${parent})` }, description], colon),
        ]),
      },
    ]),
    ...listed('Rapprochements entre affaires', 'Comparisons from case to case', report.comparisons),
    heading(3, 'Pistes', 'Leads'),
    ...unlessEmpty(report.leads, leads => [leadIsNoResult, ...leads.map(leadOf)]),
    heading(3, 'Signatures et versions', 'Signatures and versions'),
    facts([
      [{ fr: 'Examinateur', en: 'Examiner' }, signedBy(report.examiner)],
      [
        { fr: 'Vérificateur technique', en: 'Technical reviewer' },
        report.reviewer === null
          ? {
              fr: "AUCUNE VÉRIFICATION : le rapport n'est signé que par l'examinateur.",
              en: 'NOT REVIEWED: the report is signed by the examiner alone.',
            }
          : signedBy(report.reviewer),
      ],
      ...versionLines(report),
    ]),
  ];
}

function pieceLine({ piece, sha256 }: LaboratoryReport): readonly Line[] {
  return [
    ...(piece === null ? [] : ([[{ fr: 'Pièce n°', en: 'Piece no.' }, same(String(piece))]] as const)),
    ...(sha256 === null
      ? []
      : ([
          [{ fr: 'Empreinte du rapport', en: 'Hash of the report' }, [{ exact: `SHA-256 ${sha256}` }]],
        ] as const)),
  ];
}

function requestLines({ request }: LaboratoryReport): readonly Line[] {
  return [
    [{ fr: 'Service demandeur', en: 'Requesting unit' }, request.unit],
    [{ fr: 'Affaire', en: 'Case' }, same(request.caseNumber)],
    [{ fr: 'Demandé le', en: 'Requested' }, moment(request.requested)],
    [{ fr: 'Contact du demandeur', en: 'Requester contact' }, request.contact],
    [{ fr: 'Infraction', en: 'Offence' }, request.offence],
    [{ fr: 'Circonstances', en: 'Circumstances' }, request.circumstances],
    [{ fr: 'Pièces et questions posées', en: 'Items and questions' }, request.questions],
    [{ fr: 'Examens et leur ordre', en: 'Examinations and their order' }, request.order],
    [{ fr: 'Examens antérieurs', en: 'Prior examinations' }, request.priorExaminations],
    [{ fr: 'Dangers et certificats', en: 'Hazards and certificates' }, request.hazards],
    [{ fr: 'Examen destructif', en: 'Destructive testing' }, request.destructive],
    ...(request.urgency === null ? [] : ([[{ fr: 'Urgence', en: 'Urgency' }, request.urgency]] as const)),
    [{ fr: 'Consignes de retour', en: 'Return instructions' }, request.returnInstructions],
  ];
}

function receptionLines({ received }: LaboratoryReport): readonly Line[] {
  return [
    [{ fr: 'Reçu le', en: 'Received' }, moment(received.at)],
    [{ fr: 'Remis par', en: 'Received from' }, received.from],
    [{ fr: 'Nombre', en: 'Count' }, received.count],
    [{ fr: 'État des scellés', en: 'Seal state' }, received.seals],
    [{ fr: 'État des objets', en: 'Condition' }, received.condition],
  ];
}

/** Finding and opinion stand apart. */
function resultOf(result: ItemResult): readonly Block[] {
  return [
    { kind: 'heading', level: 3, text: joined([result.item, result.examination]) },
    facts([
      [{ fr: 'Question posée', en: 'Question' }, result.question],
      [{ fr: 'Niveau', en: 'Level' }, result.level],
      [{ fr: 'Pratiqué le', en: 'Made on' }, result.performed],
      [{ fr: 'Méthode', en: 'Method' }, result.method],
      [{ fr: 'Instrument', en: 'Instrument' }, result.instrument],
      [{ fr: 'Limites', en: 'Limits' }, result.limits],
      [{ fr: 'Constatation', en: 'Finding' }, result.finding],
      [
        { fr: 'Avis (distinct de la constatation)', en: 'Opinion (apart from the finding)' },
        result.opinion ?? { fr: "L'examinateur n'a pas donné d'avis.", en: 'The examiner gave no opinion.' },
      ],
      [{ fr: 'Résultat', en: 'Result' }, result.resultClass],
      [{ fr: 'Comparé avec', en: 'Compared with' }, result.comparedWith],
      [{ fr: 'Traces relevées', en: 'Traces found' }, result.traces],
      ...filesOf(result),
    ]),
  ];
}

function filesOf({ files }: ItemResult): readonly Line[] {
  if (files.length === 0) return [];
  return [[{ fr: "Fichiers de l'instrument", en: 'Files of the instrument' }, byHash(files)]];
}

function byHash(files: readonly FileByHash[]): readonly Said[] {
  return files.flatMap(({ what, sha256 }): readonly Said[] => [what, { exact: `SHA-256 ${sha256}` }]);
}

/** D2, V2, V5: beside what the collector read stands what the laboratory read; what is not there is said not to be. */
function recordOf(record: ItemRecord): readonly Block[] {
  const { item, marks, headstamp, construction, interpretation, photographs } = record;
  const orNone = (lines: readonly Said[]): readonly Said[] => (lines.length === 0 ? [none] : lines);
  return [
    {
      kind: 'heading',
      level: 3,
      text: joined([item, { fr: "Relevés de l'examinateur", en: 'As recorded by the examiner' }]),
    },
    facts([
      [{ fr: 'Marquages tels que lus', en: 'Marks as read' }, orNone(marks)],
      [{ fr: 'Marquage de culot', en: 'Headstamp' }, orNone(headstamp)],
      [{ fr: "Libellés de l'engin", en: 'Labels of the device' }, orNone(construction)],
      [
        { fr: 'Interprétation des marquages', en: 'What the marks are taken to mean' },
        orNone(interpretation),
      ],
      [{ fr: 'Photographies', en: 'Photographs' }, orNone(byHash(photographs))],
    ]),
  ];
}

const leadIsNoResult = paragraph(
  "Une piste n'est pas un résultat : elle ne fait partie d'aucun rapport et reste à vérifier.",
  'A lead is no result: it is part of no report and is still to be looked into.',
);

function leadOf({ leaf, rows }: Lead): Block {
  return facts([
    [{ fr: 'Rang dans le journal', en: 'Position in the log' }, same(String(leaf))],
    ...rowsOf(rows),
  ]);
}

const none: Text = { fr: 'Néant', en: 'None' };

function listed(fr: string, en: string, section: Section<Bilingual>): readonly Block[] {
  return [
    heading(3, fr, en),
    ...unlessEmpty(section, entries => [{ kind: 'list', entries: entries.map(text => [text]) } as const]),
  ];
}

function signedBy(person: Signatory & { readonly signed: Moment }): Bilingual {
  return joined([signatory(person), moment(person.signed)], ', ');
}

function versionLines({ version, formerVersions }: LaboratoryReport): readonly Line[] {
  const former = formerVersions.entries.flatMap(({ version, signed, reason, sha256 }): readonly Said[] => [
    joined([same(`${version}`), moment(signed), reason]),
    ...(sha256 === null ? [] : [{ exact: `SHA-256 ${sha256}` }]),
  ]);
  return [
    [{ fr: 'Version', en: 'Version' }, same(String(version))],
    [
      { fr: 'Versions antérieures', en: 'Former versions' },
      former.length === 0 ? formerVersions.whenNone : former,
    ],
  ];
}
