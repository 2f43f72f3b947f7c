import t from 'tap';
import { openIncident } from '../../src/cli/demo/chapters/aguelhok-incident.js';
import { clearWeapons } from '../../src/cli/demo/chapters/make-safe.js';
import { playScenes } from '../../src/cli/demo/chapters/scenes.js';
import { isFirearm, mayHoldExplosive } from '../../src/cli/demo/items/demo-item.js';
import { Narrator } from '../../src/cli/demo/narrator.js';
import { DemoClock, Play } from '../../src/cli/demo/play.js';
import { sealing } from '../../src/cli/demo/sealing.js';
import { playSeals } from '../../src/cli/demo/seals.js';
import { prepareSetting } from '../../src/cli/demo/setting.js';
import type { BatchEvent } from '../../src/client/index.js';
import {
  canonicalText,
  eventIdOf,
  type JsonObject,
  joinSubmission,
  type Signer,
} from '../../src/log/index.js';
import { checkLog } from '../helpers/check-log.js';
import { type Expected, expectProblem, forge, postEvents } from '../helpers/hostile.js';
import { createTestStage } from '../helpers/test-stage.js';

const silent = { language: 'en', json: true, result() {}, note() {} } as const;

/** An event of a batch as it would be signed: changed at will. */
type Draft = JsonObject & { readonly subject: string; readonly body: JsonObject };

t.test('log-format section 10: groups that do not hold together', async t => {
  const clock = new DemoClock('2021-04-02T04:00:00Z');
  const { log, stage, url } = await createTestStage(t, clock);
  const play = new Play(stage, new Narrator(silent, () => clock.now), clock);
  const setting = await prepareSetting(play);
  const { collector: stock } = await playSeals(play);
  const { camp } = await playScenes(play, setting, await openIncident(play, setting));
  const place = 'DEMO-SCENE camp';
  await clearWeapons(play, camp, place);
  const arms = camp.filter(isFirearm);
  const sealer = { by: 'DEMO-WIT-1/WIT', witness: 'DEMO-WIT-2/WIT', stock, place, case: 'DEMO' };
  const size = async () =>
    (await log.db.selectFrom('log_state').select('size').executeTakeFirstOrThrow()).size;
  const act = (sealNumber: string, sealed = arms) =>
    sealing(play, sealer, { id: stage.newId(), sealNumber, exception: null, items: sealed }, 'FIREARMS');
  const before = await size();

  /**
   * The batch that seals the arms, rewritten and signed again by those who signed it: an event that changes is
   * named by its new id in those after it.
   */
  const sealed = async (rewrite: (events: readonly Draft[]) => readonly Draft[]) => {
    const batch = await stage.sign([act('DEMO-0001')]);
    const drafts = batch.events.map(({ payload }) => ({ ...payload }) as unknown as Draft);
    const renamed = new Map<string, string>();
    const submitted: string[] = [];
    for (const draft of rewrite(drafts)) {
      const original = drafts.findIndex(({ nonce }) => nonce === draft.nonce);
      const event = batch.events[original] as BatchEvent;
      let payload = canonicalText(draft);
      for (const [from, to] of renamed) payload = payload.replaceAll(from, to);
      const jws = await forge({ payload, signer: signerOf(event.kid) });
      renamed.set(idOf(event.jws ?? ''), idOf(jws));
      submitted.push(joinSubmission({ jws, disclosures: event.disclosures }));
    }
    return submitted;
  };
  const signerOf = (kid: string): Signer => {
    const found = ['DEMO-WIT-1', 'DEMO-WIT-2']
      .map(name => stage.officer(name))
      .find(({ key }) => key.kid === kid);
    if (found === undefined) throw new Error('another officer signed');
    return found.signer;
  };
  const idOf = (jws: string) => eventIdOf(jws.slice(0, jws.lastIndexOf('.')));
  const first = (change: (act: Draft) => Draft) => () =>
    sealed(([group, ...others]) => (group === undefined ? [] : [change(group), ...others]));
  const last = (change: (item: Draft) => Draft) => () =>
    sealed(events => events.map((event, at) => (at === events.length - 1 ? change(event) : event)));
  const listed = (change: (list: readonly JsonObject[]) => readonly JsonObject[]) =>
    first(event => ({ ...event, body: { ...event.body, items: change(event.body.items as JsonObject[]) } }));
  const group = (found: RegExp, event = 0): Expected => ({ check: 'group', found, event });
  const at = arms.length + 1;
  const witness = stage.officer('DEMO-WIT-2').officer;

  const cases: readonly [name: string, make: () => Promise<readonly string[]>, expected: Expected][] = [
    ['without an item', () => sealed(events => events.slice(0, -1)), group(/items directly after, received/)],
    [
      'without any item',
      () => sealed(events => events.slice(0, 2)),
      group(/items directly after, received 0/),
    ],
    ['items alone', () => sealed(events => events.slice(2)), group(/group directly before/)],
    [
      'items in another order',
      () => sealed(([a, b, ...rest]) => [a, b, ...rest.reverse()].filter(e => e !== undefined)),
      group(/that the group lists here/, 2),
    ],
    [
      'an item event twice',
      () => sealed(events => [...events, ...events.slice(-1)]),
      group(/same event twice|does not list/, at + 1),
    ],
    [
      'an item listed twice',
      listed(list => [...list.slice(0, -1), ...list.slice(0, 1)]),
      group(/is listed twice/),
    ],
    [
      'an item listed that has no event',
      listed(list => [...list, { subject: `evidence/${stage.newId()}`, seq: 1 }]),
      group(/items directly after/),
    ],
    [
      'an item event that is not listed',
      listed(list => list.slice(0, -1)),
      group(/does not list this event/, at),
    ],
    [
      'an item listed at another seq',
      listed(list => list.map(item => ({ ...item, seq: 99 }))),
      group(/that the group lists here/, 2),
    ],
    [
      '501 items',
      listed(list =>
        Array.from({ length: 501 }, (_, n) => ({
          ...list[0],
          subject: `evidence/0192f3a0-0000-7000-8000-${String(n).padStart(12, '0')}`,
        })),
      ),
      { rule: 'body.value-refused', pointer: '/body/items' },
    ],
    ['no items listed', listed(() => []), { rule: 'body.value-refused', pointer: '/body/items' }],
    [
      'an item event of another time',
      last(item => ({ ...item, at: '2021-04-01T00:00:00Z' })),
      group(/expected at/, at),
    ],
    [
      'an item event of another role',
      last(item => ({ ...item, actor: { officer: witness, role: 'WIT' } })),
      group(/actor of the group/, at),
    ],
    [
      'the group again in refs',
      last(item => ({ ...item, refs: [item.body.group ?? null] })),
      group(/repeated in refs/, at),
    ],
    [
      'an item event of another type',
      last(item => ({ ...item, type: 'evidence.unsealed', body: { ...item.body } })),
      { rule: 'body.member-missing' },
    ],
    [
      'an item event at another place',
      last(item => ({
        ...item,
        body: { ...item.body, place: { site: null, description: 'DEMO elsewhere', position: null } },
      })),
      { rule: 'group.items-digest' },
    ],
    [
      'an item that has moved on',
      last(item => ({ ...item, prev: 'A'.repeat(43) })),
      { status: 409, code: 'stale' },
    ],
    [
      'a group without its countersignature',
      () => sealed(events => events.filter((_, place) => place !== 1)),
      { rule: 'countersignature.missing' },
    ],
  ];
  for (const [name, make, expected] of cases) {
    await t.test(name, async t => {
      expectProblem(t, await postEvents(url, await make()), expected);
      t.equal(await size(), before, 'nothing was written');
    });
  }

  await t.test('unchanged it is accepted, once: a seal is never used twice', async t => {
    t.equal((await postEvents(url, await sealed(events => events))).status, 201);
    const ammunition = camp.filter(item => !isFirearm(item) && !mayHoldExplosive(item));
    const refused = await stage.attempt([act('DEMO-0001', ammunition)]);
    t.match(refused, { kind: 'refused', problem: { status: 422, violations: [{ rule: 'claim.taken' }] } });
    t.equal(await size(), before + at + 1);
  });
  t.equal((await checkLog(t, log)).size, before + at + 1);
});
