import type { StagedAct } from '../../src/cli/cast/stage.js';
import { aguelhokCaseFile } from '../../src/cli/demo/chapters/aguelhok-incident.js';
import {
  act,
  foundByReception,
  type Laboratory,
  reviewed,
  reviewer,
} from '../../src/cli/demo/chapters/laboratory-acts.js';
import {
  examiner,
  laboratoryPlace,
  openedByExaminer,
  reception,
  toExaminer,
  toLaboratory,
} from '../../src/cli/demo/chapters/laboratory-custody.js';
import { liftTaken } from '../../src/cli/demo/chapters/laboratory-lift.js';
import type { ReleasedReport } from '../../src/cli/demo/chapters/release.js';
import type { Packed, SealedPackage } from '../../src/cli/demo/consignment.js';
import { coded, type RegisteredItem } from '../../src/cli/demo/items/demo-item.js';
import type { Play } from '../../src/cli/demo/play.js';
import { resealing } from '../../src/cli/demo/sealing.js';
import { issueSeals } from '../../src/cli/demo/seals.js';
import type { Setting } from '../../src/cli/demo/setting.js';
import { itemActsOf } from '../../src/custody/examination/item-acts.js';
import type { ExaminationState } from '../../src/custody/examination/state.js';
import type { JsonObject } from '../../src/log/index.js';

const number = 'DEMO-EXAMINATION-9';

/** What the acts below say in the fields of form D5: each text once, so that it is found where it belongs or not at all. */
export const said = {
  contact: 'DEMO-SAID-CONTACT',
  offence: 'DEMO-SAID-OFFENCE',
  circumstances: 'DEMO-SAID-CIRCUMSTANCES',
  returnTo: 'DEMO-SAID-RETURN',
  courtDate: '2021-09-17',
  questions: ['DEMO-SAID-QUESTION-VEHICLE', 'DEMO-SAID-QUESTION-CASINGS'],
  priorExams: ['DEMO-SAID-PRIOR-VEHICLE', 'DEMO-SAID-PRIOR-CASINGS'],
  hazard: 'DEMO-SAID-HAZARD',
  lost: 'DEMO-SAID-LOST',
  kept: 'DEMO-SAID-KEPT',
  approvedBy: ['DEMO-SAID-APPROVER', 'DEMO-SAID-SECOND-APPROVER'],
  laboratoryNumber: 'DEMO-SAID-LABORATORY-NUMBER',
  broughtBy: 'DEMO-SAID-BROUGHT-BY',
  conditions: ['DEMO-SAID-CONDITION-VEHICLE', 'DEMO-SAID-CONDITION-CASINGS'],
  report: 'DEMO-SAID-REPORT',
  quality: 'DEMO-SAID-QUALITY',
  summary: 'DEMO-SAID-RESUME',
  methods: ['DEMO-SAID-METHOD-PRINTS', 'DEMO-SAID-METHOD-NUMBER'],
  instruments: ['DEMO-SAID-INSTRUMENT-PRINTS', 'DEMO-SAID-INSTRUMENT-NUMBER'],
  limits: ['DEMO-SAID-LIMITS-PRINTS', 'DEMO-SAID-LIMITS-NUMBER'],
  findings: ['DEMO-SAID-CONSTATATION-TRACES', 'DEMO-SAID-CONSTATATION-NUMERO'],
  opinion: 'DEMO-SAID-AVIS',
  trace: 'DEMO-SAID-TRACE',
  omitted: 'DEMO-SAID-NOT-MADE',
  notExamined: 'DEMO-SAID-NOT-EXAMINED',
  noSeal: 'DEMO-SAID-NO-SEAL',
  altered: 'DEMO-SAID-ALTERED',
  residue: 'DEMO-SAID-RESIDUE',
  examiner: 'DEMO-SAID-EXAMINER',
  reviewer: 'DEMO-SAID-REVIEWER',
  changed: 'DEMO-SAID-CHANGED',
  changedWhy: 'DEMO-SAID-CHANGED-WHY',
} as const;

/** What was signed when, and the numbers that the log gave. */
export interface PlayedExamination {
  readonly report: ReleasedReport;
  readonly vehicle: RegisteredItem;
  readonly casings: RegisteredItem;
  readonly lift: RegisteredItem;
  /** Unix time in milliseconds. */
  readonly at: Readonly<Record<'requested' | 'received' | 'issued' | 'amended', number>>;
  readonly seals: { readonly opened: string; readonly resealed: string };
}

/** An examination in which no field of form D5 is left empty: one item examined, one not, a lift taken, a report amended. */
export async function playExaminationInFull(
  play: Play,
  setting: Setting,
  incident: string,
  remains: SealedPackage,
  casesShrapnel: Packed,
): Promise<PlayedExamination> {
  const [vehicle] = remains.items;
  const [casings] = casesShrapnel.items;
  if (vehicle === undefined || casings === undefined) throw new Error('there is nothing to examine');
  const lab: Laboratory = { play, id: play.newId(number), items: [vehicle, casings] };
  const { stage } = play;
  const signed = async (acts: () => readonly StagedAct[]) => {
    play.clock.pass(7);
    const at = play.clock.now;
    return { at, ids: await stage.require(acts()) };
  };
  const requested = await signed(() => [asked(lab, setting, incident)]);
  await signed(() => toLaboratory(play, setting, [remains, casesShrapnel], 'DEMO-MANIFEST-LAB-9'));
  const received = await signed(() => [accepted(lab, [remains, casesShrapnel])]);
  await signed(() => [assigned(lab), ...lab.items.map(item => toExaminer(play, item))]);
  const stock = play.newId('DEMO-SEAL-STOCK-LAB-9');
  await signed(() => [
    issueSeals(play, stock, 'DEMO-LABX-1', 'DEMO-L-', 'DEMO-HQC-1/HQC'),
    openedByExaminer(play, remains, number),
  ]);
  await signed(() => [approved(lab)]);
  const { lift, taking } = await liftTaken(play, vehicle, lab.id);
  await signed(() => [taking]);
  const after: SealedPackage = { ...remains, sealNumber: 'DEMO-L-0001' };
  const sealer = { by: examiner, witness: reviewer, stock, place: laboratoryPlace, case: aguelhokCaseFile };
  await signed(() => [resealing(play, sealer, remains, after, 'NEITHER')]);
  const seals = { opened: remains.sealNumber, resealed: after.sealNumber };
  const issued = await signed(() => [reported(lab, seals, lift.id, 1)]);
  const amended = await signed(() => [reported(lab, seals, lift.id, 2)]);
  const [version = ''] = amended.ids;
  const service = await stage.readingAs('DEMO-CASE-1');
  const { state } = (await service.get(`/v1/examinations/${lab.id}`)) as unknown as {
    readonly state: ExaminationState;
  };
  const report = { examination: lab.id, version, itemActs: itemActsOf(state.itemActs ?? [], version) };
  const at = { requested: requested.at, received: received.at, issued: issued.at, amended: amended.at };
  return { report, vehicle, casings, lift, at, seals };
}

function asked(lab: Laboratory, { laboratory, mission }: Setting, incident: string) {
  const { play, items } = lab;
  const question = (at: number, exams: readonly string[], hazard: JsonObject): JsonObject => ({
    question: said.questions[at] ?? '',
    exams: exams.map(code => ({ type: coded(code), destructive: code === 'SERIAL_RESTORATION' })),
    priorExams: said.priorExams[at] ?? '',
    ...hazard,
    precautions: [coded('GLOVES_CHANGED')],
  });
  const members: JsonObject = {
    ...{ number, requestingUnit: mission, contact: said.contact, incident },
    ...{ offence: said.offence, circumstances: said.circumstances, laboratory, level: 'L2' },
    ...{ urgency: coded('COURT_DATE'), courtDate: said.courtDate, due: play.inDays(20).slice(0, 10) },
    returnTo: said.returnTo,
  };
  const certificates = [`${items[0].label}-CERTIFICATE`];
  const types = ['examination.requested', 'evidence.examination-requested'] as const;
  return act(lab, types, 'DEMO-CASE-1/CASE', members, [
    question(0, ['PRINTS_CYANOACRYLATE', 'MARK_IDENTIFICATION', 'SERIAL_RESTORATION'], {
      hazard: said.hazard,
      certificates,
    }),
    question(1, ['PRINTS_POWDER'], { hazard: null, certificates: [] }),
  ]);
}

function accepted(lab: Laboratory, packages: readonly Packed[]) {
  const members = {
    ...{ laboratoryNumber: said.laboratoryNumber, broughtBy: said.broughtBy, capacity: 'DEMO reception' },
  };
  const found = foundByReception(packages).map((line, at) => ({
    ...line,
    condition: said.conditions[at] ?? '',
  }));
  const types = ['examination.accepted', 'evidence.examination-accepted'] as const;
  return act(lab, types, reception, members, found);
}

function assigned({ play, id }: Laboratory) {
  const body = play.form('examination.assigned', laboratoryPlace, {
    examiner: play.officer('DEMO-LABX-1'),
    reviewer: play.officer('DEMO-LABV-1'),
    due: play.inDays(10).slice(0, 10),
  });
  return { subject: `examination/${id}`, type: 'examination.assigned', by: reviewer, body };
}

function approved(lab: Laboratory) {
  const [capacity, reviewerCapacity] = said.approvedBy;
  const types = ['examination.destruction-approved', 'evidence.destruction-approved'] as const;
  const line = { exam: coded('SERIAL_RESTORATION'), lost: said.lost, atMost: null, kept: said.kept };
  return act(
    lab,
    types,
    'DEMO-CASE-1/CASE',
    { capacity, reviewerCapacity, grounds: 'DEMO' },
    [{ ...line, notified: 'DEMO' }, null],
    reviewed,
  );
}

/** Version 1, of both items; version 2 says of the first the same again. */
function reported(lab: Laboratory, seals: PlayedExamination['seals'], lift: string, version: 1 | 2) {
  const first = version === 1;
  const cover: JsonObject = {
    ...{ report: said.report, version, languages: ['FR', 'EN'] },
    classification: {
      ...{ level: 'CONFIDENTIAL', originator: 'DEMO-LABORATORY', caveats: [] },
      ...{ reason: 'DEMO', review: null },
    },
    ...{ capacity: said.examiner, reviewerCapacity: said.reviewer, quality: said.quality },
    ...{ summary: { en: 'DEMO', fr: said.summary }, deviceDetail: null },
    ...(first ? {} : { change: { what: said.changed, why: said.changedWhy } }),
  };
  const rest = {
    ...{ photographs: [], marks: [], headstamp: null, construction: null, interpretation: null },
  };
  const day = lab.play.inDays(0).slice(0, 10);
  const ofVehicle: JsonObject = {
    ...{ ...rest, examined: true, notExamined: null, exams: [prints(day), numberRestored(day)] },
    omitted: [{ type: coded('MARK_IDENTIFICATION'), result: 'NOT_EXAMINED', reason: said.omitted }],
    seals: { ...seals, note: null },
    alteration: { kind: 'ALTERED', text: said.altered, residue: said.residue },
    derived: [lift],
  };
  const ofCasings: JsonObject = {
    ...{ ...rest, examined: false, notExamined: said.notExamined, exams: [] },
    omitted: [{ type: coded('PRINTS_POWDER'), result: 'NOT_EXAMINED', reason: said.notExamined }],
    seals: { opened: null, resealed: null, note: said.noSeal },
    ...{ alteration: { kind: 'NOTHING', text: null, residue: null }, derived: [] },
  };
  const types = first
    ? (['examination.result-issued', 'evidence.result-issued'] as const)
    : (['examination.result-amended', 'evidence.result-amended'] as const);
  return act(lab, types, examiner, cover, [ofVehicle, first ? ofCasings : null], reviewed);
}

function prints(performedOn: string): JsonObject {
  return {
    ...{ type: coded('PRINTS_CYANOACRYLATE'), destructive: false, performedOn, method: said.methods[0] },
    ...{ instrument: said.instruments[0], limits: said.limits[0], result: 'INCONCLUSIVE' },
    ...{ finding: { en: 'DEMO', fr: said.findings[0] }, opinion: { en: 'DEMO', fr: said.opinion } },
    ...{ comparedWith: [], files: [] },
    traces: [{ reference: said.trace, kind: coded('FINGER_MARK'), place: 'DEMO' }],
  };
}

function numberRestored(performedOn: string): JsonObject {
  return {
    ...{ type: coded('SERIAL_RESTORATION'), destructive: true, performedOn, method: said.methods[1] },
    ...{ instrument: said.instruments[1], limits: said.limits[1], result: 'NOTHING_FOUND' },
    ...{ finding: { en: 'DEMO', fr: said.findings[1] }, opinion: null },
    ...{ comparedWith: [], traces: [], files: [] },
  };
}
