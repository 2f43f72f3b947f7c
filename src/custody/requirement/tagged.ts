import { isThere } from '../import/counted.js';
import { following } from '../rule.js';
import { Exactly, Prose } from '../schema/described.js';
import { SubjectOf } from '../schema/identifiers.js';
import { actMembers } from '../schema/occurrence.js';
import { refuseIf } from '../violation.js';
import type { RequirementState } from './state.js';

/** What can say something to a question. */
const taggable = ['incident', 'evidence', 'account', 'propaganda', 'information', 'link'] as const;

const body = Exactly({
  ...actMembers,
  record: SubjectOf(taggable, 'Record', 'Fiche'),
  note: Prose(
    'What it says to the question, or why it no longer does',
    "Ce qu'elle y apporte, ou pourquoi elle n'y apporte plus rien",
    2000,
  ),
});

function tagOf(state: RequirementState, record: string) {
  return (state.tags ?? []).find(tag => tag.record === record);
}

/** `requirement.tagged`: a record says something to what the mission wants to know. */
export const requirementTagged = following<RequirementState, typeof body>({
  type: 'requirement.tagged',
  form: 1,
  source: 'domain.md (b), JMAC',
  title: {
    en: 'Record tagged to an information requirement',
    fr: 'Fiche rattachée à un besoin en information',
  },
  body,
  decide: (state, { body: { record } }) => [
    ...refuseIf(state.withdrawn !== null, 'record.withdrawn-already', '/subject'),
    ...refuseIf(tagOf(state, record) !== undefined, 'requirement.tagged-already', '/body/record', { record }),
  ],
  looksUp: ({ body: { record } }) => ({ subjects: [record] }),
  decideLogWide: (_state, { body: { record } }, facts) =>
    refuseIf(!isThere(facts.state, record), 'reference.subject-unknown', '/body/record', { subject: record }),
  evolve: (state, { eventId, actor, body: { record, note } }) => ({
    ...state,
    tags: [...(state.tags ?? []), { record, event: eventId, by: actor.officer, note }],
  }),
});

/** `requirement.untagged`: it does not; that it was tagged stays in the log. */
export const requirementUntagged = following<RequirementState, typeof body>({
  type: 'requirement.untagged',
  form: 1,
  source: 'domain.md (b), JMAC',
  title: { en: 'Record no longer tagged', fr: 'Fiche détachée' },
  body,
  decide: (state, { body: { record } }) =>
    refuseIf(tagOf(state, record) === undefined, 'requirement.not-tagged', '/body/record', { record }),
  evolve: (state, { body: { record } }) => ({
    ...state,
    tags: (state.tags ?? []).filter(tag => tag.record !== record),
  }),
});
