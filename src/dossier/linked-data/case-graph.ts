import { boundFiles } from '../../custody/common/files-kept-back.js';
import { canonicalText, type JsonObject, type SignedEvent, subjectKind, utf8Bytes } from '../../log/index.js';
import { ActNodes } from './act-nodes.js';
import { memberOf, textOf } from './body-members.js';
import { type NameOf, namesOf } from './names.js';
import { pieceNumber } from './piece-number.js';
import { SharedNodes } from './shared-nodes.js';
import { bilingual, context, node, to } from './vocabulary.js';

/** An event inside, as its officer signed it: whatever is withheld in it is a digest. */
export interface CaseEvent {
  readonly index: number;
  /** Time received, ms since 1970. */
  readonly receivedAt: number;
  readonly event: SignedEvent;
}

/** What a graph is made from. */
export interface CaseSource {
  readonly origin: string;
  /** Leaves of the tree that the dossier is under. */
  readonly size: number;
  /** What the dossier is called: its number and version. */
  readonly title: string;
  /** Subjects whose whole histories are told. */
  readonly pieces: readonly string[];
  /** SHA-256 of the files that go along, hexadecimal; of others nothing is told. */
  readonly files: ReadonlySet<string>;
  /** All that is inside, in log order. */
  readonly events: AsyncIterable<CaseEvent>;
}

/**
 * The items, what was done with them and who had them, as CASE 1.5.0 and UCO 1.5.0 say it, in JSON-LD (JCS, with a line
 * end): each act of a history is an investigative action, each leads to a provenance record under the number of the
 * item, and the next one starts from that. Made from what was signed alone: no disclosure is read.
 */
export async function caseGraph(source: CaseSource): Promise<Uint8Array> {
  const { origin, size, title, pieces, files } = source;
  const names = namesOf(origin);
  const shared = new SharedNodes(names);
  const told = new Set(pieces);
  const acts = new ActNodes(names, shared);
  const items = new Map<string, JsonObject>();
  for await (const read of source.events) {
    const { event } = read;
    if (event.type.endsWith('.countersigned')) acts.countersigned(event);
    else if (told.has(event.subject)) {
      acts.act(read);
      items.set(event.subject, { ...itemOf(names, event), ...items.get(event.subject) });
      for (const { sha256 } of boundFiles(event.body)) if (files.has(sha256)) acts.file(event, sha256);
    }
  }
  const contents = [...items.values(), ...acts.nodes(), ...shared.nodes()];
  const investigation = node(names('investigation', title), 'case-investigation:Investigation', {
    'uco-core:name': title,
    'uco-core:description': [`${origin}, ${size}`],
    'uco-core:object': [...items.values(), ...acts.nodes()].filter(isObject).map(idOf).map(to),
  });
  const graph: JsonObject = { '@context': context, '@graph': [investigation, ...contents] };
  return utf8Bytes(`${canonicalText(graph)}\n`);
}

function itemOf(names: NameOf, { subject, body }: SignedEvent): JsonObject {
  const { en, fr } = memberOf(body, 'description');
  const isTold = textOf(en) !== '' || textOf(fr) !== '';
  return node(names('subject', subject), 'uco-core:Item', {
    'uco-core:name': pieceNumber(subject),
    'uco-core:description': isTold ? [bilingual({ en: textOf(en), fr: textOf(fr) })] : undefined,
    'uco-core:tag': [subjectKind(subject)],
  });
}

/** Facets and hashes stand inside what they are of. */
function isObject({ '@type': type }: JsonObject): boolean {
  return type !== 'uco-observable:ContentDataFacet' && type !== 'uco-types:Hash';
}

function idOf(thing: JsonObject): string {
  return textOf(thing['@id']);
}
