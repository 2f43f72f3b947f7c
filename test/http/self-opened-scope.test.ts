import t from 'tap';
import { withSubject } from '../../src/cli/demo/chapters/collection.js';
import { entry, openScene } from '../../src/cli/demo/chapters/scene-acts.js';
import { fromOutside } from '../../src/cli/demo/items/aguelhok.js';
import { coded } from '../../src/cli/demo/items/demo-item.js';
import { registration } from '../../src/cli/demo/register-item.js';
import { storyAtSector } from '../helpers/played-story.js';
import { readAs } from '../helpers/reading.js';

t.setTimeout(600_000);

t.test(
  'design section 6: no reader opens a scope to himself by an override, after the closing, as leader, or by a place he writes',
  async t => {
    const { testStage, play, setting } = await storyAtSector(t);
    const { stage, log } = testStage;
    const unit = play.newId('DEMO-OTHER-CONTINGENT');
    await stage.require([
      {
        subject: `unit/${unit}`,
        type: 'unit.registered',
        by: 'DEMO-REG-1/REG',
        countersigned: ['DEMO-REG-2/REG as registrar'],
        body: {
          name: 'DEMO-OTHER-CONTINGENT',
          code: 'DEMO-OTHER-CONTINGENT',
          class: coded('MISSION_FORCE'),
          national: false,
          country: null,
          validFrom: play.inDays(-1).slice(0, 10),
          validUntil: null,
          basis: null,
        },
      },
    ]);
    const collector = await stage.enlist('DEMO-OTHER-WIT-1', ['WIT'], { unit });
    await stage.enlist('DEMO-OTHER-WIT-2', ['WIT'], { unit });
    await stage.enlist('DEMO-OTHER-SEC-1', ['SEC'], { unit });
    const items = async (name: string) => {
      const answer = await (await readAs(testStage, name))('/v1/evidence?count=true');
      return answer.json<{ total: number }>().total;
    };
    const scenes = await log.db.selectFrom('scene').select(['id', 'incident', 'closed']).execute();
    const [first] = scenes;
    if (first === undefined) throw new Error('the story has no scene');
    const clearance = await log.db
      .selectFrom('event')
      .select('event_id')
      .where('subject', '=', `scene/${first.id}`)
      .where('type', '=', 'scene.cleared')
      .executeTakeFirstOrThrow();
    const visit = {
      name: 'camp',
      label: 'DEMO-SCENE',
      scene: first.id,
      subject: `scene/${first.id}`,
    } as const;
    const by = 'DEMO-OTHER-WIT-1/WIT';
    const necessity = {
      overrides: [{ gate: 'GATE-1', officer: collector, reason: 'DEMO: to look' }],
      second: 'DEMO-OTHER-WIT-2/WIT as overriding-officer',
    };

    await t.test(
      'a scene that is closed is not entered, nor read through an entry made afterwards',
      async t => {
        t.ok(scenes.every(({ closed }) => closed));
        const late = await stage.attempt([entry(play, visit, by, { refs: [clearance.event_id] })]);
        t.match(JSON.stringify(late), /visit\.scene-closed/);
        await stage.require([entry(play, visit, by, necessity)]);
        t.equal(
          await items('DEMO-OTHER-WIT-1'),
          0,
          'by a decision he may have entered; he reads nothing by it',
        );
        const before = entry(play, visit, by, { refs: [clearance.event_id] });
        await stage.require([{ ...before, body: { ...before.body, occurred: await whenEntered() } }]);
        t.equal(await items('DEMO-OTHER-WIT-1'), 0);
      },
    );

    await t.test(
      'whoever opens a scene, leads it or passes GATE-1 there reads nothing of the incident',
      async t => {
        const { scene } = await openScene(play, setting, first.incident, 'camp', 'DEMO-SCENE later');
        const body = play.form('scene.leader-named', 'DEMO', { leader: collector, reason: 'DEMO' });
        await stage.require([
          { subject: scene.subject, type: 'scene.leader-named', by, body },
          entry(play, scene, by, necessity),
        ]);
        t.equal(await items('DEMO-OTHER-WIT-1'), 0);
        const [cleared = ''] = await stage.require([
          {
            subject: scene.subject,
            type: 'scene.cleared',
            by: 'DEMO-EOD-1/EOD',
            body: play.form('scene.cleared', 'DEMO', {
              reference: 'DEMO',
              area: 'DEMO',
              method: coded('VISUAL'),
              residualRisk: 'DEMO',
              validUntil: play.inDays(1),
              reEntryRule: 'DEMO',
            }),
          },
        ]);
        await stage.require([entry(play, scene, by, { refs: [cleared] })]);
        t.ok((await items('DEMO-OTHER-WIT-1')) > 10, 'under a clearance of EOD he works there, and reads');
      },
    );

    await t.test('whoever writes that he keeps something in a store of others sees that alone', async t => {
      const item = withSubject(play, { ...fromOutside, category: 'DOCUMENT', subCategory: 'DOCUMENT' });
      const place = { ...setting.sector.place, position: null };
      const keeper = 'DEMO-OTHER-SEC-1/SEC';
      t.equal(await items('DEMO-OTHER-SEC-1'), 0);
      await stage.require([
        {
          subject: item.subject,
          type: 'evidence.registered',
          by: keeper,
          body: registration(play, item, {
            incident: first.incident,
            scene: null,
            place: 'DEMO',
            by: 'DEMO-OTHER-SEC-1',
            members: { recoveringParty: coded('INTERNATIONAL_FORCES'), recoveringUnit: 'DEMO', place },
          }),
        },
        {
          subject: item.subject,
          type: 'evidence.received-from-outside',
          by: keeper,
          countersigned: ['DEMO-OTHER-WIT-2/WIT as witness'],
          body: play.form('evidence.received-from-outside', 'DEMO', {
            place,
            from: { party: coded('INTERNATIONAL_FORCES'), unit: 'DEMO', name: 'DEMO-NAME', capacity: 'DEMO' },
            paper: { reference: 'DEMO', scan: play.album.file() },
            asTold: 'DEMO',
            sealsAsFound: [],
            condition: 'DEMO',
          }),
        },
      ]);
      t.equal(await items('DEMO-OTHER-SEC-1'), 1);
      t.ok((await items('DEMO-SEC-1')) > 5, 'whose unit runs the store sees what lies there');
    });

    /** When the collector of the story was inside. */
    async function whenEntered() {
      const { entered } = await log.db
        .selectFrom('visit')
        .select('entered')
        .where('scene', '=', first?.id ?? '')
        .executeTakeFirstOrThrow();
      const at = new Date(entered as unknown as string).toISOString();
      return { at, precision: 'MINUTE', zone: 'Africa/Bamako', clockDoubt: null };
    }
  },
);
