import type { Refusal } from '../refusal.js';
import { requestAnswers } from '../vocabulary/requests.js';
import { inWordsAndCode } from '../vocabulary/told.js';

export const requestRefusals = {
  'request.received-before-written': {
    gate: null,
    source: 'E37',
    message: {
      en: 'The request is dated {date} and cannot have been received on {receivedOn}.',
      fr: 'La demande est datée du {date} et ne peut avoir été reçue le {receivedOn}.',
    },
    missing: { en: 'The two dates as they stand on it.', fr: "Les deux dates telles qu'elles y figurent." },
    provider: ['AUTHOR'],
  },
  'request.deadline-before-written': {
    gate: null,
    source: 'E37',
    message: {
      en: 'The request is dated {date}: an answer cannot be due on {deadline}.',
      fr: 'La demande est datée du {date} : la réponse ne peut être due le {deadline}.',
    },
    missing: { en: 'The deadline that it sets, or null.', fr: "L'échéance qu'elle fixe, ou null." },
    provider: ['AUTHOR'],
  },
  'request.piece-twice': {
    gate: null,
    source: 'E37',
    message: { en: 'A piece is named twice.', fr: 'Une pièce est désignée deux fois.' },
    missing: { en: 'Each piece once.', fr: 'Chaque pièce une seule fois.' },
    provider: ['AUTHOR'],
  },
  'request.closed-already': {
    gate: null,
    source: 'E37',
    message: { en: 'Request {number} is closed.', fr: 'La demande {number} est close.' },
    missing: {
      en: 'A new request of the authority, registered.',
      fr: "Une nouvelle demande de l'autorité, enregistrée.",
    },
    provider: ['LEG', 'JUS', 'CASE'],
  },
  'request.answer-without-release': {
    gate: null,
    source: 'E37, RQ-65',
    message: {
      en: 'The answer {answer} and the releases named do not fit: what is released is released by a decision, and nothing else is.',
      fr: "La réponse {answer} et les autorisations indiquées ne s'accordent pas : seule une décision autorise une remise.",
    },
    missing: {
      en: 'The releases that answer the request, with RELEASED or PARTLY_RELEASED and with these only.',
      fr: 'Les autorisations de remise qui répondent à la demande, avec RELEASED ou PARTLY_RELEASED seulement.',
    },
    provider: ['AUTHOR'],
    told: { answer: inWordsAndCode(requestAnswers) },
  },
  'request.answered-before-written': {
    gate: null,
    source: 'E37',
    message: {
      en: 'The request is dated {date} and cannot have been answered on {sentOn}.',
      fr: 'La demande est datée du {date} : il ne peut y avoir été répondu le {sentOn}.',
    },
    missing: { en: 'The day on which the answer was sent.', fr: "Le jour d'envoi de la réponse." },
    provider: ['AUTHOR'],
  },
  'request.release-of-another': {
    gate: null,
    source: 'E37, RQ-65',
    message: {
      en: 'Release {release} was not asked for upon request {number}.',
      fr: "L'autorisation {release} n'a pas été demandée à la suite de la demande {number}.",
    },
    missing: {
      en: 'A release that names this request.',
      fr: 'Une autorisation de remise qui vise cette demande.',
    },
    provider: ['CASE', 'LEG'],
  },
  'request.release-not-decided': {
    gate: 'GATE-6',
    source: 'GATE-6, RQ-61',
    message: {
      en: 'Nobody has decided release {release} yet.',
      fr: "Personne n'a encore statué sur l'autorisation {release}.",
    },
    missing: { en: 'A decision of LEG or HOM.', fr: 'Une décision de LEG ou HOM.' },
    provider: ['LEG', 'HOM'],
  },
  'request.answer-not-as-decided': {
    gate: null,
    source: 'RQ-61, RQ-65',
    message: {
      en: 'Release {release} was decided otherwise than the answer {answer} says.',
      fr: "La décision sur l'autorisation {release} n'est pas ce que dit la réponse {answer}.",
    },
    missing: { en: 'The answer that was decided.', fr: 'La réponse conforme à la décision.' },
    provider: ['AUTHOR'],
    told: { answer: inWordsAndCode(requestAnswers) },
  },
  'request.not-answered': {
    gate: null,
    source: 'E37, F-01',
    message: {
      en: 'Request {number} was not answered: interim answers settle nothing.',
      fr: "La demande {number} n'a pas reçu de réponse : une réponse d'attente ne la règle pas.",
    },
    missing: { en: 'request.answered first.', fr: "D'abord un acte request.answered." },
    provider: ['LEG', 'JUS', 'CASE'],
  },
} as const satisfies Record<string, Refusal>;
