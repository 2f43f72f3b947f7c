import t from 'tap';
import { type KnownSubject, listedKinds } from '../../../src/cli/subjects/kinds.js';
import { transferStages } from '../../../src/custody/transfer/state.js';
import { resourceDefinitions } from '../../../src/store/readers/resources/index.js';
import { uuidOf } from '../../helpers/procedure.js';

t.test('every kind that the service lists can be listed and named by a command', async t => {
  t.same(
    listedKinds.map(({ kind, path }) => `${kind} ${path}`).sort(),
    resourceDefinitions.map(({ kind, path }) => `${kind} ${path}`).sort(),
  );
  for (const { filter, path } of listedKinds) {
    if (filter === null) continue;
    const definition = resourceDefinitions.find(resource => resource.path === path);
    t.ok(Object.hasOwn(definition?.filters ?? {}, filter), `${path}?${filter}`);
  }
});

t.test('a row has a cell for each heading, whatever is known of the subject', async t => {
  const bare: KnownSubject = { id: uuidOf('DEMO'), facts: {} };
  for (const { word, headings, cellsOf } of listedKinds) {
    for (const language of ['en', 'fr'] as const) {
      t.equal(cellsOf(bare, language).length, headings.length, word);
    }
  }
});

t.test('the stage of a transfer stands there in words, in both languages', async t => {
  const transfers = listedKinds.find(({ kind }) => kind === 'transfer');
  for (const stage of transferStages) {
    for (const language of ['en', 'fr'] as const) {
      const [told = ''] = transfers?.cellsOf({ id: uuidOf('DEMO'), facts: { stage } }, language) ?? [];
      t.match(told, /^[a-zç' é]+$/, `${stage} (${language})`);
    }
  }
});
