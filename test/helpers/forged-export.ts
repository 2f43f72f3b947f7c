import {
  appendToTiles,
  base64Text,
  canonicalText,
  formatTlogProof,
  holdTiles,
  inclusionProofsFromTiles,
  signHeadStatement,
  subjectTag,
  tilePath,
  tilesOfSize,
} from '../../src/log/index.js';
import type { Verdict, VerifyOptions } from '../../src/verify/index.js';
import { bytesOf, type Files, memoryBag, sealBag } from './bag-files.js';
import type { Appended, ForgedLog, NoteKey } from './forged-log.js';
import { verifyKept } from './verify-kept.js';

export interface ForgedExport {
  /** Subjects asked for; null for the whole log. */
  readonly wanted?: readonly string[] | null;
  /** Subjects whose events are left out although they are named. */
  readonly without?: readonly string[];
  readonly size?: number;
  /** The checkpoint; of the log's key and witness where nothing is said. */
  readonly note?: string;
  /** Who signs the head statements. */
  readonly headKey?: NoteKey;
}

/** The events of a partial export: whole histories, and what these name, with the countersignatures. */
function chooseEvents(log: ForgedLog, size: number, wanted: readonly string[]): [Appended[], Set<string>] {
  const events = log.events.slice(0, size);
  const whole = new Set([...wanted, log.subject]);
  const named = new Set(
    events
      .filter(({ payload }) => whole.has(payload.subject))
      .flatMap(({ payload: { refs, body } }) => [
        ...refs,
        ...(typeof body.group === 'string' ? [body.group] : []),
      ]),
  );
  const isNamed = ({ eventId, payload: { type, refs } }: Appended) =>
    named.has(eventId) || (type.endsWith('.countersigned') && named.has(refs[0] ?? ''));
  for (let before = 0; before < whole.size; ) {
    before = whole.size;
    for (const event of events) {
      const { subject, actor } = event.payload;
      if (whole.has(subject) || isNamed(event)) whole.add(`officer/${actor.officer}`);
    }
  }
  return [events.filter(event => whole.has(event.payload.subject) || isNamed(event)), whole];
}

/** The bag of an export, made by hand from the log format (section 11). */
export async function forgeExport(log: ForgedLog, options: ForgedExport = {}): Promise<Files> {
  const { wanted = null, size = log.events.length, headKey = log.logKey } = options;
  const note = options.note ?? (await log.note(size));
  const all = log.events.slice(0, size);
  const [chosen, whole] =
    wanted === null
      ? [all, new Set(all.map(({ payload }) => payload.subject))]
      : chooseEvents(log, size, wanted);
  const inside = chosen.filter(({ payload }) => !options.without?.includes(payload.subject));
  const root = log.rootAt(size);
  const files: Files = new Map();
  files.set('bagit.txt', bytesOf('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'));
  files.set('bag-info.txt', bytesOf('Bagging-Date: 2021-04-02\n'));
  const statement = { v: 1, origin: log.origin, size, root: base64Text(root), complete: wanted === null };
  files.set('data/log.json', bytesOf(canonicalText(statement)));
  files.set('data/policy.txt', bytesOf(log.policy));
  files.set('data/checkpoint', bytesOf(note));
  files.set('data/events.ndjson', bytesOf(inside.map(event => log.lineOf(event)).join('')));
  const subjects = [...new Set(inside.map(({ payload }) => payload.subject))].sort();
  const at = log.timeOf(size - 1);
  const lines = await Promise.all(
    subjects.map(async subject => {
      const salt = log.saltOf(subject);
      const last = all.findLast(({ payload }) => payload.subject === subject);
      const head =
        whole.has(subject) && last !== undefined
          ? await signHeadStatement(
              {
                log: log.origin,
                subject,
                subjectTag: subjectTag(salt, subject),
                seq: last.payload.seq,
                eventId: last.eventId,
                leafHash: last.leafHash,
                size,
                root,
                at,
              },
              headKey.signer,
            )
          : null;
      return `${canonicalText({ subject, salt: base64Text(salt), head })}\n`;
    }),
  );
  files.set('data/subjects.ndjson', bytesOf(lines.join('')));
  const { changedTiles } = appendToTiles(
    0,
    [],
    all.map(({ leafHash }) => leafHash),
  );
  const tiles = holdTiles(changedTiles);
  if (wanted === null) {
    for (const tile of tilesOfSize(size)) files.set(`data/${tilePath(tile)}`, await tiles.readTile(tile));
  } else {
    const indexes = inside.map(({ index }) => index);
    const proofs = await inclusionProofsFromTiles(indexes, size, tiles);
    inside.forEach(({ index, leafData }, position) => {
      const proof = { extra: leafData, index, proof: proofs[position] ?? [], checkpoint: note };
      files.set(`data/proof/${index}.tlog-proof`, bytesOf(formatTlogProof(proof)));
    });
  }
  return sealBag(files);
}

export async function verifyForged(
  log: ForgedLog,
  options: ForgedExport = {},
  verifying: Partial<VerifyOptions> = {},
): Promise<Verdict> {
  return verifyKept(memoryBag(await forgeExport(log, options)), { policy: log.policy, ...verifying });
}
