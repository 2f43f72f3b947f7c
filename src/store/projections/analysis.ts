import type { ArmedGroupState } from '../../custody/armedgroup/state.js';
import type { RestatableState } from '../../custody/common/restatable.js';
import type { LinkState } from '../../custody/link/state.js';
import type { PropagandaState } from '../../custody/propaganda/state.js';
import type { RequirementState } from '../../custody/requirement/state.js';
import { type ChangedSubject, changedSubjects, type Projection } from './projection.js';
import { type Row, upsertRows } from './write-rows.js';

/** Records of the analysis cell as they stand: what was last stated. */
export const analysisProjection: Projection = {
  tables: ['armedgroup', 'propaganda', 'link', 'requirement'],
  async write(trx, group) {
    const of = <State>(kind: string) => changedSubjects<State>(group, kind);
    await upsertRows(trx, 'armedgroup', ['id'], of<ArmedGroupState>('armedgroup').map(armedGroupRow));
    await upsertRows(trx, 'propaganda', ['id'], of<PropagandaState>('propaganda').map(propagandaRow));
    await upsertRows(trx, 'link', ['id'], of<LinkState>('link').map(linkRow));
    await upsertRows(trx, 'requirement', ['id'], of<RequirementState>('requirement').map(requirementRow));
  },
};

function recordOf({ id, state, first_index, last_index }: ChangedSubject<RestatableState>) {
  const { recordedBy, classification, withdrawn } = state;
  return {
    id,
    recorded_by: recordedBy,
    classification: classification.level,
    withdrawn: withdrawn !== null,
    first_index,
    last_index,
  };
}

function armedGroupRow(changed: ChangedSubject<ArmedGroupState>): Row<'armedgroup'> {
  const { names, areas, listings } = changed.state;
  return {
    ...recordOf(changed),
    name: names[0]?.name ?? '',
    names: names.map(({ name }) => name),
    areas: areas.map(({ unit }) => unit),
    regimes: listings.map(({ regime }) => regime),
  };
}

function propagandaRow(changed: ChangedSubject<PropagandaState>): Row<'propaganda'> {
  const { number, subjects, published, medium, armedGroup, verified } = changed.state;
  return { ...recordOf(changed), number, subjects, published, medium, armed_group: armedGroup, verified };
}

function linkRow(changed: ChangedSubject<LinkState>): Row<'link'> {
  const { from, relation, to, standing, shared, confidence, statedIndex } = changed.state;
  return {
    ...recordOf(changed),
    from_subject: from,
    relation,
    to_subject: to,
    standing,
    shared_what: shared?.what ?? null,
    shared_key: shared?.key ?? null,
    confidence,
    stated_index: statedIndex,
  };
}

function requirementRow(changed: ChangedSubject<RequirementState>): Row<'requirement'> {
  const { number, priority, question, areas, answerBy, tags = [] } = changed.state;
  return {
    ...recordOf(changed),
    number,
    priority,
    question_en: question.en,
    question_fr: question.fr,
    areas,
    answer_by: answerBy,
    tagged: tags.map(({ record }) => record),
  };
}
