import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import t, { type Test } from 'tap';
import { HostileStage } from '../helpers/hostile.js';
import { exchange, type RawAnswer } from '../helpers/raw-exchange.js';

type Bytes = string | Uint8Array;
type Case = readonly [name: string, request: () => Promise<Bytes> | Bytes, status: number, code: string];

const json = 'Content-Type: application/json\r\n';

function post(body: Bytes, headers: string): Uint8Array {
  const bytes = Buffer.from(body as Uint8Array);
  const length = /^(content-length|transfer-encoding):/im.test(headers)
    ? ''
    : `Content-Length: ${bytes.length}\r\n`;
  const head = `POST /v1/events HTTP/1.1\r\nHost: a\r\nConnection: close\r\n${length}${headers}\r\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), bytes]);
}

function get(path: string, headers = '', method = 'GET'): Uint8Array {
  return Buffer.from(`${method} ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n${headers}\r\n`, 'utf8');
}

function expectDocument(t: Test, answer: RawAnswer, status: number, code: string): void {
  t.equal(answer.status, status);
  t.match(answer.headers.get('content-type'), /^application\/problem\+json/);
  const document = JSON.parse(answer.body);
  t.match(document, { status, code, type: `/problems/${code}`, title: /./, detail: /./, requestId: /./ });
  t.notMatch(
    answer.body,
    /\bat \w+.*\.js:\d|node_modules|SyntaxError|select |FST_ERR/i,
    'nothing of the inside',
  );
}

t.test('requests that are no batch, over a bare connection', async t => {
  const hostile = await HostileStage.open(t);
  const { url } = hostile.test;
  const size = await hostile.size();
  const batch = async () => JSON.stringify({ events: [(await hostile.good()).submitted] });
  const typed = (headers: string) => async () => post(await batch(), headers);
  const body = (text: Bytes) => () => post(text, json);

  const cases: readonly Case[] = [
    ['no media type', typed(''), 415, 'media-type'],
    ['text/plain', typed('Content-Type: text/plain\r\n'), 415, 'media-type'],
    ['text/html', typed('Content-Type: text/html\r\n'), 415, 'media-type'],
    ['a form', typed('Content-Type: application/x-www-form-urlencoded\r\n'), 415, 'media-type'],
    ['several parts', typed('Content-Type: multipart/form-data; boundary=x\r\n'), 415, 'media-type'],
    ['JSON of another kind', typed('Content-Type: application/vnd.api+json\r\n'), 415, 'media-type'],
    ['two media types', typed('Content-Type: application/json, text/html\r\n'), 415, 'media-type'],
    ['a media type that is none', typed('Content-Type: ;;;\r\n'), 415, 'media-type'],
    ['UTF-16', typed('Content-Type: application/json; charset=utf-16\r\n'), 415, 'media-type'],
    ['Latin 1', typed('Content-Type: application/json; charset="iso-8859-1"\r\n'), 415, 'media-type'],
    [
      'compressed',
      async () => post(gzipSync(await batch()), `${json}Content-Encoding: gzip\r\n`),
      415,
      'media-type',
    ],
    ['compressed, it says', typed(`${json}Content-Encoding: br\r\n`), 415, 'media-type'],
    ['compressed twice, it says', typed(`${json}Content-Encoding: gzip, gzip\r\n`), 415, 'media-type'],
    ['empty', body(''), 400, 'invalid-request'],
    ['white space', body('  '), 400, 'invalid-request'],
    ['null', body('null'), 400, 'invalid-request'],
    ['a list', body('[]'), 400, 'invalid-request'],
    ['a text', body('"x"'), 400, 'invalid-request'],
    ['a number', body('1'), 400, 'invalid-request'],
    ['events an object', body('{"events":{}}'), 400, 'invalid-request'],
    ['events a text', body('{"events":"a.b.c"}'), 400, 'invalid-request'],
    ['events missing', body('{}'), 400, 'invalid-request'],
    ['a member more', body('{"events":["a.b.c"],"more":1}'), 400, 'invalid-request'],
    ['half', body('{"events":["a.b.c"'), 400, 'invalid-request'],
    ['something after', body('{"events":["a.b.c"]} x'), 400, 'invalid-request'],
    ['NUL after', body('{"events":["a.b.c"]}\u0000'), 400, 'invalid-request'],
    ['a comment', body('{"events":["a.b.c"]/**/}'), 400, 'invalid-request'],
    ['__proto__', body('{"__proto__":{},"events":["a.b.c"]}'), 400, 'invalid-request'],
    ['__proto__, escaped', body('{"__pr\\u006fto__":{},"events":["a.b.c"]}'), 400, 'invalid-request'],
    ['constructor', body('{"constructor":{"prototype":{}},"events":["a.b.c"]}'), 400, 'invalid-request'],
    ['200,000 levels', body('['.repeat(200_000)), 400, 'invalid-request'],
    [
      'invalid UTF-8',
      body(Buffer.concat([Buffer.from('{"events":["'), Buffer.of(0xff), Buffer.from('"]}')])),
      400,
      'malformed',
    ],
    ['a lone surrogate', body('{"events":["\\ud800"]}'), 400, 'malformed'],
    ['NUL in an event', body('{"events":["\\u0000"]}'), 400, 'malformed'],
    ['a body beyond the limit', body('x'.repeat(33 * 1024 * 1024)), 413, 'too-large'],
    [
      'a length beyond the limit',
      () => post('x', `${json}Content-Length: 999999999999\r\n`),
      413,
      'too-large',
    ],
    ['a length below 0', () => post('x', `${json}Content-Length: -1\r\n`), 400, 'invalid-request'],
    [
      'two lengths',
      () => post('12345', `${json}Content-Length: 5\r\nContent-Length: 6\r\n`),
      400,
      'invalid-request',
    ],
    [
      'length and chunks',
      () => post('0\r\n\r\n', `${json}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n`),
      400,
      'invalid-request',
    ],
    [
      'chunks of another kind',
      () => post('0\r\n\r\n', `${json}Transfer-Encoding: xchunked\r\n`),
      400,
      'invalid-request',
    ],
    [
      'a chunk of no size',
      () => post('zz\r\n\r\n', `${json}Transfer-Encoding: chunked\r\n`),
      400,
      'invalid-request',
    ],
    ['a header with NUL', () => get('/v1/sop', 'X: a\u0000b\r\n'), 400, 'invalid-request'],
    ['a header on two lines', () => get('/v1/sop', 'X: a\r\n b\r\n'), 400, 'invalid-request'],
    [
      'a header of 20,000 characters',
      () => get('/v1/sop', `X: ${'a'.repeat(20_000)}\r\n`),
      431,
      'headers-too-large',
    ],
    ['6,000 headers', () => get('/v1/sop', 'Header: abcdef\r\n'.repeat(6000)), 431, 'headers-too-large'],
    ['an address of 20,000 characters', () => get(`/${'x'.repeat(20_000)}`), 431, 'headers-too-large'],
    [
      'an identifier of 300 characters',
      () => get(`/v1/officers/${'x'.repeat(300)}`),
      414,
      'address-too-long',
    ],
    ['an address that is not ASCII', () => get('/é'), 400, 'invalid-request'],
    ['%', () => get('/v1/%'), 400, 'invalid-request'],
    ['%zz', () => get('/v1/%zz'), 400, 'invalid-request'],
    ['overlong UTF-8 in the address', () => get('/v1/officers/%c0%80'), 400, 'invalid-request'],
    ['%00', () => get('/%00'), 404, 'not-found'],
    ['%00 as an identifier', () => get('/v1/officers/%00'), 400, 'invalid-request'],
    ['dots', () => get('/v1/officers/..%2f..%2fetc%2fpasswd'), 400, 'invalid-request'],
    ['dots, as they are', () => get('/../../etc/passwd'), 404, 'not-found'],
    ['two slashes', () => get('/v1//events'), 404, 'not-found'],
    ['capitals', () => get('/V1/SOP'), 404, 'not-found'],
    ['a semicolon', () => get('/v1/sop;x=1'), 404, 'not-found'],
    ['nothing there', () => get('/v2'), 404, 'not-found'],
    ...['GET', 'PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND'].map(
      (method): Case => [
        `${method} /v1/events`,
        () => get('/v1/events', '', method),
        405,
        'method-not-allowed',
      ],
    ),
    [
      'DELETE of a subject',
      () => get('/v1/officers/01788c72-3c00-761a-a189-320c4983dd5d', '', 'DELETE'),
      405,
      'method-not-allowed',
    ],
    ['a method that is none', () => get('/v1/sop', '', 'FOO'), 400, 'invalid-request'],
    ['a method in lower case', () => get('/v1/sop', '', 'get'), 400, 'invalid-request'],
    ['HTTP/2 without asking', () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400, 'invalid-request'],
    ['TLS', () => Buffer.of(0x16, 3, 1, 0, 0x80, 1, 0, 0, 0x7c, 3, 3), 400, 'invalid-request'],
    ['no HTTP', () => 'hello\r\n\r\n', 400, 'invalid-request'],
  ];
  for (const [name, request, status, code] of cases) {
    await t.test(name, async t => {
      expectDocument(t, await exchange(url, await request()), status, code);
      t.equal(await hostile.size(), size, 'nothing was written');
    });
  }

  await t.test('what says nothing about the batch changes nothing', async t => {
    const odd = [
      'Content-Type: APPLICATION/JSON; charset="UTF-8"\r\n',
      `${json}Cookie: session=1; __proto__=2\r\n`,
      `${json}Content-Encoding: identity\r\n`,
      `${json}Authorization: Bearer x.y.z\r\n`,
      `${json}Authorization: Basic Og==\r\n`,
      `${json}Accept: text/html;q=zz\r\nAccept-Language: ;;;,fr;q=9,\u00ff\r\n`,
      `${json}X-HTTP-Method-Override: DELETE\r\nX-Forwarded-For: ' or 1=1\r\nForwarded: for=_\r\n`,
      `${json}Origin: https://evil.example\r\n`,
    ];
    for (const headers of odd) {
      t.equal((await exchange(url, post(await batch(), headers))).status, 201, headers);
    }
    const text = await batch();
    const chunks = [text.slice(0, 7), text.slice(7)].map(
      part => `${Buffer.byteLength(part).toString(16)}\r\n${part}\r\n`,
    );
    const chunked = post(`${chunks.join('')}0\r\n\r\n`, `${json}Transfer-Encoding: chunked\r\n`);
    t.equal((await exchange(url, chunked)).status, 201, 'in chunks');
    await hostile.checkWhole(t, size + odd.length + 1);
  });

  await t.test('a sender that goes away in the middle of a batch leaves nothing', async t => {
    const before = await hostile.size();
    const whole = post(await batch(), json);
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    await once(socket, 'connect');
    socket.write(whole.subarray(0, -1));
    socket.resetAndDestroy();
    // Connections are served in the order they come: after an answer on the next one the first was seen.
    t.equal((await exchange(url, get('/health/live'))).status, 200);
    t.equal(await hostile.size(), before);
  });

  await t.test('nothing was asked for in which a browser of another site could read the answer', async t => {
    const answer = await exchange(url, get('/v1/sop', 'Origin: https://evil.example\r\n'));
    t.equal(answer.headers.get('access-control-allow-origin'), undefined);
    t.equal(answer.headers.get('set-cookie'), undefined);
    t.match(answer.headers.get('content-security-policy'), /default-src 'none'/);
    t.equal(answer.headers.get('x-content-type-options'), 'nosniff');
  });

  await t.test('a request that does not come in time is answered with 408', async t => {
    const { app } = hostile.test;
    t.equal(app.server.headersTimeout, 20_000);
    const accepted = new Promise<Socket>(resolve => app.server.once('connection', resolve));
    const answer = exchange(url, 'GET /v1/sop HTTP/1.1\r\nHost: a\r\nX:');
    const timeout = Object.assign(new Error('late'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
    app.server.emit('clientError', timeout, await accepted);
    expectDocument(t, await answer, 408, 'request-timeout');
  });
});
