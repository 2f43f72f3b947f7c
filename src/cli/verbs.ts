import { catalogue, itemTypes } from '../custody/catalogue.js';
import { serviceActs } from '../custody/log/service-acts.js';

/** What a person types for an event's word; words not named here are typed as they are. */
const imperatives: Readonly<Record<string, string>> = {
  registered: 'register',
  'key-registered': 'register-key',
  'key-revoked': 'revoke-key',
  'role-granted': 'grant-role',
  'role-ended': 'end-role',
  corrected: 'correct',
  'disclosure-erased': 'erase-disclosure',
  'stores-changed': 'change-stores',
  opened: 'open',
  assigned: 'assign',
  secured: 'secure',
  cleared: 'clear',
  'clearance-withdrawn': 'withdraw-clearance',
  documented: 'document',
  closed: 'close',
  entered: 'enter',
  left: 'leave',
  collected: 'collect',
  'received-from-outside': 'receive-from-outside',
  'left-in-situ': 'leave-in-situ',
  'destroyed-in-situ': 'destroy-in-situ',
  'safety-assessed': 'assess',
  'render-safe-certified': 'certify-render-safe',
  certified: 'certify',
  'weapon-cleared': 'clear-weapon',
  split: 'split',
  sampled: 'sample',
  consumed: 'consume',
  placed: 'place',
  'checked-out': 'check-out',
  returned: 'return',
  classified: 'classify',
  'part-classified': 'classify-part',
  'statement-given': 'give-statement',
  'statement-taken': 'take-statement',
  sealed: 'seal',
  resealed: 'reseal',
  'found-damaged': 'report-damage',
  issued: 'issue',
  lifted: 'lift',
  linked: 'link',
  'consent-recorded': 'record-consent',
  'consent-revoked': 'revoke-consent',
  assessed: 'assess',
  'suspension-lifted': 'lift-suspension',
  spoiled: 'report-spoiled',
  lost: 'report-lost',
  offered: 'offer',
  departed: 'depart',
  'passed-on': 'pass-on',
  recalled: 'recall',
  received: 'receive',
  refused: 'refuse',
  'taken-over': 'take-over',
  explained: 'explain',
  answered: 'answer',
  drafted: 'draft',
  acknowledged: 'acknowledge',
  reminded: 'remind',
  'reply-offered': 'offer-reply',
  'reply-recorded': 'record-reply',
  'finding-recorded': 'record-finding',
  'link-recorded': 'record-link',
  'strand-restated': 'restate-strand',
  reassigned: 'reassign',
  requested: 'request',
  accepted: 'accept',
  rejected: 'reject',
  'destruction-approved': 'approve-destruction',
  'result-issued': 'issue-result',
  'result-amended': 'amend-result',
  'lead-recorded': 'record-lead',
  'traces-matched': 'match-traces',
  decided: 'decide',
  'copy-disclosed': 'disclose-copy',
  'outcome-reported': 'report-outcome',
  suspended: 'suspend',
  withdrawn: 'withdraw',
  made: 'make',
  restated: 'restate',
  'entries-added': 'add-entries',
  'entry-restated': 'restate-entry',
  'entry-withdrawn': 'withdraw-entry',
  'sop-adopted': 'adopt-sop',
  generated: 'record',
  built: 'record',
  delivered: 'deliver',
  'notice-sent': 'notify',
  abandoned: 'abandon',
  recorded: 'record',
  tagged: 'tag',
  untagged: 'untag',
};

/** Where an event is a scene certificate, say: `scelle safety …` groups what keeps people alive. */
const safetyWords = ['safety-assessed', 'render-safe-certified', 'certified', 'weapon-cleared'];

/** One command of the field: which event it makes. */
export interface ActCommand {
  readonly group: string;
  readonly verb: string;
  readonly type: string;
}

/** Made by a command of their own, or by the service itself. */
const madeElsewhere: readonly string[] = [
  'log.opened',
  'log.key-rotated',
  'import.opened',
  'import.rows-entered',
  'import.closed',
  ...serviceActs,
];

/** What a laboratory does with items themselves: acts of `scelle evidence …` that stand under `scelle lab …` too. */
const actsOfLaboratory: readonly string[] = [
  'evidence.checked-out',
  'evidence.returned',
  'evidence.sampled',
  'evidence.split',
  'evidence.consumed',
];

/** The same acts under the name by which a laboratory looks for them. */
export function laboratoryCommands(): readonly ActCommand[] {
  return actCommands()
    .filter(({ type }) => actsOfLaboratory.includes(type))
    .map(act => ({ ...act, group: 'lab' }));
}

/** A command for every event an officer signs directly; item events come with their group. */
export function actCommands(): readonly ActCommand[] {
  return catalogue.flatMap(({ kind, events }) =>
    events
      .filter(({ type }) => !itemTypes.has(type) && !madeElsewhere.includes(type))
      .map(({ type }) => {
        const word = type.slice(type.indexOf('.') + 1);
        const group = kind === 'evidence' && safetyWords.includes(word) ? 'safety' : kind;
        return { group, verb: imperatives[word] ?? word, type };
      }),
  );
}
