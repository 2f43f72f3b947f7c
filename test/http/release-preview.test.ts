import t from 'tap';
import type { ReleaseState } from '../../src/custody/release/state.js';
import { previewRelease } from '../../src/http/dossiers/preview-release.js';
import { readStates } from '../../src/http/dossiers/state-dossier.js';
import { formatTime, peekEvent } from '../../src/log/index.js';
import { partClassifiedBody } from '../helpers/bodies/evidence.js';
import { answerForDossier, type DossierOrder, dossierRequests } from '../helpers/dossier-requests.js';
import { playedStory } from '../helpers/played-story.js';
import { itemsOf, type PreviewedHistory, readableIn, saidIn } from '../helpers/said-in-clear.js';
import { unzip } from '../helpers/unzip.js';

t.setTimeout(600_000);

interface Preview {
  readonly decided: boolean;
  readonly size: number;
  readonly piecesHash: string;
  readonly counts: { readonly events: number; readonly subjects: number };
  readonly classification: { readonly highest: string | null };
  readonly beside: {
    readonly acts: number;
    readonly subjects: readonly (PreviewedHistory & { readonly subject: string })[];
    readonly subjectsNotShown: number;
  };
  readonly pieces: readonly (PreviewedHistory & {
    readonly piece: string;
    readonly files: readonly string[];
    readonly claimsWithheld: number;
    readonly filesLeft: number;
  })[];
}

t.test('the preview of a release is the content of the dossier that is built from it', async t => {
  const played = await playedStory(t);
  const { id: release } = await played.log.db.selectFrom('release').select('id').executeTakeFirstOrThrow();
  const officer = await dossierRequests(played, 'DEMO-CASE-1');
  const made = await officer.build({ release, contents: 'ORIGINALS', number: 'DEMO-DOSSIER-1' });
  t.equal(made.statusCode, 201, made.body);
  const order = made.json<DossierOrder>();
  const answered = await officer.get(`/v1/releases/${release}/preview`);
  t.equal(answered.statusCode, 200, answered.body);
  const preview = answered.json<Preview>();
  t.equal(preview.decided, true);
  t.equal(preview.size, order.size, 'nothing was appended between the two');
  t.equal(preview.piecesHash, order.piecesHash, 'numbers, heads and files of the pieces');
  t.equal(preview.counts.events, order.counts.events);
  t.equal(preview.counts.subjects, order.counts.subjects);
  const withheld = preview.pieces.map(({ piece, claimsWithheld, filesLeft }) => ({
    piece,
    claims: claimsWithheld,
    files: filesLeft,
  }));
  t.same(
    withheld.filter(({ claims, files }) => claims + files > 0),
    (order.redactions as { piece: string | null }[]).filter(({ piece }) => piece !== null),
  );
  await answerForDossier(played, order);
  const bag = await unzip((await officer.fetch(order.id)).rawPayload);
  const events = bag
    .text('data/events.ndjson')
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as { index: number; jws: string });
  for (const { piece, acts, files } of preview.pieces) {
    t.same(
      acts.map(({ leaf }) => leaf),
      events.filter(({ jws }) => peekEvent(jws).subject === piece).map(({ index }) => index),
      `${piece}: its acts and no other`,
    );
    for (const sha256 of files)
      t.ok(
        bag.files.has(`data/files/${sha256}`) || (order.missing as readonly string[]).includes(sha256),
        `${piece}: file ${sha256}`,
      );
  }
  const readable = readableIn(bag, await itemsOf(played.log));
  for (const history of preview.pieces)
    t.same(saidIn(history), readable.get(history.piece), `${history.piece}: what a recipient reads`);
  for (const history of preview.beside.subjects)
    t.same(saidIn(history), readable.get(history.subject), `${history.subject}: what a recipient reads`);
  t.equal(preview.beside.subjectsNotShown, 0, 'a case officer reads all of it');
  t.equal(preview.pieces.length + preview.beside.subjects.length, readable.size, 'no history is passed over');
  t.equal(
    preview.beside.subjects.reduce((sum, { acts }) => sum + acts.length, 0),
    preview.beside.acts,
  );
  const { document: sop } = await played.log.sop();
  const onlyPieces = sop.reading.filter(({ resources }) => resources.includes('evidence'));
  const shown = await previewRelease(
    played.log,
    {
      reader: { officer: '', unit: null, roles: ['HQC'] },
      sop: { ...sop, reading: onlyPieces.map(grant => ({ ...grant, resources: ['evidence'] })) },
    },
    {
      ...{ release, pieces: preview.pieces.map(({ piece }) => piece) },
      state: (await readStates(played.log, [`release/${release}`])).get(`release/${release}`) as ReleaseState,
    },
  );
  t.same(shown.beside.subjects, [], 'of what he may not read by himself nothing is told');
  t.equal(shown.beside.subjectsNotShown, preview.beside.subjects.length, 'but that it goes along');
  const [{ piece: classified = '' } = {}] = preview.pieces;
  const { event_id: act } = await played.log.db
    .selectFrom('event')
    .select('event_id')
    .where('subject', '=', classified)
    .where('seq', '=', 1)
    .executeTakeFirstOrThrow();
  t.equal(preview.classification.highest, 'UNCLASSIFIED');
  const body = partClassifiedBody(act, '/body/description', formatTime(played.clock.now));
  await played.stage.require([
    { subject: classified, type: 'evidence.part-classified', by: 'DEMO-LEG-1/LEG', body, refs: [act] },
  ]);
  const raised = (await officer.get(`/v1/releases/${release}/preview`)).json<Preview>();
  t.equal(raised.classification.highest, 'CONFIDENTIAL', 'V6: by a part that goes along');
  const national = await dossierRequests(played, 'DEMO-OPJ-1');
  t.equal((await national.get(`/v1/releases/${release}/preview`)).statusCode, 404);
});
