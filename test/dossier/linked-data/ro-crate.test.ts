import t from 'tap';
import { type Crate, roCrate } from '../../../src/dossier/linked-data/ro-crate.js';

const text = (words: string) => ({ en: `${words} EN`, fr: `${words} FR` });

const crate: Crate = {
  name: text('DEMO-DOSSIER-1'),
  description: text('DEMO'),
  published: '2021-04-07T12:00:00.000Z',
  conditions: text('DEMO: no onward sharing'),
  files: ['report/dossier.pdf', 'events.ndjson', `file/${'a'.repeat(64)}`].map((path, size) => ({
    path,
    size,
    sha256: 'b'.repeat(64),
    mediaType: 'application/octet-stream',
    name: text(path),
  })),
};

interface Entity {
  readonly '@id': string;
  readonly '@type': string;
  readonly [member: string]: unknown;
}

const { '@context': context, '@graph': graph }: { '@context': string; '@graph': readonly Entity[] } =
  JSON.parse(Buffer.from(roCrate(crate)).toString('utf8'));
const byId = new Map(graph.map(entity => [entity['@id'], entity]));
const root = byId.get('./') ?? { '@id': '', '@type': '' };

t.test('RO-Crate 1.2, root data entity: descriptor and the properties that it must have', async t => {
  t.equal(context, 'https://w3id.org/ro/crate/1.2/context');
  t.equal(byId.size, graph.length, 'each entity stands once: the graph is flat');
  t.match(byId.get('ro-crate-metadata.json'), {
    '@type': 'CreativeWork',
    about: { '@id': './' },
    conformsTo: { '@id': 'https://w3id.org/ro/crate/1.2' },
  });
  t.match(root, { '@type': 'Dataset', name: /DEMO-DOSSIER-1/, description: /DEMO/ });
  t.equal(root.datePublished, '2021-04-07T12:00:00.000Z');
  const license = byId.get((root.license as Entity)['@id']);
  t.match(license, { name: /Conditions/, description: /no onward sharing FR \/ .* EN/ });
});

t.test(
  'RO-Crate 1.2, data entities: every file is a File, present at its path, and part of the root',
  async t => {
    const parts = (root.hasPart as readonly Entity[]).map(part => part['@id']);
    t.same(parts, ['../events.ndjson', `../file/${'a'.repeat(64)}`, 'dossier.pdf']);
    for (const id of parts) {
      const file = byId.get(id);
      t.match(file, { '@type': 'File', name: String, contentSize: /^\d+$/, encodingFormat: /\// }, id);
      t.match(file?.sha256, /^[0-9a-f]{64}$/);
    }
    const files = graph.filter(({ '@type': type }) => type === 'File').map(file => file['@id']);
    t.same(files.sort(), [...parts].sort(), 'and no other');
  },
);

t.test('the same bytes whatever the order in which files are named', async t => {
  const other = roCrate({ ...crate, files: [...crate.files].reverse() });
  t.same(other, roCrate(crate));
  t.equal(other.at(-1), 0x0a);
});
