import type { JsonObject, JsonValue } from '../../log/index.js';
import { exampleId } from '../example-help.js';

type Node = Readonly<Record<string, unknown>>;

const candidates = [
  'DEMO',
  exampleId,
  'A'.repeat(43),
  '1',
  '0001',
  'a'.repeat(64),
  'image/jpeg',
  `evidence/${exampleId}`,
  '19.4589',
  'DEMO-1',
];

/** Values for a worked example: visibly invented, of the smallest form that fits the schema. */
export class Sample {
  readonly #at: string;

  /** @param at the instant that stands wherever one is asked for, e.g. `2021-04-02T08:00:00Z` */
  constructor(at: string) {
    this.#at = at;
  }

  of(node: Node): JsonValue {
    if (node['x-withheld'] !== undefined) return this.of(asNode(node['x-withheld']));
    if (Array.isArray(node.enum)) return String(node.enum.find(code => code !== 'OTHER'));
    if (node.const !== undefined) return node.const as JsonValue;
    if (Array.isArray(node.anyOf)) {
      const options = node.anyOf.map(asNode);
      return options.some(({ type }) => type === 'null') ? null : this.of(options[0] ?? {});
    }
    switch (node.type) {
      case 'boolean':
        return true;
      case 'integer':
        return typeof node.minimum === 'number' ? Math.max(1, node.minimum) : 1;
      case 'array':
        return Number(node.minItems ?? 0) > 0 ? [this.of(asNode(node.items))] : [];
      case 'object':
        return this.members(node, []);
      default:
        return this.#text(node);
    }
  }

  /** All members of an object but those named. */
  members(node: Node, without: readonly string[]): JsonObject {
    const members = Object.entries(asNode(node.properties)).filter(([name]) => !without.includes(name));
    return Object.fromEntries(members.map(([name, member]) => [name, this.of(asNode(member))]));
  }

  #text({ format, pattern, 'x-subject': subject }: Node): string {
    if (format === 'date-time') return this.#at;
    if (format === 'date') return this.#at.slice(0, '2021-04-02'.length);
    if (subject !== undefined) return exampleId;
    if (typeof pattern !== 'string') return 'DEMO';
    const form = new RegExp(pattern, 'u');
    return candidates.find(text => form.test(text)) ?? 'DEMO';
  }
}

function asNode(value: unknown): Node {
  return typeof value === 'object' && value !== null ? (value as Node) : {};
}
