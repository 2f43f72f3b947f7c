import { inheritanceOf } from '../../../src/custody/evidence/record/inheritance.js';
import type { EvidenceState } from '../../../src/custody/evidence/state.js';
import type { JsonObject } from '../../../src/log/index.js';
import { circumstances, uuidOf } from '../procedure.js';

function file(name: string, mediaType = 'image/jpeg'): JsonObject {
  return { sha256: uuidOf(name).replaceAll('-', '').repeat(2), size: 4096, mediaType };
}

/** A choice from a vocabulary, with no words beside it. */
export function code(name: string, text: string | null = null): JsonObject {
  return { code: name, text };
}

export const demoPosition = {
  latitude: '19.4589',
  longitude: '0.8571',
  accuracyMetres: 5,
  datum: 'WGS84',
};

export function photograph(number: string, changes: JsonObject = {}): JsonObject {
  return {
    number,
    kind: code('CLOSE'),
    file: file(`photograph ${number}`),
    takenAt: '2021-04-02T06:20:00Z',
    device: 'DEMO-CAMERA-1',
    scale: true,
    position: demoPosition,
    ...changes,
  };
}

export function mark(kind: string, text: string, changes: JsonObject = {}): JsonObject {
  return {
    kind: code(kind),
    text,
    unreadable: Array.from(text).filter(character => character === '□').length,
    place: 'DEMO: left side of the receiver',
    clock: null,
    symbol: null,
    obliteration: 'NOT_OBLITERATED',
    photograph: null,
    ...changes,
  };
}

export function quantity(amount: string | null, unit = 'PIECE'): JsonObject {
  return { amount, unit: code(unit), countedBy: uuidOf('DEMO-WIT-1') };
}

export const unclassified = {
  level: 'UNCLASSIFIED',
  originator: 'DEMO mission',
  caveats: [],
  reason: 'DEMO: nothing that could harm',
  review: null,
};

/** What describes the object: shared by a registration and by the parts of a split. */
export function descriptionBody(changes: JsonObject = {}): JsonObject {
  return {
    description: { en: 'DEMO: casings, brass', fr: 'DEMO : douilles en laiton' },
    quantity: quantity('143'),
    photographs: [photograph('DEMO-1')],
    withoutPhotograph: null,
    marks: [],
    unmarked: null,
    headstamp: {
      characters: [
        { clock: code('CLOCK_12'), text: '31□', symbol: null },
        { clock: code('CLOCK_6'), text: '08', symbol: code('STAR') },
      ],
      yearForm: code('TWO_DIGITS'),
      caseMaterial: code('BRASS'),
      primerColour: code('RED'),
    },
    interpretation: null,
    condition: 'DEMO: fired, some trodden on',
    traces: { potential: [code('PRINTS')], precautions: [code('GLOVES_CHANGED')] },
    hazard: { suspected: [code('NONE')], basis: 'DEMO: looked at one by one' },
    ...changes,
  };
}

/** Body of `evidence.registered`: a lot of 143 casings. */
export function registeredBody(at: string, changes: JsonObject = {}): JsonObject {
  return {
    ...circumstances(at),
    incident: uuidOf('DEMO-INCIDENT'),
    scene: null,
    positionAtScene: { words: 'DEMO: two metres north of the gate', exact: demoPosition },
    category: code('AMMUNITION'),
    subCategory: code('CARTRIDGE_CASE'),
    ...descriptionBody(),
    foundAs: code('EJECTED'),
    ied: null,
    derivedFrom: null,
    foundIn: null,
    recoveringParty: code('MISSION'),
    recoveringUnit: null,
    holding: 'IN_CUSTODY',
    owner: null,
    classification: unclassified,
    witnesses: ['DEMO-W-1'],
    onBehalfOf: null,
    ...changes,
  };
}

/** Body of `evidence.registered`: one assault rifle, its number read from the weapon. */
export function rifleBody(at: string, changes: JsonObject = {}): JsonObject {
  return registeredBody(at, {
    category: code('SMALL_ARM'),
    subCategory: code('ASSAULT_RIFLE'),
    description: { en: 'DEMO: AK-type assault rifle', fr: "DEMO : fusil d'assaut de type AK" },
    quantity: quantity('1'),
    marks: [mark('SERIAL', 'DEMO-4711')],
    headstamp: null,
    interpretation: {
      make: null,
      model: 'AK type',
      calibre: { written: '7,62 x 39 mm', code: '7.62x39' },
      serial: 'DEMO-4711',
      year: null,
      country: null,
      lot: null,
      confidence: 'MODERATE',
      reference: 'DEMO reference',
    },
    foundAs: code('ABANDONED'),
    hazard: { suspected: [code('LOADED_WEAPON')], basis: 'DEMO: magazine fitted' },
    ...changes,
  });
}

/** Body of `evidence.registered`: a lot of live cartridges, 12.7x108 mm. */
export function cartridgesBody(at: string, changes: JsonObject = {}): JsonObject {
  return registeredBody(at, {
    subCategory: code('CARTRIDGE'),
    description: { en: 'DEMO: live cartridges', fr: 'DEMO : cartouches non tirées' },
    quantity: quantity('60'),
    foundAs: code('CACHED'),
    hazard: { suspected: [code('EXPLOSIVE')], basis: 'DEMO: live rounds' },
    ...changes,
  });
}

/** Body of `evidence.registered`: detonators, number not stated. */
export function detonatorsBody(at: string, changes: JsonObject = {}): JsonObject {
  return registeredBody(at, {
    category: code('EXPLOSIVE'),
    subCategory: code('DETONATOR'),
    description: { en: 'DEMO: detonators with labels', fr: 'DEMO : détonateurs étiquetés' },
    quantity: quantity(null),
    marks: [mark('LABEL', 'DEMO □□ELECTRIC DETONATOR')],
    headstamp: null,
    foundAs: code('IN_VEHICLE'),
    hazard: { suspected: [code('EXPLOSIVE')], basis: 'DEMO: labels' },
    ...changes,
  });
}

/** Body of `evidence.collected`. */
export function collectedBody(at: string, changes: JsonObject = {}): JsonObject {
  return {
    ...circumstances(at),
    scene: null,
    method: code('BY_HAND'),
    precautions: [code('GLOVES_CHANGED')],
    observed: 'FOUND',
    necessity: null,
    remark: null,
    ...changes,
  };
}

/** Body of `evidence.received-from-outside`. */
export function receivedFromOutsideBody(at: string, changes: JsonObject = {}): JsonObject {
  return {
    ...circumstances(at),
    from: {
      party: code('FRENCH_FORCES'),
      unit: 'DEMO-UNIT',
      name: 'DEMO-NAME',
      capacity: 'DEMO: detachment leader',
    },
    paper: { reference: 'DEMO-PAPER-7', scan: file('paper', 'application/pdf') },
    asTold: 'DEMO: said to have been seized the day before',
    sealsAsFound: [],
    condition: 'DEMO: in an open bag',
    ...changes,
  };
}

/** Body of `evidence.left-in-situ`. */
export function leftInSituBody(at: string, changes: JsonObject = {}): JsonObject {
  return {
    ...circumstances(at),
    reason: code('TOO_LARGE'),
    photographs: [photograph('DEMO-2')],
    marks: [mark('VIN', 'DEMO□VIN')],
    remark: null,
    ...changes,
  };
}

/** Body of `evidence.destroyed-in-situ`, without a sample. */
export function destroyedInSituBody(at: string, changes: JsonObject = {}): JsonObject {
  return {
    ...circumstances(at),
    reason: code('UNSAFE_TO_MOVE'),
    method: code('DEMOLITION'),
    certificate: 'DEMO-EOD-3',
    before: [photograph('DEMO-3', { kind: code('BEFORE') })],
    after: [photograph('DEMO-4', { kind: code('AFTER') })],
    samples: [],
    withoutSample: 'DEMO: nothing could be reached',
    ...changes,
  };
}

/** Body of `evidence.safety-assessed`. */
export function assessedBody(at: string, result: string, changes: JsonObject = {}): JsonObject {
  return { ...circumstances(at), result, basis: 'DEMO: visual', validUntil: null, ...changes };
}

/** Body of `evidence.render-safe-certified`. */
export function renderSafeBody(at: string, changes: JsonObject = {}): JsonObject {
  return {
    ...circumstances(at),
    certificate: 'DEMO-RSP-1',
    netExplosiveQuantity: null,
    removed: 'DEMO: as in the report of the team',
    limits: 'DEMO: not opened further',
    validUntil: '2021-05-02T00:00:00Z',
    scan: null,
    ...changes,
  };
}

/** Body of `evidence.certified`: explosive, certified for transport. */
export function certifiedBody(at: string, changes: JsonObject = {}): JsonObject {
  return {
    ...circumstances(at),
    certificate: 'DEMO-EOD-1',
    result: 'EXPLOSIVE_CERTIFIED_FOR_TRANSPORT',
    netExplosiveQuantity: '1.25',
    hazardDivision: '1.4',
    compatibilityGroup: 'S',
    basis: 'DEMO: identified',
    limits: 'DEMO: road only',
    validUntil: '2021-05-02T00:00:00Z',
    scan: null,
    ...changes,
  };
}

/** Body of `evidence.certified`: free from explosives. */
export function freeFromExplosivesBody(at: string, changes: JsonObject = {}): JsonObject {
  return certifiedBody(at, {
    result: 'CERTIFIED_FREE_FROM_EXPLOSIVES',
    netExplosiveQuantity: null,
    hazardDivision: null,
    compatibilityGroup: null,
    ...changes,
  });
}

/** Body of `evidence.weapon-cleared`, for the rifle of `rifleBody`. */
export function weaponClearedBody(at: string, changes: JsonObject = {}): JsonObject {
  return {
    ...circumstances(at),
    chamber: 'EMPTY',
    magazine: 'REMOVED',
    secondVisualCheck: true,
    tieThroughBarrel: false,
    ammunitionFound: false,
    ammunition: [],
    serialAsRead: 'DEMO-4711',
    remark: null,
    ...changes,
  };
}

/** Body of `evidence.split`. */
export function splitBody(at: string, remainder: string | null, changes: JsonObject = {}): JsonObject {
  return { ...circumstances(at), reason: 'DEMO: sorted by headstamp', remainder, ...changes };
}

/** Body of `evidence.derived`: a part of `parent`, at the time and place of its split. */
export function derivedBody(
  at: string,
  parentId: string,
  parent: EvidenceState,
  amount: string | null,
  changes: JsonObject = {},
): JsonObject {
  const { occurred = null, place = null } = circumstances(at);
  return {
    occurred,
    place,
    parent: parentId,
    inherits: inheritanceOf(parent),
    ...descriptionBody({ quantity: quantity(amount, parent.quantity.unit) }),
    ...changes,
  };
}

/** Body of `evidence.checked-out`. */
export function checkedOutBody(at: string, changes: JsonObject = {}): JsonObject {
  return {
    ...circumstances(at),
    purpose: code('INSPECTION'),
    destination: 'DEMO-ROOM',
    dueBack: '2021-04-12T12:00:00Z',
    condition: 'DEMO: as recorded',
    ...changes,
  };
}

/** Body of `evidence.returned`. */
export function returnedBody(at: string, amount: string | null, changes: JsonObject = {}): JsonObject {
  return {
    ...circumstances(at),
    quantity: quantity(amount),
    condition: 'DEMO: unchanged',
    sealNumber: null,
    difference: null,
    standIn: null,
    ...changes,
  };
}

/** Body of `evidence.classified`. */
export function classifiedBody(at: string, changes: JsonObject = {}): JsonObject {
  return {
    ...circumstances(at),
    classification: { ...unclassified, level: 'CONFIDENTIAL', caveats: [code('INVESTIGATION')] },
    originatorConsent: null,
    ...changes,
  };
}

/** Body of `evidence.part-classified` and of `information.part-classified`. */
export function partClassifiedBody(
  act: string,
  pointer: string,
  at: string,
  changes: JsonObject = {},
): JsonObject {
  return { ...classifiedBody(at), act, pointer, ...changes };
}

/** Body of `evidence.placed`: on shelf A1 of a store that is not for high-risk items. */
export function placedBody(at: string, store: string, changes: JsonObject = {}): JsonObject {
  return { ...circumstances(at), store, shelf: 'A1', highRiskStore: false, reason: null, ...changes };
}
