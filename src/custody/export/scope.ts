import { parseTime } from '../../log/index.js';
import { Code, Exactly, Nullable, type Static, words } from '../schema/described.js';
import { IdOf } from '../schema/identifiers.js';
import { Instant } from '../schema/occurrence.js';
import { refuseIf, type Violation } from '../violation.js';
import { exportScopes } from '../vocabulary/exports.js';
import { codesOf } from '../vocabulary/vocabulary.js';

/** What is asked for, and exactly the members that say of which. */
export const ExportScope = Exactly(
  {
    kind: Code(codesOf(exportScopes), 'What is exported', 'Ce qui est extrait'),
    incident: Nullable(IdOf('incident', 'The incident', "L'incident")),
    item: Nullable(IdOf('evidence', 'The item', 'La pièce')),
    custodian: Nullable(IdOf('officer', 'The custodian', 'Le gardien')),
    from: Nullable(Instant('Received from this time on, UTC', 'Reçu à partir de cette heure, UTC')),
    until: Nullable(Instant('Received before this time, UTC', 'Reçu avant cette heure, UTC')),
  },
  words('What is exported', 'Ce qui est exporté'),
);

export type ExportScopeOf = Static<typeof ExportScope>;

/** Members that go with each kind of scope; every other one is null. */
const membersOfScope: Readonly<Record<ExportScopeOf['kind'], readonly string[]>> = {
  LOG: [],
  INCIDENT: ['incident'],
  ITEM: ['item'],
  CUSTODIAN: ['custodian'],
  PERIOD: ['from', 'until'],
};

/** What is exported says of which, and of nothing else. @param pointer where the scope stands */
export function checkScope(scope: ExportScopeOf, pointer: string): readonly Violation[] {
  const owed = membersOfScope[scope.kind];
  const { kind: _kind, ...members } = scope;
  const stated = Object.entries(members).flatMap(([name, value]) => (value === null ? [] : [name]));
  const { from, until } = scope;
  return [
    ...refuseIf(stated.sort().join() !== [...owed].sort().join(), 'export.scope-members', pointer, {
      kind: scope.kind,
      owed: owed.length === 0 ? '–' : owed.join(', '),
    }),
    ...refuseIf(
      from !== null && until !== null && parseTime(from) >= parseTime(until),
      'export.period-empty',
      `${pointer}/until`,
      { from: from ?? '', until: until ?? '' },
    ),
  ];
}
