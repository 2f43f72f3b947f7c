import t from 'tap';
import { buildBody } from '../../../src/cli/act/body.js';
import { exampleOf } from '../../../src/cli/act/example.js';
import { circumstancesOf, givenFields } from '../../../src/cli/act/form.js';
import { exampleId, secondExampleId } from '../../../src/cli/example-help.js';
import { type ActCommand, actCommands } from '../../../src/cli/verbs.js';
import { currentRule } from '../../../src/custody/catalogue.js';
import type { EvidenceState, ReleaseOnItem } from '../../../src/custody/evidence/state.js';
import type { ExaminationState } from '../../../src/custody/examination/state.js';
import type { OfficerState } from '../../../src/custody/officer/state.js';
import type { RuleCode } from '../../../src/custody/refusals.js';
import type { UnitState } from '../../../src/custody/unit/state.js';
import type { ExaminationStatus } from '../../../src/custody/vocabulary/laboratory.js';
import type { JsonObject } from '../../../src/log/index.js';
import { heldItem } from '../../helpers/held-item.js';
import { type Intent, Procedure, uuidOf } from '../../helpers/procedure.js';

/** What an example cannot know: event ids, digests and keys are made by the log and the devices. */
const knownToTheLogAlone: readonly RuleCode[] = [
  'corrected.not-of-subject',
  'evidence.part-unknown',
  'erased.not-of-subject',
  'officer.key-unknown',
  'scene.clearance-unknown',
  'source.consent-not-standing',
];

/** Whom an example names by the UUID that all examples bear. */
const persons: Readonly<Record<string, string>> = {
  'incident.assigned': 'DEMO-CASE',
  'transfer.offered': 'DEMO-SEC',
  'transfer.taken-over': 'DEMO-WIT-1',
};

/** Acts at a scene rely on its clearance, whose number the log gives: it is put into their `refs`. */
const underClearance = ['visit.entered', 'scene.documented', 'evidence.collected'];

const photo = { sha256: 'a'.repeat(64), size: 1, mediaType: 'image/jpeg', path: 'photo.jpg' };

t.test('each worked example passes the rules of its own form, and no gate refuses it', async t => {
  const procedure = new Procedure();
  procedure.suppose(`log/${exampleId}`, {});
  const now = Date.UTC(2021, 3, 2, 11, 30);
  let clearance = '';
  for (const act of actCommands()) {
    const intent = await asTyped(procedure, act, now);
    // Made by another command, whose output is held to the rules by test/cli/init.test.ts.
    if (intent === null) continue;
    if (underClearance.includes(act.type)) Object.assign(intent, { refs: [clearance] });
    suppose(procedure, act.type, intent);
    const { rules, events, detail } = procedure.judge(intent);
    if (act.type === 'scene.cleared') clearance = events[0]?.eventId ?? '';
    const refused = rules.filter(rule => !knownToTheLogAlone.includes(rule));
    // The hash of an SOP document is known where the document lies.
    const expected = act.type === 'log.sop-adopted' ? ['log.sop-unknown'] : [];
    t.same(refused, expected, `scelle ${act.group} ${act.verb}: ${JSON.stringify(detail)}`);
  }
});

/** The act that the example signs, as its command would make it; null where another command writes its form. */
async function asTyped(procedure: Procedure, act: ActCommand, now: number): Promise<Intent | null> {
  const rule = currentRule(act.type);
  if (rule === undefined) throw new Error(act.type);
  const { args, items } = exampleOf(act, rule, now);
  const after = (name: string) => args.filter((_, at) => args[at - 1] === name);
  if (after('--body').length > 0) return null;
  const [at] = after('--at');
  const [place = ''] = after('--place');
  const [site] = after('--site');
  const typed = {
    precision: 'MINUTE',
    zone: 'Africa/Bamako',
    place,
    ...(site === undefined ? {} : { site }),
  };
  const base = at === undefined ? {} : circumstancesOf({ ...typed, at });
  const person = persons[act.type] ?? 'DEMO-WIT';
  const { body } = await buildBody({
    schema: rule.body,
    base,
    given: givenFields(after('--set')),
    bindFile: async () => photo,
    eventAt: async number => number,
    resolve: async (kind, name) => {
      if (kind !== 'officer') return name;
      const other = name === exampleId ? person : `${person}-2`;
      return procedure.enlist(other, roleOf(person), ofLaboratory(act.type));
    },
  });
  const role = after('--as')[0]?.split(':')[1] ?? '';
  const same = { occurred: base.occurred ?? null, place: base.place ?? null };
  const type = rule.itemTypes?.[0] ?? '';
  const listed = items?.map(({ subject, ...item }) => ({
    subject: String(subject),
    type,
    body: { ...same, ...item } as JsonObject,
  }));
  return {
    subject: `${act.type.slice(0, act.type.indexOf('.'))}/${exampleId}`,
    type: act.type,
    by: `DEMO-${role}/${role}`,
    body,
    countersigned: after('--with').map((text, position) => {
      const [, other = '', as = ''] = text.split(':');
      return `DEMO-${other}-${position}/${other} as ${as}`;
    }),
    ...(listed === undefined ? {} : { items: listed }),
  };
}

/** Examples of examinations are of field exploitation: the collectors' unit is the laboratory. */
function ofLaboratory(type: string): Partial<OfficerState> {
  return type.startsWith('examination.') ? { unit: exampleId } : {};
}

function roleOf(name: string): string {
  return name.split('-')[1] ?? '';
}

/** What has to be there before the act: the item as it stands then, in the hands of who gives it away. */
function suppose(procedure: Procedure, type: string, { by, items, countersigned = [] }: Intent): void {
  const signer = uuidOf(by.split('/')[0] ?? '');
  if (type.startsWith('examination.')) supposeLaboratory(procedure, type, signer, countersigned);
  if (type === 'examination.traces-matched' || type.startsWith('link.')) {
    const other = heldItem('DEMO-2', signer, itemBefore(type, signer, {}));
    procedure.suppose(`evidence/${secondExampleId}`, { ...other, root: secondExampleId });
  }
  if (type === 'evidence.consumed') procedure.suppose(`examination/${exampleId}`, {});
  const before = itemBefore(type, signer, items?.[0]?.body ?? {});
  procedure.suppose(`evidence/${exampleId}`, heldItem('DEMO', signer, before));
  // The views of the examples before are of other forms: the decision of this one does without.
  if (type === 'release.decided') {
    const release = `release/${exampleId}`;
    procedure.suppose(release, { ...procedure.state<object>(release), inputs: [] });
    // So it is with the assessment of the unit: the example's is kept elsewhere.
    const { assessment: _, ...unit } = procedure.state<Partial<UnitState>>(`unit/${exampleId}`);
    procedure.suppose(`unit/${exampleId}`, unit);
  }
  if (type === 'dossier.built') {
    const release = `release/${exampleId}`;
    const items = { [exampleId]: 'CLEARED' };
    procedure.suppose(release, { ...procedure.state<object>(release), items, recipientUnit: exampleId });
  }
  if (type === 'dossier.notice-sent') {
    const follows = { dossier: exampleId, as: 'NEW_VERSION' };
    procedure.suppose(`dossier/${secondExampleId}`, { number: 'DEMO', follows });
  }
  // Opened by the command that takes the table over.
  if (type.startsWith('import.'))
    procedure.suppose(`import/${exampleId}`, { corrections: [], standing: 'OPEN', openedBy: signer });
  if (type === 'release.requested') procedure.suppose(`request/${exampleId}`, { closed: null });
  // An act that begins its subject finds none.
  const rule = currentRule(type);
  const kind = type.slice(0, type.indexOf('.'));
  if (rule?.begins === true) forget(procedure, `${kind}/${exampleId}`);
}

/** Another act may have begun the subject of the same example. */
function forget({ world }: Procedure, subject: string): void {
  world.standings.delete(subject);
  for (const [claim, holder] of world.claims) if (holder === subject) world.claims.delete(claim);
}

/** Who signs belongs to the laboratory, and the examination is his. */
function supposeLaboratory(
  procedure: Procedure,
  type: string,
  signer: string,
  countersigned: readonly string[],
): void {
  procedure.enlist('DEMO-WIT', 'WIT', { unit: exampleId });
  for (const text of countersigned) {
    const [name = '', role = ''] = text.split(' as ')[0]?.split('/') ?? [];
    procedure.enlist(name, role, { unit: exampleId });
  }
  const subject = `examination/${exampleId}`;
  const state = procedure.world.standing(subject)?.state as ExaminationState | undefined;
  if (state === undefined || !type.includes('result')) return;
  const [reviewer = ''] = countersigned[0]?.split('/') ?? [];
  procedure.suppose(subject, { ...state, examiner: signer, examiners: [signer], reviewer: uuidOf(reviewer) });
}

function itemBefore(type: string, signer: string, item: JsonObject): Partial<EvidenceState> {
  const held = heldItem('DEMO', signer);
  const recorded = { physical: 'RECORDED', custody: null, collectedBy: null, scene: exampleId } as const;
  const heldBy = (name: string) =>
    held.custody === null ? {} : { custody: { ...held.custody, officer: uuidOf(name), role: roleOf(name) } };
  const seal = {
    package: exampleId,
    number: 'DEMO-000001',
    status: 'APPLIED',
    event: 'DEMO',
    together: 1,
  } as const;
  const transit: EvidenceState['transit'] = {
    transfer: exampleId,
    kind: 'STORAGE',
    stage: 'DEPARTED',
    giver: uuidOf('DEMO-WIT-0'),
    giverRole: 'WIT',
    giverUnit: null,
    receiver: uuidOf('DEMO-SEC'),
    receiverRole: 'SEC',
    receiverUnit: null,
    courier: uuidOf('DEMO-COU-0'),
    release: null,
    offered: 'DEMO',
    offeredAt: '2021-04-02T10:00:00Z',
  };
  const travelling = { ...heldBy('DEMO-COU-0'), physical: 'IN_TRANSIT' } as const;
  const release: EvidenceState['legal'] = {
    [exampleId]: {
      status: type === 'release.decided' ? 'UNDER_REVIEW' : 'CLEARED',
      requestedBy: uuidOf('DEMO-CASE'),
      recipientUnit: exampleId,
      recipientCapacity: 'DEMO',
      purpose: 'DEMO',
      validFrom: null,
      validUntil: null,
      conditions: [],
      event: 'DEMO',
    },
  };
  const granted: EvidenceState['legal'] = {
    [exampleId]: {
      ...(release[exampleId] as ReleaseOnItem),
      validFrom: '2021-04-01T00:00:00Z',
      validUntil: '2021-05-01T00:00:00Z',
    },
  };
  const worlds: Readonly<Record<string, Partial<EvidenceState>>> = {
    'evidence.collected': recorded,
    'evidence.received-from-outside': recorded,
    'evidence.left-in-situ': recorded,
    'evidence.destroyed-in-situ': recorded,
    'evidence.weapon-cleared': { firearm: true },
    'evidence.split': { ...(item.inherits as object), quantity: { amount: '2', unit: 'PIECE' } },
    'evidence.sampled': { ...(item.inherits as object) },
    'evidence.checked-out': heldBy('DEMO-WIT-0'),
    'evidence.returned': {
      physical: 'CHECKED_OUT',
      ...heldBy('DEMO-WIT-0'),
      checkOut: {
        taker: uuidOf('DEMO-WIT-0'),
        custodian: null,
        purpose: 'PHOTOGRAPHY',
        dueBack: '2021-04-03T08:00:00Z',
        event: 'DEMO',
        site: null,
      },
    },
    'package.opened': { seal },
    'package.resealed': { formerSeals: [seal] },
    'package.found-damaged': { seal: { ...seal, number: 'DEMO-000002' } },
    'discrepancy.opened': { custody: null },
    'discrepancy.closed': {
      custody: null,
      discrepancies: {
        [exampleId]: { kind: 'MISSING_ITEM', open: true, custodian: null, missingSince: null, outcome: null },
      },
    },
    'transfer.recalled': { transit: { ...transit, stage: 'OFFERED', giver: signer } },
    'transfer.departed': { ...heldBy('DEMO-WIT-0'), transit: { ...transit, stage: 'OFFERED' } },
    'transfer.passed-on': { ...travelling, transit },
    'transfer.received': { ...travelling, transit, seal },
    'transfer.refused': { ...travelling, transit },
    'transfer.taken-over': heldBy('DEMO-WIT-1'),
    'hold.lifted': {
      holds: {
        [exampleId]: {
          function: 'LEG',
          scope: 'RELEASE',
          since: '2021-04-02T10:00:00Z',
          event: 'DEMO',
          lifted: null,
        },
      },
    },
    'examination.accepted': { examinations: examined('REQUESTED') },
    'examination.rejected': { examinations: examined('REQUESTED') },
    'examination.withdrawn': { examinations: examined('ACCEPTED') },
    'examination.destruction-approved': { examinations: examined('ACCEPTED') },
    'examination.lead-recorded': { examinations: examined('REPORTED') },
    'examination.traces-matched': { examinations: examined('REPORTED') },
    'evidence.consumed': { examinations: examined('ACCEPTED') },
    'examination.result-issued': { examinations: examined('ACCEPTED') },
    'examination.result-amended': { examinations: examined('REPORTED') },
    'dossier.built': { legal: granted },
    'dossier.delivered': { legal: granted },
    'release.decided': { legal: release },
    'release.copy-disclosed': { legal: granted },
    'release.suspended': { legal: release },
    'release.withdrawn': { legal: release },
  };
  return worlds[type] ?? {};
}

function examined(status: ExaminationStatus): NonNullable<EvidenceState['examinations']> {
  return {
    [exampleId]: {
      number: 'DEMO',
      laboratory: exampleId,
      level: 'L1',
      status,
      requestedBy: uuidOf('DEMO-CASE'),
      question: 'DEMO',
      exams: [{ type: 'PRINTS_POWDER', class: 'TRACE', status: 'ASKED' }],
      laboratoryNumber: null,
      destruction: [{ event: 'A'.repeat(43), exam: 'PRINTS_POWDER', atMost: null }],
      consumed: [],
      results: [
        {
          ...{ report: 'DEMO', version: 1, event: 'DEMO', examiner: 'DEMO', reviewer: null },
          ...{ at: '2021-04-02T08:00:00Z', exams: [], marks: [] },
          traces: [{ kind: 'FINGER_MARK', reference: 'DEMO' }],
        },
      ],
      event: 'DEMO',
    },
  };
}
