import { objectsOf, type ReportEvent, textOf } from '../../../audit/report/report-event.js';
import { evidenceNumber } from '../../../custody/evidence/number.js';
import type { IncidentState } from '../../../custody/incident/state.js';
import type { UnitState } from '../../../custody/unit/state.js';
import { examTypes, urgencies } from '../../../custody/vocabulary/laboratory.js';
import { tellQuantity } from '../../../custody/vocabulary/quantity.js';
import { sealStatusLabels } from '../../../custody/vocabulary/seals.js';
import type { Vocabulary } from '../../../custody/vocabulary/vocabulary.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../log/index.js';
import type { LaboratoryReport } from '../../paper/laboratory-report.js';
import { colon, joined, same, semicolon } from '../../paper/print/told.js';
import type { Bilingual } from '../../paper/words.js';
import { coded, day, nothing, said } from '../clearance/said.js';
import type { DossierReading } from '../dossier-reading.js';
import { occurredIn, receivedAt } from '../moments.js';
import { asWritten } from '../people.js';
import type { NameItem } from './item-names.js';
import { idOf, itemActsIn, type ReleasedReport } from './released-report.js';

/** D5, left half: what the laboratory was asked (RQ-50). */
export async function requestOf(
  { states }: DossierReading,
  report: ReleasedReport,
  named: NameItem,
): Promise<LaboratoryReport['request']> {
  const { state, acts } = report;
  const [first] = acts;
  const body = first?.event.body ?? {};
  const [unit, incident] = [`unit/${state.requestingUnit}`, `incident/${state.incident}`];
  const known = await states([unit, incident]);
  const asked = itemActsIn(report, 'examination-requested');
  const approved = itemActsIn(report, 'destruction-approved');
  return {
    unit: asWritten((known.get(unit) as UnitState | undefined)?.name ?? '–'),
    caseNumber: (known.get(incident) as IncidentState | undefined)?.caseFile ?? '–',
    requested: occurredIn(body.occurred) ?? receivedAt(first?.receivedAt ?? 0),
    contact: said(body.contact),
    offence: said(body.offence),
    circumstances: said(body.circumstances),
    questions: byItem(asked, ({ question }) => said(question), named),
    order: byItem(asked, orderIn),
    priorExaminations: byItem(asked, ({ priorExams }) => said(priorExams)),
    hazards: byItem(asked, hazardsIn),
    destructive: approved.length === 0 ? noneApproved : byItem(approved, body => approvalIn(body, report)),
    urgency: urgencyOf(body),
    returnInstructions: said(body.returnTo),
  };
}

/** E31, RQ-51: what reception found, item by item. */
export function receptionOf(report: ReleasedReport): LaboratoryReport['received'] {
  const accepted = report.acts.filter(({ event }) => event.type === 'examination.accepted');
  const [first] = accepted;
  const found = itemActsIn(report, 'examination-accepted');
  return {
    at: occurredIn(first?.event.body.occurred) ?? receivedAt(first?.receivedAt ?? 0),
    from: joined(
      accepted.map(({ event }) => said(event.body.broughtBy)),
      semicolon,
    ),
    count: byItem(found, countIn),
    seals: byItem(found, sealsIn),
    condition: byItem(found, ({ condition, description }) => joined([said(condition), said(description)])),
  };
}

const byNumber: NameItem = id => same(evidenceNumber(id));

/** `NUMBER: …`, one item after the other. The questions, which stand first, say which of them does not go along. */
function byItem(
  acts: readonly ReportEvent[],
  tell: (body: JsonObject) => Bilingual,
  named = byNumber,
): Bilingual {
  if (acts.length === 0) return nothing;
  return joined(
    acts.map(({ event: { subject, body } }) => joined([named(idOf(subject)), tell(body)], colon)),
    semicolon,
  );
}

/** GATE-5: in the order in which they were asked for. */
function orderIn(body: JsonObject): Bilingual {
  const exams = objectsOf(body.exams).map(({ type, destructive }, position) =>
    joined(
      [
        same(`${position + 1}.`),
        choice(examTypes, type),
        ...(destructive === true ? [{ fr: '(altère la pièce)', en: '(alters the item)' }] : []),
      ],
      ' ',
    ),
  );
  return joined(exams, ', ');
}

function hazardsIn({ hazard, certificates }: JsonObject): Bilingual {
  const numbers = Array.isArray(certificates) ? certificates.map(textOf) : [];
  const told = [textOf(hazard), ...numbers].filter(text => text !== '');
  return told.length === 0 ? nothing : asWritten(told.join(', '));
}

/** E32, RQ-52: what two officers approved beforehand, each in his function. */
function approvalIn({ exam, lost, atMost, kept, group }: JsonObject, { acts }: ReleasedReport): Bilingual {
  const most = textOf(atMost);
  const act = acts.find(({ event }) => event.eventId === textOf(group));
  const by = [act?.event.body.capacity, act?.event.body.reviewerCapacity].map(who => {
    const { fr, en } = said(who);
    return { fr, en: en ?? fr };
  });
  return joined([
    choice(examTypes, exam),
    said(lost),
    ...(most === '' ? [] : [{ fr: `au plus ${most}`, en: `at most ${most}` }]),
    joined([{ fr: 'conservé', en: 'kept' }, said(kept)], colon),
    joined([{ fr: 'approuvé par', en: 'approved by' }, joined(by, { fr: ' et ', en: ' and ' })], ' '),
  ]);
}

function urgencyOf(body: JsonObject): Bilingual {
  const urgency = choice(urgencies, body.urgency);
  if (textOf(body.courtDate) === '') return urgency;
  return joined([urgency, joined([{ fr: 'audience le', en: 'hearing on' }, day(body.courtDate)], ' ')]);
}

function countIn({ quantity }: JsonObject): Bilingual {
  if (!isJsonObject(quantity ?? null)) return underSeal;
  const { amount, unit } = quantity as { amount?: JsonValue; unit?: JsonValue };
  return tellQuantity({ amount: textOf(amount) === '' ? null : textOf(amount), unit: textOf(unit) });
}

function sealsIn(body: JsonObject): Bilingual {
  const read = objectsOf(body.seals).map(({ number, found, status }) =>
    joined([asRead(textOf(number), textOf(found)), coded(sealStatusLabels, status)], colon),
  );
  return read.length === 0 ? { fr: 'sans scellé', en: 'no seal' } : joined(read, ', ');
}

/** RQ-31: the number on record, and the one that was read where it is another. */
function asRead(number: string, found: string): Bilingual {
  if (found === number) return same(number);
  if (found === '') return { fr: `${number} (numéro non lu)`, en: `${number} (number not read)` };
  return { fr: `${number} (lu : ${found})`, en: `${number} (read: ${found})` };
}

/** A code in words, or what was written in its place. */
export function choice(vocabulary: Vocabulary, value: JsonValue | undefined): Bilingual {
  const { code, text } = isJsonObject(value ?? null) ? (value as JsonObject) : { code: value, text: null };
  const written = textOf(text ?? undefined);
  if (textOf(code) === 'OTHER' && written !== '') return asWritten(written);
  return joined([coded(vocabulary, code), ...(written === '' ? [] : [asWritten(written)])]);
}

const noneApproved: Bilingual = {
  fr: "Aucun examen altérant ou consommant la pièce n'a été approuvé",
  en: 'No examination that alters or uses up the item was approved',
};
const underSeal: Bilingual = { fr: 'sous scellé, non compté', en: 'under seal, not counted' };
