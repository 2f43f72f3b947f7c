import { exam, made } from '../../helpers/bodies/examination.js';
import { demoSeal } from '../../helpers/consignment.js';
import { uuidOf } from '../../helpers/procedure.js';
import {
  accept,
  amend,
  approve,
  assigned,
  destructive,
  first,
  inLaboratory,
  request,
  requested,
  result,
} from '../examination/stage.js';
import type { Sample } from './samples.js';

const asked = { of: [first], item: { exams: [exam('PRINTS_CYANOACRYLATE'), exam(destructive, true)] } };

/** What a report says of an item, with every optional part filled in. */
const wholeResult = {
  of: [first],
  item: {
    exams: [made('PRINTS_CYANOACRYLATE', { opinion: { en: 'DEMO: opinion', fr: 'DEMO : avis' } })],
    omitted: [
      { type: { code: destructive, text: null }, result: 'NOT_EXAMINED', reason: 'DEMO: not needed' },
    ],
  },
};

/** One sample of each act that a row of D5 lands in. */
export const laboratorySamples: Readonly<Record<string, () => Sample>> = {
  'examination.requested': () => ({ procedure: inLaboratory(), intent: request({ of: [first] }) }),
  'examination.accepted'() {
    const procedure = requested({ of: [first] }, { seal: demoSeal });
    const discrepancies = [uuidOf('DEMO-D-1')];
    const seals = [{ number: demoSeal.number, found: demoSeal.number, status: 'VERIFIED_INTACT' }];
    const reserve = { text: 'DEMO', discrepancies };
    return { procedure, intent: accept({ of: [first], item: { seals, reserve } }) };
  },
  'examination.destruction-approved': () => ({ procedure: assigned(asked), intent: approve() }),
  'examination.result-issued': () => ({ procedure: assigned(asked), intent: result(wholeResult) }),
  'examination.result-amended'() {
    const procedure = assigned(asked);
    procedure.accept(result(wholeResult));
    return { procedure, intent: amend(wholeResult) };
  },
};
