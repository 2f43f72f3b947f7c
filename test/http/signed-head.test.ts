import t from 'tap';
import {
  formatTime,
  leafHash,
  parseCheckpoint,
  parseNote,
  readHeadStatement,
  subjectTag,
} from '../../src/log/index.js';
import { readSignedHead } from '../../src/store/readers/head-statement.js';
import { playedStory } from '../helpers/played-story.js';
import { readAs } from '../helpers/reading.js';

t.test('log-format section 9: how long a history is, said by the log', async t => {
  const testStage = await playedStory(t);
  const { app, log, stage } = testStage;
  const asCase = await readAs(testStage, 'DEMO-CASE-1');
  const { subject } = await log.db
    .selectFrom('event')
    .select('subject')
    .where('type', '=', 'evidence.collected')
    .orderBy('log_index')
    .executeTakeFirstOrThrow();

  await t.test('what it states is what the log holds, under a checkpoint that was signed', async t => {
    const subjects = await log.db.selectFrom('subject').selectAll().execute();
    t.ok(subjects.some(one => one.subject === log.subject));
    const { key } = log.logKeys.first.key;
    const ofKinds = ['log', 'officer', 'evidence', 'transfer', 'package', 'incident'];
    for (const kind of ofKinds) {
      const standing = subjects.find(one => one.kind === kind);
      if (standing === undefined) throw new Error(kind);
      const answer = await asCase(`/v1/log/heads/${standing.subject}`);
      t.equal(answer.statusCode, 200, standing.subject);
      t.equal(answer.headers['cache-control'], 'no-store');
      const { statement, checkpoint } = answer.json();
      const stated = await readHeadStatement(statement, key);
      const { origin, size, root } = parseCheckpoint(parseNote(checkpoint).text);
      t.equal(checkpoint, (await log.vault.read()).note);
      const last = await log.db
        .selectFrom('event')
        .select('received_at')
        .where('log_index', '=', size - 1)
        .executeTakeFirstOrThrow();
      const event = await log.db
        .selectFrom('event')
        .select('leaf')
        .where('event_id', '=', standing.head)
        .executeTakeFirstOrThrow();
      t.strictSame(
        { ...stated, root: Buffer.from(stated.root), subjectTag: Buffer.from(stated.subjectTag) },
        {
          log: origin,
          subject: standing.subject,
          subjectTag: Buffer.from(subjectTag(standing.salt, standing.subject)),
          seq: standing.seq,
          eventId: standing.head,
          leafHash: leafHash(event.leaf),
          size,
          root: Buffer.from(root),
          at: last.received_at,
        },
      );
    }
  });

  await t.test('who may not read it, and what there is not: 404 alike; no session: 401', async t => {
    const asCourier = await readAs(testStage, 'DEMO-COU-2');
    const hidden = await asCourier(`/v1/log/heads/${subject}`);
    const missing = await asCourier('/v1/log/heads/evidence/0192f3a0-0000-7000-8000-000000000000');
    const unknown = await asCourier('/v1/log/heads/nothing/0192f3a0-0000-7000-8000-000000000000');
    t.equal(hidden.statusCode, 404);
    t.same({ ...hidden.json(), requestId: '' }, { ...missing.json(), requestId: '' });
    t.equal(unknown.statusCode, 404);
    t.equal((await asCourier('/v1/log/heads/evidence/none')).statusCode, 400);
    t.equal((await app.inject({ url: `/v1/log/heads/${subject}` })).statusCode, 401);
  });

  await t.test(
    'under an older checkpoint it states the older head; a subject not covered yet is covered first',
    async t => {
      const before = await log.vault.read();
      const reader = { ...stage.officer('DEMO-REG-1'), unit: null, roles: ['REG'] as const };
      const { document: sop } = await log.sop();
      const behind = { read: async () => before, exclusively: log.vault.exclusively.bind(log.vault) };
      const head = async (about: string) => {
        const found = await readSignedHead({ ...log, vault: behind }, { reader, sop }, about);
        return readHeadStatement(found?.statement ?? '', log.logKeys.first.key.key);
      };
      const { officer: known } = stage.officer('DEMO-WIT-1');
      const { seq } = await head(`officer/${known}`);
      const { grant } = await grantAgain(known);
      t.ok(grant);
      t.match(await head(`officer/${known}`), { seq, size: before.size });
      const officer = await stage.enlist('DEMO-WIT-8', ['WIT'], { unit: null });
      const covered = await head(`officer/${officer}`);
      t.ok(covered.size > before.size);
      t.equal(covered.size, (await log.vault.read()).size);
    },
  );

  async function grantAgain(officer: string) {
    const { now } = testStage.clock;
    const grant = '0192f3a0-0000-7000-8000-00000000d3a0';
    await stage.require([
      {
        subject: `officer/${officer}`,
        type: 'officer.role-granted',
        by: 'DEMO-REG-1/REG',
        countersigned: ['DEMO-REG-2/REG as registrar'],
        body: { grant, role: 'WIT', from: formatTime(now), until: formatTime(now + 86_400_000) },
      },
    ]);
    return { grant };
  }
});
