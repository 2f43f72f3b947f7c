import type { JsonObject } from '../../../log/index.js';
import { coded } from '../items/demo-item.js';
import { resultOfCasings, resultOfRemains, trace } from '../items/laboratory.js';
import { act, type Laboratory, reviewed } from './laboratory-acts.js';
import { examiner } from './laboratory-custody.js';

/**
 * E33, E34: negative and inconclusive results are results; a hit is a lead, never more.
 * @returns `event_id` of the last version
 */
export async function report(lab: Laboratory): Promise<string> {
  const { play, items } = lab;
  const day = play.inDays(0).slice(0, 10);
  const { result, amended } = reports(lab, day, items);
  await play.isStopped(
    {
      en: 'The report is issued without the technical reviewer.',
      fr: 'Le rapport serait établi sans le vérificateur technique.',
    },
    'countersignature.missing',
    result([]),
  );
  await play.does(
    {
      en: 'The examiner issues the report; of the casings a negative and an inconclusive result.',
      fr: "L'examinateur établit le rapport ; pour les douilles, un résultat négatif et un résultat non concluant.",
    },
    result(reviewed),
  );
  const [version = ''] = await play.does(
    {
      en: 'Version 2 says what it changes and why; version 1 stays.',
      fr: 'La version 2 dit ce qu’elle modifie et pourquoi ; la version 1 demeure.',
    },
    amended(),
  );
  await play.does(
    {
      en: 'What follows from a list is recorded as a lead: no status of anything changes.',
      fr: "Ce qui découle d'une liste est consigné comme piste : aucun statut ne change.",
    },
    act(
      lab,
      ['examination.lead-recorded', 'evidence.lead-recorded'],
      examiner,
      {
        source: coded('WARRANT_LIST'),
        list: 'DEMO-LIST-1',
        issuedBy: 'DEMO-STATE',
        reference: 'DEMO-WARRANT-1',
        confidence: 'LOW',
        statement: { en: 'DEMO: a lead, no more', fr: 'DEMO : une piste, sans plus' },
        capacity: 'DEMO examiner',
      },
      [{ trace }, null],
      reviewed,
    ),
  );
  return version;
}

function reports(lab: Laboratory, day: string, [vehicle, casings]: Laboratory['items']) {
  const cover = (version: number): JsonObject => ({
    report: 'DEMO-REPORT-1',
    version,
    languages: ['FR', 'EN'],
    classification: {
      level: 'CONFIDENTIAL',
      originator: 'DEMO-LABORATORY',
      caveats: [],
      reason: 'DEMO: investigation under way',
      review: null,
    },
    capacity: 'DEMO examiner',
    reviewerCapacity: 'DEMO technical reviewer',
    quality: 'DEMO: no accreditation is claimed',
    summary: { en: 'DEMO: nothing that identifies anybody', fr: 'DEMO : rien qui identifie qui que ce soit' },
    deviceDetail: null,
  });
  const rest = {
    examined: true,
    notExamined: null,
    headstamp: null,
    construction: null,
    interpretation: null,
  };
  const lists = { omitted: [], photographs: [], marks: [], derived: [] };
  const seals = {
    vehicle: { opened: 'DEMO-0007', resealed: 'DEMO-L-0001', note: null },
    casings: { opened: null, resealed: null, note: 'DEMO: it came under no seal' },
  };
  const ofCasings = { ...rest, ...lists, ...resultOfCasings(day, [vehicle.id]), seals: seals.casings };
  const ofVehicle = (found: string) => ({
    ...rest,
    ...lists,
    ...resultOfRemains(day, found),
    seals: seals.vehicle,
  });
  return {
    result: (countersigned: readonly string[]) =>
      act(
        lab,
        ['examination.result-issued', 'evidence.result-issued'],
        examiner,
        cover(1),
        [ofVehicle('IDENTIFIED'), casings === undefined ? null : ofCasings],
        countersigned,
      ),
    amended: () =>
      act(
        lab,
        ['examination.result-amended', 'evidence.result-amended'],
        examiner,
        {
          ...cover(2),
          change: { what: 'DEMO: the mark is inconclusive, not identified', why: 'DEMO: seen again by two' },
        },
        [ofVehicle('INCONCLUSIVE'), null],
        reviewed,
      ),
  };
}
