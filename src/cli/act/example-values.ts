import { inputKinds } from '../../custody/vocabulary/releases.js';
import { codesOf } from '../../custody/vocabulary/vocabulary.js';
import { formatTime, type JsonObject } from '../../log/index.js';
import { exampleId, secondExampleId } from '../example-help.js';
import { examinationExamples } from './examination-examples.js';
import type { ExampleValues } from './example-form.js';

const hour = 3_600_000;
/** As `--set` takes photographs: the views that a scene has to be shown in. */
function views(takenAt: string): string {
  const photographs = ['OVERALL', 'MEDIUM', 'CLOSE'].map((code, position) => ({
    number: `DEMO-${position + 1}`,
    kind: { code, text: null },
    file: { sha256: 'a'.repeat(64), size: 1, mediaType: 'image/jpeg' },
    takenAt,
    device: 'DEMO-CAMERA',
    scale: true,
    position: null,
  }));
  return JSON.stringify(photographs);
}

/** A part of a lot of two casings. */
function part(subject: string): JsonObject {
  return {
    subject,
    inherits: {
      category: 'AMMUNITION',
      subCategory: 'CARTRIDGE_CASE',
      explosivePossible: false,
      highRisk: false,
    },
    quantity: { amount: '1' },
    withoutPhotograph: 'DEMO: no camera',
    unmarked: 'DEMO: none to be seen',
  };
}

/** One part of an item of one piece. */
const identifiedPart = JSON.stringify([
  {
    count: 1,
    headstamp: null,
    identity: {
      ...{ make: 'DEMO-PRODUCER', model: null, serial: null, year: 2008, country: null, lot: null },
      calibre: { written: '7,62 x 39 mm', code: '7.62x39' },
      ...{ secondaryMark: null, confidence: 'HIGH', reference: 'DEMO reference', entry: null },
    },
  },
]);
const referenceEntries = JSON.stringify([
  {
    ...{ key: '31', kind: 'HEADSTAMP', mark: '31', producer: 'DEMO-PRODUCER', country: null },
    ...{ years: { from: 1960, to: null }, model: null, calibre: null },
    ...{ source: 'DEMO handbook', confidence: 'HIGH' },
  },
]);

const firstSeal = 'DEMO-000001';
const secondSeal = 'DEMO-000002';
const unsealed: JsonObject = { sealException: 'DEMO: too large to be sealed' };
const stores = JSON.stringify([
  {
    ...{ store: exampleId, name: 'DEMO-GENERAL', shelves: ['A1', 'A2'], hazardClasses: ['NONE'] },
    ...{ divisions: [], highRisk: false, quarantine: false, open: true },
  },
]);
const content: JsonObject = { quantity: { amount: '1', unit: 'PIECE' } };
const hazardExcluded = '[{"code":"NONE","text":null}]';

/** A suggestion that is rejected names no record: the log alone knows those. */
const rejectedLink = {
  standing: 'REJECTED',
  relation: 'SAME_SAMPLE',
  to: `evidence/${secondExampleId}`,
};

/** As people type it. */
export function instant(at: number): string {
  return formatTime(at).replace('.000Z', 'Z');
}

/** @param at when the act of the example happens, ms since 1970 */
export function exampleValues(type: string, at: number): ExampleValues {
  const later = (hours: number) => instant(at + hours * hour);
  const dayAt = (hours: number) => later(hours).slice(0, '2021-04-02'.length);
  const values: Readonly<Record<string, ExampleValues>> = {
    'officer.registered': { set: { national: 'no' } },
    'officer.key-registered': {
      body: {
        file: 'my.proof.json',
        madeBy:
          'scelle key prove my.key.json --log custody.example.org/AAAAAAAAAAAAAAAAAAAAAA > my.proof.json',
      },
    },
    'officer.role-granted': { set: { role: 'WIT', until: later(365 * 24) } },
    'unit.registered': { set: { national: 'no' } },
    'site.registered': { set: { stores } },
    'site.stores-changed': { set: { stores } },
    'scene.cleared': { set: { validUntil: later(8) } },
    'evidence.registered': {
      set: {
        'quantity.amount': '1',
        withoutPhotograph: 'DEMO: no camera',
        unmarked: 'DEMO: none to be seen',
        'hazard.suspected': hazardExcluded,
      },
    },
    'evidence.documented': { set: { 'quantity.amount': '1' } },
    'link.recorded': { set: rejectedLink },
    'link.restated': { set: rejectedLink },
    'scene.documented': { set: { photographs: views(later(0)) } },
    'scene.closed': {
      set: {
        'counts.recorded': '1',
        'counts.collected': '1',
        'counts.left': '0',
        'counts.destroyed': '0',
        'counts.documentedOnly': '0',
      },
    },
    'evidence.collected': { set: { scene: exampleId } },
    'evidence.destroyed-in-situ': { set: { withoutSample: 'DEMO: too dangerous' } },
    'evidence.split': {
      set: { remainder: '0' },
      items: [
        part('evidence/01a00000-0000-7000-8000-000000000002'),
        part('evidence/01a00000-0000-7000-8000-000000000003'),
      ],
    },
    'evidence.render-safe-certified': { set: { validUntil: later(24) } },
    'evidence.certified': { set: { validUntil: later(24) } },
    'evidence.weapon-cleared': { set: { tieThroughBarrel: 'no', ammunitionFound: 'no' } },
    'evidence.placed': { set: { shelf: 'A1', highRiskStore: 'no' }, site: true },
    'evidence.returned': { set: { 'quantity.amount': '1' } },
    'information.registered': { set: { number: 'DEMO-I-1', pages: '4', personalData: 'no' }, role: 'JMAC' },
    'information.statement-given': { set: { number: 'DEMO-I-2', personalData: 'no' } },
    'information.statement-taken': { set: { number: 'DEMO-I-3' } },
    'sealstock.issued': {
      set: { numbers: '{"prefix":"DEMO-","first":"000001","last":"000100"}' },
    },
    'sealstock.spoiled': { set: { number: 'DEMO-000003' } },
    'sealstock.lost': { set: { number: 'DEMO-000004' } },
    'package.sealed': {
      set: { holds: 'NEITHER', 'seal.number': firstSeal },
      items: [{ sealNumber: firstSeal, content }],
    },
    'package.opened': { set: { sealNumber: firstSeal }, items: [{ sealNumber: firstSeal }] },
    'package.resealed': {
      set: { holds: 'NEITHER', sealNumber: firstSeal, 'seal.number': secondSeal },
      items: [{ sealNumber: secondSeal, formerSealNumber: firstSeal, content }],
    },
    'package.found-damaged': {
      set: { sealNumber: secondSeal, explanation: 'DEMO: torn on the road, seen by both' },
      items: [{ sealNumber: secondSeal }],
    },
    'evidence.checked-out': { set: { dueBack: later(24) } },
    'discrepancy.opened': { set: { deadline: later(72) } },
    'discrepancy.reassigned': { set: { deadline: later(72) } },
    'transfer.offered': {
      set: {
        'receiver.officer': exampleId,
        'receiver.role': 'SEC',
        plannedDeparture: later(1),
        plannedArrival: later(9),
      },
      items: [{ quantity: { amount: '1', unit: 'PIECE' }, ...unsealed }],
    },
    'transfer.departed': { items: [unsealed] },
    'transfer.passed-on': { items: [unsealed] },
    'transfer.received': {
      set: { returns: 'no' },
      items: [
        {
          quantity: { amount: '1', unit: 'PIECE' },
          seals: [{ number: firstSeal, found: firstSeal, status: 'VERIFIED_INTACT' }],
        },
      ],
      role: 'SEC',
    },
    'transfer.refused': { role: 'SEC' },
    'unit.assessed': { set: { reviewOn: later(365 * 24).slice(0, '2021-04-02'.length) } },
    'source.registered': { set: { code: 'DEMO-SOURCE-1' } },
    'source.consent-recorded': { set: { use: 'ANY_NATIONAL' } },
    'source.linked': {
      set: { links: `[{"piece":"information/${exampleId}","by":["VOICE"]}]` },
    },
    'hold.placed': { set: { number: 'DEMO-HOLD-1', scope: 'RELEASE' }, role: 'LEG' },
    'export.generated': {
      set: { 'scope.kind': 'LOG', root: `${'A'.repeat(43)}=`, hash: 'a'.repeat(64), withheldIncluded: 'no' },
    },
    'identification.made': { set: { parts: identifiedPart, unidentified: '0' }, role: 'JMAC' },
    'identification.restated': { set: { parts: identifiedPart, unidentified: '0' }, role: 'JMAC' },
    'reference.entries-added': { set: { entries: referenceEntries } },
    'reference.entry-restated': { set: { key: '31', 'entry.mark': '31' } },
    'reference.entry-withdrawn': { set: { key: '31' } },
    'request.answered': { set: { answer: 'NOTHING_HELD' } },
    'dossier.delivered': { role: 'CASE' },
    'dossier.notice-sent': { set: { about: 'NEW_VERSION', dossier: secondExampleId } },
    'dossier.built': {
      set: {
        contents: 'ORIGINALS',
        languages: 'fr',
        root: `${'A'.repeat(43)}=`,
        hash: 'a'.repeat(64),
        piecesHash: 'b'.repeat(64),
        pieces: `evidence/${exampleId}`,
      },
    },
    ...examinationExamples(dayAt(0), dayAt(10 * 24)),
    'release.input-given': { role: 'HR' },
    'release.decided': {
      set: {
        'privileges.waiverNeeded': 'no',
        'dueDiligence.assessment': 'none',
        'dueDiligence.reference': 'DEMO',
        'dueDiligence.risk': 'DEMO',
        'dueDiligence.mitigation': 'DEMO',
        'dueDiligence.reviewOn': later(90 * 24).slice(0, '2021-04-02'.length),
        'deathPenalty.possible': 'no',
        'sources.identifiable': 'no',
        'thirdPersons.present': 'no',
        inputs: JSON.stringify(
          codesOf(inputKinds).map(kind => ({ kind, given: null, reason: 'DEMO: nothing to ask' })),
        ),
        validFrom: later(0),
        validUntil: later(30 * 24),
      },
    },
  };
  return values[type] ?? {};
}

/** Whom an act of the smallest case asks for, beside those the procedure always does. */
export const exampleCountersigners: Readonly<
  Record<string, readonly { readonly as: string; readonly role: string }[]>
> = {
  'transfer.received': [{ as: 'hands-over', role: 'COU' }],
  'transfer.refused': [{ as: 'hands-over', role: 'COU' }],
  'transfer.taken-over': [{ as: 'outgoing', role: 'WIT' }],
  'dossier.delivered': [{ as: 'witness', role: 'SEC' }],
};
