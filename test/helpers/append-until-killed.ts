import { createInterface } from 'node:readline';
import { createSigner, createVerifierKey, parsePublicJwk } from '../../src/log/index.js';
import { LogKeys } from '../../src/store/log-keys.js';
import { openLog } from '../../src/store/open-log.js';

/**
 * A service in a process of its own, to be killed. The first line it reads says where the log is; every other is a
 * batch, and for each it prints the receipts. Batches are submitted as they come, so they are appended in groups.
 */
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const { serviceUrl, vaultFolder, filesFolder, origin, privateJwk, now } = await readLine();
const { d: _secret, ...publicJwk } = privateJwk;
const log = await openLog({
  serviceUrl,
  vaultFolder,
  filesFolder,
  logKeys: new LogKeys([
    {
      key: createVerifierKey(origin, 'note', parsePublicJwk(publicJwk)),
      signer: await createSigner(privateJwk),
    },
  ]),
  now: () => now,
});
process.stdout.write('"ready"\n');
for (;;) {
  const { batch } = await readLine();
  log.appender.submit(batch).then(
    outcome => process.stdout.write(`${JSON.stringify({ batch, outcome })}\n`),
    (error: Error) => process.stderr.write(`${error.message}\n`),
  );
}

async function readLine() {
  const { done, value } = await lines.next();
  if (done === true) {
    await log.close();
    process.exit(0);
  }
  return JSON.parse(value);
}
