import { parseArgs } from 'node:util';
import { runRegisterBench } from './run-register-bench.js';

/*
 * npm run bench:register -- [--rounds 30] [--json]
 * A synthetic register is taken over by `scelle import table`; each view and list is then asked for many times.
 */
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '30' }, json: { type: 'boolean', default: false } },
});
const report = await runRegisterBench(Number(values.rounds), line => process.stderr.write(`${line}\n`));
process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : `${report.lines.join('\n')}\n`);
