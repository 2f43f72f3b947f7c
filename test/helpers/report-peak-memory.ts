import { isMainThread } from 'node:worker_threads';

/*
 * `node --import` of this file: as the last line on standard error, the most memory that the process ever had, in MiB, as the
 * operating system counts it: buffers and threads too.
 */
if (isMainThread) {
  process.on('exit', () => {
    process.stderr.write(`\npeak ${Math.ceil(process.resourceUsage().maxRSS / 1024)}\n`);
  });
}
