import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { readCertificateFile } from '../../timestamp/read-certificate-file.js';
import { type Account, type Told, tellVerdict, type Verdict, verifyExport } from '../../verify/index.js';
import { exitStatus, type Output } from '../output.js';
import { UsageError } from '../usage-error.js';
import { createExaminerPool } from './examiner-pool.js';
import { explainNoExport } from './no-export.js';
import { openBag } from './open-bag.js';
import { remarkPolicy } from './policy-apart.js';
import { readGiven, readGivenJson } from './read-given.js';
import { readHeld, requireCheckpoint } from './read-held.js';
import { tellReceiptVerdict } from './tell-receipts.js';
import { startVerifyProgress } from './verify-progress.js';
import { verifyReceiptFile } from './verify-receipt.js';

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
  if (options.receipt !== undefined) {
    requireReceiptAlone(path, options);
    return runVerifyReceipt(options.receipt, options, output);
  }
  if (path === undefined) {
    throw new UsageError({
      en: 'the command needs <export>, or --receipt <file>',
      fr: 'il manque <export> à la commande, ou --receipt <file>',
    });
  }
  const { verdict, told } = await verify(path, options, output, script);
  output.result(verdict, tellVerdict(verdict, told, output.language));
  if (verdict.verdict !== 'ok') process.exitCode = exitStatus.differs;
}

/** What would not be looked at is refused: a verdict must not read as if it were of that too. */
function requireReceiptAlone(path: string | undefined, { tsa, accessLog }: VerifyCommandOptions): void {
  const beside = path ?? (tsa && '--tsa') ?? (accessLog && '--access-log');
  if (beside === undefined) return;
  throw new UsageError({
    en: `--receipt verifies receipts alone, and would not look at ${beside}: for an export with receipts beside it, give <export> --known <receipts>`,
    fr: `--receipt ne vérifie que des récépissés, et ne regarderait pas ${beside} : pour un export et des récépissés à côté, donnez <export> --known <récépissés>`,
  });
}

async function runVerifyReceipt(
  receipt: string,
  { policy, known = [] }: VerifyCommandOptions,
  output: Output,
): Promise<void> {
  const given = policy === undefined ? null : await readGiven(policy);
  const held = await Promise.all(known.map(readCheckpoint));
  const language = output.json ? 'en' : output.language;
  const verdict = await verifyReceiptFile(await readGivenJson(receipt), given, held, language);
  output.result(verdict, tellReceiptVerdict(verdict, policy ?? null, language));
  if (verdict.verdict !== 'ok') process.exitCode = exitStatus.differs;
}

async function verify(
  path: string,
  { policy, known = [], tsa = [], accessLog }: VerifyCommandOptions,
  { json, language }: Output,
  script: URL,
): Promise<{ readonly verdict: Verdict; readonly told: Told }> {
  const given = policy === undefined ? null : await readGiven(policy);
  const held = (await Promise.all(known.map(readHeld))).flat();
  const timestampAuthorities = (await Promise.all(tsa.map(readCertificateFile))).flat();
  // Opened before anything is verified: one that is not there is a wrong command, and no verdict.
  const accessFile = accessLog === undefined ? undefined : await openFile(accessLog);
  const opened = await openBag(path);
  let account: Account | null = null;
  const pool = createExaminerPool(script);
  const progress = startVerifyProgress(language);
  try {
    const verdict = await verifyExport(opened.bag, {
      policy: given,
      known: held,
      timestampAuthorities,
      ...(accessFile && { accessLog: accessFile.createReadStream({ autoClose: false }) }),
      examiner: pool,
      createSha256: () => createHash('sha256'),
      // For machines there is one language.
      language: json ? 'en' : language,
      onProgress: progress.report,
      onAccount: given => {
        account = given;
      },
    });
    const { bag } = opened;
    const isHeld = account !== null && policy !== undefined && given !== null;
    const remarks = isHeld ? await remarkPolicy({ path, policy, given, bag }, language) : [];
    const noExport = verdict.failed?.check === 'bag' ? await explainNoExport(path, opened) : null;
    return { verdict, told: { account, policy: policy ?? null, noExport, remarks } };
  } finally {
    progress.stop();
    await pool.close();
    await accessFile?.close();
    await opened.close();
  }
}

async function readCheckpoint(path: string): Promise<Uint8Array> {
  const bytes = await readGiven(path);
  requireCheckpoint(path, bytes);
  return bytes;
}

async function openFile(path: string): Promise<FileHandle> {
  const file = await open(path, 'r');
  if ((await file.stat()).isFile()) return file;
  await file.close();
  throw new UsageError({ en: `${path} is not a file`, fr: `${path} n'est pas un fichier` });
}
