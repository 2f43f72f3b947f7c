import { inheritanceOfSample } from '../../../custody/evidence/record/inheritance.js';
import type { EvidenceState } from '../../../custody/evidence/state.js';
import type { StagedAct } from '../../cast/stage.js';
import { sameCircumstances } from '../consignment.js';
import { coded, type DemoItem, type RegisteredItem } from '../items/demo-item.js';
import { DemoError } from '../narrator.js';
import type { Play } from '../play.js';
import { withSubject } from './collection.js';
import { examiner, laboratoryPlace } from './laboratory-custody.js';

const printLift: DemoItem = {
  label: 'DEMO-BER-LIFT',
  category: 'PRINT_OR_CAST',
  subCategory: 'PRINT_LIFT',
  description: { en: 'DEMO: lift of a finger mark', fr: "DEMO : relevé d'une trace papillaire" },
  amount: '1',
  foundAs: 'DERIVED',
  suspected: 'NONE',
};

/** RQ-02: a lift taken from the item in hand, for this examination; it repeats the past of its parent. */
export async function liftTaken(
  play: Play,
  from: RegisteredItem,
  examination: string,
): Promise<{ readonly lift: RegisteredItem; readonly taking: StagedAct }> {
  const service = await play.stage.readingAs('DEMO-LABX-1');
  const [head] = await service.heads([from.subject]);
  if (head === undefined) throw new DemoError(`${from.label} cannot be read`);
  const lift = withSubject(play, printLift);
  const body = play.form('evidence.sampled', laboratoryPlace, {
    examination,
    reason: 'DEMO: a mark was developed',
  });
  const obtained = {
    ...sameCircumstances(body),
    ...{ parent: from.id, examination, how: coded('LIFT') },
    ...{ category: coded(lift.category), subCategory: coded(lift.subCategory) },
    inherits: inheritanceOfSample(head.state as unknown as EvidenceState),
    description: { ...lift.description },
    quantity: { amount: '1', unit: coded('PIECE'), countedBy: play.officer('DEMO-LABX-1') },
    photographs: [play.album.photograph('CLOSE')],
    ...{ withoutPhotograph: null, marks: [], unmarked: 'DEMO: none', headstamp: null, interpretation: null },
    condition: 'DEMO',
    traces: { potential: [coded('PRINTS')], precautions: [coded('GLOVES_CHANGED')] },
    hazard: { suspected: [coded('NONE')], basis: 'DEMO' },
  };
  const items = [{ subject: lift.subject, type: 'evidence.obtained', body: obtained }];
  return {
    lift,
    taking: { subject: from.subject, type: 'evidence.sampled', by: examiner, body, items },
  };
}
