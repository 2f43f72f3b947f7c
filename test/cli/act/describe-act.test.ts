import t from 'tap';
import { describeBody } from '../../../src/cli/act/describe-act.js';
import { currentRule } from '../../../src/custody/catalogue.js';

const registered = currentRule('evidence.registered')?.body ?? {};
const vehicle = {
  category: { code: 'VEHICLE', text: null },
  subCategory: { code: 'OTHER', text: 'DEMO: of no known make' },
};

t.test('D2: who signs reads what the item is by its category, not by a code of several', async t => {
  const english = describeBody(registered, vehicle, {
    language: 'en',
    disclosed: new Map(),
    names: new Map(),
  }).join('\n');
  t.match(english, 'Sub-category: Other vehicle [OTHER] (DEMO: of no known make)');
  t.notMatch(english, 'small arm');
  const french = describeBody(registered, vehicle, {
    language: 'fr',
    disclosed: new Map(),
    names: new Map(),
  }).join('\n');
  t.match(french, 'Autre véhicule [OTHER]');
});
