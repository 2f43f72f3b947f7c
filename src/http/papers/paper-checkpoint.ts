import { formatTime, type VerifiedCheckpoint, verifyCheckpoint } from '../../log/index.js';
import { readLastWitnessed, withCosignatures } from '../../store/cosignatures.js';
import type { OpenLog } from '../../store/open-log.js';
import { policyAt } from '../../store/policy-at.js';
import { readLogStanding } from '../../store/read-log-standing.js';
import { type Html, html } from '../html.js';
import { labelled, minuteText, type Say } from './paper-text.js';
import { paperWords as words } from './transfer-words.js';

/** The checkpoint that a paper prints, and who cosigned it. */
export interface PaperCheckpoint {
  /** Signed note with its cosignatures. */
  readonly note: string;
  readonly size: number;
  readonly cosignatures: VerifiedCheckpoint['cosignatures'];
  /** Enough of them for the log's policy. */
  readonly quorum: boolean;
}

/**
 * The newest checkpoint with a quorum where it covers a leaf, or else the last that was signed, with the lines that
 * witnesses gave it. The vault is read alone: a paper prints under a restored old database too.
 */
export async function readPaperCheckpoint(
  { db, vault, policy, origin, subject }: Pick<OpenLog, 'db' | 'vault' | 'policy' | 'origin' | 'subject'>,
  leaf: number,
): Promise<PaperCheckpoint> {
  const witnessed = await readLastWitnessed(db, policy, origin);
  const isEnough = witnessed !== undefined && witnessed.size > leaf;
  const newest = isEnough ? witnessed : await vault.read();
  const note = isEnough ? newest.note : await withCosignatures(db, policy, newest);
  const { state } = await readLogStanding({ db, subject });
  const { size, cosignatures, quorum } = await verifyCheckpoint(note, policyAt(policy, state, newest.size));
  return { note, size, cosignatures, quorum };
}

/**
 * Who besides the operator vouches for the checkpoint, and since when; that it covers every leaf on the paper, or not.
 * @param leaf the last on the paper
 */
export function cosignatureLines(
  { size, cosignatures, quorum }: PaperCheckpoint,
  leaf: number,
  say: Say,
): Html {
  const witnesses = cosignatures.map(
    ({ witness, time }) => html`<li>${witness} – ${minuteText(formatTime(time))}</li>`,
  );
  const isCovered = size > leaf;
  return html`<p>${labelled(words.checkpointOf, say)}${size} – ${isCovered ? say(words.covers) : html`<b>${say(words.coversNot)}</b>`}</p>
${
  witnesses.length === 0
    ? html`<p><b>${say(words.noWitness)}</b></p>`
    : html`<p>${labelled(words.cosigned, say)}${quorum ? null : html`<b>${say(words.noQuorum)}</b>`}</p><ul>${witnesses}</ul>`
}`;
}
