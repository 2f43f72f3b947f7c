import { eventRule } from '../../custody/catalogue.js';
import {
  formatTime,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  type SignedEvent,
} from '../../log/index.js';
import { memberOf, textOf } from './body-members.js';
import type { CaseEvent } from './case-graph.js';
import type { NameOf } from './names.js';
import { pieceNumber } from './piece-number.js';
import type { SharedNodes } from './shared-nodes.js';
import { bilingual, dateTime, hexBinary, node, to } from './vocabulary.js';

/** The last act of a piece so far, and the record it led to. */
interface Latest {
  readonly action: string;
  readonly record: string;
}

interface ActToTell extends CaseEvent {
  readonly before: Latest | undefined;
}

/** Acts on pieces as investigative actions, each with the provenance record that it leads to, and their files. */
export class ActNodes {
  readonly #names: NameOf;
  readonly #shared: SharedNodes;
  readonly #acts: ActToTell[] = [];
  readonly #latest = new Map<string, Latest>();
  readonly #countersigners = new Map<string, SignedEvent['actor'][]>();
  readonly #files = new Map<string, JsonObject>();
  readonly #filesOf = new Map<string, string[]>();
  readonly #roots = new Map<string, string>();
  #told: readonly JsonObject[] | undefined;

  constructor(names: NameOf, shared: SharedNodes) {
    this.#names = names;
    this.#shared = shared;
  }

  act(read: CaseEvent): void {
    const { subject, eventId, body } = read.event;
    this.#acts.push({ ...read, before: this.#latest.get(subject) });
    this.#latest.set(subject, {
      action: this.#names('event', eventId),
      record: this.#names('provenance', eventId),
    });
    const parent = textOf(memberOf(body, 'derivedFrom').parent) || textOf(body.parent);
    if (parent !== '') this.#roots.set(subject, `evidence/${parent}`);
  }

  countersigned({ actor, body }: SignedEvent): void {
    const signed = textOf(body.eventId);
    this.#countersigners.set(signed, [...(this.#countersigners.get(signed) ?? []), actor]);
  }

  /** A file that an act binds. */
  file({ eventId, body }: SignedEvent, sha256: string): void {
    const id = this.#names('file', sha256);
    const of = this.#filesOf.get(eventId) ?? [];
    if (!of.includes(id)) this.#filesOf.set(eventId, [...of, id]);
    if (this.#files.has(id)) return;
    const said = findFile(body, sha256);
    const facet = this.#names('content', sha256);
    const hash = this.#names('hash', sha256);
    this.#files.set(
      id,
      node(id, 'uco-observable:File', {
        'uco-core:name': `file/${sha256}`,
        'uco-core:hasFacet': [to(facet)],
      }),
    );
    this.#files.set(
      facet,
      node(facet, 'uco-observable:ContentDataFacet', {
        'uco-observable:hash': [to(hash)],
        'uco-observable:mimeType': textOf(said.mediaType) || undefined,
        'uco-observable:sizeInBytes': typeof said.size === 'number' ? said.size : undefined,
      }),
    );
    this.#files.set(
      hash,
      node(hash, 'uco-types:Hash', {
        'uco-types:hashMethod': 'SHA256',
        'uco-types:hashValue': hexBinary(sha256),
      }),
    );
  }

  /** Once all that is inside was read. */
  nodes(): readonly JsonObject[] {
    this.#told ??= [...this.#acts.flatMap(act => this.#tell(act)), ...this.#files.values()];
    return this.#told;
  }

  #tell({ index, receivedAt, event, before }: ActToTell): readonly JsonObject[] {
    const { subject, type, form, eventId, actor, body } = event;
    const item = to(this.#names('subject', subject));
    const record = this.#names('provenance', eventId);
    const title = bilingual(eventRule(type, form)?.title ?? { en: type, fr: type });
    const happened = textOf(memberOf(body, 'occurred').at);
    const place = this.#shared.place(textOf(memberOf(body, 'place').description));
    const beside = [eventId, textOf(body.group)].flatMap(id => this.#countersigners.get(id) ?? []);
    const participants = [...new Set(beside.map(({ officer, role }) => this.#shared.officer(officer, role)))];
    const files = (this.#filesOf.get(eventId) ?? []).map(to);
    return [
      node(this.#names('event', eventId), 'case-investigation:InvestigativeAction', {
        'uco-core:name': title,
        'uco-core:description': [`${type}, event_id ${eventId}, leaf ${index}`, ...seals(body)],
        'uco-core:objectCreatedTime': dateTime(formatTime(receivedAt)),
        'uco-action:startTime': happened === '' ? undefined : dateTime(happened),
        'uco-action:performer': to(this.#shared.officer(actor.officer, actor.role)),
        'uco-action:participant': participants.map(to),
        'uco-action:location': place === undefined ? undefined : [to(place)],
        'uco-action:object': [item, ...(before === undefined ? [] : [to(before.record)])],
        'uco-action:result': [to(record), ...files],
        'case-investigation:wasInformedBy': before === undefined ? undefined : [to(before.action)],
      }),
      node(record, 'case-investigation:ProvenanceRecord', {
        'uco-core:description': [title],
        'case-investigation:exhibitNumber': pieceNumber(subject),
        'case-investigation:rootExhibitNumber': [pieceNumber(this.#rootOf(subject))],
        'uco-core:object': [item, ...files],
      }),
    ];
  }

  /** As far up as what is inside tells. */
  #rootOf(subject: string): string {
    let root = subject;
    for (const seen = new Set<string>(); !seen.has(root); ) {
      seen.add(root);
      root = this.#roots.get(root) ?? root;
    }
    return root;
  }
}

function seals({ sealNumber, formerSealNumber, seals: compared }: JsonObject): readonly string[] {
  const numbers = [
    textOf(formerSealNumber),
    textOf(sealNumber),
    ...(Array.isArray(compared) ? (compared as readonly JsonValue[]) : [])
      .filter(isJsonObject)
      .map(({ number, status }) => `${textOf(number)} ${textOf(status)}`),
  ].filter(text => text !== '');
  return numbers.map(number => `seal ${number}`);
}

function findFile(value: JsonValue, sha256: string): JsonObject {
  if (typeof value !== 'object' || value === null) return {};
  if (isJsonObject(value) && value.sha256 === sha256) return value;
  for (const member of Object.values(value)) {
    const found = findFile(member, sha256);
    if (found.sha256 === sha256) return found;
  }
  return {};
}
