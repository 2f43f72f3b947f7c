import { formatTime, type JsonObject } from '../../src/log/index.js';
import { circumstances } from './procedure.js';
import { openTestSession, post } from './reading.js';
import type { TestStage } from './test-stage.js';

/** What is told of a dossier that was built (POST /v1/dossiers). */
export interface DossierOrder extends JsonObject {
  readonly id: string;
  readonly subject: string;
  readonly size: number;
  readonly hash: string;
  readonly piecesHash: string;
  readonly pieces: readonly string[];
  readonly counts: { readonly files: number; readonly withheld: number } & JsonObject;
}

/** Requests about dossiers as an officer of the story makes them. */
export async function dossierRequests(played: TestStage, name: string) {
  const authorization = `Bearer ${await openTestSession(played, name)}`;
  const get = (url: string) => played.app.inject({ url, headers: { authorization } });
  return {
    build: (body: JsonObject) => post(played.app, '/v1/dossiers', body, { authorization }),
    fetch: (id: string) => get(`/v1/dossiers/${id}/bag`),
    head: (id: string) =>
      played.app.inject({ method: 'HEAD', url: `/v1/dossiers/${id}/bag`, headers: { authorization } }),
    get,
  };
}

/** The event that answers for a dossier, as his device makes it. */
export async function answerForDossier(played: TestStage, order: DossierOrder, changes: JsonObject = {}) {
  const { id: _, subject, missing: _1, cosigned: _2, stamped: _3, counts, ...stated } = order;
  const { filesMissing: _4, bytes: _5, ...counted } = counts;
  const body = { ...circumstances(formatTime(played.clock.now)), ...stated, counts: counted, ...changes };
  await played.stage.require([{ subject, type: 'dossier.built', by: 'DEMO-CASE-1/CASE', body }]);
}
