import type { AccountState } from '../../custody/account/state.js';
import type { Step } from '../../custody/judge/world.js';
import { type ChangedSubject, changedSubjects, type Projection } from './projection.js';
import { insertRows, type Row, upsertRows } from './write-rows.js';

const stating: readonly string[] = ['account.given', 'account.restated', 'account.withdrawn'];

/** Accounts as they stand, and every statement of one as it was made. Who the source is stands in neither. */
export const accountProjection: Projection = {
  tables: ['account', 'account_version'],
  async write(trx, group) {
    const accounts = changedSubjects<AccountState>(group, 'account');
    await upsertRows(trx, 'account', ['id'], accounts.map(accountRow));
    const stated = group.steps.filter(({ act }) => stating.includes(act.type));
    await insertRows(trx, 'account_version', stated.map(versionRow));
  },
};

function accountRow({ id, state, first_index, last_index }: ChangedSubject<AccountState>): Row<'account'> {
  return {
    id,
    import: state.imported?.import ?? null,
    incident: state.incident,
    source_kind: state.sourceKind,
    reliability: state.reliability,
    credibility: state.credibility,
    as_of: state.asOf,
    stated_place: state.statedPlace,
    stated_date: state.statedDate?.on ?? null,
    given_by: state.givenBy,
    classification: state.classification.level,
    withdrawn: state.withdrawn !== null,
    first_index,
    last_index,
  };
}

function versionRow({ act, after }: Step): Row<'account_version'> {
  const state = after as AccountState;
  return {
    account: act.id,
    known_index: act.index,
    event_id: act.eventId,
    incident: state.incident,
    source_kind: state.sourceKind,
    reliability: state.reliability,
    credibility: state.credibility,
    as_of: state.asOf,
    casualties: state.casualties,
    assailants_lowest: state.assailants?.lowest ?? null,
    assailants_highest: state.assailants?.highest ?? null,
    assailants_dead_lowest: state.assailantsDead?.lowest ?? null,
    assailants_dead_highest: state.assailantsDead?.highest ?? null,
    stated_place: state.statedPlace,
    stated_date: state.statedDate?.on ?? null,
    stated_date_precision: state.statedDate?.precision ?? null,
    withdrawn: state.withdrawn !== null,
  };
}
