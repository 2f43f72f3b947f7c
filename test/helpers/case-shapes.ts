import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import jsonld from 'jsonld';
import { DataFactory, Parser, type Quad, Store } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';

const fixture = new URL('../../../test/fixtures/case/case-1.5.0.ttl.gz', import.meta.url);
const SUBCLASS = 'http://www.w3.org/2000/01/rdf-schema#subClassOf';
const IMPORTS = 'http://www.w3.org/2002/07/owl#imports';
const SPARQL = 'http://www.w3.org/ns/shacl#sparql';
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

/** What a shape says of a graph. */
export interface ShapeFault {
  readonly node: string;
  readonly path: string;
  readonly message: string;
}

/** The published shapes of CASE and UCO 1.5.0. */
export class CaseShapes {
  readonly #shapes: Store;

  private constructor(shapes: Store) {
    this.#shapes = shapes;
  }

  static async read(): Promise<CaseShapes> {
    const turtle = gunzipSync(await readFile(fixture)).toString('utf8');
    // All that it imports stands in the same file. Of its 13 constraints in SPARQL, which the validator has not, the one
    // that counts is that nothing is a blank node: `faults` looks for it.
    const quads = new Parser()
      .parse(turtle)
      .filter(({ predicate: { value } }) => value !== IMPORTS && value !== SPARQL);
    return new CaseShapes(new Store(quads));
  }

  /** Is this a class of the ontology? */
  has(type: string): boolean {
    return this.#shapes.countQuads(type, TYPE, 'http://www.w3.org/2002/07/owl#Class', null) > 0;
  }

  /** Is this a property of the ontology? */
  hasProperty(name: string): boolean {
    return ['DatatypeProperty', 'ObjectProperty'].some(
      kind => this.#shapes.countQuads(name, TYPE, `http://www.w3.org/2002/07/owl#${kind}`, null) > 0,
    );
  }

  /** Everything that the shapes find; an instance is one of the classes above its own too. */
  async faults(graph: readonly Quad[]): Promise<readonly ShapeFault[]> {
    const blank = graph.filter(({ subject, object }) =>
      [subject, object].some(({ termType }) => termType === 'BlankNode'),
    );
    if (blank.length > 0) return [{ node: blank[0]?.subject.value ?? '', path: '', message: 'a blank node' }];
    const data = new Store([...graph]);
    for (const { subject, object } of graph.filter(({ predicate }) => predicate.value === TYPE)) {
      for (const above of this.#above(object.value)) {
        data.addQuad(subject, DataFactory.namedNode(TYPE), DataFactory.namedNode(above));
      }
    }
    for (const quad of this.#shapes.getQuads(null, SUBCLASS, null, null)) data.addQuad(quad);
    const report = await new SHACLValidator(this.#shapes).validate(data);
    return report.results.map(({ focusNode, path, message }) => ({
      node: focusNode?.value ?? '',
      path: String((path as { value?: string } | null)?.value ?? ''),
      message: message.map(({ value }) => value).join('; '),
    }));
  }

  #above(type: string): ReadonlySet<string> {
    const found = new Set<string>();
    const open = [type];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      for (const { object } of this.#shapes.getQuads(next, SUBCLASS, null, null)) {
        if (object.termType !== 'NamedNode' || found.has(object.value)) continue;
        found.add(object.value);
        open.push(object.value);
      }
    }
    return found;
  }
}

/** The statements of a JSON-LD document; nothing is fetched for it. */
export async function quadsOf(document: object): Promise<readonly Quad[]> {
  const text = await jsonld.toRDF(document as jsonld.JsonLdDocument, {
    format: 'application/n-quads',
    documentLoader: address => Promise.reject(new Error(`nothing is fetched: ${address}`)),
  });
  return new Parser({ format: 'N-Quads' }).parse(String(text));
}
