import type { JsonObject } from '../../../src/log/index.js';
import { circumstances, type Intent, uuidOf } from '../procedure.js';

export const stockSubject = `sealstock/${uuidOf('DEMO-STOCK')}`;

/** A run of 100 seals, DEMO-000001 to DEMO-000100. */
export function issuedBody(issuedTo: string, changes: JsonObject = {}): JsonObject {
  return {
    numbers: { prefix: 'DEMO-', first: '000001', last: '000100' },
    sealType: { code: 'TAMPER_EVIDENT_BAG', text: null },
    issuedTo,
    remark: null,
    ...changes,
  };
}

/** The stock is issued by `DEMO-HQC-1` to the officer named. */
export function issueStock(issuedTo: string, changes: JsonObject = {}, subject = stockSubject): Intent {
  return { subject, type: 'sealstock.issued', by: 'DEMO-HQC-1/HQC', body: issuedBody(issuedTo, changes) };
}

/** Body of `sealstock.spoiled` and `sealstock.lost`. */
export function withdrawnBody(number: string, at: string, changes: JsonObject = {}): JsonObject {
  return { ...circumstances(at), number, reason: 'DEMO: torn when taken out', photo: null, ...changes };
}
