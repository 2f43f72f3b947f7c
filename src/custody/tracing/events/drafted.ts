import { uncorrected } from '../../common/state.js';
import { ClassificationOfItem, classificationFrom } from '../../evidence/record/classification.js';
import { beginning } from '../../rule.js';
import { Exactly, Line } from '../../schema/described.js';
import { actMembers } from '../../schema/occurrence.js';
import { checkRequest, requestMembers, requestOnRecord } from '../facts/request.js';
import { checkAmnesty } from '../facts/traced-objects.js';
import type { TracingState } from '../state.js';

const body = Exactly({
  ...actMembers,
  number: Line('Number of the trace request', 'Numéro de la demande de traçage', 60),
  ...requestMembers,
  classification: ClassificationOfItem,
});

/** `tracing.drafted` (D8, F-08): always possible, whatever channel is open; sending it is another act. */
export const tracingDrafted = beginning<TracingState, typeof body>({
  type: 'tracing.drafted',
  form: 1,
  source: 'E46, D8, F-08',
  title: { en: 'Trace request drafted', fr: 'Projet de demande de traçage établi' },
  body,
  decide: ({ body }) => checkRequest(body),
  decideLogWide: (_state, { body: { objects } }, facts) => checkAmnesty(objects, facts),
  claims: ({ body: { number } }) => [{ set: 'tracing-number', key: number }],
  evolve: ({ body, actor }) => ({
    ...uncorrected,
    number: body.number,
    status: 'DRAFT',
    ...requestOnRecord(body),
    draftedBy: actor.officer,
    statedAt: { at: body.occurred.at, precision: body.occurred.precision },
    classification: classificationFrom(body.classification),
    sent: null,
    dueOn: null,
    acknowledged: [],
    reminders: [],
    answers: [],
    findings: [],
    replyOffered: null,
    replies: [],
    strands: [],
    closed: null,
  }),
});
