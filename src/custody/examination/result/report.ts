import { ClassificationOfItem, classificationFrom } from '../../evidence/record/classification.js';
import { checkNotLoosened } from '../../evidence/record/reclassification.js';
import type { Classification } from '../../evidence/state.js';
import type { Act, Circumstances, PlacedAct } from '../../rule.js';
import {
  Code,
  Count,
  Exactly,
  Line,
  List,
  Nullable,
  Prose,
  type Static,
  type TSchema,
  words,
} from '../../schema/described.js';
import { groupMembers } from '../../schema/group.js';
import { File } from '../../schema/identifiers.js';
import { actMembers } from '../../schema/occurrence.js';
import { WithheldOfReport, Withholdable } from '../../schema/withheld.js';
import { refuseIf, type Violation } from '../../violation.js';
import { reportLanguages } from '../../vocabulary/laboratory.js';
import { classificationLevels } from '../../vocabulary/sensitivity.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import { checkOfLaboratory } from '../checks/laboratory.js';
import { checkExaminerAndReviewer } from '../checks/reviewer.js';
import { type ExaminationState, hasReported, idsOf, type ReportVersion } from '../state.js';

/** How a device is made is for few: it is committed to, and shown where withheld claims are. */
const DeviceDetail = Exactly({
  text: Prose('Construction of the device in detail', "Construction détaillée de l'engin"),
  files: List(File('File', 'Fichier'), 'Files', 'Fichiers', { max: 60 }),
});

const Summary = Exactly(
  {
    en: Prose('In English', 'En anglais'),
    fr: Prose('In French', 'En français'),
  },
  words('Summary of the findings', 'Synthèse des constatations'),
);

function membersWith<SummaryOfForm extends TSchema>(summary: SummaryOfForm) {
  return {
    ...actMembers,
    ...groupMembers,
    report: Line('Number of the report', 'Numéro du rapport', 60),
    version: Count('Version', 'Version', { min: 1, max: 1000 }),
    languages: List(
      Code(codesOf(reportLanguages), 'Language', 'Langue'),
      'Languages it was written in',
      'Langues de rédaction',
      { min: 1, max: 2 },
    ),
    classification: ClassificationOfItem,
    capacity: Line('Function of the examiner', "Fonction de l'examinateur", 200),
    reviewerCapacity: Line('Function of the technical reviewer', 'Fonction du vérificateur technique', 200),
    quality: Prose(
      'Under what quality system, accredited or not',
      'Sous quel système qualité, accrédité ou non',
      1000,
    ),
    summary,
    deviceDetail: Nullable(
      Withholdable(DeviceDetail, 'Construction of the device in detail', "Construction détaillée de l'engin"),
    ),
  } as const;
}

/** Members of a report, whichever version it is (D5, RQ-08, RQ-54). What was found is told to who may read it (GATE-6). */
export const reportMembers = membersWith(
  WithheldOfReport(Summary, 'Summary of the findings', 'Synthèse des constatations'),
);

/** Form 1: the summary in the clear. */
export const reportMembersInClear = membersWith(Summary);

const anyReport = Exactly(reportMembers);
type Report = Static<typeof anyReport>;

/** E33, E34, SD-3: of the laboratory, by its examiner, reviewed by another, in the version that is next. */
export function checkReport(
  state: ExaminationState,
  act: Act<Report>,
  circumstances: Circumstances,
  expected: number,
): readonly Violation[] {
  const { report, version } = act.body;
  return [
    ...checkOfLaboratory(state, act, circumstances),
    ...checkExaminerAndReviewer(state, act, circumstances),
    ...refuseIf(version !== expected, 'examination.version', '/body/version', {
      report,
      version: String(version),
      expected: String(expected),
    }),
    ...checkReportLoosensNothing(state, act),
  ];
}

/** GATE-9: a later version takes no limit of the originator away; a classification with his consent does (V6). */
function checkReportLoosensNothing(
  state: ExaminationState,
  { body: { classification } }: Act<Report>,
): readonly Violation[] {
  if (!hasReported(state)) return [];
  const { originator } = state.classification;
  const loosened = checkNotLoosened(state.classification, { classification, originatorConsent: null });
  return refuseIf(loosened.length > 0, 'examination.loosened-by-report', '/body/classification', {
    originator,
  });
}

/** 0: no report of that number stands in this examination. */
export function lastVersion({ reports }: ExaminationState, report: string): number {
  return Math.max(0, ...reports.filter(known => known.report === report).map(({ version }) => version));
}

/** A later version loosens nothing: neither the level nor a limit on who may get it (V6). */
function stricter(known: Classification | undefined, issued: Classification): Classification {
  if (known === undefined) return issued;
  const levels = codesOf(classificationLevels);
  const isLess = levels.indexOf(known.level) > levels.indexOf(issued.level);
  const caveats = [...new Set([...known.caveats, ...issued.caveats])];
  return { ...(isLess ? known : issued), caveats };
}

/** The examination with one more version of a report; every other stays. */
export function withReport(
  state: ExaminationState,
  act: PlacedAct<Report>,
  change: ReportVersion['change'],
  { countersigners }: Circumstances,
): ExaminationState {
  const { report, version, occurred, capacity, reviewerCapacity, languages, classification, items } =
    act.body;
  const reviewer = countersigners.find(({ as }) => as === 'reviewer');
  const issued: ReportVersion = {
    report,
    version,
    event: act.eventId,
    at: occurred.at,
    examiner: act.actor.officer,
    examinerRole: act.actor.role,
    capacity,
    reviewer: reviewer?.officer ?? null,
    reviewerRole: reviewer?.role ?? null,
    reviewerCapacity,
    languages,
    classification: classificationFrom(classification),
    items: idsOf(items),
    change,
  };
  // A consent is to what its originator knew: not to a version that came later.
  const { originatorConsent: _before, ...rest } = state;
  return {
    ...rest,
    reports: [...state.reports, issued],
    classification: stricter(state.classification, issued.classification),
  };
}
