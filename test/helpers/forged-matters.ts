import { createHash } from 'node:crypto';
import type { JsonObject } from '../../src/log/index.js';
import type { Files } from './bag-files.js';
import { bytesOf, sealBag } from './bag-files.js';
import { examinationSubject, made, resultIssuedBody, resultOfItem } from './bodies/examination.js';
import { holdSubject, placedBody } from './bodies/hold.js';
import { documentOf, informationBody, informationSubject, statementBody } from './bodies/information.js';
import { releaseDecidedBody, releaseRequestedBody, releaseSubject } from './bodies/release.js';
import { requestBody, requestSubject } from './bodies/request.js';
import { forgeExport } from './forged-export.js';
import { type Appended, uuid } from './forged-log.js';
import { collectItem, foundedLog } from './forged-story.js';
import { circumstances } from './procedure.js';

const at = '2021-04-06T08:00:00Z';

/** What stands in the place of a withheld value that nobody handed over. */
const withheld = (name: string) => ({ _sd: createHash('sha256').update(name).digest('base64url') });

export const statementSubject = `information/${uuid()}`;

export interface MattersExport {
  readonly files: Files;
  readonly policy: string;
  /** `evidence/<UUID>`, and the last act of its history. */
  readonly item: string;
  readonly last: Appended;
}

/** An export with a request, a release, an information, a statement, a hold, an examination, and an item examined. */
export async function forgeMatters(): Promise<MattersExport> {
  const { log, cast } = await foundedLog();
  const item = await collectItem(log, cast);
  const say = (subject: string, type: string, form: number, body: JsonObject) =>
    log.append({ by: cast.collector, role: 'WIT', subject, type, body, payload: { form } });

  await say(requestSubject, 'request.registered', 1, requestBody(uuid()));
  await say(releaseSubject, 'release.requested', 3, releaseRequestedBody(uuid(), at));
  const seq = (log.headOf(item)?.payload.seq ?? 0) + 1;
  const decided = await say(
    releaseSubject,
    'release.decided',
    3,
    releaseDecidedBody(at, {
      items: [{ subject: item, seq }],
      outcome: 'GRANTED_WITH_CONDITIONS',
      conditions: [{ kind: 'RETURN', text: 'DEMO: to be given back' }],
      redactions: [
        { piece: item, file: null, what: 'DEMO line', ground: 'PERSONAL_DATA', why: 'DEMO third person' },
      ],
    }),
  );
  await log.append({
    ...{ by: cast.collector, role: 'WIT', subject: item, type: 'evidence.release-decided' },
    body: { ...circumstances(at), group: decided.eventId },
    payload: { form: 1, at: decided.payload.at },
  });
  await say(
    informationSubject,
    'information.registered',
    1,
    informationBody({
      document: documentOf({
        authorOfficer: null,
        authorPerson: withheld('author'),
        sources: withheld('sources'),
      }),
    }),
  );
  await say(statementSubject, 'information.statement-given', 1, {
    ...statementBody({ incident: uuid() }),
    withheldWords: withheld('words'),
  });
  await say(holdSubject, 'hold.placed', 1, { ...placedBody(at), reason: withheld('reason') });
  await say(examinationSubject, 'examination.result-issued', 1, resultIssuedBody(at));
  const last = await say(
    item,
    'evidence.result-issued',
    1,
    resultOfItem({ exams: [made('FINGERPRINTS', { opinion: withheld('opinion') })] }),
  );
  return { files: await forgeExport(log), policy: log.policy, item, last };
}

/** With a list of pieces as a dossier has it, under manifests made anew. */
export function withPieces(files: Files, list: JsonObject): Files {
  const text = JSON.stringify(list);
  return sealBag(new Map(files).set('data/report/pieces.json', bytesOf(text)));
}
