import type { TableRow } from '../../audit/report/table.js';
import type { TracedObject } from '../../custody/tracing/facts/traced-objects.js';
import type { TraceRequest } from '../../store/readers/tracing/read-trace-request.js';

/** What a trace request says, as it stands in its act. */
interface Said {
  readonly channel: CodedText;
  readonly addressee: {
    readonly kind: CodedText;
    readonly country: { readonly name: string; readonly as: string } | null;
    readonly name: string;
    readonly contact: unknown;
  };
  readonly authority: { readonly basis: string; readonly signatory: string };
  readonly objects: readonly TracedObject[];
  readonly recovery: {
    readonly on: { readonly day: string; readonly precision: string } | null;
    readonly place: string | null;
    readonly by: string | null;
    readonly context: string;
  };
  readonly illicit: readonly CodedText[];
  readonly questions: readonly CodedText[];
  readonly use: readonly CodedText[];
  readonly confidentiality: string;
  readonly responderNamed: string;
  readonly replyWithinDays: number;
  readonly language: string;
}

export interface CodedText {
  readonly code: string;
  readonly text: string | null;
}

export type TraceRequestView = ReturnType<typeof viewTraceRequest>;

/**
 * A trace request as data (D8): what goes to the addressee. Of the items of the register their own names in the request
 * alone, and nothing of who drafted it.
 */
export function viewTraceRequest({ id, tracing, eventId, index, body }: TraceRequest) {
  const said = body as unknown as Said;
  const { contact, ...addressee } = said.addressee;
  return {
    id,
    number: tracing.number,
    status: tracing.status,
    statement: eventId,
    leaf: index,
    classification: tracing.classification.level,
    channel: plain(said.channel),
    addressee: {
      kind: plain(addressee.kind),
      country: addressee.country && { name: addressee.country.name, as: addressee.country.as },
      name: addressee.name,
      contact: typeof contact === 'string' ? contact : null,
      contactWithheld: contact !== null && typeof contact !== 'string',
    },
    authority: { basis: said.authority.basis, signatory: said.authority.signatory },
    objects: said.objects.map(({ item: _, warnings: __, ...object }) => ({ ...object })),
    recovery: { ...said.recovery, on: said.recovery.on && { ...said.recovery.on } },
    illicit: said.illicit.map(plain),
    questions: said.questions.map(plain),
    use: said.use.map(plain),
    confidentiality: said.confidentiality,
    responderNamed: said.responderNamed,
    replyWithinDays: said.replyWithinDays,
    answerBy: tracing.dueOn,
    language: said.language,
  };
}

function plain({ code, text }: CodedText): CodedText {
  return { code, text };
}

const columns = [
  ...['request', 'addressee', 'country', 'object', 'amount', 'unit', 'make', 'model', 'calibre', 'serial'],
  ...['country of manufacture or import', 'headstamp', 'producer code', 'year', 'lot', 'packaging marks'],
  ...['other marks', 'vehicle identification number', 'questions', 'answer by', 'statement'],
];

/** The same as a table for CSV: a row an object. */
export function traceRequestTable(view: TraceRequestView) {
  const questions = view.questions.map(({ code, text }) => text ?? code).join('; ');
  return {
    columns,
    rows: (): TableRow[] =>
      view.objects.map(object => [
        ...[view.number, view.addressee.name, view.addressee.country?.name ?? null, object.key],
        ...[object.quantity.amount, object.quantity.unit, object.make, object.model, object.calibre],
        ...[object.serial, object.country, object.headstamp, object.producerCode, object.year, object.lot],
        ...[object.packagingMarks, object.otherMarks, object.vin],
        ...[questions, view.answerBy, view.statement],
      ]),
  };
}
