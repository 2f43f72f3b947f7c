import t from 'tap';
import { evidenceNumber } from '../../../src/custody/evidence/number.js';
import { safety } from '../../../src/dossier/paper/print/exhibits.js';
import { certificatesOf } from '../../../src/dossier/reading/certificates.js';
import { exampleItem } from '../paper/example-item.js';
import { act, divided, found, lot, originsOf, parent, part, people, piece, taken } from './example-parts.js';

const instructions = { entries: [], whenNone: { fr: 'DEMO', en: 'DEMO' } };

t.test(
  'GATE-2: the assessment that a part took over is printed where it is inside, and says of what',
  async t => {
    const inside = certificatesOf(divided, await originsOf(divided, [parent, divided]), people);
    t.match(inside.entries, [
      {
        title: { en: 'Safety assessed' },
        takenFrom: evidenceNumber(lot),
        issued: { at: '2021-04-02T08:00:00.000Z' },
        finding: [
          { fr: 'Résultat : Non dangereux (NON_HAZARDOUS)', en: 'Result: Not hazardous (NON_HAZARDOUS)' },
          { fr: "Éléments à l'appui : DEMO: no primer" },
        ],
      },
    ]);
    const second = act('c', 'evidence.countersigned', '02T08:01', { eventId: 'found' }, 'SEC');
    const alone = certificatesOf(divided, await originsOf(divided, [divided], [found, second]), people);
    t.match(alone.entries, [{ takenFrom: evidenceNumber(lot), countersigned: [{ capacity: {} }] }]);
    const outside = certificatesOf(divided, await originsOf(divided, [divided]), people);
    t.same(outside.entries, []);
    t.same([inside.elsewhere, alone.elsewhere], [null, null]);
    t.equal(outside.elsewhere, outside.whenNone);
    const number = evidenceNumber(lot);
    t.ok(outside.whenNone.fr.startsWith(`Repris de ${number} le 4 avril 2021 à 21 h 57 (UTC)`));
    t.match(
      outside.whenNone.fr,
      /: non dangereuse\. L'acte qui le constate .* ne contient pas tous les actes/,
    );
    t.match(outside.whenNone.en, /: not hazardous\. .* does not hold every act/);
    t.match(
      certificatesOf(taken, [], people),
      { whenNone: { fr: /^Aucun certificat/ }, elsewhere: null },
      'of another matter: nothing is taken over',
    );
    t.match(certificatesOf(parent, [], people).entries, [{ takenFrom: null }], 'its own');
  },
);

t.test('E13: a weapon-clear slip names both, and says what was seen in the words of the form', async t => {
  const cleared = act(
    'w',
    'evidence.weapon-cleared',
    '02T07:19',
    {
      ...{ ammunition: [part], ammunitionFound: true, chamber: 'EMPTY', magazine: 'REMOVED' },
      ...{ remark: 'DEMO', secondVisualCheck: true, serialAsRead: null, tieThroughBarrel: false },
      ...{ lateEntry: null, overrides: [] },
    },
    'WIT',
  );
  const weapon = piece(1, lot, null, 'w', cleared);
  const second = act('s', 'evidence.countersigned', '02T07:20', {}, 'FPU');
  const countersigned = new Map([['w', [second]]]);
  const signed = { ...weapon, history: { ...weapon.history, countersigned } };
  const [slip] = certificatesOf(signed, [], people).entries;
  t.same(
    slip?.countersigned.map(({ capacity }) => capacity),
    [people.signatory(second.event.actor).capacity],
  );
  t.same(
    slip?.finding.map(({ fr }) => fr),
    [
      'Chambre : Vide, contrôlée de visu et au toucher (EMPTY)',
      'Chargeur ou alimentation : Retiré (REMOVED)',
      'La seconde personne a-t-elle contrôlé de visu ? oui',
      'Un lien passe-t-il à travers le canon ? non',
      'Contenait-elle des munitions ? oui',
      `Munitions emballées à part, chacune une pièce distincte 1/1 : ${evidenceNumber(part)} (${part})`,
      'Numéro de série relu : aucun visible',
      'Observation : DEMO',
    ],
  );
  t.equal(slip?.finding[0]?.en, 'Chamber: Empty, seen and felt (EMPTY)');
});

t.test(
  'GATE-2: beside its own certificates a part says where the act is that its safety rests on',
  async t => {
    const own = act('w', 'evidence.weapon-cleared', '05T08:00', { chamber: 'EMPTY' });
    const { history } = divided;
    const cleared = { ...divided, history: { ...history, acts: [...history.acts, own] } };
    const { entries, elsewhere } = certificatesOf(cleared, await originsOf(cleared, [cleared]), people);
    t.match(entries, [{ title: { en: 'Weapon cleared by two' }, takenFrom: null }]);
    t.match(elsewhere, { fr: /^Repris de /, en: /^Taken over from / });
    const item = exampleItem(1);
    const told = (certificates: object) =>
      JSON.stringify(
        safety([{ ...item, certificates: { ...item.certificates, ...certificates } }], instructions, false),
      );
    t.ok(told({ entries, elsewhere }).includes(JSON.stringify(elsewhere)), 'it is printed below them');
    t.notOk(told({ entries, elsewhere: null }).includes('Repris de'));
  },
);

t.test('E12: what a certificate says by an empty field is printed in the words of its form', async t => {
  const safe = act('s', 'evidence.render-safe-certified', '02T09:00', {
    ...{ certificate: 'DEMO-1', netExplosiveQuantity: null, removed: 'DEMO: primer', limits: 'DEMO' },
    ...{ validUntil: '2021-05-02T00:00:00Z', scan: null, lateEntry: null, overrides: [] },
  });
  const [certificate] = certificatesOf(piece(1, lot, null, 's', safe), [], people).entries;
  t.same(certificate?.finding, [
    {
      fr: "Masse nette d'explosif restante, kg : aucune",
      en: 'Net explosive quantity left, kg: none',
    },
    { fr: 'Ce qui a été retiré : DEMO: primer', en: 'What was removed: DEMO: primer' },
    { fr: 'Limites du certificat : DEMO', en: 'Limits of the certificate: DEMO' },
  ]);
});

t.test(
  'a field that is empty, of which the form does not say what for, is passed over; what is withheld says so',
  async t => {
    const certified = act('c', 'evidence.certified', '02T09:00', {
      ...{ certificate: 'DEMO-1', result: 'CERTIFIED_FREE_FROM_EXPLOSIVES', netExplosiveQuantity: null },
      ...{ hazardDivision: null, basis: { _sd: 'DEMO' }, limits: 'DEMO' },
    });
    const [certificate] = certificatesOf(piece(1, lot, null, 'c', certified), [], people).entries;
    t.match(certificate?.finding, [
      { en: /^Result: / },
      { en: /^What it rests on: Withheld/ },
      { en: 'Limits of the certificate: DEMO' },
    ]);
    t.equal(certificate?.finding.length, 3);
  },
);
