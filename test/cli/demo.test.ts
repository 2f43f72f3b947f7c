import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import t from 'tap';

const run = promisify(execFile);
const program = join(import.meta.dirname, '../../src/cli/main.js');

interface DemoResult {
  readonly steps: readonly {
    readonly outcome: string;
    readonly status: number | null;
    readonly rules: readonly { readonly rule: string }[];
  }[];
  readonly receipt: { readonly index: number; readonly size: number; readonly origin: string };
}

t.test(
  'scelle demo --out DIR --json: one line, refusals of the service itself, a checked receipt',
  async t => {
    const folder = await mkdtemp(join(tmpdir(), 'scelle-demo-test-'));
    t.teardown(() => rm(folder, { recursive: true, force: true }));
    const out = join(folder, 'out');
    const { stdout } = await run(process.execPath, [program, '--json', 'demo', '--out', out], {
      timeout: 110_000,
    });
    t.equal(stdout.trimEnd().split('\n').length, 1, 'exactly one line on standard output');
    const { steps, receipt }: DemoResult = JSON.parse(stdout);
    const refused = steps.filter(({ outcome }) => outcome === 'refused');
    t.ok(refused.length > 0);
    for (const { status, rules } of refused) {
      t.equal(status, 422);
      t.ok(rules.length > 0, 'a refusal names its rule');
    }
    t.match(receipt.origin, /^demo\./, "the log's origin says demo");
    t.ok(receipt.index < receipt.size);
    const officers = await readdir(join(out, 'officers'));
    for (const officer of officers) {
      t.same(
        await readdir(join(out, 'officers', officer)),
        ['officer.key.json'],
        `${officer} has a folder of its own`,
      );
    }
    t.same(await readdir(join(out, 'receipts')), [`${receipt.index}.tlog-proof`]);
  },
);
