import { toString as qrCode } from 'qrcode';
import t from 'tap';
import { escapeHtml } from '../../src/http/html.js';
import { playedStory } from '../helpers/played-story.js';
import { uuidOf } from '../helpers/procedure.js';
import { readAs } from '../helpers/reading.js';

t.test('GET /v1/transfers/{id}/receipt (RQ-22)', async t => {
  const testStage = await playedStory(t);
  const { log, stage } = testStage;
  const get = await readAs(testStage, 'DEMO-HQC-1');
  const transfers = await log.db.selectFrom('transfer').selectAll().orderBy('first_index').execute();
  const handover = transfers.find(({ kind }) => kind === 'HANDOVER');
  const [first] = transfers;
  if (first === undefined || handover === undefined) throw new Error('the story has no transfers');
  const pageOf = async (id: string, language: string) => {
    const answer = await get(`/v1/transfers/${id}/receipt`, { 'accept-language': language });
    t.equal(answer.statusCode, 200);
    return answer;
  };
  const actsOf = (id: string) =>
    log.db.selectFrom('event').selectAll().where('subject', '=', `transfer/${id}`).orderBy('seq').execute();

  t.test('every item, every statement with its leaf, the checkpoint and the code', async t => {
    for (const { id, manifest } of transfers) {
      const { body } = await pageOf(id, 'fr');
      t.match(body, manifest);
      t.match(body, /Point de contrôle, feuilles\s:\s\d+ – il couvre toutes les feuilles/);
      const items = await log.db
        .selectFrom('evidence')
        .innerJoin('transfer_item', 'transfer_item.item', 'evidence.id')
        .select(['number', 'description_fr'])
        .where('transfer_item.transfer', '=', id)
        .execute();
      t.ok(items.length > 0);
      for (const { number, description_fr } of items) {
        t.ok(body.includes(number) && body.includes(escapeHtml(description_fr)), number);
      }
      const acts = await actsOf(id);
      for (const { event_id, log_index } of acts) {
        t.ok(body.includes(`<td>${log_index}</td><td class="id">${event_id}</td>`), `${log_index}`);
      }
      const { note } = await log.vault.read();
      t.ok(body.includes(escapeHtml(note)));
      const last = acts.findLast(({ type }) => !type.endsWith('.countersigned'));
      const coded = `${log.origin}\n${last?.log_index}\n${last?.event_id}`;
      t.ok(body.includes(await qrCode(coded, { type: 'svg', errorCorrectionLevel: 'M', margin: 0 })));
    }
  });

  t.test('RQ-31, RQ-32: what differs stands side by side, with reserves and discrepancies', async t => {
    const reserved = await log.db
      .selectFrom('event')
      .selectAll()
      .where('type', '=', 'transfer.received')
      .orderBy('log_index')
      .executeTakeFirstOrThrow();
    const french = (await pageOf(reserved.subject.split('/')[1] ?? '', 'fr')).body;
    t.match(french, /DIFFÉRENCE/);
    t.match(french, /Reçue sous réserve/);
    t.match(french, /Scellé altéré/);
    t.match(french, /non dénombrée : sous scellé intact/);
    const english = (await pageOf(reserved.subject.split('/')[1] ?? '', 'en')).body;
    t.match(english, /DIFFERS/);
    t.match(english, /Received under reserve/);
    t.notMatch(english, /Réserve|DIFFÉRENCE/);
  });

  t.test(
    'RQ-62, RQ-69: conditions print on the handover record, in French unless asked otherwise',
    async t => {
      const silent = await get(`/v1/transfers/${handover.id}/receipt`);
      t.equal(silent.headers['content-language'], 'fr');
      t.match(silent.body, /Procès-verbal de remise/);
      const decision = await log.db
        .selectFrom('subject')
        .select('state')
        .where('subject', '=', `release/${handover.release}`)
        .executeTakeFirstOrThrow();
      const { conditions } = (decision.state as { decisions: readonly { conditions: readonly string[] }[] })
        .decisions[0] ?? { conditions: [] };
      t.ok(conditions.length > 0);
      for (const condition of conditions) t.ok(silent.body.includes(escapeHtml(condition)));
      t.match((await pageOf(handover.id, 'en')).body, /Record of handover/);
      t.match(silent.body, /Scellé\u00a0: <\/span>………/, 'a place for the national seal');
      t.equal((await get(`/v1/transfers/${first.id}/receipt`)).headers['content-language'], 'en');
    },
  );

  t.test('RQ-08: persons by capacity, role and unit; no name is on it', async t => {
    const { body } = await pageOf(handover.id, 'fr');
    t.match(body, /Officier de police judiciaire \(NAT-OPJ\)/);
    t.match(body, /Gardien des scellés du quartier général \(HQC\)/);
    t.match(body, /DEMO-NATIONAL-BRIGADE/);
    const names = await log.db.selectFrom('disclosure').select('disclosure').execute();
    t.ok(names.length > 0);
    t.notMatch(body, /DEMO-(WIT|SEC|HQC|OPJ|LEG|COU)-\d/);
  });

  t.test('the page stands by itself: no script, nothing from elsewhere, its own style only', async t => {
    const { headers, body } = await pageOf(first.id, 'fr');
    t.match(headers['content-type'], /^text\/html/);
    const policy = String(headers['content-security-policy']);
    t.match(policy, /^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]+';/);
    t.notMatch(policy, /unsafe|script/);
    t.notMatch(body, /<script|<link|<img|<iframe|\bsrc=|\bhref=|url\(|@import|\son\w+=|\sstyle=/i);
    t.equal(body.match(/<style>/g)?.length, 1);
  });

  t.test('only who may see the transfer sees its paper', async t => {
    t.equal((await get(`/v1/transfers/${uuidOf('nobody')}/receipt`)).statusCode, 404);
    t.equal((await get('/v1/transfers/x/receipt')).statusCode, 400);
    t.equal((await testStage.app.inject({ url: `/v1/transfers/${first.id}/receipt` })).statusCode, 401);
    await stage.enlist('DEMO-COU-9', ['COU'], { unit: null });
    const stranger = await readAs(testStage, 'DEMO-COU-9');
    t.equal((await stranger(`/v1/transfers/${first.id}/receipt`)).statusCode, 404);
    const national = await readAs(testStage, 'DEMO-OPJ-1');
    const own = await national(`/v1/transfers/${handover.id}/receipt`);
    t.equal(own.statusCode, 200);
    t.equal((await national(`/v1/transfers/${first.id}/receipt`)).statusCode, 404, 'a leg before his own');
    const logged = await log.db
      .selectFrom('access_log')
      .select(['subjects', 'result'])
      .where('resource', '=', 'GET /v1/transfers/:id/receipt')
      .where('officer', '=', stage.officer('DEMO-OPJ-1').officer)
      .orderBy('entry')
      .execute();
    t.match(
      logged.map(({ result }) => result),
      ['200', '404'],
    );
    t.ok((logged[0]?.subjects.length ?? 0) > 1, 'the items are logged with it');
  });
});
