import t from 'tap';
import { demoImage } from '../../src/cli/demo/demo-image.js';
import { DemoError, Narrator } from '../../src/cli/demo/narrator.js';
import { DemoClock, Play } from '../../src/cli/demo/play.js';
import { tellRefusal } from '../../src/cli/demo/tell-refusal.js';
import { columns, layOut } from '../../src/cli/lay-out.js';
import type { Problem } from '../../src/client/index.js';
import { createTestStage } from '../helpers/test-stage.js';

const item = '01788c72-3c00-761a-a189-320c4983dd5d';

function problem(events: readonly number[]): Problem {
  const violations = events.map(event => ({
    gate: 'GATE-2',
    rule: 'evidence.certificate-missing',
    event,
    pointer: '/body',
    message: `evidence/${item} and 329J-1H4R-7QAX-W`,
    missing: 'DEMO',
    whoCanProvide: ['EOD', 'AUTHOR'],
  }));
  return { status: 422, title: 'DEMO', detail: '', violations, document: {} };
}

t.test('a refusal of several items is told once, with gate, rule and status', async t => {
  const named = (id: string) => (id === item ? 'DEMO-AK-1' : undefined);
  const told = (events: readonly number[], language: 'en' | 'fr') =>
    tellRefusal(problem(events), language, named).join('\n');
  t.match(told([0], 'en'), /REFUSED {2}HTTP 422[\s\S]*GATE-2 {2}evidence\.certificate-missing/);
  t.match(told([0], 'en'), '«DEMO-AK-1» and 329J-1H4R-7QAX-W\n');
  t.match(told([2, 3, 4], 'en'), '(and 2 more items)');
  t.match(told([2, 3], 'en'), '(and 1 more item)');
  t.match(told([0, 0, 0], 'en'), '(and 2 more)\n');
  t.match(told([2, 3, 4], 'fr'), '(et 2 autres pièces)');
  t.match(
    told([2, 3], 'fr'),
    "(et 1 autre pièce)\n      Il manque : DEMO\n      Peut le fournir : Chef d'équipe",
  );
});

t.test('lines fit the page, in French too', async t => {
  const text = 'Un texte ; avec « des guillemets » et deux-points : '.repeat(12).trimEnd();
  const lines = layOut(text, 6, 2);
  for (const line of lines) {
    t.ok(line.length <= columns, line);
    t.notMatch(line, /^ *[;:»]|«$/, 'no line begins or ends where French does not break');
  }
  t.equal(lines.map(line => line.trim()).join(' '), text);
});

t.test('each picture is a file of its own', async t => {
  const pictures = [1, 2, 10].map(number => Buffer.from(demoImage(number)));
  for (const picture of pictures) t.equal(picture.subarray(1, 4).toString('latin1'), 'PNG');
  t.equal(new Set(pictures.map(picture => picture.toString('base64'))).size, 3);
});

t.test('a demonstration that goes otherwise than the procedure says is a failure', async t => {
  const clock = new DemoClock('2021-04-02T04:00:00Z');
  const { stage } = await createTestStage(t, clock);
  const silent = { language: 'en', json: true, result() {}, note() {} } as const;
  const narrator = new Narrator(silent, () => clock.now);
  const interrupted = new AbortController();
  const play = new Play(stage, narrator, clock, interrupted.signal);
  await stage.enlist('DEMO-SEC-1', ['SEC'], { unit: null });
  const told = { en: 'DEMO', fr: 'DEMO' };
  const issue = (by: string, first: string) => ({
    subject: `sealstock/${stage.newId()}`,
    type: 'sealstock.issued',
    by,
    body: {
      numbers: { prefix: 'DEMO-', first, last: '9' },
      sealType: { code: 'TAPE', text: null },
      issuedTo: play.officer('DEMO-SEC-1'),
      remark: null,
    },
  });
  await t.rejects(play.does(told, issue('DEMO-SEC-1/COU', '1')), DemoError, 'refused, and should not be');
  await t.rejects(
    play.isStopped(told, 'claim.taken', issue('DEMO-SEC-1/COU', '1')),
    DemoError,
    'refused, by another rule',
  );
  await t.rejects(
    play.isStopped(told, 'claim.taken', issue('DEMO-SEC-1/SEC', '1')),
    DemoError,
    'accepted, and should not be',
  );
  t.same(narrator.steps, [], 'none of it is told as if it were right');
  interrupted.abort();
  await t.rejects(play.does(told, issue('DEMO-SEC-1/SEC', '5')), { name: 'AbortError' });
});
