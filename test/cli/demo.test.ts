import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { checkReceipt } from '../../src/cli/demo/check-receipt.js';
import type { DemoStep } from '../../src/cli/demo/narrator.js';
import { unlockOfficerKey } from '../../src/client/index.js';
import {
  formatNote,
  parsePolicy,
  peekEvent,
  splitSubmission,
  verifyCheckpoint,
} from '../../src/log/index.js';
import { formatAddCheckpoint } from '../../src/witness/add-checkpoint.js';
import { openWitnessHome } from '../../src/witness/witness-home.js';
import { type DemoResult, runDemoCommand, temporaryFolder } from '../helpers/demo-command.js';
import {
  bodiesOf,
  bodySaying,
  type KeptEvent,
  readKeptEvents,
  registrationsOf,
} from '../helpers/demo-events.js';
import { checkDescribed } from '../helpers/described-dossier.js';
import { pasteAuditorsMinutes } from '../helpers/paste-readme.js';

/** Every refusal the procedure owes a newcomer: gate, or null where the rule has none, rule, and where it is told. */
const owed: readonly (readonly [name: string, gate: string | null, rule: string])[] = [
  ['entry before EOD clearance', 'GATE-1', 'scene.not-cleared'],
  ['an override by a role that may not', null, 'override.role-not-allowed'],
  ['an override for oneself alone', null, 'override.second-officer-missing'],
  ['RQ-41: hazardous, moved all the same', 'GATE-2', 'evidence.hazardous'],
  ['moving an item without certificate', 'GATE-2', 'evidence.certificate-missing'],
  ['a weapon cleared by one alone', null, 'countersignature.missing'],
  ['a weapon not cleared by two is packed', 'GATE-3', 'package.firearm-not-cleared'],
  ['a weapon not cleared by two is taken in', 'GATE-3', 'evidence.weapon-not-cleared'],
  ['SD-1, SD-9: the receiver is also the releaser', null, 'transfer.to-oneself'],
  ['a broken seal, a count that differs at receipt', 'GATE-4', 'transfer.differs-without-reserve'],
  ['RQ-73: closed by the custodian concerned', null, 'discrepancy.signed-by-custodian'],
  ['a count that does not balance at a split', 'GATE-11', 'evidence.split-unbalanced'],
  ['a count that does not balance at return', 'GATE-11', 'evidence.return-unbalanced'],
  ['RQ-44: explosives in the general room', null, 'site.hazard-class-not-held'],
  ['a handover without a release', 'GATE-6', 'transfer.release-missing'],
  ['a handover before the decision', 'GATE-6', 'release.not-granted'],
  ['SD-2: decided by its requester', null, 'release.requester-decides'],
  ['GATE-8, RQ-60: granted while a consent is missing', 'GATE-8', 'release.without-consent'],
  ['GATE-7: granted without assurance', 'GATE-7', 'release.death-penalty-exposure'],
  ['a recipient that is not covered', 'GATE-10', 'release.for-another-recipient'],
  ['a decision that has expired', 'GATE-6', 'release.not-in-force'],
  ['GATE-5: handled before anybody looked for traces', 'GATE-5', 'examination.exam-order'],
  ['SD-3: the examiner reviews himself', null, 'examination.examiner-reviews'],
  ['a seal number used twice', null, 'claim.taken'],
  ['a revoked key', null, 'signer.key-not-good'],
  ['RQ-10: a late entry without second signature', null, 'time.late-without-supervisor'],
];

let inEnglish: readonly DemoStep[] = [];

t.test('scelle demo --out DIR --json: one line, every refusal the answer of the service', async t => {
  const out = join(await temporaryFolder(t), 'out');
  const { code, stdout } = await runDemoCommand(['--lang', 'en', '--json', 'demo', '--out', out]).ended;
  t.equal(code, 0);
  t.equal(stdout.trimEnd().split('\n').length, 1, 'exactly one line on standard output');
  const result: DemoResult = JSON.parse(stdout);
  inEnglish = result.steps;
  const refused = result.steps.filter(({ outcome }) => outcome === 'refused');
  for (const [name, gate, rule] of owed) {
    const told = refused.filter(({ rules }) => rules.some(told => told.rule === rule && told.gate === gate));
    t.ok(told.length > 0, `${name}: ${gate ?? 'no gate'} ${rule}`);
    for (const { status, what } of told) t.equal(status, 422, what);
  }
  t.same(
    refused
      .filter(({ rules }) => !rules.some(told => owed.some(([, , rule]) => rule === told.rule)))
      .map(whatOf),
    ['A collector issues seals to himself.'],
    'no refusal that is not looked for here',
  );
  const concealed = refused.flatMap(({ rules }) => rules).filter(({ message }) => message.includes('…'));
  t.same(concealed, [], 'delivered in a session: a refusal names what it is about');
  t.equal(result.files.owed, 0, 'every picture that an act binds was uploaded');
  t.ok(result.files.uploaded > 40, `${result.files.uploaded} pictures`);
  checkSentTwice(t, result.steps);
  checkLanguages(t, refused);
  t.match(result.origin, /^demo\./, "the log's origin says demo");
  await checkFolder(t, out, result, stdout);
  await checkWitnessed(t, out);
});

t.test('scelle --lang fr demo --keep: in French, and it goes on until SIGTERM', async t => {
  const folder = await temporaryFolder(t);
  const command = runDemoCommand(['--lang', 'fr', '--json', 'demo', '--keep'], { TMPDIR: folder });
  t.teardown(() => command.process.kill('SIGKILL'));
  await command.says('incident assign');
  // Two pipes: the last of the long line may come after what is said beside it.
  await command.says('}\n');
  const { steps, url }: DemoResult = JSON.parse(command.stdout());
  t.equal(steps.length, inEnglish.length);
  for (const [position, { what, rules, language }] of steps.entries()) {
    const english = inEnglish[position];
    t.not(what, english?.what);
    if (rules.length > 0) t.not(rules[0]?.message, english?.rules[0]?.message, what);
    t.not(language, english?.language, what);
  }
  t.equal((await fetch(`${url}/health/ready`)).status, 200);
  t.equal((await fetch(`${url}/v1/log/checkpoint`)).status, 200);
  for (const words of commandsSaid(command.stderr())) {
    const { code, stdout, stderr } = await runDemoCommand(words).ended;
    t.equal(code, 0, `${words.join(' ')}: ${stderr}`);
    t.ok(stdout.length > 0, words.join(' '));
  }
  command.process.kill('SIGTERM');
  t.equal((await command.ended).code, 0);
  await t.rejects(fetch(`${url}/health/ready`), 'nothing listens any more');
  t.same(await readdir(folder), [], 'nothing is left behind');
});

/** The commands that are offered, without `npx scelle`. */
function commandsSaid(stderr: string): readonly (readonly string[])[] {
  return [...stderr.matchAll(/npx scelle (.*)/g)].map(([, words = '']) => words.split(' '));
}

function whatOf({ what }: DemoStep): string {
  return what;
}

function checkSentTwice(t: Test, steps: readonly DemoStep[]): void {
  const [again] = steps.filter(({ outcome }) => outcome === 'repeated');
  const before = steps.find(({ number }) => number === (again?.number ?? 0) - 1);
  t.ok(again, 'one batch is sent twice');
  t.equal(again?.index, before?.index, 'and has the index it had');
}

function checkLanguages(t: Test, refused: readonly DemoStep[]): void {
  const [first, ...others] = refused.filter(({ rules }) => rules[0]?.rule === 'scene.not-cleared');
  t.same(
    [first, ...others].map(step => step?.language),
    ['en', 'fr'],
  );
  t.not(first?.rules[0]?.message, others[0]?.rules[0]?.message, 'the same refusal in both languages');
}

/** What an auditor is handed is under a quorum of the policy; the witness is over, and can be started by hand. */
async function checkWitnessed(t: Test, out: string): Promise<void> {
  const policy = parsePolicy(await readFile(join(out, 'policy.txt')));
  t.match(policy, {
    quorum: 'laboratory',
    witnesses: [{ name: 'laboratory', url: 'http://127.0.0.1:8421' }],
  });
  const checkpoint = await verifyCheckpoint(await readFile(join(out, 'audit/data/checkpoint')), policy);
  t.ok(checkpoint.quorum);
  const transcript = await readFile(join(out, 'transcript.txt'), 'utf8');
  t.match(transcript, /the witness went on.*409, \d+/s, 'it survived a restart');
  const { witness, logs, close } = await openWitnessHome(join(out, 'witness'), null, Date.now);
  t.same(
    logs.map(({ name }) => name),
    [checkpoint.origin],
  );
  const body = formatAddCheckpoint({ oldSize: 0, proof: [], note: formatNote(checkpoint.note) });
  const answer = await witness.addCheckpoint(Buffer.from(body));
  t.equal(answer.kind, 'other-size');
  if (answer.kind === 'other-size') t.ok(answer.size >= checkpoint.size, 'it forgot nothing');
  close();
}

async function checkFolder(t: Test, out: string, result: DemoResult, line: string): Promise<void> {
  const officers = await readdir(join(out, 'officers'));
  t.ok(officers.includes('DEMO-WIT-1') && officers.includes('DEMO-OPJ-1'));
  for (const officer of officers) {
    const own = await readdir(join(out, 'officers', officer));
    t.same(own, ['officer.key.json'], `${officer} has a folder of its own`);
  }
  t.same(JSON.parse(await readFile(join(out, 'transcript.json'), 'utf8')), JSON.parse(line));
  const transcript = await readFile(join(out, 'transcript.txt'), 'utf8');
  for (const { what } of result.steps.slice(0, 3)) t.ok(transcript.replace(/\s+/g, ' ').includes(what));
  for (const long of transcript.split('\n').filter(text => text.length > 100)) t.fail(`too long: ${long}`);
  const events = await readKeptEvents(out);
  await checkReceipts(t, out, events, result);
  checkAguelhok(t, events);
  checkBer(t, events);
  checkCertificates(t, events);
  checkDossier(t, events);
  await checkDescribed(t, out, events);
  await checkExports(t, out);
  await checkReadme(t, out);
}

/** The whole log and one item's history, verified as an auditor would who has nothing but the policy. */
async function checkExports(t: Test, out: string): Promise<void> {
  const policy = join(out, 'policy.txt');
  for (const [name, whole] of [
    ['audit', true],
    ['audit-item.zip', false],
  ] as const) {
    const { code, stdout } = await runDemoCommand(['--json', 'verify', join(out, name), '--policy', policy])
      .ended;
    t.equal(code, 0, `${name}: ${stdout}`);
    const verdict: { verdict: string; size: number; counts: { events: number } } = JSON.parse(stdout);
    t.equal(verdict.verdict, 'ok', name);
    t.equal(verdict.counts.events === verdict.size, whole, `${name}: ${verdict.counts.events} events`);
  }
}

/** Every command of the README's first five minutes, and what it promises of them. */
async function checkReadme(t: Test, out: string): Promise<void> {
  const told = await pasteAuditorsMinutes(await temporaryFolder(t), out);
  t.equal(told.match(/^HOLDS: all \d+ events/gm)?.length, 3, 'the whole log, alone and with what is held');
  t.equal(told.match(/^Checkpoint held 1 \(size \d+\): this log contains it\.$/gm)?.length, 2);
  t.match(told, /^UNCHANGED: the acts inside about item[^\n]*\nDEMONSTRATION – NOT EVIDENCE\.$/m);
  const [, recorded = ''] = /^ {4}hash of the export ([0-9a-f]{64})$/m.exec(told) ?? [];
  t.ok(told.endsWith(`\n${recorded}  audit/tagmanifest-sha256.txt\n`), 'the hash that the officer signed');
  t.match(told, `(SHA-256 of tagmanifest-sha256.txt): ${recorded};`);
}

/** With the log's key and the signers' keys alone, as their holders would. */
async function checkReceipts(
  t: Test,
  out: string,
  events: readonly KeptEvent[],
  result: DemoResult,
): Promise<void> {
  const { logKey } = JSON.parse(await readFile(join(out, 'device.json'), 'utf8'));
  const officers = await readdir(join(out, 'officers'));
  const keys = await Promise.all(
    officers.map(async name => {
      const file = await readFile(join(out, 'officers', name, 'officer.key.json'), 'utf8');
      return unlockOfficerKey(JSON.parse(file), null);
    }),
  );
  const findKey = (kid: string) => keys.find(({ key }) => key.kid === kid)?.key;
  const indices: number[] = [];
  for (const { submitted, receipt } of events) {
    const { index } = await checkReceipt(submitted, receipt, logKey, findKey);
    indices.push(index);
  }
  t.equal(Math.max(...indices), result.receipt.index, 'the receipt of the last event is among them');
  t.equal(new Set(indices).size, indices.length, 'each event once');
  t.ok(indices.length > 400, `${indices.length} receipts verify`);
}

/** G1-07: every class the brief names, with its calibre; arms one by one, quantities it does not give not stated. */
function checkAguelhok(t: Test, events: readonly KeptEvent[]): void {
  const registered = registrationsOf(events);
  const of = (subCategory: string, calibre: string | null) =>
    registered.filter(
      ({ body }) =>
        body.lateEntry === null &&
        body.subCategory.code === subCategory &&
        (body.interpretation?.calibre?.code ?? null) === calibre,
    );
  const arms = [
    of('HEAVY_MACHINE_GUN', '12.7x108'),
    of('GENERAL_PURPOSE_MACHINE_GUN', '7.62x54R'),
    of('ASSAULT_RIFLE', '7.62x39'),
    of('LIGHT_MORTAR', '60mm'),
    of('RPG_LAUNCHER', null),
  ];
  for (const found of arms) {
    t.ok(found.length > 0);
    for (const { body } of found) t.equal(body.quantity.amount, '1', body.description.en);
  }
  for (const rounds of [of('MORTAR_ROUND', '60mm'), of('RPG_PROJECTILE', null)]) {
    t.ok(rounds.length > 0);
    for (const { body } of rounds) t.equal(body.quantity.amount, null, body.description.en);
  }
  const casings = registered.filter(({ body }) => body.subCategory.code === 'CARTRIDGE_CASE');
  t.same(casings.map(({ body }) => body.foundAs.code).sort(), ['DEVICE_FILL', 'EJECTED'], 'RQ-14');
  const incident = bodySaying(events, 'incident.opened', '210402 Complex attack, Aguelhok');
  for (const words of ['around 100', 'several hundred', '4 peacekeepers killed, 36 injured']) {
    t.ok(incident.includes(words), words);
  }
  const paper = bodySaying(events, 'transfer.received', 'DEMO-GRADE');
  t.match(JSON.parse(paper).handover.onPaper, { name: { _sd: String }, scan: { _sd: String } });
}

/** E41 before E42, D7, RQ-65: built before anything leaves, delivered with it, and its holder told of the supplement. */
function checkDossier(t: Test, events: readonly KeptEvent[]): void {
  const told = events.map(({ submitted }) => peekEvent(splitSubmission(submitted).jws));
  const order = [
    told.findIndex(({ type }) => type === 'dossier.built'),
    told.findIndex(({ type, body }) => type === 'transfer.received' && (body.handover ?? null) !== null),
    told.findIndex(({ type }) => type === 'dossier.delivered'),
  ];
  t.same(
    order,
    [...order].sort((one, other) => one - other),
    'the dossier, the handover, the delivery',
  );
  t.notOk(order.includes(-1));
  t.match(bodiesOf(events, 'dossier.built'), [{ version: 1 }, { version: 2, follows: { as: 'SUPPLEMENT' } }]);
  t.match(bodiesOf(events, 'dossier.delivered'), [{ copies: 3, onPaper: null }]);
  t.match(bodiesOf(events, 'dossier.notice-sent'), [{ about: 'SUPPLEMENT' }]);
}

/** D5: a figure that no source states says on the certificate itself that it is invented. */
function checkCertificates(t: Test, events: readonly KeptEvent[]): void {
  const explosive = bodiesOf(events, 'evidence.certified').filter(body => body.netExplosiveQuantity !== null);
  t.ok(explosive.length > 2);
  for (const { limits } of explosive) t.match(limits, /^DEMO: net explosive quantity.* invented/);
}

/** G2-01: late entries known to the day; marks as read apart from what they are taken to mean, and found-in. */
function checkBer(t: Test, events: readonly KeptEvent[]): void {
  const late = registrationsOf(events).filter(({ body }) => body.lateEntry !== null);
  const one = (subCategory: string) => {
    const [found, ...others] = late.filter(({ body }) => body.subCategory.code === subCategory);
    if (found === undefined || others.length > 0) throw new Error(`not one ${subCategory}`);
    return found;
  };
  for (const { body } of late) {
    t.match(body.occurred, { at: /^2018-10-27/, precision: 'DAY' });
    t.match(body.withoutPhotograph, /Ber investigation team, MINUSMA, 2018/);
  }
  const vehicle = one('OTHER');
  t.match(vehicle.body.marks, [{ kind: { code: 'VIN' }, text: /^DEMO/ }]);
  t.match(vehicle.body.interpretation, { year: 2009, country: 'Japan', reference: /Japan, February 2009/ });
  const detonators = one('DETONATOR');
  t.match(detonators.body.foundIn, { item: vehicle.id, where: /glove compartment/ });
  t.match(detonators.body, { quantity: { amount: null }, marks: [{ kind: { code: 'LABEL' } }] });
  const nitrate = one('PRECURSOR');
  t.match(nitrate.body, { category: { code: 'EXPLOSIVE' }, unmarked: /No visible batch number/ });
  const barrels = late.filter(({ body }) => body.subCategory.code === 'BARREL');
  t.ok(
    barrels.some(({ id }) => id === nitrate.body.foundIn?.item),
    'found in a barrel',
  );
  t.same(barrels.map(({ body }) => body.interpretation?.country ?? null).sort(), [
    'Algeria',
    'South Korea',
    null,
  ]);
  t.match(one('SUGAR').body.interpretation, { year: 2017, country: 'France' });
}
