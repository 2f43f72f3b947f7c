import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { readCertificateFile } from '../../timestamp/read-certificate-file.js';
import { type Verdict, verifyExport } from '../../verify/index.js';
import { readJsonFile } from '../home.js';
import { exitStatus, type Output } from '../output.js';
import { UsageError } from '../usage-error.js';
import { createExaminerPool } from './examiner-pool.js';
import { openBag } from './open-bag.js';
import { readHeld } from './read-held.js';
import { startVerifyProgress } from './verify-progress.js';
import { tellReceiptVerdict, verifyReceiptFile } from './verify-receipt.js';
import { tellVerdict } from './verify-words.js';

export interface VerifyCommandOptions {
  readonly policy?: string;
  readonly known?: readonly string[];
  readonly tsa?: readonly string[];
  readonly accessLog?: string;
  /** Receipts, instead of an export. */
  readonly receipt?: string;
}

/**
 * Verifies an export and tells the verdict; the exit status is 0 only for `ok`.
 * @param script what a worker of the pool runs
 */
export async function runVerify(
  path: string | undefined,
  options: VerifyCommandOptions,
  output: Output,
  script: URL,
): Promise<void> {
  if (options.receipt !== undefined) return runVerifyReceipt(options.receipt, options, output);
  if (path === undefined) {
    throw new UsageError({
      en: 'the command needs <export>, or --receipt <file>',
      fr: 'il manque <export> à la commande, ou --receipt <file>',
    });
  }
  const verdict = await verify(path, options, output, script);
  output.result(verdict, tellVerdict(verdict, output.language));
  if (verdict.verdict !== 'ok') process.exitCode = exitStatus.differs;
}

async function runVerifyReceipt(
  receipt: string,
  { policy, known = [] }: VerifyCommandOptions,
  output: Output,
): Promise<void> {
  const given = policy === undefined ? null : await readFile(policy);
  const held = await Promise.all(known.map(file => readFile(file)));
  const verdict = await verifyReceiptFile(await readJsonFile(receipt), given, held);
  output.result(verdict, tellReceiptVerdict(verdict, output.language));
  if (verdict.verdict !== 'ok') process.exitCode = exitStatus.differs;
}

async function verify(
  path: string,
  { policy, known = [], tsa = [], accessLog }: VerifyCommandOptions,
  { json, language }: Output,
  script: URL,
): Promise<Verdict> {
  const given = policy === undefined ? null : await readFile(policy);
  const held = await Promise.all(known.map(readHeld));
  const timestampAuthorities = (await Promise.all(tsa.map(readCertificateFile))).flat();
  const opened = await openBag(path);
  const pool = createExaminerPool(script);
  const progress = startVerifyProgress(language);
  try {
    return await verifyExport(opened.bag, {
      policy: given,
      known: held,
      timestampAuthorities,
      ...(accessLog === undefined ? {} : { accessLog: createReadStream(accessLog) }),
      examiner: pool,
      createSha256: () => createHash('sha256'),
      // For machines there is one language.
      language: json ? 'en' : language,
      onProgress: progress.report,
    });
  } finally {
    progress.stop();
    await pool.close();
    await opened.close();
  }
}
