import t from 'tap';
import { exampleDocument } from './example-document.js';
import { pagesOf, printInto, skipWithout } from './print-example.js';

t.test(
  'D7: both sides and two witnesses sign on the sheet of the reserves, however many objects are listed',
  { skip: skipWithout('pdftotext') },
  async t => {
    for (const objects of [1, 9, 14]) {
      const { volumes } = await printInto(t.testdir(), exampleDocument(objects));
      const pages = await pagesOf(volumes[0]?.path ?? '');
      const signed = pages.filter(page => page.includes('les soussignés persistent et signent'));
      t.equal(signed.length, 1);
      for (const words of [
        'Réserves et écarts constatés par le destinataire',
        'Exemplaire n° 3',
        'Remis par (dépositaire)',
        'Reçu par (destinataire)',
        'Témoin n° 1',
        'Témoin n° 2',
      ])
        t.ok(signed[0]?.includes(words), `${objects}: ${words}`);
    }
  },
);
