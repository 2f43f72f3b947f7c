import type { Language } from '../../custody/text.js';
import { detailText, failingWords, tellUnchecked } from '../../verify/index.js';
import type { ProvenEvent, ReceiptVerdict } from './verify-receipt.js';

type Say = (en: string, fr: string) => string;

/**
 * The verdict on receipts in lines for people.
 * @param policy its file, as it was typed; null where none was handed over
 */
export function tellReceiptVerdict(
  { failed, origin, receipts, notProven }: ReceiptVerdict,
  policy: string | null,
  language: Language,
): readonly string[] {
  const say: Say = (en, fr) => (language === 'fr' ? fr : en);
  if (failed?.check === 'policy') return tellUnchecked(policy, detailText(failed.detail)[language], say);
  if (failed !== null) return tellFailure(failed, language, say);
  return [
    say(`HOLDS: in the log ${origin}`, `TIENT : dans le journal ${origin}`),
    ...receipts.flatMap(receipt => tellReceipt(receipt, say)),
    say('Not proven:', 'Non prouvé :'),
    ...notProven.map(text => `  - ${text}`),
  ];
}

function tellReceipt(
  { index, size, subject, seq, type, exportHash, receivedAt }: ProvenEvent,
  say: Say,
): readonly string[] {
  const line = `  #${index} ${say('of', 'sur')} ${size}  ${type}  ${subject} #${seq}  ${say('received', 'reçu le')} ${receivedAt}`;
  if (exportHash === null) return [line];
  const what =
    type === 'dossier.built'
      ? say('hash of the dossier', 'empreinte du dossier')
      : say('hash of the export', "empreinte de l'export");
  return [line, `    ${what} ${exportHash}`];
}

function tellFailure(
  { check, where, detail }: NonNullable<ReceiptVerdict['failed']>,
  language: Language,
  say: Say,
): readonly string[] {
  const at = /^\d+$/.test(where)
    ? say(`: receipt ${Number(where) + 1}`, ` : récépissé ${Number(where) + 1}`)
    : '';
  const wrong = failingWords[check][language];
  return [
    say(`DOES NOT HOLD: ${check}: ${wrong}${at}.`, `NE TIENT PAS : ${check} : ${wrong}${at}.`),
    `  ${detailText(detail)[language]}`,
  ];
}
