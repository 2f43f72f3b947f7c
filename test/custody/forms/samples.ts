import { assessedBody, certifiedBody, code, mark, registeredBody } from '../../helpers/bodies/evidence.js';
import { openIncident } from '../../helpers/bodies/incident.js';
import {
  findDamaged,
  openPackage,
  resealPackage,
  sealNumber,
  sealPackage,
} from '../../helpers/bodies/package.js';
import { deathPenalty, giveInput } from '../../helpers/bodies/release.js';
import { requestBody } from '../../helpers/bodies/request.js';
import {
  clearScene,
  closeScene,
  documentScene,
  openScene,
  sceneSubject,
  securedBody,
} from '../../helpers/bodies/scene.js';
import { issueStock, stockSubject, withdrawnBody } from '../../helpers/bodies/sealstock.js';
import { Consignment, courier, demoSeal } from '../../helpers/consignment.js';
import { withScene } from '../../helpers/opened-scene.js';
import { type Intent, Procedure, uuidOf } from '../../helpers/procedure.js';
import {
  actOn,
  begunCase,
  collect,
  collectedAt,
  registeredAt,
  withCollected,
  withItem,
} from '../evidence/stage.js';
import { both, later, packed, packing } from '../package/stage.js';
import {
  bindPhotograph,
  decide,
  held,
  item,
  legal,
  unit as releaseUnit,
  request,
  requested,
  withheldMember,
} from '../release/stage.js';
import { laboratorySamples } from './samples-laboratory.js';

/** An act whose form is whole, and where it could be done. */
export interface Sample {
  readonly procedure: Procedure;
  readonly intent: Intent;
}

const position = { latitude: '19.45', longitude: '0.85', accuracyMetres: 5, datum: 'WGS84' };

function offered(): Consignment {
  const c = new Consignment(['DEMO-1'], { seal: demoSeal });
  c.procedure.accept(c.offer());
  return c;
}

function departed(): Consignment {
  const c = offered();
  c.procedure.accept(c.depart());
  return c;
}

const container = { number: 'DEMO-C-1', seal: 'DEMO-000050' };
const found = { ...container, sealStatus: 'VERIFIED_INTACT' };

function of({ procedure }: { readonly procedure: Procedure }, intent: Intent): Sample {
  return { procedure, intent };
}

/** Form D6 with every optional part filled in. */
const wholeDecision = {
  outcome: 'GRANTED_WITH_CONDITIONS',
  conditions: [{ kind: 'USE', text: 'DEMO' }],
  privileges: {
    documents: 'DEMO',
    personnel: 'DEMO',
    waiverNeeded: true,
    waiver: { reference: 'DEMO', date: '2021-04-01', givenBy: 'DEMO' },
    withoutPrejudice: { en: 'DEMO', fr: 'DEMO' },
  },
  deathPenalty: deathPenalty({
    assurance: { reference: 'DEMO', date: '2021-04-01', givenBy: 'DEMO', document: null },
  }),
  sources: { identifiable: true, protectionPlan: 'DEMO' },
  originators: [{ originator: 'DEMO', consent: 'GIVEN', basis: 'DEMO' }],
  thirdPersons: { present: true, whose: 'DEMO', treatment: 'DEMO' },
  classification: {
    now: 'CONFIDENTIAL',
    after: 'UNCLASSIFIED',
    downgraded: { by: 'DEMO', date: '2021-04-01' },
  },
  redactions: [
    { piece: item, file: null, what: 'DEMO', ground: 'PROTECTION_OF_PERSONS', why: 'DEMO', members: [] },
  ],
};

/** One sample of each act that a row of a form lands in, every optional part filled in. */
export const samples: Readonly<Record<string, () => Sample>> = {
  ...laboratorySamples,
  'incident.opened': () => ({ procedure: new Procedure(), intent: openIncident() }),
  'scene.opened': () => ({ procedure: new Procedure(), intent: openScene() }),
  'scene.secured': () => ({
    procedure: withScene(),
    intent: { subject: sceneSubject, type: 'scene.secured', by: 'DEMO-FR-1/FR', body: securedBody() },
  }),
  'scene.cleared': () => ({ procedure: withScene(), intent: clearScene() }),
  'scene.documented': () => ({ procedure: withScene(), intent: documentScene([], { position }) }),
  'scene.closed': () => ({ procedure: withScene(), intent: closeScene() }),
  'evidence.registered'() {
    const body = registeredBody(registeredAt, {
      marks: [mark('SERIAL', 'DEMO-4711')],
      interpretation: {
        make: 'DEMO',
        model: 'DEMO',
        calibre: { written: '7,62 x 39 mm', code: '7.62x39' },
        serial: 'DEMO-4711',
        year: 2008,
        country: 'DEMO',
        lot: 'DEMO-31',
        confidence: 'MODERATE',
        reference: 'DEMO reference',
      },
      derivedFrom: { parent: uuidOf('DEMO-0'), root: uuidOf('DEMO-0'), relation: code('SAMPLE') },
      foundIn: { item: uuidOf('DEMO-0'), where: 'DEMO' },
      owner: { name: 'DEMO', basis: 'DEMO' },
      recoveringUnit: 'DEMO-UNIT',
    });
    return { procedure: begunCase(), intent: actOn('DEMO-ITEM', 'registered', 'DEMO-WIT-1/WIT', body) };
  },
  'evidence.collected': () => ({ procedure: withItem(), intent: collect() }),
  'evidence.certified': () => ({
    procedure: withCollected(),
    intent: actOn('DEMO-ITEM', 'certified', 'DEMO-EOD-1/EOD', certifiedBody(collectedAt)),
  }),
  'evidence.safety-assessed': () => ({
    procedure: withCollected(),
    intent: actOn(
      'DEMO-ITEM',
      'safety-assessed',
      'DEMO-EOD-1/EOD',
      assessedBody(collectedAt, 'NON_HAZARDOUS'),
    ),
  }),
  'package.sealed': () => ({ procedure: packing(), intent: sealPackage(sealNumber(1), later, both) }),
  'package.opened': () => ({ procedure: packed(), intent: openPackage(sealNumber(1), later, both) }),
  'package.found-damaged': () => ({ procedure: packed(), intent: findDamaged(sealNumber(1), later, both) }),
  'package.resealed': () => ({
    procedure: packed(),
    intent: resealPackage(sealNumber(1), sealNumber(2), later, both),
  }),
  'sealstock.issued': () => ({ procedure: new Procedure(), intent: issueStock(uuidOf('DEMO-WIT-1')) }),
  'sealstock.spoiled': () => withdrawal('spoiled'),
  'sealstock.lost': () => withdrawal('lost'),
  'transfer.offered'() {
    const c = new Consignment(['DEMO-1'], { seal: demoSeal });
    return of(c, c.offer({ body: { container } }));
  },
  'transfer.departed'() {
    const c = offered();
    return of(c, c.depart({ body: { container: found } }));
  },
  'transfer.passed-on'() {
    const c = departed();
    return of(c, c.passOn({ body: { container: found } }));
  },
  'transfer.received'() {
    const c = departed();
    const reserve = { text: 'DEMO', discrepancies: [uuidOf('DEMO-D-1')] };
    return of(c, c.receive({ body: { container: found }, item: { reserve } }));
  },
  'request.registered': () => ({
    procedure: held(),
    intent: {
      subject: `request/${uuidOf('DEMO-REQUEST-2')}`,
      type: 'request.registered',
      by: legal,
      body: requestBody(releaseUnit, { number: 'DEMO-RQ-2' }),
    },
  }),
  'release.requested': () => ({ procedure: held(), intent: request() }),
  'release.input-given': () => ({ procedure: requested(), intent: giveInput('DEMO-HR-1/HR') }),
  'release.decided'() {
    const procedure = requested();
    const [redaction] = wholeDecision.redactions;
    const redactions = [{ ...redaction, members: [withheldMember(procedure, item)] }];
    const file = 'ab'.repeat(32);
    const boundBy = bindPhotograph(procedure, item, file);
    const originalPhotographs = [{ piece: item, file, boundBy, why: 'DEMO' }];
    return { procedure, intent: decide({ ...wholeDecision, redactions, originalPhotographs }) };
  },
  'transfer.received as it was handed over'() {
    const c = departed();
    return of(c, c.receive({ countersigned: [`${courier} as hands-over`] }));
  },
};

function withdrawal(word: string): Sample {
  const body = withdrawnBody('DEMO-000007', later);
  return {
    procedure: packing(),
    intent: { subject: stockSubject, type: `sealstock.${word}`, by: 'DEMO-WIT-1/WIT', body },
  };
}
