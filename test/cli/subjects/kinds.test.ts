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

t.test('how a release stands is told in words, in both languages', async t => {
  const releases = listedKinds.find(({ kind }) => kind === 'release');
  const told = (facts: KnownSubject['facts'], language: 'en' | 'fr') =>
    releases?.cellsOf({ id: uuidOf('DEMO'), facts }, language)[0];
  const granted = {
    [uuidOf('DEMO-1')]: 'CLEARED_WITH_CONDITIONS',
    [uuidOf('DEMO-2')]: 'CLEARED_WITH_CONDITIONS',
  };
  const valid = { validUntil: '2999-01-01T00:00:00Z' };
  for (const [facts, en, fr] of [
    [{ outcome: null }, 'under review', "en cours d'examen"],
    [{ items: { [uuidOf('DEMO-1')]: 'UNDER_REVIEW' } }, 'under review', "en cours d'examen"],
    [{ items: { [uuidOf('DEMO-1')]: 'REFUSED' }, outcome: 'REFUSED' }, 'refused', 'refusée'],
    [{ outcome: 'REFUSED' }, 'refused', 'refusée'],
    [{ items: granted, ...valid, given: false }, 'cleared with conditions', 'autorisée sous conditions'],
    [
      { items: granted, ...valid, given: true },
      'cleared with conditions, handed over',
      'autorisée sous conditions, remise faite',
    ],
    [
      { items: granted, validUntil: '2021-01-01T00:00:00Z' },
      'cleared with conditions, expired',
      'autorisée sous conditions, expirée',
    ],
    [
      { items: { [uuidOf('DEMO-1')]: 'CLEARED', [uuidOf('DEMO-2')]: 'WITHDRAWN' }, ...valid },
      'cleared, withdrawn',
      'autorisée, retirée',
    ],
  ] as const)
    t.same([told(facts, 'en'), told(facts, 'fr')], [en, fr]);
});
