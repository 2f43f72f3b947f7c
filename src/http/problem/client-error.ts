import { randomUUID } from 'node:crypto';
import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { ConnectionError } from 'fastify';
import { type ProblemCode, problemKinds } from './problem.js';
import { problemDocument } from './send-problem.js';

/** What Node's parser finds wrong, by its code; anything else is no HTTP. */
const codes: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
};

/**
 * Answers bytes that never became a request: there is no route, no language asked for, and whatever else comes
 * over the connection cannot be told apart from the rest of it, so it is closed. The sender's bytes are not logged.
 */
export function answerClientError({ code = '' }: ConnectionError, socket: Socket): void {
  if (code === 'ECONNRESET' || socket.destroyed) return;
  // An answer that has begun cannot be followed by another.
  const begun = (socket as { _httpMessage?: ServerResponse })._httpMessage?.headersSent === true;
  if (socket.writable && !begun) socket.write(answer(codes[code] ?? 'invalid-request'));
  socket.destroySoon();
}

function answer(code: ProblemCode): string {
  const { status } = problemKinds[code];
  const body = JSON.stringify(problemDocument(code, 'en', { requestId: randomUUID() }));
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: application/problem+json; charset=utf-8',
    'Content-Language: en',
    'Cache-Control: no-store',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
    '',
    body,
  ].join('\r\n');
}
