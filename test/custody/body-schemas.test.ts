import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import t from 'tap';
import { rulesOfAllForms } from '../../src/custody/catalogue.js';
import { canonicalText, type JsonValue } from '../../src/log/index.js';

const kept: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../../test/fixtures/body-schemas.json', import.meta.url)), 'utf8'),
);

/** The schema without its words: what is asked for may be said better, not changed. */
function wordless(schema: JsonValue): JsonValue {
  if (Array.isArray(schema)) return schema.map(wordless);
  if (typeof schema !== 'object' || schema === null) return schema;
  const members = Object.entries(schema).filter(([name]) => name !== 'x-fr');
  // `description` of a schema is a text; a field may be called so too, and is an object.
  const said = members.filter(([name, value]) => name !== 'description' || typeof value !== 'string');
  return Object.fromEntries(said.map(([name, value]) => [name, wordless(value)]));
}

function hashOf(schema: object): string {
  const plain: JsonValue = JSON.parse(JSON.stringify(schema));
  return createHash('sha256')
    .update(canonicalText(wordless(plain)))
    .digest('hex');
}

const now = new Map<string, string>(
  rulesOfAllForms.map(({ type, form, body }) => [`${type}/${form}`, hashOf(body)] as const),
);

t.test('the schema of a body is frozen: a change is a new form', async t => {
  for (const [name, hash] of now) {
    t.equal(
      kept[name],
      hash,
      `${name}: ${hash} (a new event or form adds this line to test/fixtures/body-schemas.json)`,
    );
  }
});

t.test('no form is taken out: old logs are read for ever', async t => {
  for (const name of Object.keys(kept)) t.ok(now.has(name), name);
});
