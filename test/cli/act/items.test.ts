import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { readItems } from '../../../src/cli/act/items.js';
import type { Parent } from '../../../src/cli/act/taken-items.js';
import { currentRule } from '../../../src/custody/catalogue.js';
import { inheritanceOf } from '../../../src/custody/evidence/record/inheritance.js';
import { isUuid, type JsonObject } from '../../../src/log/index.js';
import { heldItem } from '../../helpers/held-item.js';
import { uuidOf } from '../../helpers/procedure.js';

const item = uuidOf('DEMO item');
const photo = { sha256: 'a'.repeat(64), size: 1, mediaType: 'image/jpeg' };
const lift = { code: 'LIFT' };

/** As the command reads them; every name is of the UUID that it stands for here. */
async function read(type: string, folder: string, listed: unknown, parent: Partial<Parent> = {}) {
  const rule = currentRule(type);
  if (rule === undefined) throw new Error(type);
  const path = join(folder, 'items.json');
  await writeFile(path, JSON.stringify(listed));
  return readItems(path, {
    rule,
    body: { occurred: null, place: null, examination: uuidOf('DEMO-EXAM') },
    bindFile: async path => ({ ...photo, path }),
    resolve: async (kind, name) => (isUuid(name) ? name : uuidOf(`${kind} ${name}`)),
    eventAt: async number => uuidOf(number),
    parent: {
      subject: `evidence/${item}`,
      examination: uuidOf('DEMO-EXAM'),
      state: async () => undefined,
      newId: () => uuidOf('DEMO new'),
      ...parent,
    },
  });
}

t.test('items are typed like the form: what may be left out is, files by path, subjects by name', async t => {
  const folder = t.testdir({});
  const { items, files } = await read('examination.result-issued', folder, [
    {
      subject: 'X72Z-VKXZ-FTXZ-Y',
      examined: true,
      exams: [{ type: { code: 'VISUAL' }, files: [{ what: 'DEMO', file: 'raw.dat' }] }],
      derived: ['BD3B-K3GN-E5X7-1'],
    },
  ]);
  t.match(items, [
    {
      subject: `evidence/${uuidOf('evidence X72Z-VKXZ-FTXZ-Y')}`,
      body: {
        exams: [{ type: { code: 'VISUAL', text: null }, opinion: null, files: [{ file: photo }] }],
        photographs: [],
        derived: [uuidOf('evidence BD3B-K3GN-E5X7-1')],
      },
    },
  ]);
  t.notOk('instrument' in Object(items[0]?.body.exams)[0], 'that there was none is stated by who signs');
  t.match(files, [{ ...photo, path: 'raw.dat' }]);
  await t.rejects(
    read('examination.result-issued', folder, [{ examined: true }]),
    /item 1: "subject" is needed/,
  );
});

t.test('RQ-02: what an item has from the one it is taken from is filled in from the record', async t => {
  const folder = t.testdir({});
  const parent = heldItem('DEMO item', uuidOf('DEMO-LABX-1'));
  const { items } = await read('evidence.sampled', folder, [{ how: lift }], { state: async () => parent });
  const { subject = '', body = {} as JsonObject } = items[0] ?? {};
  t.equal(subject, `evidence/${uuidOf('DEMO new')}`, 'under a new UUID');
  t.equal(body.examination, uuidOf('DEMO-EXAM'));
  t.match(inheritanceOf(parent), body.inherits, 'as the record of the parent says');
  t.notOk('category' in Object(body.inherits), 'no more than its form has');
  await t.rejects(read('evidence.sampled', folder, [{ how: lift }]), /cannot be read here: hold it/);
  const given = { how: lift, inherits: { incident: uuidOf('DEMO other') } };
  const stated = await read('evidence.sampled', folder, [given]);
  t.match(stated.items[0]?.body.inherits, given.inherits);
});
