import { Flag } from '../../../custody/schema/described.js';
import { sourceReliabilities } from '../../../custody/vocabulary/accounts.js';
import { codesOf } from '../../../custody/vocabulary/vocabulary.js';
import { codeFilter, flagFilter, MaybeShown, Shown, textFilter, Uuid, uuidFilter } from '../fields.js';
import { column, type ResourceDefinition } from '../resource.js';

const of = (schema: Parameters<typeof column>[0], name: string) => column(schema, 'account', name);

/** What sources say of incidents, each by itself: figures stand side by side and none is chosen. */
export const accountResource: ResourceDefinition = {
  resource: 'accounts',
  path: 'accounts',
  kind: 'account',
  title: { en: 'Accounts of incidents', fr: 'Versions des faits' },
  columns: {
    incident: of(Uuid('Incident it is about', "Incident dont il s'agit"), 'incident'),
    sourceKind: of(Shown('Kind of source', 'Nature de la source'), 'source_kind'),
    reliability: of(MaybeShown('Reliability of the source', 'Fiabilité de la source'), 'reliability'),
    credibility: of(
      MaybeShown('Credibility of what it says', 'Crédibilité de ce qu’elle dit'),
      'credibility',
    ),
    asOf: of(Shown('As of which day', 'En date du'), 'as_of'),
    statedPlace: of(MaybeShown('Place, as the source gives it', 'Lieu, selon la source'), 'stated_place'),
    statedDate: of(MaybeShown('Date, as the source gives it', 'Date, selon la source'), 'stated_date'),
    givenBy: of(Uuid('Who entered it', 'Enregistrée par'), 'given_by'),
    classification: of(Shown('Classification', 'Classification'), 'classification'),
    withdrawn: of(Flag('Was it withdrawn?', 'A-t-elle été retirée ?'), 'withdrawn'),
  },
  filters: {
    incident: uuidFilter('account.incident', 'Incident it is about', "Incident dont il s'agit"),
    sourceKind: textFilter('account.source_kind', 'Kind of source', 'Nature de la source'),
    reliability: codeFilter(
      'account.reliability',
      codesOf(sourceReliabilities),
      'Reliability of the source',
      'Fiabilité de la source',
    ),
    givenBy: uuidFilter('account.given_by', 'Who entered it', 'Enregistrée par'),
    withdrawn: flagFilter('account.withdrawn', 'Was it withdrawn?', 'A-t-elle été retirée ?'),
  },
};
