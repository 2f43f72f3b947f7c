import type { JsonObject, JsonValue } from '../../log/index.js';

type Node = Readonly<Record<string, unknown>>;

/** Shown in examples wherever a number that only the log or a device can give belongs. */
const sampleUuid = '01a00000-0000-7000-8000-000000000000';

const candidates = [
  'DEMO',
  sampleUuid,
  'A'.repeat(43),
  '1',
  '0001',
  'a'.repeat(64),
  'image/jpeg',
  `evidence/${sampleUuid}`,
  '19.4589',
  'DEMO-1',
];

/** A value that fits a schema, for a worked example: visibly invented, of the smallest form. */
export function sampleOf(node: Node): JsonValue {
  if (node['x-withheld'] !== undefined) return sampleOf(asNode(node['x-withheld']));
  if (Array.isArray(node.enum)) return String(node.enum.find(code => code !== 'OTHER'));
  if (node.const !== undefined) return node.const as JsonValue;
  if (Array.isArray(node.anyOf)) {
    const options = node.anyOf.map(asNode);
    return options.some(({ type }) => type === 'null') ? null : sampleOf(options[0] ?? {});
  }
  switch (node.type) {
    case 'boolean':
      return true;
    case 'integer':
      return typeof node.minimum === 'number' ? Math.max(1, node.minimum) : 1;
    case 'array':
      return Number(node.minItems ?? 0) > 0 ? [sampleOf(asNode(node.items))] : [];
    case 'object':
      return sampleMembers(node, []);
    default:
      return sampleText(node);
  }
}

/** All members of an object but those named. */
export function sampleMembers(node: Node, without: readonly string[]): JsonObject {
  const members = Object.entries(asNode(node.properties)).filter(([name]) => !without.includes(name));
  return Object.fromEntries(members.map(([name, member]) => [name, sampleOf(asNode(member))]));
}

function sampleText({ format, pattern, 'x-subject': subject }: Node): string {
  if (format === 'date-time') return '2021-04-02T08:00:00Z';
  if (format === 'date') return '2021-04-02';
  if (subject !== undefined) return sampleUuid;
  if (typeof pattern !== 'string') return 'DEMO';
  const form = new RegExp(pattern, 'u');
  return candidates.find(text => form.test(text)) ?? 'DEMO';
}

function asNode(value: unknown): Node {
  return typeof value === 'object' && value !== null ? (value as Node) : {};
}
