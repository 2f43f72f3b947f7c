import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import t from 'tap';
import { settleDiscrepancies } from '../../src/cli/demo/chapters/discrepancies.js';
import { playHeadquartersLeg } from '../../src/cli/demo/chapters/headquarters-leg.js';
import { playLaboratory } from '../../src/cli/demo/chapters/laboratory.js';
import { type ReleasedReport, releaseDecision, releaseRequest } from '../../src/cli/demo/chapters/release.js';
import { evidenceNumber } from '../../src/custody/evidence/number.js';
import { withheld } from '../../src/dossier/reading/clearance/said.js';
import {
  collectDigests,
  disclosedValues,
  formatPolicy,
  formatTime,
  type JsonObject,
  peekEvent,
} from '../../src/log/index.js';
import { verifyExport } from '../../src/verify/index.js';
import { skipWithout, textOf } from '../dossier/paper/print-example.js';
import { memoryBag } from '../helpers/bag-files.js';
import type { MemoryBag } from '../helpers/memory-bag.js';
import { storyAtSector } from '../helpers/played-story.js';
import { circumstances } from '../helpers/procedure.js';
import { readExport } from '../helpers/read-export.js';
import { openTestSession, post } from '../helpers/reading.js';
import { deviceDetail, recordAndCompare, recordedRows } from '../helpers/recorded-report.js';
import { itemsOf, type PreviewedHistory, readableIn, saidIn } from '../helpers/said-in-clear.js';
import { createTestFolder } from '../helpers/test-folder.js';
import { unzip } from '../helpers/unzip.js';

t.setTimeout(900_000);

/** What the laboratory of the demonstration writes: of the item that goes, and of one that does not. */
const findings = [
  'DEMO : une trace papillaire, relevée',
  'DEMO : trop peu de points caractéristiques pour une comparaison certaine',
  'DEMO : rien qui identifie qui que ce soit',
  "DEMO : déformées par l'explosion",
];

interface Previewed {
  readonly pieces: readonly (PreviewedHistory & { readonly piece: string })[];
  readonly beside: { readonly subjects: readonly (PreviewedHistory & { readonly subject: string })[] };
}

/** Text as it is compared: where a line is broken tells nothing. */
function squeezed(text: string): string {
  return text.replaceAll(/\s+/g, '').toLowerCase();
}

/** Everything that a claim handed over says. */
function told(bag: MemoryBag): string {
  const lines = bag.text('data/events.ndjson').trim().split('\n');
  const disclosures = lines.flatMap(line => (JSON.parse(line) as { disclosures: string[] }).disclosures);
  return JSON.stringify([...disclosedValues(disclosures).values()]);
}

t.test('GATE-6: findings leave where the report is a piece of the release, and nowhere else', async t => {
  const story = await storyAtSector(t);
  const { testStage, play, setting, stocks, incident, packed, discrepancies } = story;
  const casesFired = await settleDiscrepancies(play, setting, stocks, packed, discrepancies);
  await playHeadquartersLeg(play, setting, Object.values({ ...packed, casesFired }));
  const report = await playLaboratory(play, setting, incident, packed.remains, packed.casesShrapnel);
  const authorization = `Bearer ${await openTestSession(testStage, 'DEMO-CASE-1')}`;

  let newest = '';
  let toldBefore: Previewed = { pieces: [], beside: { subjects: [] } };
  const dossierOf = async (
    number: string,
    reports: readonly ReleasedReport[],
    changes: JsonObject = {},
    decidedApart = false,
  ): Promise<MemoryBag> => {
    const id = play.newId(number);
    const packages = [packed.remains];
    const named = { id, number };
    await testStage.stage.require([
      ...releaseRequest(play, named, setting.nationalBrigade, packages, {
        by: 'DEMO-CASE-1/CASE',
        reports: reports,
      }),
      ...(decidedApart
        ? [releaseDecision(play, id, packages, { changes }), releaseDecision(play, id, [], { reports })]
        : [releaseDecision(play, id, packages, { reports, changes })]),
    ]);
    const previewed = await testStage.app.inject({
      url: `/v1/releases/${id}/preview`,
      headers: { authorization },
    });
    const asked = { release: id, contents: 'ORIGINALS', number: `DOSSIER-${number}` };
    const made = await post(testStage.app, '/v1/dossiers', asked, { authorization });
    t.equal(made.statusCode, 201, made.body);
    const {
      id: order,
      subject,
      missing: _,
      cosigned: _1,
      stamped: _2,
      counts,
      ...stated
    } = made.json<JsonObject>();
    const { filesMissing: _3, bytes: _4, ...counted } = counts as JsonObject;
    const body = { ...circumstances(formatTime(testStage.clock.now)), ...stated, counts: counted };
    await testStage.stage.require([
      { subject: String(subject), type: 'dossier.built', by: 'DEMO-CASE-1/CASE', body },
    ]);
    newest = `/v1/dossiers/${String(order)}/bag`;
    const fetched = await testStage.app.inject({ url: newest, headers: { authorization } });
    t.equal(fetched.statusCode, 200, fetched.body.slice(0, 300));
    const bag = await unzip(fetched.rawPayload);
    toldBefore = previewed.json<Previewed>();
    const readable = readableIn(bag, await itemsOf(testStage.log));
    for (const history of toldBefore.pieces)
      t.same(saidIn(history), readable.get(history.piece), `${number}: ${history.piece}`);
    for (const history of toldBefore.beside.subjects)
      t.same(saidIn(history), readable.get(history.subject), `${number}: ${history.subject}`);
    t.equal(toldBefore.pieces.length + toldBefore.beside.subjects.length, readable.size);
    return bag;
  };

  const policy = formatPolicy(testStage.log.policy);
  const examination = `examination/${report.examination}`;
  const [vehicle] = packed.remains.items;
  const [casings] = packed.casesShrapnel.items;

  await t.test('the item alone: nothing of what was found', async t => {
    const bag = await dossierOf('DEMO-WITHOUT-REPORT', []);
    const read = await readExport(bag, policy);
    t.equal(read.disclosures, 0);
    t.notOk([...read.whole, ...read.single].includes(examination));
    for (const [path, bytes] of bag.files) {
      const text = bytes.toString('utf8');
      for (const found of findings) t.notOk(text.includes(found), `${path}: ${found}`);
    }
    const open = toldBefore.pieces.flatMap(piece => piece.open);
    const says = (label: RegExp, value: RegExp) =>
      open.some(({ label: { en }, told: { en: words } }) => label.test(en) && value.test(words));
    t.ok(says(/^Examinations, .* – Method, /, /^DEMO-METHOD/), 'in the clear: the method');
    t.ok(says(/^Examinations, .* – Limits of method/, /^DEMO/), 'the limits');
    t.ok(says(/^Examinations, .* – Result$/, /\(INCONCLUSIVE\)$/), 'and the result');
    t.notOk(
      open.some(({ label: { en } }) => /Finding|Opinion/.test(en)),
      'what was found is withheld',
    );
    await t.test('on paper too', { skip: skipWithout('pdftotext') }, async t => {
      const text = await textOfPdf(bag);
      for (const found of findings) t.notOk(text.includes(found), found);
      for (const words of [
        "Le rapport du laboratoire n'est pas une pièce de ce dossier.",
        'The report of the laboratory is no piece',
      ])
        t.ok(squeezed(text).includes(squeezed(words)), words);
    });
    t.equal((await verifyExport(memoryBag(bag.files), { policy })).verdict, 'ok');
  });

  await t.test(
    'GATE-8: what the decision takes out of the report stays here, and so do its other versions',
    async t => {
      const { rows: acts } = await sql<{ jws: string }>`
      select jws from event where subject = ${vehicle?.subject ?? ''}`.execute(testStage.log.db);
      const found = acts.map(({ jws }) => peekEvent(jws)).find(({ body }) => body.group === report.version);
      const members = collectDigests(found?.body ?? {}).map(({ pointer }) => ({
        act: found?.eventId ?? '',
        pointer,
      }));
      t.ok(members.length > 0);
      const takenOutOf = (piece: string): JsonObject => ({
        ...{ piece, file: null, members, what: 'DEMO: what was found of the vehicle' },
        ...{ ground: 'OTHER_MATTER', why: 'DEMO-TAKEN-OUT' },
      });
      const keptOf = (bag: MemoryBag): readonly string[] => {
        const said = told(bag);
        const kept = findings.filter(finding => !said.includes(finding));
        t.ok(kept.length > 0 && kept.length < findings.length, 'what was found of the other item goes');
        t.notOk(said.includes('DEMO : aucune trace'), 'the former version might say the same');
        for (const [path, bytes] of bag.files) {
          const text = bytes.toString('utf8');
          for (const finding of kept) t.notOk(text.includes(finding), `${path}: ${finding}`);
        }
        return kept;
      };
      const ofReport = { redactions: [takenOutOf(examination)] };
      const ofItem = { redactions: [takenOutOf(vehicle?.subject ?? '')] };
      for (const [what, bag] of [
        ['of the report', await dossierOf('DEMO-REDACTED-REPORT', [report], ofReport)],
        [
          'of the item, decided before the report',
          await dossierOf('DEMO-REDACTED-ITEM', [report], ofItem, true),
        ],
      ] as const) {
        const kept = keptOf(bag);
        t.equal((await verifyExport(memoryBag(bag.files), { policy })).verdict, 'ok', what);
        await t.test(
          `${what}: on paper too, where it is listed`,
          { skip: skipWithout('pdftotext') },
          async t => {
            const text = squeezed(await textOfPdf(bag));
            t.ok(text.includes(squeezed('DEMO-TAKEN-OUT')));
            for (const finding of kept) t.notOk(text.includes(squeezed(finding)), finding);
          },
        );
      }
    },
  );

  await t.test('with its report: what was found of it and of the other item, no lead, no device', async t => {
    const bag = await dossierOf('DEMO-WITH-REPORT', [report]);
    const read = await readExport(bag, policy);
    t.ok(read.whole.includes(examination), 'its whole history');
    t.ok(read.whole.includes(vehicle?.subject ?? ''));
    t.ok(read.single.includes(casings?.subject ?? ''), 'what the report says of an item that stays');
    const said = told(bag);
    for (const found of findings) t.ok(said.includes(found), found);
    t.ok(said.includes('DEMO : aucune trace'), 'the former version goes along (RQ-54)');
    t.notMatch(said, 'une piste', 'a lead is no part of a report');
    t.notMatch(said, 'DEMO-WARRANT-1');
    const verdict = await verifyExport(memoryBag(bag.files), { policy });
    t.equal(verdict.verdict, 'ok', JSON.stringify(verdict.failed));
    await t.test('RQ-54: on paper', { skip: skipWithout('pdftotext') }, async t => {
      const text = squeezed(await textOfPdf(bag));
      for (const found of findings) t.ok(text.includes(squeezed(found)), found);
      const witnesses = text.slice(text.lastIndexOf(squeezed('Personnes pouvant témoigner')));
      t.match(witnesses, squeezed('Examinateur du laboratoire'), 'who examined can testify');
      for (const words of ['Convoyeur (', 'Transport sous scellé de la pièce n° ', 'Garde de la pièce n° '])
        t.match(witnesses, squeezed(words), 'and who carried and who kept');
      const lead = text.slice(
        text.indexOf(squeezed('Pistes')),
        text.indexOf(squeezed('Signatures et versions')),
      );
      for (const words of ['Rang dans le journal', 'Liste de mandats', `Piste ${withheld.fr}`])
        t.match(lead, squeezed(words), 'V7: that there is a lead, and none of what it says');
      for (const never of ['Aucun rapport de laboratoire', 'DEMO : une piste', 'DEMO-WARRANT-1'])
        t.notOk(text.includes(squeezed(never)), never);
    });
  });

  await t.test(
    'D5, D2, V2, V4, V5, V7: what the laboratory read and compared is on paper, the construction of a device is not',
    async t => {
      if (vehicle === undefined || casings === undefined) throw new Error('nothing was examined');
      const lab = { play, id: report.examination, items: [vehicle, casings] } as const;
      const recorded = await recordAndCompare(testStage, lab);
      const bag = await dossierOf('DEMO-RECORDED-REPORT', [recorded.report]);
      for (const [path, bytes] of bag.files) t.notOk(bytes.toString('utf8').includes(deviceDetail), path);
      t.equal((await verifyExport(memoryBag(bag.files), { policy })).verdict, 'ok');
      await t.test('in French', { skip: skipWithout('pdftotext') }, async t => {
        const text = squeezed(await textOfPdf(bag));
        for (const [row, values] of Object.entries(recordedRows))
          for (const value of values) t.ok(text.includes(squeezed(value)), `${row}: ${value}`);
        for (const sha256 of recorded.photographs) t.ok(text.includes(`sha-256${sha256}`), 'RQ-12');
        const [goes, stays] = [vehicle, casings].map(({ id }) => evidenceNumber(id));
        const compared = `${goes} : Marquage tel que lu (MARK) DEMO-WORKS-READ, ${stays} (n'est pas une pièce de ce dossier) – Non concluant`;
        t.ok(text.includes(squeezed(compared)), 'what was compared, of an item that goes along');
        t.notOk(text.includes(squeezed(deviceDetail)));
        t.ok(
          text.includes(squeezed('Case material: Lacquered steel (LACQUERED_STEEL)')),
          'English beside it',
        );
      });
    },
  );

  await t.test('a claim that it hands over was erased since: it is built anew, not sent', async t => {
    const claim = await testStage.log.db
      .selectFrom('disclosure')
      .innerJoin('event', 'event.event_id', 'disclosure.event_id')
      .select(['disclosure.event_id', 'disclosure.digest'])
      .where('event.subject', '=', examination)
      .where('event.type', 'in', ['examination.result-issued', 'examination.result-amended'])
      .executeTakeFirstOrThrow();
    await testStage.stage.require([
      {
        subject: examination,
        type: 'examination.disclosure-erased',
        by: 'DEMO-LEG-1/LEG',
        countersigned: ['DEMO-HR-1/HR as second-officer'],
        refs: [claim.event_id],
        body: { eventId: claim.event_id, digest: claim.digest, reason: 'DEMO: protection of a source' },
      },
    ]);
    const outdated = await testStage.app.inject({ url: newest, headers: { authorization } });
    t.match(
      { status: outdated.statusCode, body: outdated.json() },
      { status: 409, body: { code: 'dossier-outdated' } },
    );
  });

  async function textOfPdf(bag: MemoryBag): Promise<string> {
    const folder = await createTestFolder(t);
    const texts: string[] = [];
    for (const [path, bytes] of bag.files) {
      if (!path.endsWith('.pdf')) continue;
      const file = join(folder, 'printed.pdf');
      await writeFile(file, bytes);
      texts.push(await textOf(file));
      await rm(file);
    }
    return texts.join('\n');
  }
});
