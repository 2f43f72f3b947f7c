import t from 'tap';
import { evidenceResource } from '../../src/store/readers/resources/evidence.js';
import { playedStory } from '../helpers/played-story.js';
import { readAs } from '../helpers/reading.js';

type Shown = {
  readonly id: string;
  readonly summary: Readonly<Record<string, string | null>>;
};

t.test('filters on evidence: each narrows the list to exactly the items that fit', async t => {
  const testStage = await playedStory(t);
  const get = await readAs(testStage, 'DEMO-CASE-1');
  const list = async (query: Readonly<Record<string, string>>): Promise<readonly Shown[]> => {
    const answer = await get(`/v1/evidence?${new URLSearchParams({ ...query, limit: '200' })}`);
    t.equal(answer.statusCode, 200, JSON.stringify(query));
    return answer.json().items;
  };
  const ids = (items: readonly Shown[]) => items.map(({ id }) => id);
  const all = await list({});
  const where = (fits: (summary: Shown['summary']) => boolean) =>
    ids(all.filter(({ summary }) => fits(summary)));

  const columnOf: Readonly<Record<string, string>> = {
    number: 'number',
    incident: 'incident',
    scene: 'scene',
    state: 'physical',
    custodian: 'custodian',
    site: 'site',
    category: 'category',
    seal: 'sealNumber',
    package: 'package',
    parent: 'parent',
    calibre: 'calibre',
    held: 'held',
  };

  t.test('by each column, with every value that there is, and with none', async t => {
    for (const [filter, column] of Object.entries(columnOf)) {
      const values = new Set(all.flatMap(({ summary }) => summary[column] ?? []));
      for (const value of values) {
        const found = ids(await list({ [filter]: String(value) }));
        t.same(
          found,
          where(summary => summary[column] === value),
          `${filter}=${value}`,
        );
      }
      if (['incident', 'scene', 'custodian', 'site', 'package', 'parent'].includes(filter)) {
        t.same(await list({ [filter]: '01788c72-3c00-761a-a189-320c4983dd5d' }), []);
      }
    }
    t.same(new Set(Object.keys(evidenceResource.filters)), new Set([...Object.keys(columnOf), 'text']));
    t.equal((await get('/v1/evidence?state=LOST')).statusCode, 400);
    const [first] = all;
    const both = await list({
      category: first?.summary.category ?? '',
      calibre: first?.summary.calibre ?? '',
      state: first?.summary.physical ?? '',
    });
    t.ok(ids(both).includes(first?.id ?? ''), 'filters narrow each other');
  });

  t.test('text: descriptions in both languages without accents and case, calibre, seal, number', async t => {
    const described = (word: string) =>
      where(({ descriptionFr, descriptionEn }) => `${descriptionFr} ${descriptionEn}`.includes(word));
    const accented = described('Débris du véhicule piégé');
    t.ok(accented.length > 0);
    for (const spelling of ['Débris du véhicule piégé', 'DEBRIS DU VEHICULE PIEGE', 'de\u0301bris du']) {
      t.same(ids(await list({ text: spelling })), accented, spelling);
    }
    t.same(ids(await list({ text: 'mortar' })), described('mortar'));
    const [sealed] = all.filter(({ summary }) => summary.sealNumber !== null);
    const seal = sealed?.summary.sealNumber ?? '';
    t.same(
      ids(await list({ text: seal })),
      where(({ sealNumber }) => sealNumber === seal),
    );
    for (const wildcard of ['%', '_', '\\', "'"]) {
      const fits = described(wildcard);
      t.same(ids(await list({ text: wildcard })), fits, `${wildcard} is a character like any other`);
    }
  });

  t.test('calibre: as officers write it', async t => {
    const filed = where(({ calibre }) => calibre === '7.62x39');
    t.ok(filed.length > 0);
    for (const spelling of ['7.62x39', '7,62x39', '7.62×39', '7,62 × 39 mm', '7.62X39MM', ' 7,62*39 ']) {
      t.same(ids(await list({ calibre: spelling })), filed, spelling);
    }
    const mortar = where(({ calibre }) => calibre === '60mm');
    for (const spelling of ['60mm', '60 mm', '60']) t.same(ids(await list({ calibre: spelling })), mortar);
    t.same(await list({ calibre: '7.62' }), [], 'a diameter alone is a calibre of its own');
    t.same(await list({ calibre: '9,3x62' }), []);
  });

  t.test('RQ-01: number: however it is read aloud, and a wrong check character is said so', async t => {
    for (const { id, summary } of all) {
      const number = summary.number ?? '';
      const plain = number.replaceAll('-', '');
      const spellings = [
        number.toLowerCase(),
        plain,
        plain.replace(/(.)/g, '$1 '),
        number.replaceAll('-', '–'),
        plain.replaceAll('0', 'O').replaceAll('1', 'l'),
      ];
      for (const spelling of spellings) t.same(ids(await list({ number: spelling })), [id], spelling);
      const wrong = plain.slice(0, -1) + (plain.endsWith('7') ? '8' : '7');
      const said = { en: /check character/, fr: /caractère de contrôle/ };
      for (const language of ['en', 'fr'] as const) {
        const answer = await get(`/v1/evidence?number=${wrong}`, { 'accept-language': language });
        t.equal(answer.statusCode, 400);
        t.match(answer.json(), {
          code: 'invalid-request',
          faults: [{ in: 'querystring', pointer: '/number', message: said[language] }],
        });
      }
      t.equal((await get(`/v1/evidence?number=${plain.slice(1)}`)).statusCode, 400);
    }
    t.same(await list({ number: '0000-0000-0000-0' }), [], 'a number that fits and that nobody has');
  });
});
