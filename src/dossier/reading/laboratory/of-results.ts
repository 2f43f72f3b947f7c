import { memberOf, objectsOf, type ReportEvent, textOf } from '../../../audit/report/report-event.js';
import {
  alterations,
  examinationLevels,
  examTypes,
  resultClasses,
  traceKinds,
} from '../../../custody/vocabulary/laboratory.js';
import type { JsonObject } from '../../../log/index.js';
import type { ItemResult, LaboratoryReport } from '../../paper/laboratory-report.js';
import { colon, joined, semicolon } from '../../paper/print/told.js';
import type { Bilingual } from '../../paper/words.js';
import { coded, day, nothing, said } from '../clearance/said.js';
import type { NameItem } from './item-names.js';
import { choice } from './of-request.js';
import { idOf, itemActsIn, type ReleasedReport, toldIn } from './released-report.js';

/** D5, right half, RQ-54: each examination of each item as it was made; finding and opinion apart. */
export function resultsOf(
  report: ReleasedReport,
  results: readonly ReportEvent[],
  named: NameItem,
): readonly ItemResult[] {
  const questions = new Map(
    itemActsIn(report, 'examination-requested').map(({ event: { subject, body } }) => [
      subject,
      said(body.question),
    ]),
  );
  const level = coded(examinationLevels, report.state.level);
  return results.flatMap(({ event: { subject, body } }) =>
    objectsOf(body.exams).map(exam => ({
      item: named(idOf(subject)),
      question: questions.get(subject) ?? nothing,
      level,
      ...resultOf(exam, named),
    })),
  );
}

function resultOf(exam: JsonObject, named: NameItem): Omit<ItemResult, 'item' | 'question' | 'level'> {
  const compared = Array.isArray(exam.comparedWith) ? exam.comparedWith.map(textOf) : [];
  return {
    examination: choice(examTypes, exam.type),
    performed: day(exam.performedOn),
    method: said(exam.method),
    instrument: said(exam.instrument),
    limits: said(exam.limits),
    finding: toldIn(exam, 'finding') ?? withheldFinding,
    opinion: exam.opinion === null ? null : (toldIn(exam, 'opinion') ?? withheldFinding),
    resultClass: coded(resultClasses, exam.result),
    comparedWith: compared.length === 0 ? nothing : joined(compared.map(named), ', '),
    traces: tracesIn(exam),
    files: objectsOf(exam.files).map(line => ({
      what: said(line.what),
      sha256: textOf(memberOf(line, 'file').sha256),
    })),
  };
}

function tracesIn(exam: JsonObject): Bilingual {
  const traces = objectsOf(exam.traces).map(({ reference, kind, place }) =>
    joined([said(reference), choice(traceKinds, kind), said(place)], ', '),
  );
  return traces.length === 0 ? nothing : joined(traces, semicolon);
}

/** Items that were not examined, and examinations asked for that were not made: each with its reason (GATE-5). */
export function notExaminedIn(
  results: readonly ReportEvent[],
  named: NameItem,
): LaboratoryReport['notExamined']['entries'] {
  return results.flatMap(({ event: { subject, body } }) => {
    const item = named(idOf(subject));
    const whole = textOf(body.notExamined);
    return [
      ...(whole === '' ? [] : [{ item, why: said(body.notExamined) }]),
      ...objectsOf(body.omitted).map(({ type, result, reason }) => ({
        item,
        why: joined([choice(examTypes, type), coded(resultClasses, result), said(reason)]),
      })),
    ];
  });
}

/** RQ-30: seals opened and put on anew, or why not. */
export function openedIn(results: readonly ReportEvent[], named: NameItem): readonly Bilingual[] {
  return results.map(({ event: { subject, body } }) => {
    const { opened, resealed, note } = memberOf(body, 'seals');
    return joined(
      [
        named(idOf(subject)),
        joined([
          joined([{ fr: 'scellé ouvert', en: 'seal opened' }, said(opened)], colon),
          joined([{ fr: 'nouveau scellé', en: 'new seal' }, said(resealed)], colon),
          ...(textOf(note) === '' ? [] : [said(note)]),
        ]),
      ],
      colon,
    );
  });
}

/** RQ-52, RQ-55: what was altered or used up, and what is left. */
export function consumedIn(results: readonly ReportEvent[], named: NameItem): readonly Bilingual[] {
  return results.map(({ event: { subject, body } }) => {
    const { kind, text, residue } = memberOf(body, 'alteration');
    const told = [text, residue].filter(value => textOf(value) !== '').map(value => said(value));
    return joined([named(idOf(subject)), joined([coded(alterations, kind), ...told])], colon);
  });
}

/** A finding that is not handed over: a dossier that holds the report holds it, unless it was erased since. */
export const withheldFinding: Bilingual = {
  fr: 'Réservé : non communiqué avec ce dossier',
  en: 'Withheld: not handed over with this dossier',
};
