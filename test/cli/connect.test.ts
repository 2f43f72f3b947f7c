import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { formatVerifierKey } from '../../src/log/index.js';
import { makeLogKey, verifierKeyOf } from '../../src/store/log-key-file.js';
import { CommandRunner } from '../helpers/command-walk.js';
import { createTestFolder } from '../helpers/test-folder.js';

/** A service that says which log it has, and nothing else. */
async function serviceOf(t: Test, origin: string) {
  const key = formatVerifierKey(verifierKeyOf(origin, await makeLogKey()));
  const server = createServer((request, response) => {
    response.writeHead(request.url === '/v1/log/key' ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ origin, subject: 'log/01a00000-0000-7000-8000-000000000001', key }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.teardown(() => server.close());
  return { key, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const one = 'custody.example.org/AAAAAAAAAAAAAAAAAAAAAA';
const other = 'custody.example.org/BBBBBBBBBBBBBBBBBBBBBA';

t.test('a device keeps the log it knows: another key is taken up only by --replace', async t => {
  const folder = await createTestFolder(t);
  const runner = CommandRunner.start(t, folder);
  const [first, second, forged] = await Promise.all([
    serviceOf(t, one),
    serviceOf(t, other),
    serviceOf(t, one),
  ]);
  const stored = async () => JSON.parse(await readFile(join(folder, '.scelle/device.json'), 'utf8'));

  const mistaken = await runner.run(['connect', first.url, '--log-key', second.key]);
  t.match(mistaken, { code: 2, stdout: '', stderr: 'it is not your log, nothing was remembered' });
  await t.rejects(stored(), { code: 'ENOENT' });

  const connected = await runner.run(['connect', `${first.url}//`]);
  t.equal(connected.code, 0, connected.stderr);
  t.equal(connected.stdout, `${one}\nCompare with the key you were given on paper:\n  ${first.key}\n`);
  t.match(await stored(), { service: first.url, origin: one, logKey: first.key }, 'no slash at the end');

  const others = [
    ['another log', second, 'appartient au journal'],
    ['another key', forged, 'a une autre clé du journal'],
  ] as const;
  for (const [name, { url }, words] of others) {
    const refused = await runner.run(['connect', url]);
    t.match(refused, { code: 2, stdout: '', stderr: '--replace' }, name);
    const french = await runner.run(['--lang', 'fr', 'connect', url]);
    t.match(french, { code: 2, stderr: words }, name);
    t.match(await stored(), { service: first.url, logKey: first.key }, `${name}: nothing is overwritten`);
  }

  const again = await runner.run(['connect', first.url, '--log-key', ` ${first.key}\n`]);
  t.match(again, { code: 0, stdout: 'Its key is the one you gave:' });
  t.match(await runner.run(['connect', second.url, '--replace']), { code: 0 });
  t.match(await stored(), { service: second.url, origin: other, logKey: second.key });
});

t.test('an address that is none is said so, before anything is asked', async t => {
  const runner = CommandRunner.start(t, await createTestFolder(t));
  for (const typed of ['127.0.0.1:8420', 'custody.example.org', 'ftp://custody.example.org']) {
    t.match(
      await runner.run(['connect', typed]),
      { code: 2, stderr: 'begin with http:// or https://' },
      typed,
    );
    const french = await runner.run(['--lang', 'fr', 'connect', typed]);
    t.match(french, { code: 2, stderr: 'commencer par http:// ou https://' }, typed);
  }
  for (const typed of ['http://', 'https://user:word@x.example', 'http://x.example/?q=1']) {
    t.match(
      await runner.run(['connect', typed]),
      { code: 2, stderr: 'is not the address of a service' },
      typed,
    );
  }
});
