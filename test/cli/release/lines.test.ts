import t, { type Test } from 'tap';
import { assessmentLines, previewLines, viewLines } from '../../../src/cli/release/preview-lines.js';
import { registerLines } from '../../../src/cli/release/register-lines.js';
import type { JsonObject } from '../../../src/log/index.js';
import { uuidOf } from '../../helpers/procedure.js';

const sha256 = 'a'.repeat(64);
const event = 'A'.repeat(43);

function fit(t: Test, lines: readonly string[], what: string): void {
  for (const line of lines) t.ok(line.length <= 80, `${what}: ${line}`);
}

t.test('RQ-65: the register reads on a terminal of 80 columns, in words', async t => {
  const row: JsonObject = {
    ...{ at: '2021-04-12T08:00:00.000Z', by: 'HANDOVER', number: '329J-1H4R-7QAX-W', piece: '' },
    ...{ releaseNumber: 'DEMO-RELEASE-1', capacity: 'OPJ', unit: uuidOf('DEMO-UNIT') },
    given: `transfer/${uuidOf('DEMO-T')}`,
    outcome: { stage: 'JOINED_TO_FILE', on: '2021-05-01' },
  };
  for (const [language, told] of [
    ['en', ['handed over', 'Outcome: Joined to the file (JOINED_TO_FILE), 2021-05-01']],
    ['fr', ['remise', 'Suites : Versé au dossier (JOINED_TO_FILE), 2021-05-01']],
  ] as const) {
    const lines = registerLines(row, language);
    fit(t, lines, language);
    for (const words of [...told, String(row.given)]) t.match(lines.join('\n'), words);
  }
  t.match(registerLines({ ...row, outcome: null }, 'fr').join('\n'), 'Suites : non communiquées');
});

t.test('RQ-67: what would leave reads on a terminal of 80 columns, in words', async t => {
  const act = { leaf: 7, type: 'evidence.result-issued', at: '2021-04-02T05:30:00.000Z' };
  const words = 'DEMO-METHOD with words enough to go beyond the end of one line of a terminal';
  const method: JsonObject = {
    ...{ label: { en: 'Method', fr: 'Méthode' }, told: { en: words, fr: words }, value: words },
    said: [7, 9].map(leaf => ({ leaf, pointer: '/exams/0/method' })),
  };
  const remark: JsonObject = {
    ...{ label: { en: 'Remark', fr: 'Remarque' }, told: { en: 'DEMO-R', fr: 'DEMO-R' }, value: 'DEMO-R' },
    said: [{ leaf: 7, pointer: '/remark' }],
  };
  const redactions = [{ what: 'DEMO: the place', ground: 'PROTECTION_OF_PERSONS', why: 'DEMO' }];
  const preview: JsonObject = {
    ...{ number: 'DEMO-RELEASE-1', decided: true },
    beside: {
      ...{ acts: 812, claimsWithheld: 97, subjectsNotShown: 2 },
      subjects: [{ subject: `transfer/${uuidOf('DEMO-T')}`, acts: [act], open: [method, remark] }],
    },
    pieces: [
      {
        ...{ place: 1, number: '329J-1H4R-7QAX-W', as: 'ORIGINAL', status: 'CLEARED_WITH_CONDITIONS' },
        ...{
          classification: 'STRICTLY_CONFIDENTIAL',
          acts: [act],
          open: [method],
          claimsWithheld: 12,
          filesLeft: 3,
        },
        ...{ files: [sha256], left: [{ sha256, why: 'NOT_RELEASED' }], redactions },
      },
    ],
    recipientQuestions: [],
    classification: { after: null, highest: 'CONFIDENTIAL' },
  };
  const view = { kind: 'HRDDP', view: 'NO_OBJECTION', date: '2021-04-02', event };
  const assessment = { reference: 'DEMO-HRDDP-1', risk: 'MEDIUM', reviewOn: '2021-12-31', event };
  for (const [language, told] of [
    [
      'en',
      ['DEMO-RELEASE-1: granted', 'original, cleared with conditions', '(NOT_RELEASED)', 'No objection'],
    ],
    ['fr', ['DEMO-RELEASE-1 : accordée', 'autorisée sous conditions', '(NOT_RELEASED)', 'risque : Moyen']],
  ] as const) {
    const lines = [
      ...previewLines(preview, language),
      ...viewLines([view], language),
      ...assessmentLines(assessment, language),
    ];
    fit(t, lines, language);
    for (const words of told) t.match(lines.join('\n').toLowerCase(), words.toLowerCase());
    t.match(lines.join('\n'), event, 'a decision names a view by its act');
    const open = language === 'fr' ? /Méthode : DEMO-METHOD/g : /Method: DEMO-METHOD/g;
    t.equal(lines.join('\n').match(open)?.length, 1, 'what was said of a piece is not said again');
    t.match(lines.join('\n'), language === 'fr' ? 'Aussi dit plus haut : 1' : 'Also said above: 1');
    t.match(lines.join('\n'), /2021-04-02 05:30 {2}\p{L}/u, 'under the act that says it, with its time');
    t.match(lines.join('\n'), 'DEMO-R');
    t.match(
      lines.join('\n'),
      language === 'fr' ? /n'en lisez pas les actes : 2/ : /may not read their acts: 2/,
    );
  }
});
