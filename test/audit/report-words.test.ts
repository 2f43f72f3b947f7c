import { parse } from 'csv-parse/sync';
import t from 'tap';
import { pageOf } from '../../src/audit/report/report-page.js';
import { playBer } from '../../src/cli/demo/chapters/ber.js';
import type { LogSnapshot } from '../../src/store/readers/snapshot/log-snapshot.js';
import { type MadeExport, makeExport, nothingNamed } from '../helpers/made-export.js';
import { playedStory } from '../helpers/played-story.js';

let made: MadeExport;
t.before(async () => {
  const played = await playedStory(t, async ({ play, setting, stocks }) => {
    await playBer(play, setting, stocks);
  });
  made = await makeExport(played.log, { ...nothingNamed, kind: 'LOG' });
});

function rows(): readonly Readonly<Record<string, string>>[] {
  return parse(made.bag.text('data/report/custody.csv'), {
    columns: (found: string[]) => found.map(heading => heading.split(' / ')[0]),
  });
}

t.test('custody: what the item is, every act in words, what was decided and on which conditions', async t => {
  const all = rows();
  for (const row of all) t.match(row['act in words'], /^[^.]+ \/ [^.]+$/, row.act ?? '');
  for (const row of all.filter(({ act }) => act === 'evidence.registered')) {
    t.match(row, { category: /^[A-Z_]+ .+/, description: /./ }, row.subject ?? '');
  }
  const decided = all.filter(({ act }) => act === 'evidence.release-decided');
  t.ok(decided.length > 0, 'the story releases items');
  for (const { outcome = '', conditions = '' } of decided) {
    t.match(outcome, /^(GRANTED|GRANTED_WITH_CONDITIONS|REFUSED)$/);
    t.equal(conditions !== '', outcome === 'GRANTED_WITH_CONDITIONS');
  }
  t.ok(all.every(({ act, outcome }) => act === 'evidence.release-decided' || outcome === ''));
});

t.test(
  'the page of a log for demonstration says so; the table of custody says whose word its times are',
  async t => {
    const page = made.bag.text('data/report/index.html');
    const snapshot = (origin: string) => ({ origin, size: 1, note: 'note' }) as LogSnapshot;
    for (const [origin, told] of [
      ['demo.scelle.example/AAAA', true],
      ['custody.example.org/AAAA', false],
    ] as const) {
      let text = '';
      const about = { asOf: '', complete: true, access: null };
      for await (const part of pageOf(snapshot(origin), about, [])) text += Buffer.from(part).toString();
      t.equal(/DEMONSTRATION – NOT EVIDENCE.*SANS VALEUR PROBANTE/.test(text), told);
    }
    t.match(page, 'When an act happened is the word of who signed it');
    t.match(page, 'celle que déclare le signataire');
  },
);
