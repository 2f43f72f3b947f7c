import { act, type Laboratory, reviewed } from '../../src/cli/demo/chapters/laboratory-acts.js';
import { examiner } from '../../src/cli/demo/chapters/laboratory-custody.js';
import type { ReleasedReport } from '../../src/cli/demo/chapters/release.js';
import { coded, marksAsRead } from '../../src/cli/demo/items/demo-item.js';
import { resultOfCasings, resultOfRemains } from '../../src/cli/demo/items/laboratory.js';
import { itemActsOf } from '../../src/custody/examination/item-acts.js';
import type { ExaminationState } from '../../src/custody/examination/state.js';
import type { JsonObject } from '../../src/log/index.js';
import { readAs } from './reading.js';
import type { TestStage } from './test-stage.js';

const sharedMark = 'DEMO-WORKS-READ';

/** What the laboratory says of how a device is made: on no paper and in no dossier. */
export const deviceDetail = 'DEMO-CONSTRUCTION-DETAIL';

/** The members of form D5 that D2, V2 and V5 name, in French, as the records below have them. */
export const recordedRows = {
  'Marks as read (RQ-11)': [
    'Nature du marquage : Poinçon de fabrique (FACTORY)',
    sharedMark,
    'Face et emplacement sur la pièce : DEMO: lid, inside',
    'A-t-il été effacé ? Non effacé (NOT_OBLITERATED)',
  ],
  'Headstamp (V5)': [
    'Position horaire : 12 heures (CLOCK_12)',
    'Caractères tels que lus : D□M',
    'Symbole : Étoile (STAR)',
    "Forme de l'année : Deux chiffres (TWO_DIGITS)",
    "Matière de l'étui : Acier laqué (LACQUERED_STEEL) – DEMO: green lacquer",
    "Couleur de l'anneau d'amorce : DEMO: orange",
  ],
  'Labels of a device (V2)': [
    'Catégorie selon le déclenchement : Déclenché par la victime (VICTIM_OPERATED)',
    'Composant : Conteneur (CONTAINER)',
    'Éléments aggravants 1/1 : Fragmentation ajoutée (FRAGMENTATION)',
    'État : A fonctionné (FUNCTIONED)',
  ],
  'Interpretation (D2, V4)': [
    'Marque ou fabricant : DEMO-MAKER',
    'Calibre : Tel qu’écrit : 7.62 x 39 ; Calibre : 7,62x39 mm (7.62x39)',
    'Année de production : 1974',
    'Degré de confiance : Moyenne (MODERATE)',
    'Référence utilisée : DEMO-REFERENCE-WORK',
  ],
  'Photographs (RQ-12)': ['Vue rapprochée', 'DEMO-CAMERA'],
  'Traces, with their kind': ['DEMO-TRACE-1, Trace papillaire'],
  'Construction in detail': ["Construction détaillée de l'engin", 'le contenu n’est pas communiqué'],
  'From case to case (V7)': [
    'Non concluant (INCONCLUSIVE) – DEMO : le même marquage se lit sur les deux',
    'DEMO-COMPARISON-METHOD',
    'DEMO: two letters of five',
    'Degré de confiance : Faible (LOW)',
  ],
};

const nothingRecorded = { headstamp: null, construction: null, interpretation: null };

/**
 * The report of the story amended twice: the laboratory records what it read in the terms of the field, compares a mark of
 * two items, and says so in the version that follows.
 * @returns the last version, and the SHA-256 of the photographs that it names
 */
export async function recordAndCompare(
  testStage: TestStage,
  lab: Laboratory,
): Promise<{ readonly report: ReleasedReport; readonly photographs: readonly string[] }> {
  const { play, id } = lab;
  const photographs = [play.album.photograph('CLOSE'), play.album.photograph('MARK')];
  const day = play.inDays(0).slice(0, 10);
  const mark = marksAsRead([{ kind: 'FACTORY', text: sharedMark, place: 'DEMO: lid, inside' }]);
  const ofVehicle = {
    ...resultOfRemains(day, 'INCONCLUSIVE'),
    ...{ examined: true, notExamined: null, omitted: [], derived: [], ...nothingRecorded, marks: mark },
    ...{ construction, photographs },
    seals: { opened: 'DEMO-0007', resealed: 'DEMO-L-0001', note: null },
  };
  const ofCasings = {
    ...resultOfCasings(day, [lab.items[0].id]),
    ...{ examined: true, notExamined: null, omitted: [], derived: [], photographs: [], marks: mark },
    ...{ headstamp, construction: null, interpretation },
    seals: { opened: null, resealed: null, note: 'DEMO: it came under no seal' },
  };
  const [vehicle, casings] = lab.items;
  const compared = (other: string) => ({ kind: 'MARK', reference: sharedMark, with: [other] });
  await testStage.stage.require([
    amended(lab, 3, [ofVehicle, ofCasings]),
    act(
      lab,
      ['examination.traces-matched', 'evidence.traces-matched'],
      examiner,
      comparison,
      [compared(casings.id), compared(vehicle.id)],
      reviewed,
    ),
  ]);
  const [version = ''] = await testStage.stage.require([amended(lab, 4, [ofVehicle, null])]);
  const answer = await (await readAs(testStage, 'DEMO-CASE-1'))(`/v1/examinations/${id}`);
  const { state } = answer.json<{ state: ExaminationState }>();
  return {
    report: { examination: id, version, itemActs: itemActsOf(state.itemActs ?? [], version) },
    photographs: photographs.map(({ file }) => String((file as JsonObject).sha256)),
  };
}

function amended(lab: Laboratory, version: number, lines: readonly (JsonObject | null)[]) {
  const members: JsonObject = {
    ...{ report: 'DEMO-REPORT-1', version, languages: ['FR', 'EN'] },
    classification: {
      ...{ level: 'CONFIDENTIAL', originator: 'DEMO-LABORATORY', caveats: [], review: null },
      reason: 'DEMO: investigation under way',
    },
    ...{ capacity: 'DEMO examiner', reviewerCapacity: 'DEMO technical reviewer' },
    quality: 'DEMO: no accreditation is claimed',
    summary: { en: 'DEMO: recorded', fr: 'DEMO : consigné' },
    deviceDetail: { text: deviceDetail, files: [] },
    change: { what: 'DEMO: what was read is recorded', why: 'DEMO: it had been left out' },
  };
  const types = ['examination.result-amended', 'evidence.result-amended'] as const;
  return act(lab, types, examiner, members, lines, reviewed);
}

const headstamp: JsonObject = {
  characters: [
    { clock: coded('CLOCK_12'), text: 'D□M', symbol: null },
    { clock: coded('CLOCK_6'), text: null, symbol: coded('STAR') },
  ],
  yearForm: coded('TWO_DIGITS'),
  caseMaterial: { code: 'LACQUERED_STEEL', text: 'DEMO: green lacquer' },
  primerColour: { code: 'OTHER', text: 'DEMO: orange' },
};

const construction: JsonObject = {
  ...{ category: coded('VICTIM_OPERATED'), component: coded('CONTAINER'), componentState: null },
  ...{ switch: null, mainCharge: null, effect: null, enhancements: [coded('FRAGMENTATION')] },
  ...{ emplacement: null, status: coded('FUNCTIONED') },
};

const interpretation: JsonObject = {
  ...{ make: 'DEMO-MAKER', model: null, calibre: { written: '7.62 x 39', code: '7.62x39' }, serial: null },
  ...{ year: 1974, country: null, lot: null, confidence: 'MODERATE', reference: 'DEMO-REFERENCE-WORK' },
};

const comparison: JsonObject = {
  ...{ result: 'INCONCLUSIVE', method: 'DEMO-COMPARISON-METHOD', limits: 'DEMO: two letters of five' },
  confidence: 'LOW',
  statement: {
    en: 'DEMO: the same mark is read on both',
    fr: 'DEMO : le même marquage se lit sur les deux',
  },
  ...{ capacity: 'DEMO examiner', reviewerCapacity: 'DEMO technical reviewer' },
};
