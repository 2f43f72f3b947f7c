import Type from 'typebox';
import { words } from '../../../custody/schema/described.js';
import { replyStandings, traceAnswers, tracingStatuses } from '../../../custody/vocabulary/tracing.js';
import { codesOf } from '../../../custody/vocabulary/vocabulary.js';
import { codeFilter, MaybeShown, Shown, textFilter, Uuid, Uuids, uuidFilter } from '../fields.js';
import { column, type ResourceDefinition } from '../resource.js';

const of = (schema: Parameters<typeof column>[0], name: string) => column(schema, 'tracing', name);
const count = (en: string, fr: string) => Type.Integer(words(en, fr));

/** Trace requests (E46, E47): drafts, what was sent, and what came back. */
export const tracingResource: ResourceDefinition = {
  resource: 'tracings',
  path: 'trace-requests',
  kind: 'tracing',
  title: { en: 'Trace requests', fr: 'Demandes de traçage' },
  columns: {
    number: of(Shown('Number', 'Numéro'), 'number'),
    status: of(Shown('Where it stands', 'État'), 'status'),
    channel: of(Shown('Channel', 'Voie'), 'channel'),
    addressee: of(Shown('Addressee', 'Destinataire'), 'addressee'),
    addresseeKind: of(Shown('Whom it is for', 'Nature du destinataire'), 'addressee_kind'),
    country: of(MaybeShown('Country asked', 'Pays saisi'), 'country'),
    items: of(Uuids('Items asked about', 'Pièces visées'), 'items'),
    objects: of(count('Objects asked about', 'Objets visés'), 'objects'),
    draftedBy: of(Uuid('Who drafted it', 'Rédacteur'), 'drafted_by'),
    classification: of(Shown('Classification', 'Classification'), 'classification'),
    sentOn: of(MaybeShown('Sent on; null: a draft', 'Envoyée le ; null : projet'), 'sent_on'),
    dueOn: of(MaybeShown('Answer asked for by', 'Réponse attendue pour le'), 'due_on'),
    reminders: of(count('Reminders sent', 'Relances envoyées'), 'reminders'),
    answer: of(MaybeShown('Class of the last answer', 'Nature de la dernière réponse'), 'answer'),
    answeredOn: of(MaybeShown('Day of the last answer', 'Date de la dernière réponse'), 'answered_on'),
    reply: of(Shown('Right of reply', 'Droit de réponse'), 'reply'),
    replyUntil: of(MaybeShown('Right of reply until', "Droit de réponse jusqu'au"), 'reply_until'),
    findings: of(count('Findings of others', 'Constats de tiers'), 'findings'),
    strands: of(count('Chains of transfers', 'Chaînes de transferts'), 'strands'),
    stopped: of(count('Of these, known to stop', 'Dont interrompues'), 'stopped'),
    outcome: of(MaybeShown('How it ended; null: open', 'Issue ; null : en cours'), 'outcome'),
  },
  filters: {
    number: textFilter('tracing.number', 'Number', 'Numéro'),
    status: codeFilter('tracing.status', codesOf(tracingStatuses), 'Where it stands', 'État'),
    channel: textFilter('tracing.channel', 'Channel', 'Voie'),
    answer: codeFilter(
      'tracing.answer',
      codesOf(traceAnswers),
      'Class of the last answer',
      'Nature de la dernière réponse',
    ),
    reply: codeFilter('tracing.reply', codesOf(replyStandings), 'Right of reply', 'Droit de réponse'),
    draftedBy: uuidFilter('tracing.drafted_by', 'Who drafted it', 'Rédacteur'),
  },
};
