import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { officersFolder } from '../../src/cli/cast/stage.js';
import { settleDiscrepancies } from '../../src/cli/demo/chapters/discrepancies.js';
import { playHeadquartersLeg } from '../../src/cli/demo/chapters/headquarters-leg.js';
import { playLaboratory } from '../../src/cli/demo/chapters/laboratory.js';
import { releaseDecision, releaseRequest } from '../../src/cli/demo/chapters/release.js';
import { parsePolicy } from '../../src/log/index.js';
import { storyAtSector } from '../helpers/played-story.js';
import { Laptop, scelle } from '../helpers/scelle.js';

t.setTimeout(900_000);

t.test('RQ-22, D5, D6: laboratory and legal office print and read from a laptop', async t => {
  const story = await storyAtSector(t);
  const { testStage, play, setting, stocks, incident, packed, discrepancies } = story;
  const casesFired = await settleDiscrepancies(play, setting, stocks, packed, discrepancies);
  await playHeadquartersLeg(play, setting, Object.values({ ...packed, casesFired }));
  const report = await playLaboratory(play, setting, incident, packed.remains, packed.casesShrapnel);
  const named = { id: play.newId('DEMO-PAPERS'), number: 'DEMO-PAPERS' };
  const going = [packed.remains];
  await testStage.stage.require([
    ...releaseRequest(play, named, setting.nationalBrigade, going, { reports: [report] }),
  ]);
  const laptop = await Laptop.connect(t, testStage.url);
  testStage.clock.now = Date.now();
  const cardOf = (name: string) => join(officersFolder(testStage.home), name, 'officer.key.json');
  const as = (name: string, role: string) => ['--as', `${cardOf(name)}:${role}`] as const;
  const printed = async (words: readonly string[], by: readonly string[], language = 'fr') => {
    const file = join(laptop.home, `${words.join('-').replaceAll('/', '_')}.html`);
    await laptop.must(['--lang', language, ...words, ...by, '--out', file]);
    return readFile(file, 'utf8');
  };
  const officer = as('DEMO-CASE-1', 'CASE');
  const legal = as('DEMO-LEG-1', 'LEG');

  const request = await printed(['examination', 'request-form', 'DEMO-EXAMINATION-1'], officer);
  t.match(request, 'Demande d&#39;examen au laboratoire');
  t.match(request, 'DEMO: are there marks of persons, and what else does it tell?');
  t.match(await printed(['examination', 'receipt', 'DEMO-EXAMINATION-1'], officer), 'DEMO-LAB-1');
  const newest = await printed(['examination', 'report', 'DEMO-EXAMINATION-1'], officer);
  t.match(newest, 'DEMO-REPORT-1');
  t.match(newest, 'DEMO: seen again by two', 'the newest version');
  const first = ['examination', 'report', report.examination, '--of-version', '1'];
  t.notMatch(await printed(first, officer), 'DEMO: seen again by two');
  const wrong = await laptop.run([...first.slice(0, 3), ...officer, '--of-version', '0', '--out', 'x']);
  t.equal(wrong.code, 2);

  const examiner = as('DEMO-LABX-1', 'LABX');
  const read = async (...words: readonly string[]) => {
    const { code, stdout, stderr } = await scelle([
      '--home',
      laptop.home,
      '--lang',
      'fr',
      ...words,
      ...examiner,
    ]);
    t.equal(code, 0, stderr);
    return stdout;
  };
  const all = await read('lab', 'list', '--all', '--examiner', 'moi');
  t.match(all, /DEMO-EXAMINATION-1 .*examinateur moi/);
  t.notMatch(all, /\b(ROUTINE|URGENT|COURT_DATE|PERSON_HELD|REPORTED)\b/, 'codes stand there in words');
  t.match(await read('lab', 'list', '--examiner', 'moi'), "Rien n'est dû.", 'it is reported');
  const listedFor = async (...words: readonly string[]) => {
    const list = ['--home', laptop.home, '--lang', 'fr', 'lab', 'list', '--all'];
    return (await scelle([...list, ...officer, ...words])).stdout;
  };
  const { officer: examinerId } = testStage.stage.officer('DEMO-LABX-1');
  const { officer: reviewerId } = testStage.stage.officer('DEMO-LABV-1');
  t.match(await listedFor(), `examinateur ${examinerId}`, 'his name is withheld from the case officer');
  const byCard = await listedFor('--examiner', cardOf('DEMO-LABX-1'), '--card', cardOf('DEMO-LABV-1'));
  t.match(byCard, 'examinateur DEMO-LABX-1  vérificateur DEMO-LABV-1');
  t.notMatch(byCard, new RegExp(`${examinerId}|${reviewerId}`));
  t.match(await read('lab', 'list', '--all', '--reviewer', 'moi'), "Rien n'est dû.");
  const times = await read('lab', 'turn-round');
  t.match(times, /^Laboratoire DEMO-[A-Z-]+ {2}demandes 1 .*rapports 1/, 'by the code of its unit');
  t.match(times, /DEMO-EXAMINATION-1 {2}rapport établi/, 'and the state in words');
  t.match(await read('lab', 'turn-round', '--from', '2030-01-01'), "Aucun laboratoire n'a été saisi.");
  const table = join(laptop.home, 'turn-round.csv');
  await read('lab', 'turn-round', '--csv', table);
  t.match(await readFile(table, 'utf8'), /^laboratory,number,.*\r\n.*,DEMO-EXAMINATION-1,/);
  t.match(await read('lab', 'matches'), "Rien n'est retrouvé deux fois.");

  const queue = await laptop.run(['--lang', 'fr', 'release', 'queue', ...legal]);
  t.equal(queue.code, 0, queue.stderr);
  t.match(queue.stdout, 'DEMO-PAPERS', 'it waits for a decision');
  const preview = await laptop.run(['release', 'preview', 'DEMO-PAPERS', ...legal]);
  t.equal(preview.code, 0, preview.stderr);
  t.match(preview.stdout, 'DEMO-EXAMINATION-1');

  testStage.clock.now = story.play.clock.now;
  await testStage.stage.require([releaseDecision(play, named.id, going, { reports: [report] })]);
  testStage.clock.now = Date.now();
  t.match(await printed(['release', 'decision', 'DEMO-PAPERS'], legal), 'DEMO-PAPERS');
  const alerts = await scelle(['--home', laptop.home, '--lang', 'fr', 'list', 'alerts', ...legal]);
  t.match(
    alerts.stdout,
    /^2021-05-05 00:00 {2}Une demande d'une autorité est restée sans réponse.*\n {4}REQUEST-OF-DEMO-PAPERS {2}2021-05-04 {2}request\//m,
    'since when, what, and of what',
  );
  const policy = join(laptop.home, 'policy.txt');
  t.equal((await laptop.run(['log', 'policy', '--out', policy])).code, 0);
  t.same(
    parsePolicy(await readFile(policy, 'utf8')).logs.length,
    1,
    'for the recipient, apart from the dossier',
  );
  const register = await laptop.run(['release', 'register', ...legal]);
  t.equal(register.code, 0, register.stderr);
});
