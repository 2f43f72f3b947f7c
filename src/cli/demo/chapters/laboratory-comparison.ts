import { isJsonObject, type JsonObject } from '../../../log/index.js';
import type { StagedAct } from '../../cast/stage.js';
import type { SealedPackage } from '../consignment.js';
import { coded, type RegisteredItem } from '../items/demo-item.js';
import { resultOfBarrel, trace } from '../items/laboratory.js';
import { DemoError } from '../narrator.js';
import type { Play } from '../play.js';
import { pack, resealing, type Sealer, sealing } from '../sealing.js';
import { issueSeals } from '../seals.js';
import type { Setting } from '../setting.js';
import type { Ber } from './ber.js';
import { placing } from './headquarters-store.js';
import { act, type Examination, foundByReception, reviewed, reviewer } from './laboratory-acts.js';
import {
  backToReception,
  backToStore,
  examiner,
  laboratoryPlace,
  openedByExaminer,
  reception,
  takenToReception,
  toExaminer,
  toLaboratory,
} from './laboratory-custody.js';
import { liftTaken } from './laboratory-lift.js';

const request = 'DEMO-EXAMINATION-2';
const berCaseFile = 'DEMO-181027 Ber camp attack';

/**
 * V7: a barrel of Ber bears a mark that the remains of Aguelhok bear too. The register finds it; what it is, two officers
 * state.
 * @returns what was taken from the barrel, an item of its own (RQ-02)
 */
export async function compareCases(
  play: Play,
  setting: Setting,
  ber: Ber,
  remains: SealedPackage,
): Promise<RegisteredItem> {
  play.narrator.heading({ en: 'From case to case', fr: "D'une affaire à l'autre" });
  const sealed = ber.packages.find(({ items }) => items.some(({ label }) => label === 'DEMO-BER-BARREL-RED'));
  const [barrel] = sealed?.items ?? [];
  const [vehicle] = remains.items;
  if (sealed === undefined || barrel === undefined || vehicle === undefined)
    throw new DemoError('there is nothing to compare');
  const examination: Examination = { play, id: play.newId(request), items: [barrel] };
  await ask(examination, setting, ber.incident);
  await receive(examination, setting, sealed);
  const stock = play.newId('DEMO-SEAL-STOCK-LAB-2');
  const lifted = await examine(examination, sealed, stock);
  await compare(examination, vehicle, barrel);
  await bringBack(examination, setting, { sealed, stock, lifted });
  return lifted;
}

/** E30: a trace first, then what is only read. */
async function ask(
  examination: Examination,
  { laboratory, mission }: Setting,
  incident: string,
): Promise<void> {
  const { play } = examination;
  const members: JsonObject = {
    ...{ number: request, requestingUnit: mission, contact: 'DEMO: case officer, extension 0', incident },
    ...{ offence: 'DEMO', circumstances: 'DEMO', laboratory, level: 'L2', urgency: coded('ROUTINE') },
    ...{ courtDate: null, due: play.inDays(20).slice(0, 10), returnTo: 'DEMO-HQ-STORE' },
  };
  const exams = ['PRINTS_POWDER', 'MARK_IDENTIFICATION'].map(code => ({
    type: coded(code),
    destructive: false,
  }));
  await play.does(
    {
      en: 'The case officer asks whether the red barrel of Ber bears marks of persons, and what is written on it.',
      fr: "L'officier chargé de l'affaire demande si le fût rouge de Ber porte des traces papillaires, et ce qui y est inscrit.",
    },
    act(
      examination,
      ['examination.requested', 'evidence.examination-requested'],
      'DEMO-CASE-1/CASE',
      members,
      [
        {
          ...{ question: 'DEMO: marks of persons, and marks of a producer?', exams },
          ...{ priorExams: 'DEMO: none known', hazard: null, certificates: [] },
          precautions: [coded('GLOVES_CHANGED')],
        },
      ],
    ),
  );
}

/** E31, RQ-53: each hand it goes through has signed for it, inside the laboratory too. */
async function receive(examination: Examination, setting: Setting, sealed: SealedPackage): Promise<void> {
  const { play, id, items } = examination;
  await play.does(
    {
      en: 'Received under its seal, accepted, assigned, and taken out by the examiner.',
      fr: "Reçu sous scellé, accepté, attribué, et pris en charge par l'examinateur.",
    },
    ...toLaboratory(play, setting, [sealed], 'DEMO-MANIFEST-LAB-2'),
    act(
      examination,
      ['examination.accepted', 'evidence.examination-accepted'],
      reception,
      {
        laboratoryNumber: 'DEMO-LAB-2',
        broughtBy: 'DEMO: headquarters custodian',
        capacity: 'DEMO reception',
      },
      foundByReception([sealed]),
    ),
    {
      subject: `examination/${id}`,
      type: 'examination.assigned',
      by: reviewer,
      body: play.form('examination.assigned', laboratoryPlace, {
        examiner: play.officer('DEMO-LABX-1'),
        reviewer: play.officer('DEMO-LABV-1'),
        due: play.inDays(10).slice(0, 10),
      }),
    },
    ...items.map(item => toExaminer(play, item)),
  );
}

/** RQ-02, E33: the lift is an item of its own; marks are told as read, apart from what they may mean (RQ-11). */
async function examine(
  examination: Examination,
  sealed: SealedPackage,
  stock: string,
): Promise<RegisteredItem> {
  const { play, id } = examination;
  const [barrel] = sealed.items;
  if (barrel === undefined) throw new DemoError('the package is empty');
  await play.does(
    {
      en: `Seal ${sealed.sealNumber} is opened before a witness.`,
      fr: `Le scellé ${sealed.sealNumber} est ouvert devant témoin.`,
    },
    issueSeals(play, stock, 'DEMO-LABX-1', 'DEMO-M-', 'DEMO-HQC-1/HQC'),
    openedByExaminer(play, sealed, request),
  );
  const { lift, taking } = await liftTaken(play, barrel, id);
  await play.does(
    {
      en: 'A finger mark is lifted: the lift is an item of its own, with the barrel as its parent.',
      fr: 'Une trace papillaire est relevée : le relevé est une pièce à part entière, dont le fût est la pièce mère.',
    },
    taking,
  );
  await play.does(
    {
      en: "The report names the trace by the laboratory's reference and tells the marks as read; it identifies nobody.",
      fr: 'Le rapport désigne la trace par sa référence et donne les marquages tels que lus ; il n’identifie personne.',
    },
    act(
      examination,
      ['examination.result-issued', 'evidence.result-issued'],
      examiner,
      {
        ...{ report: 'DEMO-REPORT-2', version: 1, languages: ['FR', 'EN'] },
        classification: {
          ...{ level: 'CONFIDENTIAL', originator: 'DEMO-LABORATORY', caveats: [] },
          ...{ reason: 'DEMO: investigation under way', review: null },
        },
        ...{ capacity: 'DEMO examiner', reviewerCapacity: 'DEMO technical reviewer' },
        quality: 'DEMO: no accreditation is claimed',
        summary: {
          en: 'DEMO: one finger mark, two marks read',
          fr: 'DEMO : une trace papillaire, deux marquages lus',
        },
        deviceDetail: { text: 'DEMO: nothing on how a device is made', files: [] },
      },
      [
        {
          ...resultOfBarrel(play.inDays(0).slice(0, 10), lift.id, play.album.photograph('CLOSE')),
          seals: { opened: sealed.sealNumber, resealed: null, note: 'DEMO: resealed before it goes back' },
        },
      ],
      reviewed,
    ),
  );
  return lift;
}

/** V7, SD-3: what the register finds is worth a comparison, and nothing more until two officers have made it. */
async function compare(
  { play, id }: Examination,
  vehicle: RegisteredItem,
  barrel: RegisteredItem,
): Promise<void> {
  const before = await foundAgain(play);
  if (before.length !== 2) throw new DemoError('the same trace on two items is not found');
  play.narrator.say({
    en: `The register finds ${trace} on items of two incidents: ${vehicle.label} (Aguelhok) and ${barrel.label} (Ber). It says no more than that.`,
    fr: `Le registre trouve ${trace} sur des pièces de deux incidents : ${vehicle.label} (Aguelhok) et ${barrel.label} (Ber). Il n'en dit pas plus.`,
  });
  await play.does(
    {
      en: 'Examiner and reviewer compare both, and state what they found: inconclusive.',
      fr: "L'examinateur et le vérificateur comparent les deux et constatent : non concluant.",
    },
    comparison(play, id, vehicle, barrel),
  );
  const after = await foundAgain(play);
  if (after.some(({ compared }) => !Array.isArray(compared) || compared.length !== 1))
    throw new DemoError('the comparison does not stand with both items');
}

function comparison(play: Play, id: string, vehicle: RegisteredItem, barrel: RegisteredItem): StagedAct {
  const both: Examination = { play, id, items: [vehicle, barrel] };
  const line = (other: RegisteredItem): JsonObject => ({ kind: 'TRACE', reference: trace, with: [other.id] });
  return act(
    both,
    ['examination.traces-matched', 'evidence.traces-matched'],
    examiner,
    {
      ...{ result: 'INCONCLUSIVE', method: 'DEMO-METHOD', limits: 'DEMO: few features', confidence: 'LOW' },
      statement: {
        en: 'DEMO: similar, too few features for more',
        fr: 'DEMO : ressemblance, trop peu de points pour en dire plus',
      },
      ...{ capacity: 'DEMO examiner', reviewerCapacity: 'DEMO technical reviewer' },
    },
    [line(barrel), line(vehicle)],
    reviewed,
  );
}

/** The items under the trace, as the examiner is shown them. */
async function foundAgain(play: Play): Promise<readonly JsonObject[]> {
  const service = await play.stage.readingAs('DEMO-LABX-1');
  const { items } = await service.get('/v1/trace-matches?kind=TRACE');
  const [match] = Array.isArray(items) ? items.filter(isJsonObject) : [];
  return Array.isArray(match?.found) ? match.found.filter(isJsonObject) : [];
}

/** E25, E28: barrel and lift go back under seals of the laboratory. */
async function bringBack(
  { play, items }: Examination,
  setting: Setting,
  { sealed, stock, lifted }: { sealed: SealedPackage; stock: string; lifted: RegisteredItem },
): Promise<void> {
  const after: SealedPackage = { ...sealed, sealNumber: 'DEMO-M-0001' };
  const lift = pack(play, 'DEMO-M-0002', [lifted]);
  const sealer: Sealer = {
    by: examiner,
    witness: reviewer,
    stock,
    place: laboratoryPlace,
    case: berCaseFile,
  };
  await play.does(
    {
      en: 'Both are sealed by the examiner, come back to the reception, each by an act of its own, and to the store.',
      fr: "L'examinateur place les deux sous scellé ; ils reviennent à la réception, chacun par un acte, puis au dépôt.",
    },
    resealing(play, sealer, sealed, after, 'NEITHER'),
    sealing(play, sealer, lift, 'NEITHER'),
    ...items.map(item => backToReception(play, item, after.sealNumber)),
    ...takenToReception(play, [lift], 'DEMO-MANIFEST-LAB-LIFT'),
    ...backToStore(play, setting, [after, lift], 'DEMO-MANIFEST-LAB-BACK-2'),
    ...[...items, lifted].map(item => placing(play, setting.headquarters, item)),
  );
}
