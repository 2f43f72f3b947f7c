import { uncorrected } from '../../common/state.js';
import { checkImported, claimsOfRow, Imported } from '../../import/imported.js';
import { beginning } from '../../rule.js';
import { Exactly, Line, Nullable } from '../../schema/described.js';
import { actMembers } from '../../schema/occurrence.js';
import { Withholdable } from '../../schema/withheld.js';
import { ClassificationsInOneLine } from '../facts/classification.js';
import { checkFacts, factMembers, factsOnRecord, firstFactMembers } from '../facts/members.js';
import type { IncidentState } from '../state.js';

const { summary, ...factsBeforeClaim } = firstFactMembers;

const members = {
  ...actMembers,
  caseFile: Line(
    'Case file reference as the cell names it, e.g. YYMMDD <type>, <place>',
    'Référence du dossier telle que la cellule la donne, p. ex. AAMMJJ <type>, <lieu>',
    120,
  ),
} as const;

const claimReference = Nullable(
  Withholdable(
    Line('Reference of the claim', 'Référence de la revendication'),
    'Claim of responsibility, as JMAC keeps it',
    'Revendication, telle que conservée par la JMAC',
  ),
);

/** Form 1: without exploitation, devices and what it was imported from. */
const bodyBeforeRegister = Exactly({
  ...members,
  classifications: ClassificationsInOneLine,
  ...factsBeforeClaim,
  claimReference,
  summary,
});

const body = Exactly({ ...members, ...factMembers, claimReference, imported: Imported });

/** `incident.opened` (E01): a case file has one incident, of one or several types (V1). */
export const incidentOpened = beginning<IncidentState, typeof body>({
  type: 'incident.opened',
  form: 2,
  source: 'E01, V1, V2, D1, F-04',
  title: { en: 'Incident opened', fr: 'Incident ouvert' },
  body,
  former: [{ form: 1, body: bodyBeforeRegister, supersededIn: 7 }],
  decide: ({ body }) => checkFacts(body),
  decideLogWide: (_state, act, facts) => checkImported(act.body.imported ?? null, act, facts),
  // Of form 1 there is nothing that says so.
  claims: ({ body: { caseFile, imported = null } }) => [
    { set: 'case-file', key: caseFile },
    ...claimsOfRow('incident', imported),
  ],
  evolve: ({ body, actor }) => ({
    ...uncorrected,
    caseFile: body.caseFile,
    ...factsOnRecord(body),
    openedBy: actor.officer,
    assigned: [],
    ...(body.imported === undefined ? {} : { imported: body.imported }),
  }),
});
