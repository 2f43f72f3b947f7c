import { itemActsOf } from '../../../custody/examination/item-acts.js';
import type { ExaminationState } from '../../../custody/examination/state.js';
import type { JsonObject } from '../../../log/index.js';
import type { StagedAct } from '../../cast/stage.js';
import type { Packed, SealedPackage } from '../consignment.js';
import { coded } from '../items/demo-item.js';
import { DemoError } from '../narrator.js';
import type { Play } from '../play.js';
import { resealing } from '../sealing.js';
import { issueSeals } from '../seals.js';
import type { Setting } from '../setting.js';
import { aguelhokCaseFile } from './aguelhok-incident.js';
import { placing } from './headquarters-store.js';
import { act, foundByReception, type Laboratory, reviewed, reviewer } from './laboratory-acts.js';
import {
  backToReception,
  backToStore,
  examiner,
  laboratoryPlace,
  openedByExaminer,
  reception,
  toExaminer,
  toLaboratory,
} from './laboratory-custody.js';
import { report } from './laboratory-report.js';
import type { ReleasedReport } from './release.js';

const request = 'DEMO-EXAMINATION-1';

/** The remains of the vehicle under their seal and the casings found as shrapnel, examined and brought back (L3): what was found can be released. */
export async function playLaboratory(
  play: Play,
  setting: Setting,
  incident: string,
  remains: SealedPackage,
  casings: Packed,
): Promise<ReleasedReport> {
  play.narrator.heading({ en: 'In the laboratory', fr: 'Au laboratoire' });
  const [vehicle] = remains.items;
  const [lot] = casings.items;
  if (vehicle === undefined || lot === undefined) throw new DemoError('there is nothing to examine');
  const lab: Laboratory = { play, id: play.newId(request), items: [vehicle, lot] };
  await ask(lab, setting, incident);
  await receive(lab, setting, [remains, casings]);
  const resealed = await examine(lab, remains);
  const version = await report(lab);
  await bringBack(lab, setting, [resealed, casings]);
  return { examination: lab.id, version, itemActs: await actsOfReport(lab, version) };
}

/** The acts on items that the report consists of, as the record of the examination lists them (GATE-6). */
async function actsOfReport({ play, id }: Laboratory, version: string): Promise<readonly string[]> {
  const service = await play.stage.readingAs('DEMO-CASE-1');
  const { state } = (await service.get(`/v1/examinations/${id}`)) as unknown as {
    readonly state: ExaminationState;
  };
  return itemActsOf(state.itemActs ?? [], version);
}

function question(exams: readonly (readonly [string, boolean])[], certificate: string | null): JsonObject {
  return {
    question: 'DEMO: are there marks of persons, and what else does it tell?',
    exams: exams.map(([code, destructive]) => ({ type: coded(code), destructive })),
    priorExams: 'DEMO: none known',
    hazard: certificate === null ? null : 'DEMO: remains of a device',
    certificates: certificate === null ? [] : [certificate],
    precautions: [coded('GLOVES_CHANGED')],
  };
}

/** E30, GATE-5. */
async function ask(lab: Laboratory, { laboratory, mission }: Setting, incident: string): Promise<void> {
  const { play, items } = lab;
  const members: JsonObject = {
    number: request,
    requestingUnit: mission,
    contact: 'DEMO: case officer, extension 0',
    incident,
    offence: 'DEMO',
    circumstances: 'DEMO',
    laboratory,
    level: 'L2',
    urgency: coded('ROUTINE'),
    courtDate: null,
    due: play.inDays(20).slice(0, 10),
    returnTo: 'DEMO-HQ-STORE',
  };
  const ofVehicle = question(
    [
      ['PRINTS_CYANOACRYLATE', false],
      ['SERIAL_RESTORATION', true],
    ],
    `${items[0].label}-CERTIFICATE`,
  );
  const asking = (exams: readonly (readonly [string, boolean])[]) =>
    act(lab, ['examination.requested', 'evidence.examination-requested'], 'DEMO-CASE-1/CASE', members, [
      ofVehicle,
      question(exams, null),
    ]);
  await play.isStopped(
    {
      en: 'The casings are to be compared before anybody looks for prints.',
      fr: 'Les douilles seraient comparées avant toute recherche de traces papillaires.',
    },
    'examination.exam-order',
    asking([
      ['CASE_COMPARISON', false],
      ['PRINTS_POWDER', false],
    ]),
  );
  await play.does(
    {
      en: 'The case officer asks the laboratory: traces first, then handling, what alters the item last.',
      fr: "L'officier chargé de l'affaire saisit le laboratoire : les traces d'abord, puis les manipulations, ce qui altère la pièce en dernier.",
    },
    asking([
      ['PRINTS_POWDER', false],
      ['CASE_COMPARISON', false],
    ]),
  );
}

/** E31, SD-3. */
async function receive(lab: Laboratory, setting: Setting, packages: readonly Packed[]): Promise<void> {
  const { play, items } = lab;
  await play.does(
    {
      en: 'The headquarters custodian hands both items to the reception of the laboratory.',
      fr: 'Le gardien du quartier général remet les deux pièces à la réception du laboratoire.',
    },
    ...toLaboratory(play, setting, packages, 'DEMO-MANIFEST-LAB'),
  );
  await play.does(
    {
      en: 'Reception compares seal, count and condition, and takes them under its own number.',
      fr: 'La réception compare scellé, nombre et état, et les enregistre sous son propre numéro.',
    },
    act(
      lab,
      ['examination.accepted', 'evidence.examination-accepted'],
      reception,
      {
        laboratoryNumber: 'DEMO-LAB-1',
        broughtBy: 'DEMO: headquarters custodian',
        capacity: 'DEMO reception',
      },
      foundByReception(packages),
    ),
  );
  const assignment = (reviewing: string): StagedAct => ({
    subject: `examination/${lab.id}`,
    type: 'examination.assigned',
    by: reviewer,
    body: play.form('examination.assigned', laboratoryPlace, {
      examiner: play.officer('DEMO-LABX-1'),
      reviewer: play.officer(reviewing),
      due: play.inDays(10).slice(0, 10),
    }),
  });
  await play.isStopped(
    {
      en: 'DEMO-LABX-1, who may review too, is to review his own examination.',
      fr: 'DEMO-LABX-1, qui peut aussi vérifier, vérifierait son propre examen.',
    },
    'examination.examiner-reviews',
    assignment('DEMO-LABX-1'),
  );
  await play.does(
    {
      en: 'Examiner and technical reviewer are two; the examiner takes the items out of the reception.',
      fr: "Examinateur et vérificateur technique sont deux ; l'examinateur prend les pièces à la réception.",
    },
    assignment('DEMO-LABV-1'),
    ...items.map(item => toExaminer(play, item)),
  );
}

/** E32, E24, E25. */
async function examine(lab: Laboratory, remains: SealedPackage): Promise<SealedPackage> {
  const { play } = lab;
  const stock = play.newId('DEMO-SEAL-STOCK-LAB');
  await play.does(
    {
      en: `The examiner opens seal ${remains.sealNumber} before a witness, with seals of his own at hand.`,
      fr: `L'examinateur ouvre le scellé ${remains.sealNumber} devant témoin, muni de ses propres scellés.`,
    },
    issueSeals(play, stock, 'DEMO-LABX-1', 'DEMO-L-', 'DEMO-HQC-1/HQC'),
    openedByExaminer(play, remains, request),
  );
  await play.does(
    {
      en: 'That a surface is etched is approved beforehand, by the case officer with the technical reviewer.',
      fr: "L'attaque chimique d'une surface est approuvée au préalable, par l'officier chargé de l'affaire avec le vérificateur technique.",
    },
    act(
      lab,
      ['examination.destruction-approved', 'evidence.destruction-approved'],
      'DEMO-CASE-1/CASE',
      { capacity: 'DEMO case officer', reviewerCapacity: 'DEMO technical reviewer', grounds: 'DEMO' },
      [
        {
          exam: coded('SERIAL_RESTORATION'),
          lost: 'DEMO: the surface where the number stood',
          atMost: null,
          kept: 'DEMO: photographed before; the rest stays as it is',
          notified: 'DEMO: the legal officer',
        },
        null,
      ],
      reviewed,
    ),
  );
  const after: SealedPackage = { ...remains, sealNumber: 'DEMO-L-0001' };
  const sealer = { by: examiner, witness: reviewer, stock, place: laboratoryPlace, case: aguelhokCaseFile };
  await play.does(
    {
      en: `After the examination it is sealed again: DEMO-L-0001 follows ${remains.sealNumber}.`,
      fr: `Après l'examen, elle est de nouveau scellée : DEMO-L-0001 fait suite à ${remains.sealNumber}.`,
    },
    resealing(play, sealer, remains, after, 'NEITHER'),
  );
  return after;
}

/** E28, L3: back through the reception to the store, and to their shelves. */
async function bringBack(
  { play, items }: Laboratory,
  setting: Setting,
  packages: readonly Packed[],
): Promise<void> {
  await play.does(
    {
      en: 'Both items go back to the reception, and from there to the store.',
      fr: 'Les deux pièces retournent à la réception, et de là au dépôt.',
    },
    ...items.map((item, at) => backToReception(play, item, packages[at]?.sealNumber ?? null)),
    ...backToStore(play, setting, packages, 'DEMO-MANIFEST-LAB-BACK'),
    ...items.map(item => placing(play, setting.headquarters, item)),
  );
}
