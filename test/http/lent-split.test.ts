import t from 'tap';
import type { StagedAct } from '../../src/cli/cast/stage.js';
import type { EvidenceState } from '../../src/custody/evidence/state.js';
import { formatTime, type JsonObject } from '../../src/log/index.js';
import {
  checkedOutBody,
  code,
  collectedBody,
  derivedBody,
  descriptionBody,
  quantity,
  registeredBody,
  returnedBody,
  splitBody,
} from '../helpers/bodies/evidence.js';
import {
  acceptedItem,
  askedOfItem,
  examinationAcceptedBody,
  examinationAct,
  examinationRequestedBody,
} from '../helpers/bodies/examination.js';
import {
  manifestLine,
  offeredBody,
  receivedBody,
  receivedItem,
  receiverOf,
  transferAct,
} from '../helpers/bodies/transfer.js';
import { unitBody } from '../helpers/bodies/unit.js';
import { createFieldCase, type FieldCase, minutesAgo } from '../helpers/field-case.js';

const collector = 'DEMO-WIT-1/WIT';
const reception = 'DEMO-LABR-1/LABR';
const examiner = 'DEMO-LABX-1/LABX';
const custodian = 'DEMO-HQC-1/HQC';
const examinerElsewhere = 'DEMO-LABX-9/LABX';

const inDays = (days: number) => formatTime(Date.now() + days * 86_400_000);
const nameOf = (who: string) => who.split('/')[0] ?? '';

/** A lot of ten cases that a laboratory's reception holds and took for an examination, in a log behind a service. */
class LotInLaboratory {
  readonly #case: FieldCase;
  readonly item: string;
  readonly parts: readonly [string, string];

  constructor(fieldCase: FieldCase) {
    this.#case = fieldCase;
    const subject = () => `evidence/${fieldCase.stage.newId()}`;
    this.item = subject();
    this.parts = [subject(), subject()];
  }

  counted(amount: string, by: string): JsonObject {
    return { ...quantity(amount), countedBy: this.#case.idOf(nameOf(by)) };
  }

  /** As its custodian reads it. */
  async record(by: string, subject = this.item): Promise<EvidenceState> {
    const service = await this.#case.stage.readingAs(nameOf(by));
    const [head] = await service.heads([subject]);
    return head?.state as unknown as EvidenceState;
  }

  /** Collected at the scene, given to the reception, asked for and accepted. */
  async bring(): Promise<void> {
    const { stage, incident, scene, clearance } = this.#case;
    const laboratory = await this.#enlist();
    const counted = this.counted('10', collector);
    await stage.require([
      {
        subject: this.item,
        type: 'evidence.registered',
        by: collector,
        body: registeredBody(minutesAgo(200), { incident, scene, quantity: counted }),
        refs: [clearance],
      },
      {
        subject: this.item,
        type: 'evidence.collected',
        by: collector,
        body: collectedBody(minutesAgo(190), { scene }),
        refs: [clearance],
        countersigned: ['DEMO-WIT-2/WIT as witness'],
      },
    ]);
    await this.handTo(reception, collector, 180);
    const asked = { incident, laboratory, requestingUnit: laboratory, due: inDays(20).slice(0, 10) };
    const subject = `examination/${stage.newId()}`;
    await stage.require([
      examinationAct(
        'examination.requested',
        'evidence.examination-requested',
        'DEMO-CASE-1/CASE',
        examinationRequestedBody(minutesAgo(160), asked),
        [[this.item, askedOfItem()]],
        [],
        subject,
      ),
      examinationAct(
        'examination.accepted',
        'evidence.examination-accepted',
        reception,
        examinationAcceptedBody(minutesAgo(150)),
        [[this.item, acceptedItem({ quantity: { amount: '10', unit: 'PIECE' } })]],
        [],
        subject,
      ),
    ]);
  }

  /** @returns the unit that examines; another has an examiner of its own */
  async #enlist(): Promise<string> {
    const { stage } = this.#case;
    const [laboratory, another] = [stage.newId(), stage.newId()];
    const registered = (id: string, name: string): StagedAct => ({
      subject: `unit/${id}`,
      type: 'unit.registered',
      by: 'DEMO-REG-1/REG',
      countersigned: ['DEMO-REG-2/REG as registrar'],
      body: unitBody({ name, code: name, class: code('LABORATORY'), national: false }),
    });
    await stage.require([registered(laboratory, 'DEMO-LAB-A'), registered(another, 'DEMO-LAB-B')]);
    await stage.enlist('DEMO-CASE-1', ['CASE'], { unit: null });
    await stage.enlist(nameOf(reception), ['LABR'], { unit: laboratory });
    await stage.enlist(nameOf(examiner), ['LABX'], { unit: laboratory });
    await stage.enlist(nameOf(examinerElsewhere), ['LABX'], { unit: another });
    return laboratory;
  }

  /** From hand to hand: offered, and received before who gives it. */
  async handTo(receiver: string, giver: string, minutes: number, item = this.item): Promise<void> {
    const { stage, idOf } = this.#case;
    const [, role = ''] = receiver.split('/');
    const state = await this.record(giver, item);
    const subject = `transfer/${stage.newId()}`;
    const body = offeredBody(receiverOf(idOf(nameOf(receiver)), role), minutesAgo(minutes), {
      manifest: `DEMO-M-${minutes}`,
      leg: { number: 1, of: 1 },
      means: 'HAND',
      plannedDeparture: minutesAgo(minutes - 1),
      plannedArrival: minutesAgo(minutes - 2),
    });
    await stage.require([
      transferAct('offered', giver, [], body, [{ subject: item, body: manifestLine(state) }], subject),
      transferAct(
        'received',
        receiver,
        [`${giver} as hands-over`],
        receivedBody(minutesAgo(minutes - 2)),
        [{ subject: item, body: receivedItem(state) }],
        subject,
      ),
    ]);
  }

  checkOut(by: string, minutes: number): StagedAct {
    const body = checkedOutBody(minutesAgo(minutes), { purpose: code('LABORATORY'), dueBack: inDays(5) });
    const countersigned = [`${reception} as custodian`];
    return { subject: this.item, type: 'evidence.checked-out', by, body, countersigned };
  }

  giveBack(taker: string, amount: string, minutes: number): StagedAct {
    const body = returnedBody(minutesAgo(minutes), amount, { quantity: this.counted(amount, reception) });
    const countersigned = [`${taker} as taker`];
    return { subject: this.item, type: 'evidence.returned', by: reception, body, countersigned };
  }

  async split(
    by: string,
    parts: readonly (readonly [subject: string, amount: string])[],
    remainder: string,
    minutes: number,
  ): Promise<StagedAct> {
    const at = minutesAgo(minutes);
    const parent = await this.record(by);
    return {
      subject: this.item,
      type: 'evidence.split',
      by,
      body: splitBody(at, remainder),
      items: parts.map(([subject, amount]) => ({
        subject,
        type: 'evidence.derived',
        body: derivedBody(at, this.item.slice('evidence/'.length), parent, amount, {
          ...descriptionBody({ quantity: this.counted(amount, by) }),
        }),
      })),
    };
  }
}

t.test('RQ-26, RQ-53: lent to an examiner of another laboratory, a lot comes back as it went', async t => {
  const fieldCase = await createFieldCase(t);
  const { stage } = fieldCase;
  const lot = new LotInLaboratory(fieldCase);
  await lot.bring();
  await stage.require([lot.checkOut(examinerElsewhere, 140)]);
  const act = await lot.split(examinerElsewhere, [[lot.parts[0], '4']], '6', 130);
  t.match(await stage.attempt([act]), {
    kind: 'refused',
    problem: {
      status: 422,
      document: { violations: [{ rule: 'evidence.split-by-other-unit', pointer: '/actor/officer' }] },
    },
  });
  t.match(await lot.record(examinerElsewhere), { physical: 'CHECKED_OUT', quantity: { amount: '10' } });
  await stage.require([lot.giveBack(examinerElsewhere, '10', 120)]);
});

t.test('RQ-02, RQ-26, RQ-53: an examiner splits what he was lent; what stays of it is returned', async t => {
  const fieldCase = await createFieldCase(t);
  const { stage, idOf } = fieldCase;
  const lot = new LotInLaboratory(fieldCase);
  await lot.bring();
  const [first, second] = lot.parts;
  await stage.require([lot.checkOut(examiner, 140)]);
  await stage.require([await lot.split(examiner, [[first, '4']], '6', 130)]);
  const part = { physical: 'HELD', custody: { officer: idOf('DEMO-LABX-1') }, checkOut: null };
  t.match(await lot.record(examiner, first), { ...part, quantity: { amount: '4' } });
  t.match(await stage.attempt([lot.giveBack(examiner, '10', 120)]), {
    kind: 'refused',
    problem: { document: { violations: [{ rule: 'evidence.return-unbalanced' }] } },
  });
  await stage.require([lot.giveBack(examiner, '6', 120)]);
  const back = { physical: 'HELD', custody: { officer: idOf('DEMO-LABR-1') }, checkOut: null };
  t.match(await lot.record(reception), { ...back, quantity: { amount: '6' } });

  await t.test('parts were lent by nobody: they are handed over', async t => {
    await lot.handTo(reception, examiner, 110, first);
    t.match(await lot.record(reception, first), back);
  });

  await t.test('where nothing stays of it, nothing is due back', async t => {
    await stage.require([lot.checkOut(examiner, 100)]);
    await stage.require([await lot.split(examiner, [[second, '6']], '0', 90)]);
    t.match(await lot.record(custodian), { physical: 'SPLIT', custody: null, checkOut: null });
    await lot.handTo(reception, examiner, 70, second);
    t.match(await lot.record(reception, second), back);
  });
});
