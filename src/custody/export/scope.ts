import { Code, Exactly, Nullable, type Static, words } from '../schema/described.js';
import { IdOf } from '../schema/identifiers.js';
import { Instant } from '../schema/occurrence.js';

/** What an export is asked for; the rest of it follows from log-format section 11. */
const exportScopes = ['LOG', 'INCIDENT', 'ITEM', 'CUSTODIAN', 'PERIOD'] as const;

/** What is asked for, and exactly the members that say of which. */
const ExportScope = Exactly(
  {
    kind: Code(
      exportScopes,
      'What is exported: the whole log, an incident, one item, all that a custodian answered for, or all that was received in a period',
      'Ce qui est exporté : tout le journal, un incident, une pièce, tout ce dont un gardien a répondu, ou tout ce qui fut reçu pendant une période',
    ),
    incident: Nullable(IdOf('incident', 'The incident', "L'incident")),
    item: Nullable(IdOf('evidence', 'The item', 'La pièce')),
    custodian: Nullable(IdOf('officer', 'The custodian', 'Le gardien')),
    from: Nullable(Instant('Received from this time on, UTC', 'Reçu à partir de cette heure, UTC')),
    until: Nullable(Instant('Received before this time, UTC', 'Reçu avant cette heure, UTC')),
  },
  words('What is exported', 'Ce qui est exporté'),
);

export type ExportScopeOf = Static<typeof ExportScope>;
