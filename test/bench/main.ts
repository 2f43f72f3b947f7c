import { parseArgs } from 'node:util';
import { type Options, runBench } from './run-bench.js';

/*
 * npm run bench -- [--clients 64] [--small 1000] [--large 100000] [--rounds 1] [--json]
 * Ratios of one run on one machine (docs/performance.md).
 */
const { values } = parseArgs({
  options: {
    clients: { type: 'string', default: '64' },
    small: { type: 'string', default: '1000' },
    large: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});

const options: Options = {
  clients: Number(values.clients),
  small: Number(values.small),
  large: Number(values.large),
  rounds: Number(values.rounds),
};
const report = await runBench(options, line => process.stderr.write(`${line}\n`));
process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : `${report.lines.join('\n')}\n`);
