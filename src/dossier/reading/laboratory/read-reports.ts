import { memberOf, objectsOf, type ReportEvent, textOf } from '../../../audit/report/report-event.js';
import { evidenceNumber } from '../../../custody/evidence/number.js';
import type { EvidenceState } from '../../../custody/evidence/state.js';
import { matchedKinds, reportLanguages, resultClasses } from '../../../custody/vocabulary/laboratory.js';
import { confidences } from '../../../custody/vocabulary/marks.js';
import { classificationLevels } from '../../../custody/vocabulary/sensitivity.js';
import { inWordsAndCode } from '../../../custody/vocabulary/told.js';
import type { JsonObject, JsonValue } from '../../../log/index.js';
import type { LaboratoryReport } from '../../paper/laboratory-report.js';
import { colon, joined } from '../../paper/print/told.js';
import type { Bilingual, Moment, Signatory } from '../../paper/words.js';
import { coded, nothing, said } from '../clearance/said.js';
import type { DossierReading } from '../dossier-reading.js';
import { occurredIn, receivedAt } from '../moments.js';
import { asWritten, type People } from '../people.js';
import { itemNames, type NameItem } from './item-names.js';
import { leadsIn } from './of-leads.js';
import { deviceDetailOf, recordsOf } from './of-record.js';
import { receptionOf, requestOf } from './of-request.js';
import { consumedIn, notExaminedIn, openedIn, resultsOf, withheldFinding } from './of-results.js';
import { idOf, type ReleasedReport, resultsIn, toldIn } from './released-report.js';

/** The laboratory reports among the pieces, whole, in the rows of form D5 (RQ-50 to RQ-54). */
export async function reportsOf(
  reading: DossierReading,
  reports: readonly ReleasedReport[],
  people: People,
): Promise<readonly LaboratoryReport[]> {
  const read: LaboratoryReport[] = [];
  for (const report of reports) read.push(await reportOf(reading, report, people));
  return read;
}

async function reportOf(
  reading: DossierReading,
  report: ReleasedReport,
  people: People,
): Promise<LaboratoryReport> {
  const { state, version, former, piece } = report;
  const { body } = version.event;
  const results = resultsIn(report);
  const named = itemNames(reading.request);
  return {
    laboratoryNumber: state.laboratoryNumber ?? '–',
    reportNumber: textOf(body.report),
    version: Number(textOf(body.version)),
    request: await requestOf(reading, report, named),
    received: receptionOf(report),
    quality: said(body.quality),
    summary: toldIn(body, 'summary') ?? withheldFinding,
    deviceDetail: deviceDetailOf(body.deviceDetail),
    results: { entries: resultsOf(report, results, named), whenNone: nothingExamined },
    records: recordsOf(results, named),
    notExamined: { entries: notExaminedIn(results, named), whenNone: allExamined },
    opened: { entries: openedIn(results, named), whenNone: nothing },
    consumed: { entries: consumedIn(results, named), whenNone: nothing },
    derived: { entries: await derivedIn(reading, results), whenNone: nothing },
    comparisons: { entries: comparisonsIn(report, named), whenNone: nothing },
    leads: { entries: leadsIn(report, named), whenNone: nothing },
    examiner: { ...signatoryOf(version, textOf(body.capacity), people), signed: momentOf(version) },
    reviewer: reviewerOf(report, people),
    formerVersions: {
      entries: former.map((one, position) => ({
        version: Number(textOf(one.event.body.version)),
        signed: momentOf(one),
        reason: changeIn(former[position + 1] ?? version),
        sha256: null,
      })),
      whenNone: noFormer,
    },
    languages: languagesIn(body.languages),
    classification: coded(classificationLevels, memberOf(body, 'classification').level),
    piece: piece.number,
    sha256: null,
  };
}

/** French, English: by the words of the codes. */
function languagesIn(codes: JsonValue | undefined): Bilingual {
  if (!Array.isArray(codes)) return { fr: '–' };
  return inWordsAndCode(reportLanguages)(codes.map(textOf).join(', '));
}

/** SD-3: who countersigned as reviewer. */
function reviewerOf({ piece, version }: ReleasedReport, people: People): LaboratoryReport['reviewer'] {
  const signed = piece.history.countersigned.get(version.event.eventId) ?? [];
  const review = signed.find(({ event }) => textOf(event.body.as) === 'reviewer');
  if (review === undefined) return null;
  const capacity = textOf(version.event.body.reviewerCapacity);
  return { ...signatoryOf(review, capacity, people), signed: momentOf(review) };
}

function signatoryOf({ event }: ReportEvent, capacity: string, people: People): Signatory {
  const signer = people.signatory(event.actor);
  return capacity === '' ? signer : { ...signer, capacity: joined([asWritten(capacity), signer.capacity]) };
}

function momentOf({ event, receivedAt: received }: ReportEvent): Moment {
  return occurredIn(event.body.occurred) ?? receivedAt(received);
}

/** E34: what the next version changed, and why. */
function changeIn({ event: { body } }: ReportEvent): Bilingual {
  const { what, why } = memberOf(body, 'change');
  return joined([said(what), said(why)]);
}

/** RQ-02: items taken from the items of the report; of one that does not go along the number alone. */
async function derivedIn(
  { states, request }: DossierReading,
  results: readonly ReportEvent[],
): Promise<LaboratoryReport['derived']['entries']> {
  const taken = results.flatMap(({ event: { subject, body } }) =>
    (Array.isArray(body.derived) ? body.derived.map(textOf) : []).map(id => ({ id, parent: idOf(subject) })),
  );
  const known = await states(taken.map(({ id }) => `evidence/${id}`));
  return taken.map(({ id, parent }) => {
    const subject = `evidence/${id}`;
    const state = known.get(subject) as EvidenceState | undefined;
    const goes = state !== undefined && request.pieces.includes(subject);
    return {
      item: evidenceNumber(id),
      parent: evidenceNumber(parent),
      description: goes ? state.description : stays,
    };
  });
}

/** V7: items compared from case to case; never more than what two officers state of them. */
function comparisonsIn({ acts, compared }: ReleasedReport, named: NameItem): readonly Bilingual[] {
  return acts
    .filter(({ event }) => event.type === 'examination.traces-matched')
    .map(({ event: { eventId, body } }) =>
      joined([
        comparedItems(
          body,
          compared.filter(({ event }) => textOf(event.body.group) === eventId),
          named,
        ),
        inWordsAndCode(resultClasses)(textOf(body.result)),
        toldIn(body, 'statement') ?? withheldFinding,
        said(body.method),
        said(body.limits),
        joined([confidence, inWordsAndCode(confidences)(textOf(body.confidence))], colon),
      ]),
    );
}

/** Each item, with what was compared where the item's own history goes along. */
function comparedItems({ items }: JsonObject, lines: readonly ReportEvent[], named: NameItem): Bilingual {
  const told = objectsOf(items).map(({ subject }) => {
    const line = lines.find(({ event }) => event.subject === textOf(subject));
    const item = named(idOf(textOf(subject)));
    if (line === undefined) return item;
    const { kind, reference } = line.event.body;
    return joined([item, joined([inWordsAndCode(matchedKinds)(textOf(kind)), said(reference)], ' ')], colon);
  });
  return joined(told, ', ');
}

const confidence: Bilingual = { fr: 'Degré de confiance', en: 'Confidence' };

const nothingExamined: Bilingual = { fr: "Aucune pièce n'a été examinée.", en: 'No item was examined.' };
const allExamined: Bilingual = {
  fr: 'Toutes les pièces du rapport ont été examinées, par tous les examens demandés.',
  en: 'Every item of the report was examined, by every examination that was asked for.',
};
const stays: Bilingual = {
  fr: "n'est pas une pièce de ce dossier",
  en: 'is no piece of this dossier',
};
const noFormer: Bilingual = { fr: 'Aucune : première version', en: 'None: this is the first version' };
