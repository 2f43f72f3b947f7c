import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { skipWithout, textOf } from '../dossier/paper/print-example.js';
import { playedStory } from '../helpers/played-story.js';
import { readAs } from '../helpers/reading.js';

t.setTimeout(600_000);

t.test(
  'labels, seal sheets and forms are printed for who may see the record',
  { skip: skipWithout('pdftotext') },
  async t => {
    const testStage = await playedStory(t);
    const { log } = testStage;
    const get = await readAs(testStage, 'DEMO-HQC-1');
    const items = await log.db.selectFrom('evidence').selectAll().orderBy('first_index').limit(3).execute();
    const [box] = await log.db.selectFrom('package').selectAll().orderBy('first_index').limit(1).execute();
    if (box === undefined) throw new Error('the story has no package');
    const folder = t.testdir();
    let files = 0;
    const textAt = async (address: string) => {
      const answer = await get(address);
      t.equal(answer.statusCode, 200, address);
      t.equal(answer.headers['content-type'], 'application/pdf');
      t.equal(answer.headers['cache-control'], 'no-store');
      const path = join(folder, `${++files}.pdf`);
      await writeFile(path, answer.rawPayload);
      return textOf(path);
    };

    t.test('labels', async t => {
      const query = [...items.map(({ id }) => `evidence/${id}`), `package/${box.id}`]
        .map(one => `subject=${one}`)
        .join('&');
      const text = await textAt(`/v1/papers/labels?${query}`);
      for (const { number } of items) t.ok(text.includes(number), number);
      t.ok(text.includes(box.number) && text.includes(box.seal_number), box.number);
    });

    t.test('the seal sheet of a package', async t => {
      const text = await textAt(`/v1/packages/${box.id}/seal-sheet`);
      t.ok(text.includes(box.seal_number) && text.includes(box.number));
      const { code } = await log.db
        .selectFrom('event')
        .innerJoin('officer', 'officer.id', 'event.officer')
        .innerJoin('unit', 'unit.id', 'officer.unit')
        .select('unit.code')
        .where('event.subject', '=', `package/${box.id}`)
        .where('seq', '=', 1)
        .executeTakeFirstOrThrow();
      t.match(text, new RegExp(`Apposé par \\(unité, agent\\)\\s+${code}`), 'RQ-08: by unit');
      const inside = await log.db
        .selectFrom('evidence')
        .selectAll()
        .where('id', 'in', [...box.contents])
        .execute();
      t.ok(inside.length > 0);
      for (const { number } of inside) t.ok(text.includes(number), number);
    });

    t.test('a blank form', async t => {
      t.match(await textAt('/v1/papers/forms/handover-record'), /Procès-verbal de remise/);
      t.equal((await get('/v1/papers/forms/other')).statusCode, 400);
    });

    t.test('one subject that is not there: nothing is printed', async t => {
      const absent = '019b2c3d-4e5f-7a6b-8c7d-012345678901';
      const answer = await get(
        `/v1/papers/labels?subject=evidence/${items[0]?.id}&subject=evidence/${absent}`,
      );
      t.equal(answer.statusCode, 404);
    });
  },
);
