import type { RestatableState } from '../../src/custody/common/restatable.js';
import type { ImportState } from '../../src/custody/import/state.js';
import type { RequirementState } from '../../src/custody/requirement/state.js';
import type { JsonObject } from '../../src/log/index.js';
import { openClassification } from './bodies/account.js';
import { claimFacts, groupFacts, linkFacts, requirementFacts } from './bodies/analysis.js';
import { unclassified } from './bodies/evidence.js';
import { closeImport, documentRow, openImport } from './bodies/import.js';
import { incidentSubject } from './bodies/incident.js';
import { type Intent, uuidOf } from './procedure.js';
import type { Custody } from './random-custody.js';

type Acts = Readonly<Record<string, (c: Custody) => Intent | undefined>>;

const analyst = 'DEMO-JMAC-1/JMAC';

/** A record of the kind that stands; where nobody is careful, one that was withdrawn too. */
function standing(c: Custody, kind: string): string | undefined {
  return c.earlier(
    ({ type, subject }) =>
      type === `${kind}.recorded` && (c.careless || c.state<RestatableState>(subject)?.withdrawn === null),
  )?.subject;
}

function on(c: Custody, kind: string, word: string, members: JsonObject): Intent | undefined {
  const subject = standing(c, kind);
  const body = { ...c.circumstances(), ...members };
  return subject === undefined ? undefined : { subject, type: `${kind}.${word}`, by: analyst, body };
}

/** Recorded, restated, withdrawn, classified. */
function recordActsOf(kind: string, facts: (c: Custody) => JsonObject): Acts {
  const reason = { reason: 'DEMO: it was wrong' };
  return {
    [`${kind}.recorded`]: c => ({
      subject: c.fresh(kind),
      type: `${kind}.recorded`,
      by: analyst,
      body: { ...c.circumstances(), ...facts(c), classification: unclassified },
    }),
    [`${kind}.restated`](c) {
      const { number: _, ...stated } = facts(c);
      return on(c, kind, 'restated', { ...stated, ...reason });
    },
    [`${kind}.withdrawn`]: c => (c.choice.once(3) ? on(c, kind, 'withdrawn', reason) : undefined),
    [`${kind}.classified`](c) {
      const act = on(c, kind, 'classified', { classification: openClassification, originatorConsent: null });
      return act && { ...act, by: 'DEMO-LEG-1/LEG' };
    },
  };
}

/** A suggestion that is rejected: what it would rest on is in no act. */
function rejectedLink(c: Custody): JsonObject {
  const other = c.earlier(({ type }) => type === 'incident.opened')?.subject ?? incidentSubject;
  const to = other === incidentSubject ? `armedgroup/${uuidOf('DEMO-NOBODY')}` : other;
  return linkFacts(incidentSubject, to, '', { standing: 'REJECTED', records: [] });
}

/** An import that is open. */
function openOne(c: Custody): { readonly subject: string; readonly state: ImportState } | undefined {
  const subject = c.earlier(
    event => event.type === 'import.opened' && c.state<ImportState>(event.subject)?.standing === 'OPEN',
  )?.subject;
  const state = subject === undefined ? undefined : c.state<ImportState>(subject);
  return subject === undefined || state === undefined ? undefined : { subject, state };
}

function onImport(c: Custody, intent: Intent, subject: string): Intent {
  return { ...intent, subject, body: { ...intent.body, ...c.circumstances() } };
}

/** What the analysis cell keeps and takes over. */
export const cellActs: Acts = {
  ...recordActsOf('armedgroup', () => groupFacts()),
  ...recordActsOf('propaganda', c => claimFacts({ number: `DEMO-PC-${c.next()}` })),
  ...recordActsOf('link', rejectedLink),
  ...recordActsOf('requirement', c => requirementFacts({ number: `DEMO-PIR-${c.next()}` })),
  'requirement.tagged': c =>
    on(c, 'requirement', 'tagged', { record: incidentSubject, note: 'DEMO: says something to it' }),
  'requirement.untagged'(c) {
    const subject = c.earlier(({ type }) => type === 'requirement.tagged')?.subject;
    const tagged = subject === undefined ? [] : (c.state<RequirementState>(subject)?.tags ?? []);
    if (subject === undefined || (tagged.length === 0 && !c.careless)) return undefined;
    const body = { ...c.circumstances(), record: incidentSubject, note: 'DEMO: no more' };
    return { subject, type: 'requirement.untagged', by: analyst, body };
  },
  'import.opened'(c) {
    const reference = `DEMO-IMPORT-${c.next()}`;
    return onImport(c, openImport({ reference }), c.fresh('import'));
  },
  'evidence.documented'(c) {
    const open = openOne(c);
    const imported =
      open === undefined
        ? null
        : { import: open.subject.slice('import/'.length), row: 1 + c.choice.below(3) };
    return onImport(c, documentRow(1, { imported, incident: c.incident }), c.fresh('evidence'));
  },
  'import.rows-entered'(c) {
    const event = c.earlier(({ type }) => type === 'evidence.documented');
    const { imported = null } = event === undefined ? {} : c.item(event.subject);
    if (event === undefined || imported === null) return undefined;
    const rows = [{ row: imported.row, subject: event.subject }];
    const body = { ...c.circumstances(), rows };
    return { subject: `import/${imported.import}`, type: 'import.rows-entered', by: analyst, body };
  },
  'import.closed'(c) {
    const open = openOne(c);
    if (open === undefined || (open.state.enteredRows === 0 && !c.careless)) return undefined;
    const { enteredRows, totalRows } = open.state;
    return onImport(c, closeImport(enteredRows, totalRows - enteredRows), open.subject);
  },
  'import.abandoned'(c) {
    const open = c.choice.once(4) ? openOne(c) : undefined;
    const body = { ...c.circumstances(), reason: 'DEMO: the wrong table' };
    return open && { subject: open.subject, type: 'import.abandoned', by: analyst, body };
  },
};
