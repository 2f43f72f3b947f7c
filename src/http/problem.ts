import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '../custody/text.js';
import { explain, type PlacedViolation } from '../custody/violation.js';
import type { AppendOutcome, UnavailableReason } from '../store/appender/outcome.js';

/** Everything the service may say instead of a result. The one table from codes to HTTP status. */
const problems = {
  malformed: [400, 'The batch cannot be read', 'Le lot est illisible'],
  'invalid-request': [400, 'The request cannot be read', 'La requête est illisible'],
  unauthenticated: [401, 'A session is needed', 'Une session est nécessaire'],
  'not-found': [404, 'There is nothing to be shown here', "Il n'y a rien à montrer ici"],
  stale: [409, 'Another act came first', 'Un autre acte est intervenu entre-temps'],
  'too-large': [413, 'The request is too large', 'La requête est trop volumineuse'],
  'media-type': [415, 'The media type is not accepted', "Le type de média n'est pas accepté"],
  refused: [422, 'A rule says no', 'Une règle s’y oppose'],
  'too-many-requests': [429, 'Too many requests', 'Trop de requêtes'],
  unavailable: [503, 'Nothing can be appended just now', "Rien ne peut être ajouté pour l'instant"],
  fault: [500, 'The service has failed', 'Le service est en défaut'],
} as const satisfies Record<string, readonly [status: number, en: string, fr: string]>;

export type ProblemCode = keyof typeof problems;

export function statusOf(code: ProblemCode): number {
  return problems[code][0];
}

const reasons: Record<UnavailableReason, readonly [en: string, fr: string]> = {
  database: ['The database cannot be reached.', 'La base de données est injoignable.'],
  vault: ['The checkpoint vault cannot be read.', 'Le coffre des points de contrôle est illisible.'],
  'old-backup-restored': ['An old backup was restored.', 'Une ancienne sauvegarde a été restaurée.'],
  'clock-behind': ['The clock is behind the log.', "L'horloge retarde sur le journal."],
  'queue-full': ['Too many batches are waiting.', 'Trop de lots sont en attente.'],
  'sop-missing': [
    'The SOP document in force is not at hand.',
    "Le document de procédure en vigueur n'est pas disponible.",
  ],
  stopping: ['The service is stopping.', "Le service s'arrête."],
};

/** The language a reader asks for: French where it is preferred, else English. */
export function languageOf(request: FastifyRequest): Language {
  const [preferred = ''] = (request.headers['accept-language'] ?? '').split(',');
  return preferred.trim().toLowerCase().startsWith('fr') ? 'fr' : 'en';
}

/** Answers with a problem document (RFC 9457). */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  code: ProblemCode,
  members: { readonly detail?: string; readonly [member: string]: unknown } = {},
): FastifyReply {
  const [status, en, fr] = problems[code];
  const title = languageOf(request) === 'fr' ? fr : en;
  return reply
    .status(status)
    .type('application/problem+json')
    .send({ type: `about:blank#${code}`, title, status, code, detail: title, ...members });
}

/** A batch that was not appended, in the words of its refusal. */
export function sendRefusal(
  request: FastifyRequest,
  reply: FastifyReply,
  outcome: Exclude<AppendOutcome, { kind: 'appended' }>,
): FastifyReply {
  switch (outcome.kind) {
    case 'malformed':
      return sendProblem(request, reply, 'malformed', { faults: outcome.faults });
    case 'stale':
      return sendProblem(request, reply, 'stale', { stale: outcome.stale });
    case 'refused':
      return sendProblem(request, reply, 'refused', violationsOf(request, outcome.violations));
  }
}

function violationsOf(request: FastifyRequest, violations: readonly PlacedViolation[]) {
  const language = languageOf(request);
  const explained = violations.map(violation => explain(violation, language));
  return { detail: explained.map(({ message }) => message).join(' '), violations: explained };
}

export function sendUnavailable(
  request: FastifyRequest,
  reply: FastifyReply,
  reason: UnavailableReason,
): FastifyReply {
  const [en, fr] = reasons[reason];
  const detail = languageOf(request) === 'fr' ? fr : en;
  return sendProblem(request, reply.header('retry-after', '5'), 'unavailable', { reason, detail });
}
