import type { ReceiptAnswer } from '../../client/index.js';
import { base64Bytes, type FindKey, parsePolicy, splitSubmission, verifyReceipt } from '../../log/index.js';

/** Checks a receipt as its holder would: with the log's key and the signer's, and nothing of the service. */
export function checkReceipt(submitted: string, receipt: ReceiptAnswer, logKey: string, findKey: FindKey) {
  return verifyReceipt(
    {
      jws: splitSubmission(submitted).jws,
      proof: receipt.proof,
      subjectSalt: base64Bytes(receipt.subjectSalt, 'leaf'),
    },
    parsePolicy(`log ${logKey}\nquorum none\n`),
    findKey,
  );
}
