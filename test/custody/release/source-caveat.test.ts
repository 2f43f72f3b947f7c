import t from 'tap';
import type { ReleasedPiece } from '../../../src/custody/release/piece.js';
import { bearsSource } from '../../../src/custody/release/source-caveat.js';
import type { JsonObject } from '../../../src/log/index.js';
import {
  classifiedBody,
  code,
  derivedBody,
  partClassifiedBody,
  registeredBody,
  splitBody,
  unclassified,
} from '../../helpers/bodies/evidence.js';
import { examinationSubject } from '../../helpers/bodies/examination.js';
import { inform, informationBody, informationSubject } from '../../helpers/bodies/information.js';
import { itemSubject } from '../../helpers/held-item.js';
import { type Intent, Procedure, uuidOf } from '../../helpers/procedure.js';
import { actOn, collect, registeredAt, stateOf, withItem } from '../evidence/stage.js';
import { assigned, examiner, first, at as laboratoryAt, result } from '../examination/stage.js';

const at = '2021-04-02T11:00:00Z';
const marked = { ...unclassified, caveats: [code('SOURCE')] };
const inWords = { ...unclassified, caveats: [code('OTHER', 'SOURCE')] };
const item = itemSubject('DEMO-ITEM');
const officer = 'DEMO-WIT-1/WIT';
const analyst = 'DEMO-JMAC-1/JMAC';

/** Leaves at which the acts gave the piece the caveat; throws where its state bears it and none is noted. */
function givenTo(procedure: Procedure, subject: string): readonly number[] {
  const piece = procedure.state<ReleasedPiece>(subject);
  const { sourceGiven = [] } = piece;
  if (bearsSource(piece) && sourceGiven.length === 0) throw new Error(`${subject} bears it unseen`);
  return sourceGiven;
}

/** The act is accepted; gives its leaf. */
function accept(procedure: Procedure, intent: Intent): number {
  const { eventId } = procedure.accept(intent);
  return procedure.world.event(eventId)?.index ?? -1;
}

function firstActOf(procedure: Procedure, subject: string) {
  const [act] = [...procedure.world.events.values()].filter(event => event.subject === subject);
  return { act: act?.eventId ?? '', leaf: act?.index ?? -1 };
}

const classify = (changes: JsonObject) =>
  actOn('DEMO-ITEM', 'classified', officer, classifiedBody(at, changes));

/** The item split in two, each part with what it has from it. */
const split = (procedure: Procedure) =>
  actOn('DEMO-ITEM', 'split', officer, splitBody(at, '43'), {
    items: [
      {
        subject: itemSubject('DEMO-PART'),
        type: 'evidence.derived',
        body: derivedBody(at, uuidOf('DEMO-ITEM'), stateOf(procedure), '100'),
      },
    ],
  });

t.test('V6: an item is noted to bear the caveat SOURCE from each act that gives it, for ever', async t => {
  for (const classification of [marked, inWords]) {
    const procedure = withItem(registeredBody(registeredAt, { classification }));
    const { leaf: registered } = firstActOf(procedure, item);
    t.same(givenTo(procedure, item), [registered], 'registered');
    accept(procedure, classify({ classification: unclassified }));
    t.notOk(bearsSource(procedure.state(item)));
    t.same(givenTo(procedure, item), [registered], 'taken off');
    const again = accept(procedure, classify({ classification }));
    t.same(givenTo(procedure, item), [registered, again], 'classified');
  }
  const procedure = withItem();
  accept(procedure, classify({}));
  t.same(givenTo(procedure, item), [], 'another caveat');
  const { act } = firstActOf(procedure, item);
  const body = partClassifiedBody(act, '/body/description', at, { classification: marked });
  const leaf = accept(procedure, actOn('DEMO-ITEM', 'part-classified', officer, body, { refs: [act] }));
  t.same(givenTo(procedure, item), [leaf], 'part-classified');
});

t.test(
  'V6: a part of an item has the caveat from it, and is noted to bear it from its first act',
  async t => {
    for (const classification of [marked, inWords]) {
      const procedure = withItem(registeredBody(registeredAt, { classification }));
      procedure.accept(collect());
      const part = itemSubject('DEMO-PART');
      procedure.accept(split(procedure));
      t.ok(bearsSource(procedure.state(part)));
      t.same(givenTo(procedure, part), [firstActOf(procedure, part).leaf]);
    }
    const plain = withItem();
    plain.accept(collect());
    plain.accept(split(plain));
    t.same(givenTo(plain, itemSubject('DEMO-PART')), []);
  },
);

t.test('V6: so is a piece of information', async t => {
  const register = (changes: JsonObject) => inform('registered', analyst, informationBody(changes));
  const procedure = new Procedure();
  const registered = accept(procedure, register({ classification: marked }));
  t.same(givenTo(procedure, informationSubject), [registered]);
  const classified = inform('classified', 'DEMO-LEG-1/LEG', classifiedBody(at, { classification: marked }));
  const again = accept(procedure, classified);
  t.same(givenTo(procedure, informationSubject), [registered, again]);

  const inPart = new Procedure();
  inPart.accept(register({}));
  t.same(givenTo(inPart, informationSubject), []);
  const { act } = firstActOf(inPart, informationSubject);
  const body = partClassifiedBody(act, '/body/title', at, { classification: marked });
  const leaf = accept(inPart, { ...inform('part-classified', analyst, body), refs: [act] });
  t.same(givenTo(inPart, informationSubject), [leaf], 'or a part of it');
});

t.test('V6: so is an examination, by its reports and by who classifies them anew', async t => {
  const procedure = assigned({ of: [first] });
  const issued = accept(procedure, result({ of: [first], body: { classification: marked } }));
  t.same(givenTo(procedure, examinationSubject), [issued]);
  const classified = accept(procedure, {
    subject: examinationSubject,
    type: 'examination.classified',
    by: examiner,
    body: classifiedBody(laboratoryAt, { classification: marked }),
  });
  t.same(givenTo(procedure, examinationSubject), [issued, classified]);
});
