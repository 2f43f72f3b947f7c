import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import t from 'tap';
import { assertMandatory, assertMandatoryDisclosed, assertSigned } from '../../helpers/mandatory-fields.js';
import { forms, type Row } from './rows.js';
import { samples } from './samples.js';

/** The tables of domain.md beside the project; seen from dist/test/custody/forms. */
const tables = fileURLToPath(new URL('../../../../../shared/domain.md', import.meta.url));

for (const [form, rows] of Object.entries(forms)) {
  for (const [position, { field, asked, need, otherwise }] of rows.entries()) {
    t.test(`${form}, row ${position + 1} (${need}): ${field}`, async t => {
      t.ok(
        asked.length > 0 || otherwise !== undefined,
        'the row is asked for, or is said to be there otherwise',
      );
      for (const { in: name, members = [], disclosed = [], signed } of asked) {
        const sample = samples[name]?.();
        if (sample === undefined) throw new Error(`there is no sample of ${name}`);
        const { procedure, intent } = sample;
        t.ok(
          members.length + disclosed.length > 0 || signed !== undefined,
          `${name} carries something of it`,
        );
        assertMandatory(t, procedure, intent, members);
        assertMandatoryDisclosed(t, procedure, intent, disclosed);
        if (signed !== undefined) assertSigned(t, procedure, intent, signed.as, signed.rule);
      }
    });
  }
}

t.test('every sample is whole: what is missed below was taken out of it', async t => {
  for (const [name, sample] of Object.entries(samples)) {
    const { procedure, intent } = sample();
    const { rules } = procedure.judge(intent);
    t.notOk(
      rules.some(rule => /^(body|disclosure|countersignature)\./.test(rule)),
      name,
    );
  }
});

/** Need of each row of a form's table; D5 has two tables side by side: the request, and the result. */
function rowsOfTable(text: string, form: string): readonly string[] {
  const section = text.split(`\n### ${form} `)[1]?.split('\n### ')[0] ?? '';
  const lines = section
    .split('\n')
    .filter(line => line.startsWith('| ') && !line.startsWith('| Field') && !line.startsWith('| Request |'));
  const sides = form === 'D5' ? [2, 4] : [2];
  return sides.flatMap(side => lines.map(line => line.split('|')[side]?.trim().charAt(0) ?? ''));
}

const skip = existsSync(tables) ? false : 'no ../shared/domain.md';

t.test('every row of the tables has its entry, as mandatory as it is there', { skip }, async t => {
  const text = readFileSync(tables, 'utf8');
  for (const [form, rows] of Object.entries(forms)) {
    t.same(
      (rows as readonly Row[]).map(({ need }) => need),
      rowsOfTable(text, form),
      form,
    );
  }
});
