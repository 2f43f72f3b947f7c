import Fastify from 'fastify';
import t from 'tap';
import { createLogger, loggerSettings } from '../src/logger.js';

const secret = 'DEMO-SECRET-INFORMANT';
const json = { level: 'info', format: 'json' } as const;

function record() {
  const lines: string[] = [];
  return { lines, sink: { write: (line: string) => lines.push(line) } };
}

t.test('a record is one line of JSON', async t => {
  const { lines, sink } = record();
  createLogger(json, sink).info({ size: 7 }, 'ready');
  createLogger(json, sink).debug('too quiet');
  t.equal(lines.length, 1);
  t.match(JSON.parse(lines[0] ?? ''), { level: 30, msg: 'ready', size: 7 });
});

t.test('members that must not be logged, wherever they stand', async t => {
  const members = [
    'authorization',
    'body',
    'passphrase',
    'token',
    'privateKey',
    'jws',
    'disclosures',
    'claims',
    'source',
    'headers',
  ];
  for (const name of members) {
    const { lines, sink } = record();
    const logger = createLogger(json, sink);
    logger.info({ [name]: secret });
    logger.info({ event: { [name]: { text: secret } } });
    logger.info({ event: { inner: { [name]: [secret] } } });
    t.equal(lines.length, 3);
    t.notMatch(lines.join(''), secret, name);
  }
});

const header = Buffer.from('{"alg":"ES256","kid":"x"}').toString('base64url');
const disclosure = Buffer.from(`["salt-salt-salt","source","${secret}"]`).toString('base64url');
const texts: [string, string][] = [
  ['a signed statement', `could not read ${header}.${header}.c2ln`],
  ['a statement with disclosures', `batch ${header}.e30.c2ln~${disclosure}~${disclosure}`],
  ['a disclosure alone', `unknown claim ${disclosure}`],
  ['a private key', `-----BEGIN PRIVATE KEY-----\n${disclosure}\n-----END PRIVATE KEY-----`],
  ['a note key', `PRIVATE+KEY+demo+00000000+${disclosure}`],
  ['a database password', `postgres://scelle_service:${disclosure}@127.0.0.1:5432/scelle`],
  ['an authorization header', `Bearer ${disclosure}`],
];

for (const [name, text] of texts) {
  t.test(`${name} inside a text, as message, member and error`, async t => {
    const { lines, sink } = record();
    const logger = createLogger(json, sink);
    logger.warn(text);
    logger.warn({ note: text });
    logger.warn(new Error(text, { cause: new Error(text) }));
    for (const line of lines) {
      JSON.parse(line);
      t.notMatch(line, disclosure.slice(0, 30));
      t.notMatch(line, header);
    }
    t.equal(lines.length, 3);
  });
}

t.test('an error keeps name, code, message and place, not the values of a row', async t => {
  const { lines, sink } = record();
  const error = Object.assign(new Error('duplicate key value violates unique constraint "claim_pkey"'), {
    code: '23505',
    constraint: 'claim_pkey',
    detail: `Key (value)=(${secret}) already exists.`,
    where: secret,
    query: secret,
  });
  createLogger(json, sink).error(error);
  const { err } = JSON.parse(lines[0] ?? '');
  t.match(err, { type: 'Error', code: '23505', constraint: 'claim_pkey', stack: /logger\.test/ });
  t.notMatch(lines[0], secret);
});

t.test('a request has an id, and neither headers, body nor the values of its query', async t => {
  const { lines, sink } = record();
  const app = Fastify({ logger: loggerSettings(json, sink) });
  const querystring = { type: 'object', properties: { text: { type: 'string' }, site: { type: 'string' } } };
  app.post('/v1/evidence', { schema: { querystring } }, async () => ({ done: true }));
  await app.inject({
    method: 'POST',
    url: `/v1/evidence?text=${secret}&${secret}&site=x`,
    headers: { authorization: `Bearer ${secret}` },
    payload: { claim: secret },
  });
  await app.close();
  t.equal(lines.length, 2);
  const [incoming, completed] = lines.map(line => JSON.parse(line));
  t.match(incoming, {
    reqId: String,
    req: { method: 'POST', path: '/v1/evidence', parameters: ['text', 'site'] },
  });
  t.equal(completed.reqId, incoming.reqId);
  t.notMatch(lines.join(''), secret);
});
