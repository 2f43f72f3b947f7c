import type { Language, Text } from '../../custody/text.js';
import { concatBytes, hexText } from '../../log/index.js';
import {
  type Authority,
  type Bag,
  explainNoZipExport,
  isPolicyInside,
  openZipBag,
  policyInside,
  type RandomAccess,
  readAuthorities,
  type SpokenVerdict,
  tellVerdictInParts,
  verifyInEachLanguage,
} from '../../verify/index.js';
import { ContentsReading } from '../reading/contents-reading.js';
import { bordereauPath, readBordereau } from '../reading/read-bordereau.js';
import { listItems, tellItemHistory } from '../reading/tell-items.js';
import { listMatters, tellMatterHistory } from '../reading/tell-matters.js';
import type { Given, Outcome, Verifier } from './verifier.js';

const MAX_FILE_BYTES = 40 * 1024 ** 2;
/** Of a list of pieces, which is parsed whole: some ten thousand of them. */
const MAX_LIST_BYTES = 4 * 1024 ** 2;

const askThePage: Text = {
  en: 'choose the policy of the log (policy.txt) that you were handed apart from this file.',
  fr: "choisissez la politique du journal (policy.txt) que l'on vous a remise à part de ce fichier.",
};

/** An export that holds. */
interface Held {
  readonly bag: Bag;
  readonly reading: ContentsReading;
  /** Paths inside. */
  readonly paths: ReadonlySet<string>;
}

/** Verifies on the thread that it is called on. */
export function createVerifier(): Verifier {
  let held: Held | null = null;
  return {
    async verify(given, onProgress) {
      held = null;
      const file = accessTo(given.zip);
      const { bag, paths } = noting(openZipBag(file));
      const reading = new ContentsReading();
      const spoken = await verifyInEachLanguage(bag, {
        policy: given.policy?.bytes ?? null,
        known: given.known,
        timestampAuthorities: given.authorities.flatMap(bytes => readAuthorities(bytes) ?? noAuthority),
        onProgress,
        reading,
      });
      const outcome = await tell(spoken, { given, file, bag });
      if (spoken.en.verdict.verdict !== 'ok')
        return { ...outcome, items: [], matters: [], piecesHash: null, cut: false };
      reading.tellWhole(spoken.en.verdict.whole);
      held = { bag, reading, paths };
      const piecesHash = await readPieces(held);
      const [items, matters] = [listItems(reading), listMatters(reading)];
      return { ...outcome, items, matters, piecesHash, cut: reading.cut };
    },
    async history(subject) {
      if (held === null) return null;
      const inside = held;
      const { reading } = inside;
      const insideOf = (sha256: string) => whereIs(inside, sha256)?.what ?? null;
      const item = reading.items.get(subject);
      if (item !== undefined) return tellItemHistory(reading, item, insideOf);
      const matter = reading.matters.get(subject);
      return matter === undefined ? null : tellMatterHistory(reading, matter, insideOf);
    },
    async file(sha256) {
      return held === null ? null : readFile(held, sha256);
    },
  };
}

const noAuthority: readonly Authority[] = [];

async function tell(
  spoken: Record<Language, SpokenVerdict>,
  { given, file, bag }: { given: Given; file: RandomAccess; bag: Bag },
): Promise<Pick<Outcome, 'spoken'>> {
  const { failed, verdict } = spoken.en.verdict;
  const noExport = failed?.check === 'bag' ? await explainNoZipExport(file, openZipBag(file)) : null;
  const isOwn = verdict === 'ok' && given.policy !== null && (await isPolicyInside(bag, given.policy.bytes));
  const tellIn = (language: Language) => {
    const { verdict, account } = spoken[language];
    const remarks = isOwn ? [policyInside[language]] : [];
    const policy = given.policy?.name ?? null;
    const told = { account, policy, noExport, remarks, askForPolicy: askThePage };
    return { verdict, told: tellVerdictInParts(verdict, told, language) };
  };
  return { spoken: { en: tellIn('en'), fr: tellIn('fr') } };
}

/** Numbers the pieces by the list of a dossier, and says the hash of the list; null where there is none. */
async function readPieces({ bag, paths, reading }: Held): Promise<string | null> {
  if (!paths.has(bordereauPath)) return null;
  const bytes = await readWhole(bag, bordereauPath, MAX_LIST_BYTES);
  const bordereau = bytes && readBordereau(bytes, reading);
  if (bytes === null || bordereau === null) return null;
  reading.tellPieces(bordereau);
  return sha256Of(bytes);
}

/** Bytes that were verified once are hashed again: the ZIP lies on the reader's disk, and may be another by now. */
async function readFile(held: Held, sha256: string): Promise<Uint8Array | null> {
  const place = whereIs(held, sha256);
  if (place === null) return null;
  const bytes = await readWhole(held.bag, place.path, MAX_FILE_BYTES);
  return bytes !== null && (await sha256Of(bytes)) === place.sha256 ? bytes : null;
}

/** The original, or else the copy that went along of it; null where there is neither. */
function whereIs({ paths, reading }: Held, sha256: string) {
  const path = `data/file/${sha256}`;
  if (paths.has(path)) return { what: 'original' as const, path, sha256 };
  const copy = reading.copyOf(sha256);
  return copy !== null && paths.has(copy.path) ? { what: 'copy' as const, ...copy } : null;
}

/** Null of what is longer than `most` bytes. */
async function readWhole(bag: Bag, path: string, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of bag.open(path)) {
    length += part.length;
    if (length > most) return null;
    parts.push(part.slice());
  }
  return new Uint8Array(concatBytes(...parts));
}

async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return hexText(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

/** The bag, and the paths that it lists. */
function noting(bag: Bag): { readonly bag: Bag; readonly paths: ReadonlySet<string> } {
  const paths = new Set<string>();
  return {
    paths,
    bag: {
      async *list() {
        for await (const file of bag.list()) {
          paths.add(file.path);
          yield file;
        }
      },
      open: path => bag.open(path),
    },
  };
}

function accessTo(file: Blob): RandomAccess {
  return {
    size: file.size,
    read: async (offset, length) =>
      new Uint8Array(await file.slice(offset, Math.min(offset + length, file.size)).arrayBuffer()),
  };
}
