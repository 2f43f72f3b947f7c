import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { ReleaseState } from '../../custody/release/state.js';
import type { OpenLog } from '../../store/open-log.js';
import { readVisibleSubjects } from '../../store/readers/read-subjects.js';
import { piecesToPreview, previewRelease } from '../dossiers/preview-release.js';
import { readStates } from '../dossiers/state-dossier.js';
import { ExportTurns } from '../exports/export-turns.js';
import { Problem } from '../problem/problem.js';
import { readingOf } from '../reading.js';
import { describeOperation, json } from '../schemas/operation.js';
import { ReleasePreviewSchema } from '../schemas/release-preview.js';
import { IdParameters } from './resources.js';

/** Before deciding: exactly what would leave, piece by piece. Whether it may, a person decides (RQ-61). */
export const releasePreviewRoutes: FastifyPluginAsyncTypebox<{ readonly log: OpenLog }> = async (
  app,
  { log },
) => {
  const turns = new ExportTurns();
  const schema = describeOperation({
    id: 'previewRelease',
    tag: 'Releases',
    summary: 'What would leave with a release',
    description:
      'Of the pieces that are granted, or of those asked for while none is: the acts and files that the dossier would hold, by the code that builds it; what those acts say in the clear, once for each value with every act that says it; what is redacted; how much stays withheld, counted and not named where a name would tell it; the classification that results. Nothing is decided or kept by it.',
    session: 'required',
    params: IdParameters,
    answers: { 200: { description: 'What would leave', ...json(ReleasePreviewSchema) } },
    problems: ['invalid-request', 'not-found', 'nothing-to-preview', 'stale', 'too-many-requests'],
  });
  app.get('/v1/releases/:id/preview', { schema }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const reading = await readingOf(request, log);
    const { id } = request.params;
    const subject = `release/${id}`;
    request.noteRead([subject]);
    const state = (await readStates(log, [subject])).get(subject) as ReleaseState | undefined;
    if (state === undefined) throw new Problem('not-found');
    const pieces = piecesToPreview(state);
    const named = [subject, ...pieces];
    const visible = await readVisibleSubjects(log.db, reading, named, 'events');
    if (visible.length < named.length) throw new Problem('not-found');
    if (pieces.length === 0) throw new Problem('nothing-to-preview');
    const end = turns.take();
    try {
      const preview = await previewRelease(log, reading, { release: id, state, pieces });
      request.noteRead([...named, ...preview.beside.subjects.map(({ subject: shown }) => shown)]);
      return preview;
    } finally {
      end();
    }
  });
};
