import type { Refusal } from '../refusal.js';
import { inWordsAndCode } from '../vocabulary/told.js';
import { traceAddressees, traceAnswers, traceChannels, traceWarnings } from '../vocabulary/tracing.js';

/** What stops a request from being drafted or sent. */
const requestRefusals = {
  'tracing.channel-not-authorised': {
    gate: 'GATE-13',
    source: 'E46, GATE-13, F-08',
    message: {
      en: 'On {day} trace requests do not go through the channel {channel}. {reason}',
      fr: 'Le {day}, les demandes de traçage ne passent pas par la voie {channel}. {reason}',
    },
    missing: {
      en: 'A channel that the procedure has open; until then the request stays a draft, and what others found is recorded as theirs.',
      fr: "Une voie ouverte par la procédure ; d'ici là la demande reste à l'état de projet, et les constats de tiers sont consignés comme tels.",
    },
    provider: ['HOM', 'LEG'],
    told: { channel: inWordsAndCode(traceChannels) },
  },
  'tracing.addressee-not-of-channel': {
    gate: null,
    source: 'D8, GATE-13',
    message: {
      en: 'The addressee {addressee} is not asked through the channel {channel}.',
      fr: "Le destinataire {addressee} n'est pas saisi par la voie {channel}.",
    },
    missing: {
      en: 'The channel by which he is asked.',
      fr: 'La voie par laquelle il peut être saisi.',
    },
    provider: ['AUTHOR'],
    told: { channel: inWordsAndCode(traceChannels), addressee: inWordsAndCode(traceAddressees) },
  },
  'tracing.key-twice': {
    gate: null,
    source: 'D8',
    message: { en: 'Two objects are named {key}.', fr: 'Deux objets portent la désignation {key}.' },
    missing: { en: 'A name of its own for each object.', fr: 'Une désignation propre à chaque objet.' },
    provider: ['AUTHOR'],
  },
  'tracing.warning-missing': {
    gate: null,
    source: 'D8 [A1]',
    message: {
      en: 'This speaks against tracing {key}: {warning}.',
      fr: "Ceci s'oppose au traçage de {key} : {warning}.",
    },
    missing: {
      en: 'The warning stated, with the reason why it is traced all the same.',
      fr: 'La mise en garde indiquée, et la raison de tracer malgré tout.',
    },
    provider: ['AUTHOR'],
    told: { warning: inWordsAndCode(traceWarnings) },
  },
  'tracing.key-in-use': {
    gate: null,
    source: 'E55',
    message: {
      en: 'Something is on record about {key}, which the new statement no longer has.',
      fr: "Des constats portent sur {key}, que le nouvel énoncé n'a plus.",
    },
    missing: { en: 'The object under the same name.', fr: "L'objet sous la même désignation." },
    provider: ['AUTHOR'],
  },
  'tracing.sent-already': {
    gate: null,
    source: 'E46',
    message: { en: 'Trace request {number} was sent.', fr: 'La demande de traçage {number} est envoyée.' },
    missing: {
      en: 'Another trace request; an answer that comes late is recorded all the same.',
      fr: 'Une autre demande de traçage ; une réponse tardive est enregistrée malgré tout.',
    },
    provider: ['JMAC'],
  },
} as const satisfies Record<string, Refusal>;

/** What stops what comes back. */
const answerRefusals = {
  'tracing.not-sent': {
    gate: null,
    source: 'E47',
    message: {
      en: 'Trace request {number} is a draft: nothing answers it.',
      fr: "La demande de traçage {number} est à l'état de projet : rien n'y répond.",
    },
    missing: {
      en: 'tracing.requested first; what others found by themselves is tracing.finding-recorded.',
      fr: "D'abord un acte tracing.requested ; le constat d'un tiers est un acte tracing.finding-recorded.",
    },
    provider: ['JMAC'],
  },
  'tracing.day-of-sending': {
    gate: null,
    source: 'E46, GATE-13',
    message: {
      en: 'Trace request {number}, as it was last stated on {stated}, is said to have been sent on {day}, or on a day that is not known.',
      fr: 'La demande de traçage {number}, dans son dernier énoncé du {stated}, aurait été envoyée le {day}, ou à une date inconnue.',
    },
    missing: {
      en: 'The day of sending, known to the day and not before that statement.',
      fr: "Le jour de l'envoi, connu au jour près et non antérieur à cet énoncé.",
    },
    provider: ['AUTHOR'],
  },
  'tracing.closed-already': {
    gate: null,
    source: 'E47',
    message: { en: 'Trace request {number} is closed.', fr: 'La demande de traçage {number} est close.' },
    missing: {
      en: 'Another trace request; an answer that comes late is recorded all the same.',
      fr: 'Une autre demande de traçage ; une réponse tardive est enregistrée malgré tout.',
    },
    provider: ['JMAC'],
  },
  'tracing.before-request': {
    gate: null,
    source: 'E47',
    message: {
      en: 'Trace request {number} was sent on {sent}; this is said to have happened on {day}.',
      fr: 'La demande de traçage {number} est du {sent} ; ceci se serait produit le {day}.',
    },
    missing: { en: 'The day on which it happened.', fr: 'Le jour où cela se produisit.' },
    provider: ['AUTHOR'],
  },
  'tracing.key-unknown': {
    gate: null,
    source: 'D8',
    message: {
      en: 'Trace request {number} has no object named {key}.',
      fr: "La demande de traçage {number} n'a pas d'objet désigné {key}.",
    },
    missing: { en: 'An object of the request.', fr: 'Un objet de la demande.' },
    provider: ['AUTHOR'],
  },
  'tracing.answer-dated': {
    gate: null,
    source: 'E47',
    message: {
      en: 'The answer is dated {dated}; it was asked for on {asked} and entered on {day}.',
      fr: 'La réponse est datée du {dated} ; elle a été demandée le {asked} et enregistrée le {day}.',
    },
    missing: { en: 'The day the answer bears.', fr: 'La date que porte la réponse.' },
    provider: ['AUTHOR'],
  },
  'tracing.refusal-and-reason': {
    gate: null,
    source: 'E47, D8',
    message: {
      en: 'The answer {answer} and the reason of a refusal do not go together.',
      fr: "La réponse {answer} et le motif d'un refus ne s'accordent pas.",
    },
    missing: {
      en: 'The reason with a refusal, and with a refusal alone.',
      fr: 'Le motif en cas de refus, et dans ce seul cas.',
    },
    provider: ['AUTHOR'],
    told: { answer: inWordsAndCode(traceAnswers) },
  },
  'tracing.reply-not-due': {
    gate: null,
    source: 'E47, D8',
    message: {
      en: 'An answer was asked for by {due}; on {dated} there is still time.',
      fr: 'La réponse est attendue pour le {due} ; le {dated}, le délai court encore.',
    },
    missing: { en: 'A day after that.', fr: 'Un jour postérieur.' },
    provider: ['AUTHOR'],
  },
  'tracing.deadline-past': {
    gate: null,
    source: 'E47, D8',
    message: {
      en: 'The deadline {until} lies before {day}, when it was set.',
      fr: "L'échéance {until} précède le {day}, jour où elle fut fixée.",
    },
    missing: { en: 'A day to come.', fr: 'Un jour à venir.' },
    provider: ['AUTHOR'],
  },
  'tracing.nothing-answered': {
    gate: null,
    source: 'E47, D8',
    message: {
      en: 'Nobody has answered trace request {number}.',
      fr: "Personne n'a répondu à la demande de traçage {number}.",
    },
    missing: { en: 'tracing.answered first.', fr: "D'abord un acte tracing.answered." },
    provider: ['JMAC'],
  },
  'tracing.reply-not-offered': {
    gate: null,
    source: 'E47, D8',
    message: {
      en: 'No right of reply was offered on trace request {number}.',
      fr: "Aucun droit de réponse n'a été offert pour la demande de traçage {number}.",
    },
    missing: { en: 'tracing.reply-offered first.', fr: "D'abord un acte tracing.reply-offered." },
    provider: ['JMAC'],
  },
  'tracing.strand-empty': {
    gate: null,
    source: 'F-07',
    message: {
      en: 'The strand has neither a link nor a place where it stops.',
      fr: "Le fil n'a ni maillon ni point d'arrêt.",
    },
    missing: { en: 'A link, or where and why it stops.', fr: "Un maillon, ou la raison de l'arrêt." },
    provider: ['AUTHOR'],
  },
  'tracing.link-without-ends': {
    gate: null,
    source: 'E47',
    message: { en: 'The link has no end that is known.', fr: "Aucune extrémité du maillon n'est connue." },
    missing: {
      en: 'From whom or to whom; where neither is known, the strand stops.',
      fr: 'De qui ou à qui ; si rien n’est connu, le fil s’arrête.',
    },
    provider: ['AUTHOR'],
  },
  'tracing.strand-unknown': {
    gate: null,
    source: 'E55',
    message: {
      en: 'There is no strand {strand} of {object}.',
      fr: "Il n'y a pas de fil {strand} pour {object}.",
    },
    missing: { en: 'tracing.link-recorded first.', fr: "D'abord un acte tracing.link-recorded." },
    provider: ['AUTHOR'],
  },
  'tracing.traced-without-chain': {
    gate: null,
    source: 'E47, F-07',
    message: {
      en: 'Trace request {number} has no chain of transfers on record.',
      fr: "Aucune chaîne de transferts n'est consignée pour la demande de traçage {number}.",
    },
    missing: {
      en: 'tracing.link-recorded first, or the outcome NOT_TRACED.',
      fr: "D'abord un acte tracing.link-recorded, ou l'issue NOT_TRACED.",
    },
    provider: ['JMAC'],
  },
} as const satisfies Record<string, Refusal>;

export const tracingRefusals = { ...requestRefusals, ...answerRefusals } as const satisfies Record<
  string,
  Refusal
>;
