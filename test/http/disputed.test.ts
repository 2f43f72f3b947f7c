import t from 'tap';
import { peekEvent } from '../../src/log/index.js';
import { playedStory } from '../helpers/played-story.js';
import { type Get, readAs } from '../helpers/reading.js';

interface Shown {
  readonly eventId: string;
  readonly index: number;
  readonly kid: string;
  readonly disputed: null | {
    readonly revokedBy: string;
    readonly since: number;
    readonly support: Record<'countersigned' | 'followed' | 'named', { event: string; officer: string }[]>;
  };
}

async function allOf<Item>(get: Get, path: string): Promise<readonly Item[]> {
  const items: Item[] = [];
  for (let after = ''; ; ) {
    const page = (await get(`${path}${after}`)).json<{ items: Item[]; next: string | null }>();
    items.push(...page.items);
    if (page.next === null) return items;
    after = `${path.includes('?') ? '&' : '?'}after=${page.next}`;
  }
}

t.test(
  'log-format section 8: events by a compromised key are disputed wherever they show, not void',
  async t => {
    const testStage = await playedStory(t);
    const { log, stage } = testStage;
    const get = await readAs(testStage, 'DEMO-HQC-1');
    const received = await log.db
      .selectFrom('event')
      .selectAll()
      .where('type', '=', 'transfer.received')
      .orderBy('log_index')
      .executeTakeFirstOrThrow();
    const { kid, actor, body } = peekEvent(received.jws);
    const receiver = actor.officer;
    const custodian = stage.labelOf(receiver);
    const transfer = received.subject.split('/')[1] ?? '';
    const [{ subject: item = '' } = {}] = body.items as unknown as { subject: string }[];
    const itemPath = `/v1/evidence/${item.split('/')[1]}`;
    const paper = async () => (await get(`/v1/transfers/${transfer}/receipt`)).body;

    t.equal((await get(`/v1/events/${received.event_id}`)).json<Shown>().disputed, null);
    t.equal((await get(itemPath)).json().summary.disputed, false);
    t.notMatch(await paper(), 'DISPUTED');
    const before = (await get(itemPath)).json();

    const since = received.log_index;
    const revocation = {
      by: 'DEMO-REG-1/REG',
      countersigned: ['DEMO-REG-2/REG as registrar'],
      subject: `officer/${receiver}`,
      type: 'officer.key-revoked',
      body: { kid, reason: 'compromised', compromisedSince: since },
    };
    const [revokedBy = ''] = await stage.require([revocation]);

    const one = (await get(`/v1/events/${received.event_id}`)).json<Shown>();
    t.match(one.disputed, { revokedBy, since });
    const { countersigned = [], followed = [], named = [] } = one.disputed?.support ?? {};
    for (const { officer } of [...countersigned, ...followed, ...named])
      t.not(officer, receiver, 'of others only');

    const { items: history } = (await get(`${itemPath}/history`)).json<{ items: Shown[] }>();
    const own = history.filter(event => event.kid === kid);
    t.ok(own.length > 0);
    for (const event of own) t.equal(event.disputed !== null, event.index >= since, `leaf ${event.index}`);
    for (const event of history.filter(other => other.kid !== kid)) t.equal(event.disputed, null);
    const ofItem = own.find(({ index }) => index > since);
    t.ok((ofItem?.disputed?.support.followed.length ?? 0) > 0, 'who had the item after him signed over it');

    t.equal((await get(itemPath)).json().summary.disputed, true);
    t.same((await get(itemPath)).json().state, before.state, 'nothing is voided');
    t.match(await paper(), 'DISPUTED');
    const custody = (await get(`${itemPath}/custody`)).json<{
      periods: { from: { event: string; disputed: boolean } | null }[];
    }>();
    const marked = custody.periods.flatMap(({ from }) => (from?.disputed === true ? [from.event] : []));
    t.same(
      marked,
      own.filter(({ eventId }) => marked.includes(eventId)).map(({ eventId }) => eventId),
    );
    t.ok(marked.length > 0, 'his custody began by an act that is disputed now');

    await t.test('listed with what supports each, reported, and told as an alert', async t => {
      const signed = await log.db
        .selectFrom('event')
        .select(['jws', 'log_index', 'subject', 'type'])
        .where('officer', '=', receiver)
        .where('log_index', '>=', since)
        .orderBy('log_index')
        .execute();
      const by = signed.filter(({ jws }) => peekEvent(jws).kid === kid);
      const listed = await allOf<Shown & { readonly claims: { status: string }[] }>(
        get,
        '/v1/disputed?limit=2',
      );
      t.same(
        listed.map(({ index }) => index),
        by.map(({ log_index }) => log_index),
        'page by page',
      );
      for (const event of listed)
        t.match(event.disputed, { revokedBy, since, support: { countersigned: Array } });
      t.same(listed.find(({ eventId }) => eventId === received.event_id)?.disputed, one.disputed);
      t.notOk(listed.some(({ claims }) => claims.some(({ status }) => status === 'disclosed')));

      const { rows } = (await get('/v1/audit/reports/disputed')).json<{ rows: Record<string, unknown>[] }>();
      t.same(
        rows.map(({ leaf, what, subject, officer }) => [leaf, what, subject, officer]),
        by.map(({ log_index, type, subject }) => [log_index, type, subject, receiver]),
      );
      t.match(
        rows[0]?.detail,
        new RegExp(`^since #${since}; countersigned ${countersigned.length}; followed `),
      );

      const alerts = await allOf<Record<string, unknown>>(get, '/v1/alerts?limit=200');
      const told = alerts.filter(alert => alert.kind === 'EVENT_DISPUTED');
      t.same(
        told.map(({ subject }) => subject).sort(),
        [...new Set(by.map(({ subject }) => subject))].sort(),
      );
      for (const alert of told) t.match(alert, { officer: receiver, detail: kid, title: /compromised/ });

      t.same(await allOf<Shown>(get, '/v1/disputed?after=OTk5OTk5OTk5'), []);
      const national = await readAs(testStage, 'DEMO-OPJ-1');
      const seen = await allOf<Shown>(national, '/v1/disputed');
      t.ok(seen.length < listed.length, 'what one may not see is not there');
    });

    const next = await stage.attempt([{ ...revocation, by: `${custodian}/REG` }]);
    t.match(JSON.stringify(next), 'signer.key-not-good', 'later events by the key are refused');
  },
);
