import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { playPieces } from '../../src/cli/demo/chapters/pieces.js';
import { releaseDecision, releaseInput, releaseRequest } from '../../src/cli/demo/chapters/release.js';
import type { EvidenceState } from '../../src/custody/evidence/state.js';
import { formatTime, type JsonObject, peekEvent } from '../../src/log/index.js';
import { skipWithout, textOf } from '../dossier/paper/print-example.js';
import { code, partClassifiedBody, unclassified } from '../helpers/bodies/evidence.js';
import { dossierRows, type FormRow, missingFrom, rowsOfClearance } from '../helpers/dossier-form-rows.js';
import { storyAtSector } from '../helpers/played-story.js';
import { circumstances } from '../helpers/procedure.js';
import { openTestSession, post } from '../helpers/reading.js';
import { createTestFolder } from '../helpers/test-folder.js';
import { unzip } from '../helpers/unzip.js';

t.setTimeout(600_000);

/** What the legal officer decided: every member of form D6 says something. */
function decision(report: string, file: string): JsonObject {
  return {
    privileges: {
      documents: 'DEMO-DOCUMENTS-1',
      personnel: 'DEMO-STAFF-NAMED',
      waiverNeeded: true,
      waiver: { reference: 'DEMO-WAIVER-1', date: '2021-03-30', givenBy: 'DEMO-LEGAL-COUNSEL' },
      withoutPrejudice: { en: 'DEMO: without prejudice', fr: 'DEMO : sans préjudice' },
    },
    torture: { risk: 'MITIGATED', basis: 'DEMO-TORTURE-BASIS', mitigation: 'DEMO-TORTURE-MITIGATION' },
    sources: { identifiable: true, protectionPlan: 'DEMO-PROTECTION-PLAN' },
    originators: [{ originator: 'DEMO-CONTINGENT', consent: 'GIVEN', basis: 'DEMO-CONSENT-9' }],
    thirdPersons: { present: true, whose: 'DEMO-THIRD-PERSON', treatment: 'DEMO : noms retirés' },
    classification: {
      now: 'STRICTLY_CONFIDENTIAL',
      after: 'CONFIDENTIAL',
      downgraded: { by: 'DEMO-ORIGINATOR', date: '2021-03-31' },
    },
    redactions: [
      {
        piece: report,
        file,
        what: 'DEMO : nom d’un tiers, page 2',
        ground: 'PERSONAL_DATA',
        why: 'DEMO : étranger aux faits',
        members: [],
      },
    ],
    conditions: [
      { kind: 'USE', text: 'DEMO : pour cette procédure seulement' },
      { kind: 'ONWARD_SHARING', text: 'DEMO : pas de communication à des tiers' },
      { kind: 'RETURN', text: 'DEMO : restitution après jugement' },
      { kind: 'EXPIRY', text: 'DEMO : usage jusqu’au jugement' },
    ],
  };
}

t.test(
  'D6, D7: every mandatory row stands in the printed dossier with what the log says of it, in French (RQ-08, RQ-31, RQ-62, RQ-67, RQ-69)',
  { skip: skipWithout('pdftotext') },
  async t => {
    const { testStage, play, setting, packed, incident } = await storyAtSector(t);
    const { stage, log } = testStage;
    const [report = '', statement = ''] = await playPieces(play, setting, incident);
    const release = { id: play.newId('DEMO-RELEASE-9'), number: 'DEMO-RELEASE-9' };
    const packages = [packed.arms];
    const information = [report, statement];
    await stage.require(packages.flatMap(({ items }) => items.map(({ subject }) => marked(subject))));
    await stage.require([await classifiedApart(packages[0]?.items[0]?.subject ?? '')]);
    await stage.require([
      ...releaseRequest(play, release, setting.nationalBrigade, packages, { information }),
    ]);
    const [hrddp = '', sources = ''] = await stage.require([
      releaseInput(play, release.id, 'HRDDP', 'DEMO-HR-1/HR'),
      releaseInput(play, release.id, 'SOURCE_PROTECTION', 'DEMO-HR-1/HR'),
    ]);
    const document = await bodyOf(report);
    const file = String(((document.document as JsonObject).file as JsonObject).sha256);
    play.clock.pass(5);
    await stage.require([
      releaseDecision(play, release.id, packages, {
        information,
        inputs: { HRDDP: hrddp, SOURCE_PROTECTION: sources },
        changes: decision(report, file),
      }),
    ]);
    for (const { sha256, bytes, mediaType } of play.album.takeOwed()) {
      const authorization = `Bearer ${await openTestSession(testStage, 'DEMO-WIT-1')}`;
      await testStage.app.inject({
        method: 'PUT',
        url: `/v1/files/${sha256}`,
        headers: { authorization, 'content-type': mediaType },
        payload: Buffer.from(bytes),
      });
    }
    const { text, bag } = await built(release.id);
    t.notOk(bag.files.has(`data/file/${file}`), 'a file of which something is taken out stays here');
    await checkCopies(bag);
    t.match(text, / – Strictement confidentiel/, 'V6: as sensitive as the most sensitive part inside');
    for (const secret of [
      'DEMO : code pénal',
      'DEMO : les quatre questions ont reçu réponse',
      'DEMO-PROTECTION-PLAN',
      'DEMO-STAFF-NAMED',
      'DEMO-TORTURE-BASIS',
      'DEMO-THIRD-PERSON',
      'DEMO-SOURCE-1',
    ])
      t.notOk(text.includes(secret), `${secret} is withheld`);
    for (const [form, row, values] of [
      ...rowsOfClearance(
        file,
        await headsOf([
          ...packages.flatMap(({ items }) => items.map(({ subject }) => subject)),
          ...information,
        ]),
      ),
      ...(await rowsOfDossier()),
    ]) {
      t.ok(Object.values(values).flat().length > 0, `${form} ${row} has values`);
      t.same(missingFrom(text, values), [], `${form} ${row}`);
    }

    function marked(subject: string) {
      const classification = { ...unclassified, caveats: [code('SOURCE')] };
      const body = play.form('evidence.classified', 'DEMO-HQ', { classification });
      return { subject, type: 'evidence.classified', by: 'DEMO-WIT-1/WIT', body };
    }

    async function classifiedApart(subject: string) {
      const own = log.db.selectFrom('event').select('event_id').where('subject', '=', subject);
      const { event_id: act } = await own.where('seq', '=', 1).executeTakeFirstOrThrow();
      const classification = { ...unclassified, level: 'STRICTLY_CONFIDENTIAL' };
      const body = partClassifiedBody(act, '/body/description', formatTime(play.clock.now), {
        classification,
      });
      return { subject, type: 'evidence.part-classified', by: 'DEMO-LEG-1/LEG', body, refs: [act] };
    }

    /** GATE-8: a source could be identified, so of photographs cleaned copies go, under no name that tells anything. */
    async function checkCopies(bag: Awaited<ReturnType<typeof unzip>>) {
      const listed: { pieces: { copies: { of: string; path: string; sha256: string }[] }[] } = JSON.parse(
        bag.text('data/report/pieces.json'),
      );
      const copies = listed.pieces.flatMap(piece => piece.copies);
      t.ok(copies.length > 0);
      t.same(
        [...bag.paths('data/report/copies/')].sort(),
        copies.map(({ path }) => `data/${path}`).sort(),
        'the copies that are listed',
      );
      for (const { of, path, sha256 } of copies) {
        t.match(path, /^report\/copies\/\d{4}\.png$/);
        t.notOk(bag.files.has(`data/file/${of}`), 'the original stays here');
        t.ok(text.includes(of) && text.includes(sha256), 'and its hash is printed with that of the copy');
      }
    }

    async function bodyOf(subject: string): Promise<JsonObject> {
      const { jws } = await log.db
        .selectFrom('event')
        .select('jws')
        .where('subject', '=', subject)
        .orderBy('log_index')
        .executeTakeFirstOrThrow();
      return peekEvent(jws).body;
    }

    async function built(of: string) {
      const authorization = `Bearer ${await openTestSession(testStage, 'DEMO-CASE-1')}`;
      const asked = { release: of, contents: 'ORIGINALS', number: 'DEMO-DOSSIER-9' };
      const made = await post(testStage.app, '/v1/dossiers', asked, { authorization });
      t.equal(made.statusCode, 201, made.body);
      const { id, subject, missing: _1, cosigned: _2, stamped: _3, counts, ...stated } = made.json();
      const { filesMissing: _4, bytes: _5, ...counted } = counts;
      const body = { ...circumstances(formatTime(testStage.clock.now)), ...stated, counts: counted };
      await stage.require([{ subject, type: 'dossier.built', by: 'DEMO-CASE-1/CASE', body }]);
      const url = `/v1/dossiers/${id}/bag`;
      const fetched = await testStage.app.inject({ url, headers: { authorization } });
      const bag = await unzip(fetched.rawPayload);
      const path = join(await createTestFolder(t), 'dossier.pdf');
      await writeFile(path, bag.files.get('data/report/dossier.pdf') ?? Buffer.alloc(0));
      return { bag, text: await textOf(path) };
    }

    /** `event_id` of the last act of each. */
    async function headsOf(subjects: readonly string[]): Promise<readonly string[]> {
      const last = subjects.map(subject =>
        log.db
          .selectFrom('event')
          .select('event_id')
          .where('subject', '=', subject)
          .where('type', 'not like', '%.countersigned')
          .orderBy('seq', 'desc')
          .executeTakeFirstOrThrow(),
      );
      return (await Promise.all(last)).map(({ event_id }) => event_id);
    }

    /** The exhibits of the release as the log has them, with the leaves of their histories. */
    async function rowsOfDossier(): Promise<readonly FormRow[]> {
      const items = packages.flatMap(({ items }) => items.map(({ subject }) => subject));
      const states = await log.db
        .selectFrom('subject')
        .select('state')
        .where('subject', 'in', items)
        .execute();
      const told = states.map(({ state }) => state as EvidenceState);
      const acts = await log.db
        .selectFrom('event')
        .selectAll()
        .where('subject', 'in', items)
        .where('type', 'not like', '%.countersigned')
        .execute();
      const photographs = acts.flatMap(({ jws }) => {
        const { photographs = [] } = peekEvent(jws).body as { photographs?: { file: { sha256: string } }[] };
        return photographs.map(photograph => photograph.file.sha256);
      });
      return dossierRows({
        numbers: told.map(({ number }) => number),
        descriptions: told.map(({ description }) => description.fr),
        seals: told.flatMap(({ seal }) => (seal === null ? [] : [seal.number])),
        events: acts.map(({ jws }) => peekEvent(jws).eventId),
        photographs,
      });
    }
  },
);
