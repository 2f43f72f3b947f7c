import {
  type Kysely,
  type KyselyPlugin,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type QueryResult,
  type RootOperationNode,
  sql,
  type UnknownRow,
} from 'kysely';
import t from 'tap';
import { up } from '../../../migrations/0065-given.js';
import { formatTime } from '../../../src/log/index.js';
import { openDatabase } from '../../../src/store/database.js';
import { readGiven } from '../../../src/store/readers/given/read-given.js';
import { rebuildInto } from '../../../src/store/rebuild/rebuild-into.js';
import type { Database } from '../../../src/store/schema/index.js';
import { deliveredBody } from '../../helpers/bodies/dossier.js';
import { copyDisclosedBody } from '../../helpers/bodies/release.js';
import { answerForDossier, type DossierOrder, dossierRequests } from '../../helpers/dossier-requests.js';
import { playedStory } from '../../helpers/played-story.js';
import { circumstances } from '../../helpers/procedure.js';
import { createTestDatabase } from '../../helpers/test-database.js';

t.setTimeout(600_000);

t.test(
  'RQ-65: what was given stands in a table as the acts say it; a rebuild and the migration come to the same rows',
  async t => {
    const played = await playedStory(t);
    const { log, stage } = played;
    const release = await log.db
      .selectFrom('release')
      .select(['id', 'recipient_unit'])
      .executeTakeFirstOrThrow();
    const officer = await dossierRequests(played, 'DEMO-CASE-1');
    const order = { release: release.id, contents: 'ORIGINALS', number: 'DEMO-DOSSIER-1' };
    const made = (await officer.build(order)).json<DossierOrder>();
    await answerForDossier(played, made);
    const now = formatTime(played.clock.now);
    const copies = copyDisclosedBody(release.recipient_unit, now);
    const copied = { as: 'COPY', files: [], copies: 1, cleaned: [], leftOut: [] };
    await stage.require([
      {
        subject: made.subject,
        type: 'dossier.delivered',
        by: 'DEMO-CASE-1/CASE',
        body: deliveredBody(release.recipient_unit, circumstances(now)),
        countersigned: ['DEMO-HQC-1/HQC as witness'],
      },
      {
        subject: `release/${release.id}`,
        type: 'release.copy-disclosed',
        by: 'DEMO-CASE-1/CASE',
        body: copies,
        items: made.pieces.map(subject => ({
          subject,
          type: 'evidence.copy-disclosed',
          body: { occurred: copies.occurred ?? null, place: copies.place ?? null, ...copied },
        })),
      },
    ]);
    const rows = await rowsOf(log.db);
    t.same(
      new Set(rows.map(({ by }) => by)),
      new Set(['HANDOVER', 'DOSSIER', 'COPY']),
      'each way of giving, and no other receipt',
    );
    for (const by of ['HANDOVER', 'DOSSIER', 'COPY'] as const)
      t.same(
        rows
          .filter(row => row.by === by)
          .map(({ piece }) => piece)
          .sort(),
        [...made.pieces].sort(),
        by,
      );

    await t.test('the register reads each release once, however much was given under it', async t => {
      const { document: sop } = await log.sop();
      const reader = { officer: stage.officer('DEMO-LEG-1').officer, unit: null, roles: ['LEG'] as const };
      const seen = new SeenRows();
      const register = await readGiven(log.db.withPlugin(seen), { reader, sop });
      t.same(
        register.map(({ leaf, piece, releaseNumber }) => [leaf, piece, releaseNumber !== '']),
        rows.map(({ leaf, piece }) => [leaf, piece, true]),
      );
      const states = seen.rows.filter(({ state }) => state !== undefined && 'decisions' in Object(state));
      t.ok(register.length > 1);
      t.equal(states.length, new Set(rows.map(row => row.release)).size);
    });

    await t.test(
      'GATE-8: of a piece that the reader may not see neither number nor what was copied is told',
      async t => {
        const { document: sop } = await log.sop();
        const reader = { officer: stage.officer('DEMO-LEG-1').officer, unit: null, roles: ['LEG'] as const };
        const releasesAlone = sop.reading.map(grant => ({
          ...grant,
          resources: grant.resources.filter(resource => resource === 'releases'),
        }));
        const whole = await readGiven(log.db, { reader, sop });
        const blind = await readGiven(log.db, { reader, sop: { ...sop, reading: releasesAlone } });
        const copies = (rows: typeof whole) => rows.filter(({ by }) => by === 'COPY');
        t.ok(copies(whole).length > 0);
        t.ok(copies(whole).every(({ number, copy }) => number !== null && copy?.as === 'COPY'));
        t.equal(blind.length, whole.length);
        for (const { number, copy } of blind) t.same([number, copy], [null, null]);
      },
    );

    const { ownerUrl } = await createTestDatabase(t);
    const copy = openDatabase<Database>(ownerUrl, { maxConnections: 2 });
    t.teardown(() => copy.destroy());
    await rebuildInto(log.db, copy, log.sopDocuments);
    t.same(await rowsOf(copy), rows, 'made anew from the log');
    await sql`drop table given`.execute(copy);
    await up(copy as unknown as Kysely<unknown>);
    t.same(await rowsOf(copy), rows, 'filled in by the migration, of a log that is there');
  },
);

/** All rows that the database gave. */
class SeenRows implements KyselyPlugin {
  readonly rows: UnknownRow[] = [];

  transformQuery({ node }: PluginTransformQueryArgs): RootOperationNode {
    return node;
  }

  async transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    this.rows.push(...result.rows);
    return result;
  }
}

function rowsOf(db: Kysely<Database>) {
  return db.selectFrom('given').selectAll().orderBy('leaf').orderBy('position').execute();
}
