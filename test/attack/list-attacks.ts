import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Finding, findingsVariable } from './report.js';

/**
 * `npm run attack`: runs the tamper suite and lists each attack, the check that must find it and what the verifier said.
 * The exit status is that of the suite.
 */
const runner = join(import.meta.dirname, '../run.js');

const folder = await mkdtemp(join(tmpdir(), 'scelle-attack-'));
try {
  const path = join(folder, 'findings');
  const code = await runSuite(path);
  const findings = await readFindings(path);
  list(findings);
  process.stdout.write(
    code === 0 && findings.length > 0
      ? `${findings.length} times somebody looked, and each attack was found by the check that was named for it.\n`
      : 'The suite FAILED: see above.\n',
  );
  process.exitCode = findings.length > 0 ? code : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}

function runSuite(path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [runner, 'attack/'], {
      env: { ...process.env, [findingsVariable]: path },
      stdio: 'inherit',
    });
    // The runner is of the same group of a terminal: it hears of an interruption itself, and ends first.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
    child.once('error', reject);
    child.once('close', code => resolve(code ?? 1));
  });
}

async function readFindings(path: string): Promise<readonly Finding[]> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line));
}

function list(findings: readonly Finding[]): void {
  for (const family of [...new Set(findings.map(finding => finding.family))].sort()) {
    process.stdout.write(`\n${family}\n`);
    const own = findings.filter(finding => finding.family === family);
    for (const title of new Set(own.map(finding => finding.title))) {
      const looked = own.filter(finding => finding.title === title);
      process.stdout.write(`  ${title} (the attacker has ${looked[0]?.has})\n`);
      for (const { of, held, named, said } of looked) {
        process.stdout.write(`    ${of}, ${held}\n      must be  ${named}\n      found    ${said}\n`);
      }
    }
  }
  process.stdout.write('\n');
}
