import t from 'tap';
import { rulesOfAllForms } from '../../../src/custody/catalogue.js';
import * as calibre from '../../../src/custody/vocabulary/calibre.js';
import { wordsOfCode } from '../../../src/custody/vocabulary/every-vocabulary.js';
import * as examination from '../../../src/custody/vocabulary/examination.js';
import * as hazard from '../../../src/custody/vocabulary/hazard.js';
import * as ied from '../../../src/custody/vocabulary/ied.js';
import * as marks from '../../../src/custody/vocabulary/marks.js';
import { materiel, subCategories, traitsOf } from '../../../src/custody/vocabulary/materiel.js';
import * as quantity from '../../../src/custody/vocabulary/quantity.js';
import * as recovery from '../../../src/custody/vocabulary/recovery.js';
import * as sensitivity from '../../../src/custody/vocabulary/sensitivity.js';

/** Lists fixed by regulations or by the form itself: there is no other value to describe. */
const closed = [
  'classificationLevels',
  'holdings',
  'personalObservations',
  'hazardClasses',
  'storableHazards',
  'hazardDivisions',
  'assessmentResults',
  'certificateResults',
  'chamberStates',
  'magazineStates',
  'obliterations',
  'confidences',
];

const lists = Object.entries({
  ...calibre,
  ...examination,
  ...hazard,
  ...ied,
  ...marks,
  ...quantity,
  ...recovery,
  ...sensitivity,
  materiel,
  subCategories,
}).filter(([, list]) => typeof list === 'object' && !Array.isArray(list)) as [string, object][];

t.test('every code has words in English and in French', async t => {
  for (const [name, list] of lists) {
    for (const [code, label] of Object.entries(list) as [string, { en?: unknown; fr?: unknown }][]) {
      t.match(label, { en: /\S/, fr: /\S/ }, `${name} ${code}`);
    }
  }
});

t.test('every open list has OTHER (domain.md section (e))', async t => {
  for (const [name, list] of lists) {
    t.equal(Object.hasOwn(list, 'OTHER'), !closed.includes(name), name);
  }
  for (const [code, { subCategories }] of Object.entries(materiel)) {
    t.ok(Object.hasOwn(subCategories, 'OTHER'), code);
  }
});

t.test('V4: one spelling of a calibre, as the brief writes it in two', async t => {
  const spellings: Record<string, string> = {
    '12,7': '12.7',
    '12.7': '12.7',
    '12,7 mm': '12.7',
    '12.7x108': '12.7x108',
    '12,7 × 108 mm': '12.7x108',
    '7.62 X 39MM': '7.62x39',
    '7,62x54r': '7.62x54R',
    '7.62x54 R mm': '7.62x54R',
    ' 60 mm ': '60',
    '12 gauge': '12GA',
    'calibre 12': '12GA',
  };
  for (const [written, normal] of Object.entries(spellings)) {
    t.equal(calibre.normaliseCalibre(written), normal, written);
  }
});

t.test('V4: a diameter alone is no cartridge', async t => {
  t.equal(calibre.calibreCode('12,7'), '12.7mm');
  t.equal(calibre.calibreCode('12,7x99'), '12.7x99');
  t.equal(calibre.calibreCode('60 mm'), '60mm');
  t.equal(calibre.calibreCode('.303 British'), 'OTHER');
  t.equal(calibre.calibreCode('other'), 'OTHER');
  t.equal(calibre.calibreCode('constructor'), 'OTHER');
});

t.test('V3: what follows from what an item is', async t => {
  t.match(traitsOf('SMALL_ARM', 'ASSAULT_RIFLE'), { firearm: true, lot: false, highRisk: true });
  t.match(traitsOf('AMMUNITION', 'CARTRIDGE'), { explosivePossible: true, lot: true, foundAsOwed: true });
  t.match(traitsOf('AMMUNITION', 'CARTRIDGE_CASE'), {
    explosivePossible: false,
    lot: true,
    foundAsOwed: true,
  });
  t.match(traitsOf('EXPLOSIVE', 'DETONATOR'), { explosivePossible: true, hazardClass: 'EXPLOSIVE' });
  t.equal(traitsOf('SMALL_ARM', 'DETONATOR'), undefined);
  t.equal(traitsOf('NOTHING', 'OTHER'), undefined);
  t.equal(traitsOf('constructor', 'OTHER'), undefined);
  for (const [category, { subCategories }] of Object.entries(materiel)) {
    for (const [code, { traits }] of Object.entries(subCategories)) {
      t.ok(!traits.firearm || !traits.lot, `${category} ${code}: arms are items one by one`);
      t.ok(!traits.explosivePossible || traits.hazardClass !== null, `${category} ${code}: RQ-44`);
    }
  }
});

/** Letters that stand for themselves: the compatibility groups of dangerous goods. */
const letters = /^[A-Z]$/;

t.test('every code that may stand in an act of any form has words, by which the page tells it', async t => {
  const unworded: string[] = [];
  const look = (node: unknown, place: string): void => {
    if (typeof node !== 'object' || node === null) return;
    const codes: unknown = Reflect.get(node, 'enum');
    if (Array.isArray(codes)) {
      const all = codes.map(String);
      if (!all.every(code => letters.test(code)))
        unworded.push(
          ...all.filter(code => wordsOfCode(all, code) === undefined).map(code => `${place} ${code}`),
        );
    }
    for (const [name, inside] of Object.entries(node)) if (name !== 'enum') look(inside, `${place}/${name}`);
  };
  for (const { type, form, body } of rulesOfAllForms) look(body, `${type} ${form}`);
  t.same([...new Set(unworded)], []);
});
