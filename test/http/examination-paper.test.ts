import t from 'tap';
import { settleDiscrepancies } from '../../src/cli/demo/chapters/discrepancies.js';
import { playHeadquartersLeg } from '../../src/cli/demo/chapters/headquarters-leg.js';
import { playLaboratory } from '../../src/cli/demo/chapters/laboratory.js';
import { act } from '../../src/cli/demo/chapters/laboratory-acts.js';
import { storyAtSector } from '../helpers/played-story.js';
import { readAs } from '../helpers/reading.js';

t.setTimeout(600_000);

interface TurnRounds {
  readonly laboratories: readonly Readonly<Record<string, unknown>>[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

interface Listed {
  readonly total: number;
  readonly items: readonly { readonly subject: string; readonly fields: string; readonly status: string }[];
}

t.test(
  'D5, RQ-08, RQ-22, RQ-54: work list, receipt and report of a laboratory, to those it concerns',
  async t => {
    const { testStage, play, setting, stocks, incident, packed, discrepancies } = await storyAtSector(t);
    const casesFired = await settleDiscrepancies(play, setting, stocks, packed, discrepancies);
    await playHeadquartersLeg(play, setting, Object.values({ ...packed, casesFired }));
    await playLaboratory(play, setting, incident, packed.remains, packed.casesShrapnel);
    const examiner = await readAs(testStage, 'DEMO-LABX-1');

    const listed = (await examiner('/v1/examinations?count=true&status=REPORTED')).json<Listed>();
    t.match([listed.total, listed.items[0]?.fields], [1, 'withheld']);
    const id = listed.items[0]?.subject.replace('examination/', '') ?? '';
    const none = (await examiner('/v1/examinations?count=true&overdueOn=2030-01-01')).json<Listed>();
    t.equal(none.total, 0, 'what is answered is not overdue');

    await t.test(
      'D5: a request that nobody answered by its day is an alert for laboratory and case officer',
      async t => {
        const [vehicle, casings] = [packed.remains.items[0], packed.casesShrapnel.items[0]];
        if (vehicle === undefined || casings === undefined) throw new Error('nothing to examine');
        const lab = { play, id: play.newId('DEMO-EXAMINATION-2'), items: [vehicle, casings] } as const;
        const members = {
          ...{ number: 'DEMO-EXAMINATION-2', requestingUnit: setting.mission, contact: 'DEMO', incident },
          ...{ offence: 'DEMO', circumstances: 'DEMO', laboratory: setting.laboratory, level: 'L2' },
          ...{ urgency: { code: 'ROUTINE', text: null }, courtDate: null, returnTo: 'DEMO' },
          due: play.inDays(1).slice(0, 10),
        };
        const asked = {
          ...{
            question: 'DEMO',
            priorExams: 'DEMO',
            hazard: 'DEMO',
            certificates: ['DEMO-SVBIED-CERTIFICATE'],
          },
          exams: [
            { type: { code: 'VISUAL', text: null }, destructive: false },
            { type: { code: 'SERIAL_RESTORATION', text: null }, destructive: true },
          ],
          precautions: [{ code: 'GLOVES_CHANGED', text: null }],
        };
        await testStage.stage.require([
          act(lab, ['examination.requested', 'evidence.examination-requested'], 'DEMO-CASE-1/CASE', members, [
            asked,
            null,
          ]),
        ]);
        testStage.clock.now = play.clock.now + 3 * 86_400_000;
        for (const name of ['DEMO-LABX-1', 'DEMO-CASE-1', 'DEMO-WIT-1']) {
          const get = await readAs(testStage, name);
          const { items } = (await get('/v1/alerts')).json<{
            items: readonly { readonly kind: string; readonly label: string }[];
          }>();
          const found = items.filter(({ kind }) => kind === 'EXAMINATION_OVERDUE').map(({ label }) => label);
          t.same(found, name === 'DEMO-WIT-1' ? [] : ['DEMO-EXAMINATION-2'], name);
        }
        const late = (await (await readAs(testStage, 'DEMO-LABX-1'))('/v1/turn-round')).json<TurnRounds>();
        t.match(late.laboratories, [
          { laboratory: setting.laboratory, requested: 2, waiting: 1, inHand: 0, reported: 1, overdue: 1 },
        ]);
        t.match(
          late.rows.map(({ number, overdue, reportedLate }) => [number, overdue, reportedLate]),
          [
            ['DEMO-EXAMINATION-1', false, false],
            ['DEMO-EXAMINATION-2', true, false],
          ],
        );
        testStage.clock.now = play.clock.now;
      },
    );

    await t.test('turn-round times: requested, received, reported; of what the reader may see', async t => {
      const officer = await readAs(testStage, 'DEMO-CASE-1');
      const { rows, laboratories } = (await officer('/v1/turn-round')).json<TurnRounds>();
      const [done, waiting] = rows;
      t.ok(String(done?.requestedAt) < String(done?.receivedAt), 'requested, then received');
      t.ok(String(done?.receivedAt) < String(done?.reportedAt), 'then reported');
      t.match(done, { status: 'REPORTED', daysToReception: Number, daysToReport: Number });
      t.match(waiting, { receivedAt: null, reportedAt: null, daysToReception: null, daysToReport: null });
      t.match(laboratories[0], { medianDaysToReception: done?.daysToReception, overdue: 0 });
      const later = (await officer('/v1/turn-round?from=2030-01-01')).json<TurnRounds>();
      t.same([later.rows, later.laboratories], [[], []]);
      t.equal((await officer('/v1/turn-round?from=yesterday')).statusCode, 400);
      const csv = await officer(`/v1/turn-round?format=csv&laboratory=${setting.laboratory}`);
      t.match(csv.headers['content-type'], 'text/csv');
      t.equal(csv.body.trim().split('\r\n').length, 3, 'a heading and two lines');
      const other = (await (await readAs(testStage, 'DEMO-WIT-1'))('/v1/turn-round')).json<TurnRounds>();
      t.same(other.rows, [], 'of what he asked for himself, which is nothing');
      for (const name of ['DEMO-SEC-1', 'DEMO-OPJ-1'])
        t.equal((await (await readAs(testStage, name))('/v1/turn-round')).statusCode, 403, name);
    });

    await t.test('D5: every row of the result is a value on the report, in French', async t => {
      const answer = await examiner(`/v1/examinations/${id}/report`);
      t.equal(answer.statusCode, 200);
      t.match(answer.headers['content-language'], 'fr');
      for (const value of [
        ...['DEMO-EXAMINATION-1', 'DEMO-LAB-1', 'DEMO-REPORT-1', 'DEMO-LABORATORY', 'DEMO-HQ-STORE'],
        ...[
          'Rapport d&#39;examen',
          'Confidentiel',
          'Français (FR), Anglais (EN)',
          'DEMO examiner',
          'DEMO reception',
        ],
        ...[
          'DEMO-METHOD',
          'DEMO : une trace papillaire, relevée',
          'Avis',
          'Non concluant',
          'Négatif',
          'DEMO-TRACE-1',
          'Inchangé depuis la version 1',
        ],
        ...['DEMO-0007', 'DEMO-L-0001', 'DEMO: a surface was etched', 'Vérificateur technique'],
        ...['DEMO: the mark is inconclusive, not identified', 'DEMO: headquarters custodian'],
      ])
        t.ok(answer.body.includes(value), value);
      for (const part of ['Marquage de culot', 'Interprétation des marquages', 'Photographies (SHA-256)'])
        t.ok(answer.body.includes(part), part);
      t.match(answer.body, 'Une piste n&#39;est pas un résultat', 'a lead stands apart, as no part of it');
      t.match(answer.body, 'DEMO : une piste, sans plus', 'to the laboratory, which reads what is withheld');
      const custodian = await readAs(testStage, 'DEMO-HQC-1');
      const { body } = await custodian(`/v1/examinations/${id}/report`);
      t.match(body, 'Réservé', 'GATE-6: who reads no withheld claims is told so');
      for (const found of [
        'DEMO : une trace papillaire, relevée',
        'DEMO : rien qui identifie qui que ce soit',
        'DEMO-WARRANT-1',
        'DEMO : une piste, sans plus',
        'DEMO-STATE',
      ])
        t.notMatch(body, found, found);
    });

    await t.test('E34, RQ-54: the former version stays, and says that there is a later one', async t => {
      const former = await examiner(`/v1/examinations/${id}/report?version=1&lang=fr`);
      t.match(former.body, 'Une version ultérieure de ce rapport a été établie.');
      t.match(former.body, 'Identifié');
      t.equal((await examiner(`/v1/examinations/${id}/report?version=9`)).statusCode, 404);
      const english = await examiner(`/v1/examinations/${id}/report?lang=en`);
      t.match(english.body, 'Technical reviewer');
    });

    await t.test('D5: every row of the request is a value on the form, in French', async t => {
      const officer = await readAs(testStage, 'DEMO-CASE-1');
      const form = await officer(`/v1/examinations/${id}/request`);
      t.equal(form.statusCode, 200);
      t.match(form.headers['content-language'], 'fr');
      for (const value of [
        ...['Demande d&#39;examen au laboratoire', 'DEMO-EXAMINATION-1', 'DEMO-MISSION-UNIT'],
        ...['Officier chargé de l&#39;affaire (CASE)', 'DEMO: case officer, extension 0', 'Normal'],
        ...['DEMO-LABORATORY – Niveau 2', '<dd>DEMO-HQ-STORE</dd>', '<dt>Date d&#39;audience</dt><dd>néant'],
        ...[play.inDays(20).slice(0, 4), 'DEMO: are there marks of persons, and what else does it tell?'],
        '1. Traces papillaires : cyanoacrylate (recherche de traces)',
        '2. Restitution d&#39;un numéro de série effacé (altère ou consomme la pièce)',
        ...['2. Comparaison d&#39;étuis (manipulation de la pièce)', 'DEMO: none known'],
        ...['<dt>Danger</dt><dd>DEMO: remains of a device', '-CERTIFICATE</dd>', 'Gants changés'],
        ...['autorisé par DEMO case officer', 'vérificateur technique – ', 'aucun n&#39;est demandé'],
        ...['Débris du véhicule piégé', 'DEMO-L-0001', '58 pièces', '<svg', 'Point de contrôle'],
      ])
        t.ok(form.body.includes(value), value);
      for (const later of ['À la réception', 'DEMO-TRACE-1', 'DEMO-REPORT-1', 'DEMO-WARRANT-1'])
        t.notMatch(form.body, later, later);
      const { body } = await examiner(`/v1/examinations/${id}/request`);
      t.match(body, 'Désignation (au registre)</dt><dd><i>Réservé', 'of an item that is with others');
      t.notMatch(body, 'Débris du véhicule piégé');
      const english = await examiner(`/v1/examinations/${id}/request?lang=en`);
      t.match(english.body, 'Request to the laboratory');
      t.equal((await examiner(`/v1/examinations/${id}/request?lang=de`)).statusCode, 400);
    });

    await t.test(
      'D5, E32: what nobody answered leaves room for ink, and tells what is not approved',
      async t => {
        const { items } = (await examiner('/v1/examinations?status=REQUESTED')).json<Listed>();
        const asked = items[0]?.subject.replace('examination/', '') ?? '';
        const { body } = await examiner(`/v1/examinations/${asked}/request`);
        for (const value of ['À la réception', 'Acceptée / refusée (motif)', 'Signatures manuscrites'])
          t.ok(body.includes(value), value);
        t.match(body, 'Restitution d&#39;un numéro de série effacé – demandé, non autorisé');
      },
    );

    await t.test('RQ-22: the receipt tells what was received, and nothing of what was found', async t => {
      const custodian = await readAs(testStage, 'DEMO-HQC-1');
      const receipt = await custodian(`/v1/examinations/${id}/receipt`);
      t.equal(receipt.statusCode, 200);
      t.match(receipt.body, 'DEMO-0007');
      t.notMatch(receipt.body, 'DEMO-TRACE-1');
    });

    await t.test('design section 6: to others an examination does not exist', async t => {
      for (const name of ['DEMO-WIT-1', 'DEMO-SEC-1', 'DEMO-OPJ-1']) {
        const get = await readAs(testStage, name);
        t.equal((await get(`/v1/examinations/${id}/report`)).statusCode, 404, name);
        t.equal((await get(`/v1/examinations/${id}/request`)).statusCode, 404, name);
        t.equal((await get(`/v1/examinations/${id}`)).statusCode, 404, name);
      }
      const history = async (name: string) =>
        (await (await readAs(testStage, name))(`/v1/examinations/${id}/history`)).body;
      t.match(await history('DEMO-CASE-1'), 'DEMO-WARRANT-1', 'the reference of a warrant is for few');
      t.notMatch(await history('DEMO-HQC-1'), 'DEMO-WARRANT-1');
    });
  },
);
