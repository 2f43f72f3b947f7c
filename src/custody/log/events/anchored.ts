import Type from 'typebox';
import {
  base64Bytes,
  type Checkpoint,
  FormatError,
  parseCheckpoint,
  parseNote,
  type SignedNote,
} from '../../../log/index.js';
import { type Circumstances, following } from '../../rule.js';
import { Exactly, words } from '../../schema/described.js';
import { refuse, refuseIf, type Violation } from '../../violation.js';
import { byOperator } from '../by-operator.js';
import { isLogKeyLine, originOf } from '../log-keys.js';
import type { LogState } from '../state.js';

const body = Exactly({
  note: Type.String({
    ...words(
      'Checkpoint with its cosignatures, base64',
      'Point de contrôle avec ses cosignatures, en base64',
    ),
    maxLength: 40_000,
    pattern: '^[A-Za-z0-9+/]+={0,2}$',
  }),
});

/**
 * `log.anchored` (log-format section 8): from this leaf on no time received lies more than five minutes before the
 * cosignatures of the checkpoint. Judged here is what needs no policy: its form, whose checkpoint it is and its size.
 * Whether the cosignatures are good and make a quorum is for who knows the policy: the service before it signs, and a
 * verifier.
 */
export const logAnchored = following<LogState, typeof body>({
  type: 'log.anchored',
  form: 1,
  source: 'log-format section 8',
  title: { en: 'Log anchored in cosigned time', fr: 'Journal ancré dans un temps cosigné' },
  body,
  decide(state, act, circumstances) {
    const read = readAnchor(act.body.note);
    if (typeof read === 'string')
      return [...byOperator(act), refuse('log.anchor-malformed', '/body/note', { reason: read })];
    return [...byOperator(act), ...checkAnchor(state, read, circumstances)];
  },
  evolve(state, act) {
    const read = readAnchor(act.body.note);
    if (typeof read === 'string') return state;
    return { ...state, anchored: { size: read.checkpoint.size, receivedAt: act.receivedAt } };
  },
});

interface Anchor {
  readonly note: SignedNote;
  readonly checkpoint: Checkpoint;
}

function readAnchor(text: string): Anchor | string {
  try {
    const note = parseNote(base64Bytes(text, 'checkpoint'));
    return { note, checkpoint: parseCheckpoint(note.text) };
  } catch (error) {
    if (error instanceof FormatError) return error.message;
    throw error;
  }
}

function checkAnchor(
  state: LogState,
  { note, checkpoint }: Anchor,
  { index }: Circumstances,
): readonly Violation[] {
  const { size, origin } = checkpoint;
  const own = note.signatures.filter(line => isLogKeyLine(state, line));
  return [
    ...refuseIf(origin !== originOf(state), 'log.anchor-of-another-log', '/body/note', { origin }),
    ...refuseIf(
      own.length === 0 || own.length === note.signatures.length,
      'log.anchor-unsigned',
      '/body/note',
    ),
    ...refuseIf(size > index, 'log.anchor-ahead', '/body/note', { size: String(size), index: String(index) }),
  ];
}
