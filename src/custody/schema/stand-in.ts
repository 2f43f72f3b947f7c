import { Exactly, Nullable, Prose, words } from './described.js';

/** Another officer than the one named receives; the consignment does not wait for a person who left. */
export const StandIn = Nullable(
  Exactly({
    reason: Prose(
      'Why another officer than the one named signs',
      'Pourquoi un autre officier que celui désigné signe',
      500,
    ),
  }),
  words('Stands in for the officer named', "Remplace l'officier désigné"),
);
