import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toString as qrCode } from 'qrcode';
import t from 'tap';
import { evidenceNumber } from '../../../src/custody/evidence/number.js';
import { blankSheets, formNames } from '../../../src/dossier/paper/forms/blank-form.js';
import { blankLabel, itemLabel, packageLabel } from '../../../src/dossier/paper/labels/label.js';
import { printSheets } from '../../../src/dossier/paper/render/print-sheets.js';
import { readyLabels } from '../../../src/dossier/paper/render/ready-sheets.js';
import { checkSyntax, pagesOf, skipWithout, textOf } from './print-example.js';

const id = (n: number) => `019b2c3d-4e5f-7a6b-8c7d-0123456789${String(n).padStart(2, '0')}`;
const date = '2026-03-01T09:30:15Z';

const item = itemLabel({
  id: id(1),
  description: { fr: `Fusil d'assaut ${'très long '.repeat(20)}`, en: 'Assault rifle' },
  quantity: { amount: '143', unit: 'PIECE' },
  seal: 'MS-004401',
});
const box = packageLabel({ id: id(2), number: 'CT-2026-0001', seal: 'MS-004402', contents: 3 });

t.test(
  'a sheet of labels tells number (RQ-01), object, quantity and seal',
  { skip: skipWithout('pdftotext') },
  async t => {
    const labels = [item, box, ...Array.from({ length: 23 }, (_, n) => blankLabel(id(n + 10)))];
    const path = join(t.testdir(), 'labels.pdf');
    await writeFile(path, await printSheets({ title: 'Étiquettes', date, demonstration: true, labels }));
    const text = await textOf(path);
    for (const value of [
      evidenceNumber(id(1)),
      "Fusil d'assaut",
      '143 pièces',
      'MS-004401',
      'CT-2026-0001',
      'MS-004402',
      '3 objets',
      'DÉMONSTRATION',
    ])
      t.ok(text.includes(value), value);
    for (let n = 10; n < 33; n++) t.ok(text.includes(evidenceNumber(id(n))), `blank ${n}`);
    t.ok(text.includes('…'), 'what does not fit is visibly cut');
  },
);

t.test('the code of a label is the subject, which every command takes', async t => {
  const { files, json } = await readyLabels(
    { title: '', date, demonstration: false, labels: [item, box] },
    text => text,
  );
  const drawn = (text: string) => qrCode(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 });
  t.same([...files.values()].map(String), [
    await drawn(`evidence/${id(1)}`),
    await drawn(`package/${id(2)}`),
  ]);
  t.match(JSON.parse(json), { labels: [{ path: 'code-1.svg' }, { path: 'code-2.svg' }] });
});

/** Words of the mandatory rows of forms D3, D4, D5 and D7 (domain.md section (d)) that a blank form asks for. */
const asked: Readonly<Record<(typeof formNames)[number], readonly string[]>> = {
  seal: [
    'Numéro du scellé',
    'Sachet à fermeture inviolable',
    'Scellé découvert',
    'liste du contenu',
    'Apposé par',
    'Témoin',
    'paraphes',
    'État constaté',
    'Remplace le scellé',
  ],
  'transfer-manifest': [
    'Bordereau n°',
    'De (dépôt',
    'À (dépôt',
    'Motif',
    'Conditionnement, scellé n°',
    'Danger',
    'Conteneur',
    'marchandises dangereuses',
    'Départ prévu',
    'Convoyeur',
    'Réserves',
    'Remis par',
    'Reçu par',
  ],
  'laboratory-request': [
    'Service demandeur',
    'Contact',
    'Infraction',
    'Circonstances',
    'Question posée',
    'ordre',
    'Examens antérieurs',
    'Dangers',
    'destructif',
    'Urgence',
    'retour',
  ],
  'handover-record': [
    'Destinataire',
    "décision d'autorisation",
    'originaux',
    'Scellé n° et état',
    'N° de scellé national',
    'Lieu, date, heure',
    'Nom et grade',
    'Qualité et unité',
    'Signature',
    'Cachet',
    'Réserves',
    'trois exemplaires',
    'restitution',
    'Témoin n° 1',
  ],
};

for (const name of formNames) {
  t.test(
    `the blank form ${name} asks for every mandatory row`,
    { skip: skipWithout('pdftotext') },
    async t => {
      const path = join(t.testdir(), 'form.pdf');
      await writeFile(path, await printSheets(blankSheets(name, date, false)));
      const text = await textOf(path);
      t.same(
        asked[name].filter(words => !text.includes(words)),
        [],
      );
      t.notMatch(text, /\[U\+/);
      // A request that is signed on one sheet and answered on another gets lost in two halves.
      if (name === 'laboratory-request' || name === 'seal') t.match(text, 'page 1 de 1');
    },
  );
}

for (const [name, last, ...signed] of [
  ['transfer-manifest', 21, 'Danger', 'Réserves', 'Remis par', 'Reçu par', 'Convoyeur', 'Témoin'],
  ['handover-record', 25, 'Réserves', 'Remis par', 'Reçu par', 'Témoin n° 1', 'Témoin n° 2'],
] as const) {
  t.test(
    `D4, D7: all who sign the form ${name} sign on one sheet, below the last rows of what they sign for`,
    { skip: skipWithout('pdftotext') },
    async t => {
      const path = join(t.testdir(), 'form.pdf');
      await writeFile(path, await printSheets(blankSheets(name, date, false)));
      const pages = await pagesOf(path);
      t.equal(pages.length, 2);
      const [first = '', second = ''] = pages;
      t.same(
        signed.filter(words => !second.includes(words)),
        [],
      );
      t.notMatch(first, 'Signature');
      for (const row of [last - 4, last]) t.match(second, new RegExp(`(^|\\s)${row}\\s`));
    },
  );
}

t.test('qpdf finds no fault with labels and forms', { skip: skipWithout('qpdf') }, async t => {
  const path = join(t.testdir(), 'labels.pdf');
  await writeFile(
    path,
    await printSheets({ title: 'Étiquettes', date, demonstration: false, labels: [item] }),
  );
  t.match(await checkSyntax(path), /No syntax or stream encoding errors found/);
});
