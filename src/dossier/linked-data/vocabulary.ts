import type { JsonObject, JsonValue } from '../../log/index.js';

/** CASE 1.5.0 and UCO 1.5.0: names of their vocabularies as the graph shortens them. */
export const context: JsonObject = {
  'case-investigation': 'https://ontology.caseontology.org/case/investigation/',
  'uco-action': 'https://ontology.unifiedcyberontology.org/uco/action/',
  'uco-core': 'https://ontology.unifiedcyberontology.org/uco/core/',
  'uco-identity': 'https://ontology.unifiedcyberontology.org/uco/identity/',
  'uco-location': 'https://ontology.unifiedcyberontology.org/uco/location/',
  'uco-observable': 'https://ontology.unifiedcyberontology.org/uco/observable/',
  'uco-role': 'https://ontology.unifiedcyberontology.org/uco/role/',
  'uco-types': 'https://ontology.unifiedcyberontology.org/uco/types/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

/** One thing of the graph; members without a value are left out. */
export function node(
  id: string,
  type: string,
  members: Readonly<Record<string, JsonValue | undefined>>,
): JsonObject {
  const said = Object.entries(members).filter(
    (entry): entry is [string, JsonValue] =>
      entry[1] !== undefined && !(Array.isArray(entry[1]) && entry[1].length === 0),
  );
  return { '@id': id, '@type': type, ...Object.fromEntries(said) };
}

/** What another thing of the graph is named by. */
export function to(id: string): JsonObject {
  return { '@id': id };
}

export function dateTime(text: string): JsonObject {
  return { '@type': 'xsd:dateTime', '@value': text };
}

export function hexBinary(text: string): JsonObject {
  return { '@type': 'xsd:hexBinary', '@value': text.toUpperCase() };
}

/** Both languages side by side: the vocabulary has plain texts alone. */
export function bilingual({ en, fr }: { readonly en: string; readonly fr: string }): string {
  return en === fr ? fr : `${fr} / ${en}`;
}
