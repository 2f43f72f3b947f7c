import t from 'tap';
import { describeBody } from '../../../src/cli/act/describe-act.js';
import { rulesOfAllForms } from '../../../src/custody/catalogue.js';
import { asSchema, type SchemaNode } from '../../../src/custody/schema/alternative.js';
import { formFields } from '../../../src/custody/schema/form-fields.js';
import { spokenLabel } from '../../../src/custody/schema/spoken-label.js';

/** Every schema with words, in the bodies of all forms. */
function worded(schema: SchemaNode, found = new Set<SchemaNode>()): ReadonlySet<SchemaNode> {
  if (typeof schema.description === 'string') found.add(schema);
  const inside = [
    schema.items,
    schema['x-withheld'],
    ...Object.values(asSchema(schema.properties)),
    ...(Array.isArray(schema.anyOf) ? schema.anyOf : []),
  ];
  for (const part of inside) if (part !== undefined) worded(asSchema(part), found);
  return found;
}

t.test('a reader is told the field, not what null stands for in it', async t => {
  const told = rulesOfAllForms.flatMap(({ body }) => [...worded(body as unknown as SchemaNode)]);
  t.ok(told.some(({ description }) => /\bnull\b/.test(String(description))));
  for (const schema of told) {
    const { label, whenEmpty } = spokenLabel(schema, '');
    for (const words of [label, ...(whenEmpty === null ? [] : [whenEmpty])])
      if (/\bnull\b|^\s*$/.test(words.en) || /\bnull\b|^\s*$/.test(words.fr))
        t.fail(JSON.stringify([schema.description, schema['x-fr'], words]));
  }
});

t.test('where nothing stands he is told what that says, in both languages', async t => {
  for (const [en, fr, expected] of [
    [
      'Instrument; null: none',
      'Instrument ; null : aucun',
      { label: { en: 'Instrument', fr: 'Instrument' }, whenEmpty: { en: 'none', fr: 'aucun' } },
    ],
    [
      'Pieces it is about; none: all',
      'Pièces visées ; aucune : toutes',
      { label: { en: 'Pieces it is about', fr: 'Pièces visées' }, whenEmpty: { en: 'all', fr: 'toutes' } },
    ],
    [
      'What stays; 0: nothing, null: not stated. Of a loan it comes back',
      'Ce qui reste ; 0 : rien, null : non précisé. D’un prêt, c’est ce qui revient',
      { label: { en: 'What stays', fr: 'Ce qui reste' }, whenEmpty: { en: 'not stated', fr: 'non précisé' } },
    ],
    [
      'Hazard suspicion; no assessment',
      'Danger suspecté ; ne vaut pas évaluation',
      {
        label: { en: 'Hazard suspicion; no assessment', fr: 'Danger suspecté ; ne vaut pas évaluation' },
        whenEmpty: null,
      },
    ],
  ] as const)
    t.same(spokenLabel({ description: en, 'x-fr': fr }, 'name'), expected);
  t.same(spokenLabel({}, 'name'), { label: { en: 'name', fr: 'name' }, whenEmpty: null });
});

t.test('on paper, and shown to who countersigns', async t => {
  const schema = {
    properties: { moved: { description: 'What was moved; null: nothing', 'x-fr': 'Déplacé ; null : rien' } },
  };
  const words = (text: string) => ({ en: text, fr: text });
  const form = { tell: () => undefined, yes: words('yes'), no: words('no') };
  const none = words('none');
  const [field] = formFields(schema, { moved: null }, { ...form, withheld: words('withheld'), none }, []);
  t.match(field, { label: { fr: 'Déplacé' }, value: { en: 'nothing', fr: 'rien' }, isEmpty: true });
  const told = { language: 'fr', disclosed: new Map(), names: new Map() } as const;
  t.same(describeBody(schema, { moved: null }, told), ['  Déplacé: rien']);
  t.same(describeBody(schema, { moved: 'DEMO' }, told), ['  Déplacé: DEMO']);
});
