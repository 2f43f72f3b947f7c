import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { releaseDecision, releaseRequest } from '../../src/cli/demo/chapters/release.js';
import type { Text } from '../../src/custody/text.js';
import { formatTime, type JsonObject } from '../../src/log/index.js';
import { skipWithout, textOf } from '../dossier/paper/print-example.js';
import { storyAtSector } from '../helpers/played-story.js';
import { circumstances } from '../helpers/procedure.js';
import { openTestSession, post, readAs } from '../helpers/reading.js';
import { createTestFolder } from '../helpers/test-folder.js';
import { unzip } from '../helpers/unzip.js';

t.setTimeout(600_000);

interface Queue {
  readonly items: readonly {
    readonly subject: string;
    readonly missing: readonly { readonly what: string; readonly about: string }[];
  }[];
}

t.test(
  'RQ-68: what the procedure asks with an international court is shown, answered, printed, and its answers stay here',
  { skip: skipWithout('pdftotext') },
  async t => {
    const { testStage, play, packed } = await storyAtSector(t);
    const { stage } = testStage;
    const packages = [packed.arms];
    const court = play.newId('DEMO-COURT');
    await stage.require([registered(court, play.inDays(-1).slice(0, 10)), assessed(court, play.inDays(-1))]);
    const release = { id: play.newId('DEMO-RELEASE-1'), number: 'DEMO-RELEASE-1' };
    await stage.require([...releaseRequest(play, release, court, packages)]);

    const legal = await readAs(testStage, 'DEMO-LEG-1');
    const previewed = await legal(`/v1/releases/${release.id}/preview`);
    const asked = previewed.json<{ recipientQuestions: Text[] }>().recipientQuestions;
    t.ok(asked.length >= 4, 'the preview tells what is to be answered');
    const { items } = (await legal('/v1/release-queue')).json<Queue>();
    const missing = items.find(({ subject }) => subject === `release/${release.id}`)?.missing ?? [];
    t.same(
      missing.filter(({ what }) => what === 'RECIPIENT_QUESTION').map(({ about }) => about),
      asked.map(({ en, fr }) => `${fr} / ${en}`),
    );

    const { assessment } = (await legal(`/v1/units/${court}`)).json<{
      state: { assessment: { event: string } };
    }>().state;
    const dueDiligence: JsonObject = {
      ...{ assessment: assessment.event, reference: 'DEMO-HRDDP-9', risk: 'DEMO', mitigation: 'DEMO' },
      reviewOn: '2021-12-31',
    };
    const decided = (recipientQuestions: JsonObject[]) =>
      releaseDecision(play, release.id, packages, {
        by: 'DEMO-HOM-1/HOM',
        changes: { dueDiligence, recipientQuestions },
      });
    const refused = await stage.attempt([decided([])]);
    t.match(refused, { kind: 'refused' });
    t.match(JSON.stringify(refused), 'release.recipient-question-not-answered');
    const answers = asked.map(({ en, fr }) => ({ question: { en, fr }, answer: 'DEMO-ANSWER-KEPT' }));
    await stage.require([decided(answers)]);

    const page = (await legal(`/v1/releases/${release.id}/decision`)).body;
    t.ok(page.includes('DEMO-ANSWER-KEPT'), 'form D6 prints the answers for who may see what is withheld');
    const outsider = (await (await readAs(testStage, 'DEMO-AUD-1'))(`/v1/releases/${release.id}/decision`))
      .body;
    t.notOk(outsider.includes('DEMO-ANSWER-KEPT'));
    const text = await printedDossier(release.id);
    for (const { fr } of asked) {
      // Longer ones are broken over the lines of their cell.
      const words = fr.split(' ').slice(0, 3).join(' ');
      t.ok(outsider.replaceAll('&#39;', "'").includes(fr), fr);
      t.ok(text.includes(words), `in the dossier: ${words}`);
    }
    t.notOk(text.includes('DEMO-ANSWER-KEPT'), 'and in the dossier they stay withheld');

    async function printedDossier(of: string): Promise<string> {
      const authorization = `Bearer ${await openTestSession(testStage, 'DEMO-CASE-1')}`;
      const order = { release: of, contents: 'ORIGINALS', number: 'DEMO-DOSSIER-9' };
      const made = await post(testStage.app, '/v1/dossiers', order, { authorization });
      t.equal(made.statusCode, 201, made.body);
      const { id, subject, missing: _1, cosigned: _2, stamped: _3, counts, ...stated } = made.json();
      const { filesMissing: _4, bytes: _5, ...counted } = counts;
      const body = { ...circumstances(formatTime(testStage.clock.now)), ...stated, counts: counted };
      await stage.require([{ subject, type: 'dossier.built', by: 'DEMO-CASE-1/CASE', body }]);
      const url = `/v1/dossiers/${id}/bag`;
      const bag = await unzip((await testStage.app.inject({ url, headers: { authorization } })).rawPayload);
      const path = join(await createTestFolder(t), 'dossier.pdf');
      await writeFile(path, bag.files.get('data/report/dossier.pdf') ?? Buffer.alloc(0));
      return (await textOf(path)).replaceAll(/[\s\u00a0\u202f]+/g, ' ');
    }
  },
);

function registered(id: string, validFrom: string) {
  return {
    subject: `unit/${id}`,
    type: 'unit.registered',
    by: 'DEMO-REG-1/REG',
    countersigned: ['DEMO-REG-2/REG as registrar'],
    body: {
      ...{ name: 'DEMO-COURT', code: 'DEMO-COURT', national: false, country: null },
      class: { code: 'INTERNATIONAL_COURT', text: null },
      ...{ validFrom, validUntil: null, basis: 'DEMO' },
    },
  };
}

function assessed(id: string, on: string) {
  return {
    subject: `unit/${id}`,
    type: 'unit.assessed',
    by: 'DEMO-HR-1/HR',
    body: {
      ...{ reference: 'DEMO-HRDDP-9', risk: 'LOW', mitigation: 'DEMO', document: null },
      ...{ assessedOn: on.slice(0, 10), reviewOn: '2021-12-31' },
    },
  };
}
