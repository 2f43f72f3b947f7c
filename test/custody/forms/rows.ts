import type { RuleCode } from '../../../src/custody/refusals.js';
import { d5 } from './rows-laboratory.js';
import { d6 } from './rows-release.js';

/** Where a field of a form is asked for: members of the body of a sample that cannot be left out. */
interface Asked {
  /** A sample of `samples.ts`. */
  readonly in: string;
  readonly members?: readonly string[];
  /** Members of a withheld claim. */
  readonly disclosed?: readonly string[];
  /** A countersignature, and the rule that misses it. */
  readonly signed?: { readonly as: string; readonly rule: RuleCode };
}

/** One row of a form of domain.md (d), in the order of its table. */
export interface Row {
  readonly field: string;
  readonly need: 'M' | 'C' | 'O';
  readonly asked: readonly Asked[];
  /** How it is there without being asked for: computed, or part of every event. */
  readonly otherwise?: string;
}

const position = ['position/latitude', 'position/longitude', 'position/accuracyMetres', 'position/datum'];
const witness = { as: 'witness', rule: 'countersignature.missing' } as const;

/** Forms D1 to D6: which members of which act carry out each row. */
export const forms: Readonly<Record<'D1' | 'D2' | 'D3' | 'D4' | 'D5' | 'D6', readonly Row[]>> = {
  D5: d5,
  D6: d6,
  D1: [
    {
      field: 'Case file, type of incident',
      need: 'M',
      asked: [{ in: 'incident.opened', members: ['caseFile', 'classifications', 'classifications/0/type'] }],
    },
    {
      field: 'Place with gazetteer and its date, coordinates, accuracy, datum',
      need: 'M',
      asked: [
        {
          in: 'scene.opened',
          members: [
            'location',
            'location/name',
            'location/administrativeUnits',
            'location/gazetteer',
            'location/gazetteerDate',
            'location/today',
            'location/position',
          ],
        },
        { in: 'scene.documented', members: ['position'], disclosed: position },
      ],
    },
    {
      field: 'Time of the attack, of arrival, of leaving',
      need: 'M',
      asked: [
        { in: 'incident.opened', members: ['happened', 'happened/at', 'happened/precision'] },
        { in: 'scene.secured', members: ['arrival', 'arrival/at', 'arrival/precision'] },
        { in: 'scene.closed', members: ['leaving', 'leaving/at', 'leaving/precision'] },
      ],
    },
    {
      field: 'Team: names, unit, capacity, contingent',
      need: 'M',
      asked: [
        {
          in: 'scene.documented',
          members: ['team', 'team/0/officer', 'team/0/name', 'team/0/unit', 'team/0/capacity'],
        },
      ],
    },
    {
      field: 'Secured by whom, who entered before, what was changed',
      need: 'M',
      asked: [
        {
          in: 'scene.secured',
          members: [
            'unit',
            'cordon',
            'casualties',
            'enteredBefore',
            'enteredBefore/0/who',
            'enteredBefore/0/capacity',
            'changes',
          ],
        },
      ],
    },
    {
      field: 'EOD clearance: reference, area, validity',
      need: 'C',
      asked: [{ in: 'scene.cleared', members: ['reference', 'area', 'validUntil'] }],
    },
    {
      field: 'Weather, light, ground',
      need: 'O',
      asked: [
        {
          in: 'scene.documented',
          members: ['conditions', 'conditions/weather', 'conditions/light', 'conditions/ground'],
        },
      ],
    },
    {
      field: 'Photographs with hash, sketch with scale and north',
      need: 'M',
      asked: [
        {
          in: 'scene.documented',
          members: [
            'photographs',
            'photographs/0/number',
            'photographs/0/file',
            'photographs/0/file/sha256',
            'photographs/0/scale',
            'sketch',
            'sketch/file',
            'sketch/scale',
            'sketch/north',
          ],
        },
      ],
    },
    {
      field: 'Method of search, limits, time available, threat',
      need: 'M',
      asked: [
        {
          in: 'scene.documented',
          members: ['search', 'search/method', 'search/limits', 'search/minutesAvailable', 'search/threat'],
        },
      ],
    },
    {
      field: 'How many items recorded, collected, left, destroyed',
      need: 'M',
      asked: [
        {
          in: 'scene.closed',
          members: [
            'counts',
            'counts/recorded',
            'counts/collected',
            'counts/left',
            'counts/destroyed',
            'itemsLeft',
            'itemsLeft/0/item',
            'itemsLeft/0/reason',
          ],
        },
      ],
    },
    {
      field: 'Witnesses, by reference',
      need: 'O',
      asked: [{ in: 'scene.documented', members: ['witnesses'] }],
    },
    {
      field: 'Claim of responsibility, by reference',
      need: 'O',
      asked: [{ in: 'incident.opened', members: ['claimReference'] }],
    },
    {
      field: 'How far it was exploited, and why not fully',
      need: 'M',
      asked: [{ in: 'scene.closed', members: ['exploited', 'reasons'] }],
    },
    {
      field: 'Personal statement of the leader',
      need: 'M',
      asked: [{ in: 'scene.closed', members: ['statement'] }],
    },
  ],
  D2: [
    {
      field: 'Number of the item, of its root, of its parent',
      need: 'M',
      asked: [
        {
          in: 'evidence.registered',
          members: ['derivedFrom', 'derivedFrom/parent', 'derivedFrom/root', 'derivedFrom/relation'],
        },
      ],
      otherwise: 'the number of the item follows from its own identifier (RQ-01: evidence.number-not-random)',
    },
    {
      field: 'Category, sub-category',
      need: 'M',
      asked: [
        {
          in: 'evidence.registered',
          members: ['category', 'category/code', 'subCategory', 'subCategory/code'],
        },
      ],
    },
    {
      field: 'Description in English and in French',
      need: 'M',
      asked: [{ in: 'evidence.registered', members: ['description', 'description/en', 'description/fr'] }],
    },
    {
      field: 'Quantity, unit, counted by',
      need: 'M',
      asked: [
        {
          in: 'evidence.registered',
          members: ['quantity', 'quantity/amount', 'quantity/unit', 'quantity/countedBy'],
        },
      ],
    },
    {
      field: 'Position at the scene, numbers of the photographs',
      need: 'M',
      asked: [
        {
          in: 'evidence.registered',
          members: [
            'positionAtScene',
            'positionAtScene/words',
            'positionAtScene/exact',
            'photographs',
            'photographs/0/number',
            'photographs/0/file',
            'withoutPhotograph',
          ],
        },
      ],
    },
    {
      field: 'Found as',
      need: 'M',
      asked: [{ in: 'evidence.registered', members: ['foundAs', 'foundAs/code'] }],
    },
    {
      field: 'Marks as read, where, on which photograph',
      need: 'C',
      asked: [
        {
          in: 'evidence.registered',
          members: [
            'marks',
            'marks/0/text',
            'marks/0/unreadable',
            'marks/0/place',
            'marks/0/photograph',
            'unmarked',
          ],
        },
      ],
    },
    {
      field: 'Make, model, calibre, serial, year, country, with confidence and reference',
      need: 'C',
      asked: [
        {
          in: 'evidence.registered',
          members: [
            'interpretation',
            'interpretation/make',
            'interpretation/model',
            'interpretation/calibre',
            'interpretation/calibre/written',
            'interpretation/serial',
            'interpretation/year',
            'interpretation/country',
            'interpretation/confidence',
            'interpretation/reference',
          ],
        },
      ],
    },
    {
      field: 'Headstamp by clock position, case material, primer, calibre',
      need: 'C',
      asked: [
        {
          in: 'evidence.registered',
          members: [
            'headstamp',
            'headstamp/characters',
            'headstamp/characters/0/clock',
            'headstamp/characters/0/text',
            'headstamp/characters/0/symbol',
            'headstamp/caseMaterial',
            'headstamp/primerColour',
            'headstamp/yearForm',
          ],
        },
      ],
    },
    {
      field: 'Lot or batch number',
      need: 'C',
      asked: [{ in: 'evidence.registered', members: ['interpretation/lot'] }],
    },
    {
      field: 'Condition, marks of use, damage',
      need: 'M',
      asked: [{ in: 'evidence.registered', members: ['condition'] }],
    },
    {
      field: 'Hazard and state of safety, certificate',
      need: 'M',
      asked: [
        { in: 'evidence.registered', members: ['hazard', 'hazard/suspected', 'hazard/basis'] },
        { in: 'evidence.safety-assessed', members: ['result', 'basis', 'validUntil'] },
        { in: 'evidence.certified', members: ['certificate', 'result', 'validUntil'] },
      ],
    },
    {
      field: 'Traces it may carry, precautions taken',
      need: 'M',
      asked: [
        { in: 'evidence.registered', members: ['traces', 'traces/potential', 'traces/precautions'] },
        { in: 'evidence.collected', members: ['precautions'] },
      ],
    },
    {
      field: 'Collected by, witnessed by',
      need: 'M',
      asked: [{ in: 'evidence.collected', members: ['method', 'observed'], signed: witness }],
      otherwise: 'who collects is the signer of the act, who is in the envelope of every event',
    },
    {
      field: 'Package and seal',
      need: 'C',
      asked: [
        {
          in: 'package.sealed',
          members: ['packageNumber', 'seal', 'seal/number', 'item:package', 'item:sealNumber'],
        },
      ],
    },
    {
      field: 'Owner, or who is thought to be',
      need: 'O',
      asked: [{ in: 'evidence.registered', members: ['owner'], disclosed: ['owner/name', 'owner/basis'] }],
    },
    {
      field: 'Recovering party',
      need: 'M',
      asked: [
        { in: 'evidence.registered', members: ['recoveringParty', 'recoveringParty/code', 'recoveringUnit'] },
      ],
    },
    {
      field: 'In custody or documented only',
      need: 'M',
      asked: [{ in: 'evidence.registered', members: ['holding'] }],
    },
    {
      field: 'Classification, originator, release caveat',
      need: 'M',
      asked: [
        {
          in: 'evidence.registered',
          members: [
            'classification',
            'classification/level',
            'classification/originator',
            'classification/caveats',
            'classification/reason',
          ],
        },
      ],
    },
    {
      field: 'Key of the sample: calibre, producer, year',
      need: 'C',
      asked: [],
      otherwise: 'computed from the interpretation; a partial key is none (sampleKeyOf)',
    },
  ],
  D3: [
    {
      field: 'Number of the seal, from a stock register',
      need: 'M',
      asked: [{ in: 'package.sealed', members: ['seal', 'seal/stock', 'seal/number'] }],
    },
    { field: 'Type', need: 'M', asked: [{ in: 'package.sealed', members: ['seal/type'] }] },
    {
      field: 'Form: open, closed, uncovered',
      need: 'M',
      asked: [{ in: 'package.sealed', members: ['seal/form'] }],
    },
    {
      field: 'Number of the package, list of its content',
      need: 'M',
      asked: [
        {
          in: 'package.sealed',
          members: ['packageNumber', 'item:content', 'item:content/description', 'item:content/quantity'],
        },
      ],
    },
    {
      field: 'Applied by, witnessed by, when, where',
      need: 'M',
      asked: [{ in: 'package.sealed', members: ['occurred', 'occurred/at', 'place'], signed: witness }],
      otherwise: 'who applies it is the signer of the act',
    },
    {
      field: 'Signature or initials across the seal, photograph',
      need: 'M',
      asked: [{ in: 'package.sealed', members: ['seal/signedAcross', 'seal/photo', 'seal/photo/sha256'] }],
    },
    {
      field: 'Label: case, exhibit, description, date, place, officer',
      need: 'M',
      asked: [
        {
          in: 'package.sealed',
          members: [
            'label',
            'label/case',
            'label/exhibit',
            'label/description',
            'label/date',
            'label/place',
            'label/officer',
          ],
        },
      ],
    },
    {
      field: 'State at each check, by whom',
      need: 'M',
      asked: [
        {
          in: 'transfer.received',
          members: ['item:seals', 'item:seals/0/number', 'item:seals/0/found', 'item:seals/0/status'],
        },
        { in: 'package.opened', members: ['sealState', 'item:sealState'] },
        { in: 'package.found-damaged', members: ['state', 'item:state', 'couldHaveBeenTouched'] },
        { in: 'transfer.passed-on', members: ['container/sealStatus', 'item:sealNumber'] },
      ],
      otherwise: 'who checks is the signer of each act',
    },
    {
      field: 'Opened by, authority, reason, where',
      need: 'C',
      asked: [
        {
          in: 'package.opened',
          members: ['authority', 'authority/kind', 'authority/reference', 'reason', 'place', 'oldSealKept'],
          signed: witness,
        },
      ],
    },
    {
      field: 'Superseded by which seal',
      need: 'C',
      asked: [{ in: 'package.resealed', members: ['sealNumber', 'seal/number', 'item:formerSealNumber'] }],
    },
    {
      field: 'Stock: issued to whom, spoiled, lost',
      need: 'M',
      asked: [
        { in: 'sealstock.issued', members: ['numbers', 'sealType', 'issuedTo'] },
        { in: 'sealstock.spoiled', members: ['number', 'reason', 'photo'] },
        { in: 'sealstock.lost', members: ['number', 'reason', 'photo'] },
      ],
    },
  ],
  D4: [
    {
      field: 'Number of the manifest, leg n of m',
      need: 'M',
      asked: [{ in: 'transfer.offered', members: ['manifest', 'leg', 'leg/number', 'leg/of'] }],
    },
    {
      field: 'From and to: store or person, capacities',
      need: 'M',
      asked: [
        {
          in: 'transfer.offered',
          members: [
            'from',
            'from/capacity',
            'from/site',
            'from/store',
            'receiver',
            'receiver/officer',
            'receiver/role',
            'receiver/capacity',
            'receiver/unit',
            'receiver/site',
            'receiver/store',
          ],
        },
      ],
      otherwise: 'the giver is the signer of the offer',
    },
    { field: 'Purpose', need: 'M', asked: [{ in: 'transfer.offered', members: ['kind', 'purpose'] }] },
    {
      field: 'Line: item, short description, quantity, package, seal, hazard',
      need: 'M',
      asked: [
        {
          in: 'transfer.offered',
          members: [
            'item:description',
            'item:quantity',
            'item:quantity/amount',
            'item:quantity/unit',
            'item:package',
            'item:sealNumber',
            'item:sealException',
            'item:hazard',
          ],
        },
      ],
      otherwise: 'the item is the subject of the line, and listed by the group (log-format section 10)',
    },
    {
      field: 'Number and seal of the container',
      need: 'C',
      asked: [
        { in: 'transfer.offered', members: ['container', 'container/number', 'container/seal'] },
        { in: 'transfer.received', members: ['container', 'container/number', 'container/sealStatus'] },
      ],
    },
    {
      field: 'Means, reference of the movement, of the dangerous-goods declaration',
      need: 'M',
      asked: [
        { in: 'transfer.offered', members: ['means', 'movementReference', 'dangerousGoodsReference'] },
        { in: 'transfer.departed', members: ['movementReference'] },
      ],
    },
    {
      field: 'EOD and weapon-clear certificates',
      need: 'C',
      asked: [{ in: 'transfer.offered', members: ['item:certificates'] }],
    },
    {
      field: 'Departure and arrival, planned and actual',
      need: 'M',
      asked: [
        { in: 'transfer.offered', members: ['plannedDeparture', 'plannedArrival'] },
        { in: 'transfer.departed', members: ['occurred', 'occurred/at'] },
        { in: 'transfer.received', members: ['occurred', 'occurred/at'] },
      ],
    },
    {
      field: 'Couriers, each leg, with the state of the seals',
      need: 'M',
      asked: [
        {
          in: 'transfer.departed',
          members: [
            'container/number',
            'container/seal',
            'container/sealStatus',
            'item:sealNumber',
            'item:sealException',
          ],
        },
        {
          in: 'transfer.passed-on',
          members: [
            'container/number',
            'container/seal',
            'container/sealStatus',
            'item:sealNumber',
            'item:sealException',
          ],
          signed: { as: 'previous-courier', rule: 'countersignature.missing' },
        },
      ],
      otherwise: 'the courier is the signer of each leg',
    },
    {
      field: 'Receipt: count, state of each seal, condition, reserve',
      need: 'M',
      asked: [
        {
          in: 'transfer.received',
          members: [
            'item:quantity',
            'item:seals',
            'item:seals/0/status',
            'item:condition',
            'item:conditionAgrees',
            'item:description',
            'item:descriptionAgrees',
            'item:reserve',
            'item:reserve/text',
          ],
        },
      ],
    },
    {
      field: 'Differences: numbers of the discrepancies',
      need: 'C',
      asked: [{ in: 'transfer.received', members: ['item:reserve/discrepancies'] }],
    },
    {
      field: 'Signatures of both sides',
      need: 'M',
      asked: [
        { in: 'transfer.departed', signed: { as: 'giver', rule: 'countersignature.missing' } },
        {
          in: 'transfer.received as it was handed over',
          signed: { as: 'hands-over', rule: 'transfer.custodian-not-countersigned' },
        },
      ],
      otherwise: 'the receiver is the signer of the receipt',
    },
  ],
};
