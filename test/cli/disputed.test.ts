import t from 'tap';
import { peekEvent } from '../../src/log/index.js';
import { collectedBody, quantity, registeredBody } from '../helpers/bodies/evidence.js';
import { createFieldCase, minutesAgo } from '../helpers/field-case.js';
import { Laptop, scelle } from '../helpers/scelle.js';

t.setTimeout(300_000);

t.test(
  'section 8: what a compromised key signed is listed with what supports it, and told in status',
  async t => {
    const field = await createFieldCase(t);
    const { stage, incident, scene, clearance } = field;
    const counted = { ...quantity('143'), countedBy: field.idOf('DEMO-WIT-1') };
    await stage.enlist('DEMO-AUD-1', ['AUD'], { unit: null });
    const item = stage.newId();
    const subject = `evidence/${item}`;
    const [registered = ''] = await stage.require([
      {
        subject,
        type: 'evidence.registered',
        by: 'DEMO-WIT-1/WIT',
        refs: [clearance],
        body: registeredBody(minutesAgo(200), { incident, quantity: counted, scene }),
      },
    ]);
    await stage.require([
      {
        subject,
        type: 'evidence.collected',
        by: 'DEMO-WIT-1/WIT',
        countersigned: ['DEMO-WIT-2/WIT as witness'],
        refs: [clearance],
        body: collectedBody(minutesAgo(190), { scene }),
      },
    ]);
    const { log_index: since, jws } = await field.log.db
      .selectFrom('event')
      .select(['log_index', 'jws'])
      .where('event_id', '=', registered)
      .executeTakeFirstOrThrow();
    const laptop = await Laptop.connect(t, field.url);
    const as = ['--as', field.as('DEMO-AUD-1')];
    t.match((await laptop.must<{ items: unknown[] }>(['list', 'disputed', ...as])).items, []);
    const { kid } = peekEvent(jws);
    await stage.require([
      {
        by: 'DEMO-REG-1/REG',
        countersigned: ['DEMO-REG-2/REG as registrar'],
        subject: `officer/${field.idOf('DEMO-WIT-1')}`,
        type: 'officer.key-revoked',
        body: { kid, reason: 'compromised', compromisedSince: since },
      },
    ]);
    const { items } = await laptop.must<{ items: { index: number; disputed: object }[] }>([
      'list',
      'disputed',
      ...as,
    ]);
    t.same(
      items.map(({ index }) => index),
      [since, since + 1],
    );
    t.match(items[1]?.disputed, {
      since,
      support: { countersigned: [{ officer: field.idOf('DEMO-WIT-2') }] },
    });
    const say = async (language: string, args: readonly string[]) =>
      (await scelle(['--home', laptop.home, '--lang', language, ...args])).stdout;
    for (const [language, words] of [
      ['en', [`#${since + 1} `, `compromised from leaf ${since} on`, 'countersigned by #', 'evidence/']],
      ['fr', ['contesté', 'contresigné par #']],
    ] as const) {
      const list = await say(language, ['list', 'disputed', ...as]);
      const status = await say(language, ['status', item, ...as]);
      for (const word of words) t.match(list, word, `${language}: ${word}`);
      t.match(status, language === 'en' ? '! disputed: its key' : '! contesté : sa clé');
      for (const line of status.split('\n')) t.ok(Array.from(line).length <= 80, `status: ${line}`);
    }
  },
);
