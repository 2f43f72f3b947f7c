import { createHash } from 'node:crypto';
import t from 'tap';
import type { JsonObject } from '../../src/log/index.js';
import { bytesOf } from '../helpers/bag-files.js';
import { examinationSubject, made, resultIssuedBody, resultOfItem } from '../helpers/bodies/examination.js';
import { holdSubject, placedBody } from '../helpers/bodies/hold.js';
import { documentOf, informationBody, informationSubject } from '../helpers/bodies/information.js';
import { releaseDecidedBody, releaseRequestedBody, releaseSubject } from '../helpers/bodies/release.js';
import { requestBody, requestSubject } from '../helpers/bodies/request.js';
import { skipWithoutChromium } from '../helpers/chromium.js';
import { forgeExport } from '../helpers/forged-export.js';
import { uuid } from '../helpers/forged-log.js';
import { collectItem, foundedLog } from '../helpers/forged-story.js';
import { VerifierPage } from '../helpers/verifier-page.js';
import { zipFiles } from '../helpers/zip-files.js';

t.setTimeout(600_000);

const at = '2021-04-06T08:00:00Z';
const { log, cast } = await foundedLog();
const item = await collectItem(log, cast);
const say = (subject: string, type: string, form: number, body: JsonObject) =>
  log.append({ by: cast.collector, role: 'WIT', subject, type, body, payload: { form } });
/** What stands in the place of a withheld value that nobody handed over. */
const withheld = (name: string) => ({ _sd: createHash('sha256').update(name).digest('base64url') });

await say(requestSubject, 'request.registered', 1, requestBody(uuid()));
await say(releaseSubject, 'release.requested', 3, releaseRequestedBody(uuid(), at));
await say(
  releaseSubject,
  'release.decided',
  3,
  releaseDecidedBody(at, {
    outcome: 'GRANTED_WITH_CONDITIONS',
    conditions: [{ kind: 'RETURN', text: 'DEMO: to be given back' }],
    redactions: [
      { piece: item, file: null, what: 'DEMO line', ground: 'PERSONAL_DATA', why: 'DEMO third person' },
    ],
  }),
);
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
await say(holdSubject, 'hold.placed', 1, { ...placedBody(at), reason: withheld('reason') });
await say(examinationSubject, 'examination.result-issued', 1, resultIssuedBody(at));
await say(
  item,
  'evidence.result-issued',
  1,
  resultOfItem({ exams: [made('FINGERPRINTS', { opinion: withheld('opinion') })] }),
);

const zip = { name: 'dossier.zip', bytes: await zipFiles(await forgeExport(log), 6) };
const policy = { name: 'policy.txt', bytes: bytesOf(log.policy) };

t.test(
  'release with its conditions, request, information, hold and examination are shown, and what is withheld is counted',
  { skip: skipWithoutChromium },
  async t => {
    const verifier = await VerifierPage.open(t, { locale: 'fr' });
    const { page } = verifier;
    t.match(await verifier.verify({ zip, policy }), { verdict: 'ok', failed: null });
    const opened = async (list: string) => {
      const place = page.locator(`${list} > li`);
      await place.locator('button[aria-expanded]').click();
      await place.locator('.acts').waitFor();
      return (await place.textContent()) ?? '';
    };
    const release = await opened('#matters-release');
    t.match(release, /2 actes/);
    t.match(release, 'Accordée sous conditions');
    t.match(release, 'Restitution – DEMO: to be given back');
    t.match(release, 'DEMO line – Données personnelles de tiers – DEMO third person');
    t.match(await opened('#matters-request'), 'Autorité requérante');
    const information = await opened('#matters-information');
    t.match(information, /1 acte · 2 éléments sont réservés/);
    t.match(information, /Auteur, une autre personneréservé/);
    const hold = await opened('#matters-hold');
    t.match(hold, /1 élément est réservé/);
    t.match(hold, 'Motifréservé');
    t.match(await opened('#matters-examination'), /Rapport .*, version 1/);
    const result = await opened('.items:not([id])');
    t.match(result, /Résultat de laboratoire \(feuille \d+\)/);
    t.match(result, /constatations : DEMO/);
    t.match(result, 'avis : réservé');
    t.same(verifier.strayed, []);
  },
);
