import type { FastifyLoggerOptions } from 'fastify';
import { type DestinationStream, destination, type Logger, type LoggerOptions, pino } from 'pino';
import pretty from 'pino-pretty';
import type { LogSettings } from './config.js';

/**
 * Members that never reach the log, at the top of a record or up to two levels below: who carries a request
 * is in its headers, what is withheld is in its body.
 */
const withheldMembers = [
  'authorization',
  'cookie',
  'headers',
  'body',
  'password',
  'passphrase',
  'token',
  'accessToken',
  'privateKey',
  'secretKey',
  'd',
  'jws',
  'disclosure',
  'disclosures',
  'claim',
  'claims',
  'source',
  'sourceName',
];

/** The same things where they stand inside a text, the message of a fault for instance. */
const withheldTexts: readonly [RegExp, string][] = [
  // A signed statement or an access token, with its disclosures: `eyJ` is base64url for `{"`.
  [/eyJ[\w-]{8,}(?:\.[\w-]*)*(?:~[\w-]*)*/g, '[token]'],
  // A disclosure by itself: `WyJ` is base64url for `["`.
  [/WyJ[\w-]{20,}/g, '[disclosure]'],
  [/-----BEGIN [^-]+-----.*?-----END [^-]+-----/gs, '[key]'],
  [/PRIVATE\+KEY\+[^\s"\\]+/g, '[key]'],
  [/\b(postgres(?:ql)?:\/\/)[^@/\s"]+@/g, '$1[password]@'],
  [/\b(bearer) [^\s"\\]+/gi, '$1 [token]'],
];

/** A record as it is written, without what must not be. Exported for its test. */
function withholdTexts(line: string): string {
  return withheldTexts.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), line);
}

/** The logger's settings, with the stream it writes to. */
export type LoggerSettings = LoggerOptions & FastifyLoggerOptions & { readonly stream: DestinationStream };

/**
 * JSON lines for a service, words and colours for a terminal; standard error in both, so that standard
 * output stays the command's result. Fastify makes its logger, and one for each request, from these.
 */
export function loggerSettings(
  { level, format }: LogSettings,
  sink: DestinationStream = format === 'pretty'
    ? pretty({ destination: 2, sync: true, ignore: 'pid,hostname' })
    : destination({ fd: 2, sync: true }),
): LoggerSettings {
  return {
    level,
    stream: { write: line => sink.write(withholdTexts(line)) },
    redact: {
      paths: withheldMembers.flatMap(name => [name, `*.${name}`, `*.*.${name}`]),
      censor: '[withheld]',
    },
    serializers: { req: describeRequest, err: describeError },
  };
}

/** A logger outside a request. */
export function createLogger(settings: LogSettings, sink?: DestinationStream): Logger {
  const { stream, ...options } = loggerSettings(settings, sink);
  return pino(options, stream);
}

interface LoggedRequest {
  readonly method: string;
  readonly url: string;
  readonly ip: string;
  readonly routeOptions?: { readonly schema?: { readonly querystring?: unknown } };
}

/**
 * What was asked, without the values in the query: a search text may be the name of a source. Of the parameters only
 * those that the route has: a text that was not escaped stands where their names stand.
 */
function describeRequest({ method, url, ip, routeOptions }: LoggedRequest) {
  const [path = '', query] = url.split('?', 2);
  const known = routeOptions?.schema?.querystring as { readonly properties?: object } | undefined;
  const names = Object.keys(known?.properties ?? {});
  const parameters =
    query === undefined
      ? undefined
      : [...new URLSearchParams(query).keys()].filter(name => names.includes(name));
  return { method, path, parameters, remoteAddress: ip };
}

interface DescribedError {
  readonly type: string;
  readonly message: string;
  readonly stack: string;
  readonly code?: unknown;
  readonly constraint?: unknown;
  readonly cause?: DescribedError;
  readonly [member: string]: unknown;
}

/**
 * An error by name, code, message and place. Nothing else that hangs on it: PostgreSQL puts the values of a
 * violated key, of a row and of a statement into `detail`, `where` and `query`.
 */
function describeError(error: Error): DescribedError {
  const { name, message, stack, cause } = error;
  return {
    type: name,
    message,
    stack: stack ?? '',
    ...('code' in error ? { code: error.code } : {}),
    ...('constraint' in error ? { constraint: error.constraint } : {}),
    ...(cause instanceof Error ? { cause: describeError(cause) } : {}),
  };
}
