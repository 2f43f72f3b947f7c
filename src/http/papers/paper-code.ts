import { toString as qrCode } from 'qrcode';
import type { SignedAct } from '../../store/readers/transfer/signed-act.js';
import { Html } from '../html.js';

/** The code on page 1, by which a paper is checked: log, leaf and statement of the last act on it, one a line. */
export async function paperCode(acts: readonly SignedAct[], origin: string): Promise<Html> {
  const last = acts.at(-1);
  const text = `${origin}\n${last?.index}\n${last?.eventId}`;
  return new Html(await qrCode(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 0 }));
}
