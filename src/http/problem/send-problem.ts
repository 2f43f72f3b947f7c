import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language, Text } from '../../custody/text.js';
import type { OldBackupRestored } from '../../store/appender/outcome.js';
import { languageOf } from './language.js';
import { type ProblemCode, type ProblemMembers, problemKinds } from './problem.js';
import { unavailableReasons } from './unavailable-reasons.js';

/** Seconds after which whoever was turned away tries again. */
const retryAfterSeconds = 5;

/** The document of a problem (RFC 9457) in one language; `type` leads to its explanation on this service. */
export function problemDocument(code: ProblemCode, language: Language, members: ProblemMembers = {}) {
  const { status, title, remedy } = problemKinds[code];
  return {
    type: `/problems/${code}`,
    title: title[language],
    status,
    detail: remedy[language],
    code,
    ...members,
  };
}

export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  code: ProblemCode,
  members: ProblemMembers = {},
): FastifyReply {
  const language = languageOf(request);
  const document = problemDocument(code, language, { ...members, requestId: request.id });
  if (document.status === 429 && !reply.hasHeader('retry-after')) reply.header('retry-after', '60');
  if (document.status === 401) reply.header('www-authenticate', 'Bearer');
  return reply
    .status(document.status)
    .headers({ 'content-language': language, 'cache-control': 'no-store', vary: 'Accept-Language' })
    .type('application/problem+json; charset=utf-8')
    .send(document);
}

export function sendUnavailable(
  request: FastifyRequest,
  reply: FastifyReply,
  reason: keyof typeof unavailableReasons,
): FastifyReply {
  const words = unavailableReasons[reason][languageOf(request)];
  reply.header('retry-after', String(retryAfterSeconds));
  const { detail } = problemDocument('unavailable', languageOf(request));
  return sendProblem(request, reply, 'unavailable', { reason, detail: `${words} ${detail}` });
}

/** What waits for the operator is not sent again after five seconds. */
const retryAfterRecoverySeconds = 300;

/** An old backup was restored: how far it reaches, in words and as numbers, is no secret (checkpoints are public). */
export function sendOldBackupRestored(
  request: FastifyRequest,
  reply: FastifyReply,
  { sizes }: OldBackupRestored,
): FastifyReply {
  const reason = 'old-backup-restored';
  const language = languageOf(request);
  reply.header('retry-after', String(retryAfterRecoverySeconds));
  return sendProblem(request, reply, 'unavailable', {
    reason,
    ...sizes,
    detail: `${unavailableReasons[reason][language]} ${sizesInWords(sizes)[language]}`,
  });
}

function sizesInWords({ signed, stored }: OldBackupRestored['sizes']): Text {
  return {
    en: `The last checkpoint that was signed covers ${signed} events, the database holds ${stored}. What can be read is still served; keep what you signed, and send it again later.`,
    fr: `Le dernier point de contrôle signé couvre ${signed} actes, la base en contient ${stored}. Les lectures restent servies ; gardez ce que vous avez signé et renvoyez-le plus tard.`,
  };
}
