import type { Row } from './rows.js';

const decided = (...members: readonly string[]) => ({ in: 'release.decided', members });

/** Form D6: which members of the acts on a release carry out each row. */
export const d6: readonly Row[] = [
  {
    field: 'Clearance no., requested by, date',
    need: 'M',
    asked: [{ in: 'release.requested', members: ['number', 'occurred'] }],
    otherwise: 'who asks signs the request',
  },
  {
    field: 'Recipient, reference of the request',
    need: 'M',
    asked: [
      {
        in: 'release.requested',
        members: ['recipient', 'recipient/unit', 'recipient/capacity', 'recipient/person', 'request'],
      },
      { in: 'request.registered', members: ['reference', 'kind', 'authority', 'date'] },
    ],
  },
  {
    field: 'Purpose and proceedings, offence, article',
    need: 'M',
    asked: [{ in: 'release.requested', members: ['purpose', 'proceedings', 'offence', 'article'] }],
  },
  {
    field: 'Mandate basis',
    need: 'M',
    asked: [{ in: 'release.requested', members: ['mandateBasis'] }],
  },
  {
    field: 'Content list, with hashes',
    need: 'M',
    asked: [{ in: 'release.requested', members: ['item:as', 'item:files', 'item:version'] }],
  },
  {
    field: 'Privileges and immunities',
    need: 'M',
    asked: [
      decided(
        'privileges',
        'privileges/documents',
        'privileges/personnel',
        'privileges/waiverNeeded',
        'privileges/waiver',
        'privileges/withoutPrejudice',
      ),
    ],
  },
  {
    field: 'HRDDP: assessment, risk, mitigation, review date',
    need: 'M',
    asked: [
      decided(
        'dueDiligence',
        'dueDiligence/assessment',
        'dueDiligence/reference',
        'dueDiligence/risk',
        'dueDiligence/mitigation',
        'dueDiligence/reviewOn',
      ),
    ],
  },
  {
    field: 'Death penalty: possible, state of the law, assurance, level',
    need: 'M',
    asked: [
      decided(
        'deathPenalty',
        'deathPenalty/possible',
        'deathPenalty/state',
        'deathPenalty/basis',
        'deathPenalty/assurance',
        'deathPenalty/assurance/reference',
        'deathPenalty/assurance/date',
        'deathPenalty/assurance/givenBy',
        'deathPenalty/level',
        'questions/noDeathPenalty',
      ),
    ],
  },
  {
    field: 'Torture or ill-treatment risk',
    need: 'M',
    asked: [decided('torture', 'torture/risk', 'torture/basis', 'torture/mitigation')],
  },
  {
    field: 'Sources and witnesses: identifiable, consent, protection plan',
    need: 'M',
    asked: [
      decided('sources', 'sources/identifiable', 'sources/protectionPlan', 'questions/consent'),
      { in: 'release.input-given', members: ['sources'] },
    ],
  },
  {
    field: 'Originators and their consent',
    need: 'M',
    asked: [
      decided('originators', 'originators/0/originator', 'originators/0/consent', 'originators/0/basis'),
    ],
  },
  {
    field: 'Personal data of third persons',
    need: 'M',
    asked: [decided('thirdPersons', 'thirdPersons/present', 'thirdPersons/whose', 'thirdPersons/treatment')],
  },
  {
    field: 'Classification now, after release, downgrade by',
    need: 'M',
    asked: [
      decided(
        'classification',
        'classification/now',
        'classification/after',
        'classification/downgraded',
        'classification/downgraded/by',
      ),
    ],
  },
  {
    field: 'Redactions',
    need: 'M',
    asked: [
      decided(
        'redactions',
        'redactions/0/piece',
        'redactions/0/file',
        'redactions/0/what',
        'redactions/0/ground',
        'redactions/0/why',
        'redactions/0/members',
        'originalPhotographs',
        'originalPhotographs/0/piece',
        'originalPhotographs/0/file',
        'originalPhotographs/0/boundBy',
        'originalPhotographs/0/why',
      ),
    ],
  },
  {
    field: 'Conditions: use, onward sharing, return, expiry',
    need: 'C',
    asked: [decided('conditions', 'conditions/0/kind', 'conditions/0/text')],
  },
  {
    field: 'Inputs from HR, originator, security, with date',
    need: 'M',
    asked: [
      decided('inputs', 'inputs/0/kind', 'inputs/0/given', 'inputs/0/reason'),
      { in: 'release.input-given', members: ['kind', 'view', 'basis', 'date'] },
    ],
  },
  {
    field: 'Decision, reasons, by, capacity, date, valid until',
    need: 'M',
    asked: [decided('outcome', 'reasons', 'capacity', 'occurred', 'validFrom', 'validUntil')],
    otherwise: 'who decides signs the decision',
  },
];
