import t from 'tap';
import { formatTime } from '../../src/log/index.js';
import { informationBody, informationSubject } from '../helpers/bodies/information.js';
import { consentBody, linkedBody, sourceBody, sourceSubject } from '../helpers/bodies/source.js';
import { unitBody, unitSubject } from '../helpers/bodies/unit.js';
import { circumstances } from '../helpers/procedure.js';
import { readAs } from '../helpers/reading.js';
import { createTestStage } from '../helpers/test-stage.js';

t.setTimeout(300_000);

const id = sourceSubject.slice('source/'.length);
const unit = unitSubject.slice('unit/'.length);

t.test(
  'GATE-8, F-28: a source is there for human rights, the legal office and who registered it',
  async t => {
    const testStage = await createTestStage(t);
    const { stage, clock } = testStage;
    for (const [name, role] of [
      ['DEMO-HR-1', 'HR'],
      ['DEMO-LEG-1', 'LEG'],
      ['DEMO-JMAC-1', 'JMAC'],
      ['DEMO-JMAC-2', 'JMAC'],
      ['DEMO-CASE-1', 'CASE'],
      ['DEMO-AUD-1', 'AUD'],
      ['DEMO-HOM-1', 'HOM'],
    ] as const)
      await stage.enlist(name, [role], { unit: null });
    const analyst = 'DEMO-JMAC-1/JMAC';
    const takenBy = stage.officer('DEMO-HR-1').officer;
    await stage.require([
      {
        subject: unitSubject,
        type: 'unit.registered',
        by: 'DEMO-REG-1/REG',
        countersigned: ['DEMO-REG-2/REG as registrar'],
        body: unitBody(),
      },
      {
        subject: informationSubject,
        type: 'information.registered',
        by: analyst,
        body: informationBody(circumstances(formatTime(clock.now))),
      },
      { subject: sourceSubject, type: 'source.registered', by: analyst, body: sourceBody() },
      { subject: sourceSubject, type: 'source.linked', by: analyst, body: linkedBody(informationSubject) },
    ]);

    await t.test('who may see him, and how much of him', async t => {
      for (const name of ['DEMO-HR-1', 'DEMO-LEG-1', 'DEMO-JMAC-1']) {
        const get = await readAs(testStage, name);
        t.equal((await get('/v1/sources?count=true')).json().total, 1, name);
        t.equal((await get(`/v1/sources/${id}`)).json().state.code, 'DEMO-SOURCE-1', name);
        const history = await get(`/v1/sources/${id}/history`);
        t.equal(history.statusCode, 200, name);
        t.equal(/DEMO-REAL-NAME/.test(history.body), name !== 'DEMO-JMAC-1', `${name}: who he is`);
      }
    });

    await t.test('to everybody else he is not there: not listed, not counted, not found', async t => {
      for (const name of ['DEMO-JMAC-2', 'DEMO-CASE-1', 'DEMO-AUD-1', 'DEMO-HOM-1']) {
        const get = await readAs(testStage, name);
        const list = await get('/v1/sources?count=true');
        if (list.statusCode === 200) t.same([list.json().total, list.json().items], [0, []], name);
        else t.equal(list.statusCode, 403, name);
        t.equal((await get(`/v1/sources/${id}`)).statusCode, 404, name);
        t.equal((await get(`/v1/sources/${id}/history`)).statusCode, 404, name);
        t.same((await get(`/v1/heads?subject=${sourceSubject}`)).json().items, [], name);
        const ask = `/v1/source-consents?unit=${unit}&piece=${informationSubject}`;
        t.equal((await get(ask)).statusCode, 403, name);
      }
    });

    await t.test('nothing of him is in the history of the piece', async t => {
      const get = await readAs(testStage, 'DEMO-LEG-1');
      const piece = `/v1/information/${informationSubject.slice('information/'.length)}`;
      for (const path of [piece, `${piece}/history`])
        t.notMatch((await get(path)).body, /SOURCE-1|VOICE/, path);
    });

    await t.test('RQ-64: whom a piece could betray, and which consent covers the unit', async t => {
      const get = await readAs(testStage, 'DEMO-LEG-1');
      const ask = async () =>
        (await get(`/v1/source-consents?unit=${unit}&piece=${informationSubject}`)).json().items;
      t.match(await ask(), [{ source: id, code: 'DEMO-SOURCE-1', by: ['VOICE', 'PLACE'], consent: null }]);
      const body = consentBody('ANY_NATIONAL', { takenBy });
      const record = { subject: sourceSubject, type: 'source.consent-recorded', by: 'DEMO-HR-1/HR', body };
      const [consent = ''] = await stage.require([record]);
      t.match(await ask(), [{ consent: { use: 'ANY_NATIONAL', event: consent, validUntil: null } }]);
      await stage.require([
        {
          subject: sourceSubject,
          type: 'source.consent-revoked',
          by: 'DEMO-LEG-1/LEG',
          body: { consent, reason: null },
          refs: [consent],
        },
      ]);
      t.match(await ask(), [{ consent: null }]);
      const nobody = '01788c72-3c00-761a-a189-320c4983dd5d';
      const lost = await get(`/v1/source-consents?unit=${nobody}&piece=${informationSubject}`);
      t.equal(lost.statusCode, 404);
    });
  },
);
