import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import t from 'tap';
import { exampleDocument } from './example-document.js';
import { printInto, skipWithout, textOf } from './print-example.js';

const run = promisify(execFile);

/** Words as they stand on the paper: one that is broken over two lines is two. */
async function wordsOf(path: string): Promise<ReadonlySet<string>> {
  const { stdout } = await run('pdftotext', ['-bbox', path, '-'], { maxBuffer: 256_000_000 });
  return new Set([...stdout.matchAll(/>([^<>]+)<\/word>/g)].map(([, word = '']) => word));
}

t.test(
  'an identifier in a narrow column is broken behind a hyphen or not at all',
  { skip: skipWithout('pdftotext') },
  async t => {
    const document = exampleDocument();
    const [redaction] = document.redactions.entries;
    if (redaction === undefined) throw new Error('the example has no redaction');
    const places = [
      'Pièce n° 12 (DEMO-EXAMINATION-1)',
      'Pièce n° 13 (DEMO-EXAMINATION-OF-THE-REMAINS-OF-A-VEHICLE-1)',
      'Pièce n° 14, (210402-AGU-0001)',
    ];
    const entries = places.map(fr => ({ ...redaction, where: { fr } }));
    const redactions = { ...document.redactions, entries };
    const { volumes } = await printInto(t.testdir(), { ...document, redactions });
    const words = await wordsOf(volumes[0]?.path ?? '');
    t.ok(words.has('(DEMO-EXAMINATION-1)'));
    t.ok(words.has('(210402-AGU-0001)'));
    const long = '(DEMO-EXAMINATION-OF-THE-REMAINS-OF-A-VEHICLE-1)';
    const parts = [...words].filter(word => word.length > 6 && long.includes(word));
    t.ok(parts.length > 1, 'it is longer than the column is wide');
    for (const part of parts)
      t.match(
        part,
        /^(\(DEMO|EXAMINATION|REMAINS|VEHICLE|OF|THE|A)-.*(-|1\))$/,
        'from one hyphen to another',
      );
  },
);

t.test(
  'the picture of custody says in which time zone it is',
  { skip: skipWithout('pdftotext') },
  async t => {
    const document = exampleDocument(3);
    const { volumes } = await printInto(t.testdir(), document);
    const text = await textOf(volumes[0]?.path ?? '');
    const held = document.items.entries.filter(({ periods }) => periods.entries.length > 0);
    t.ok(held.length > 0);
    t.equal(text.split('Temps universel coordonné (UTC)').length - 1, held.length);
  },
);
