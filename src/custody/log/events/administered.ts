import Type, { type Static } from 'typebox';
import { following } from '../../rule.js';
import { Code, Count, Exactly, List, Nullable, words } from '../../schema/described.js';
import { LocalId } from '../../schema/identifiers.js';
import { Instant } from '../../schema/occurrence.js';
import { refuseIf, type Violation } from '../../violation.js';
import { administrativeActs, detailsOf, settings } from '../administration.js';
import { byOperator } from '../by-operator.js';
import type { LogState } from '../state.js';

const details = Exactly(
  {
    migrations: List(
      Type.String({
        ...words('Name of a migration', "Nom d'une migration"),
        pattern: '^[0-9]{4}-[a-z0-9-]{1,60}$',
      }),
      'Migrations that ran',
      'Migrations exécutées',
    ),
    settings: List(
      Code(settings, 'Part of the configuration', 'Partie de la configuration'),
      'What was configured otherwise',
      'Ce qui a été configuré autrement',
      { max: 20 },
    ),
    size: Nullable(Count('Size of the tree', "Taille de l'arbre", { max: 2 ** 53 - 1 })),
    sha256: Nullable(
      Type.String({
        ...words('SHA-256, hexadecimal', 'SHA-256 en hexadécimal'),
        pattern: '^[0-9a-f]{64}$',
      }),
    ),
  },
  words('Details', 'Détails'),
);

const body = Exactly({
  number: LocalId('Number of the act (UUID)', "Numéro de l'opération (UUID)"),
  act: Code(administrativeActs, 'What was done', 'Ce qui a été fait'),
  done: Instant('When it was done', 'Quand'),
  details,
});

/** Body of `log.administered`. */
export type AdministeredBody = Static<typeof body>;

/**
 * `log.administered`: what the operator did to the service. Codes, names of migrations and hashes only: no secret and no
 * path. It may be signed later than it was done (`done`); its number keeps it from being told twice.
 */
export const logAdministered = following<LogState, typeof body>({
  type: 'log.administered',
  form: 1,
  source: 'log-format section 8; docs/administration.md',
  title: { en: 'Service administered', fr: "Acte d'exploitation du service" },
  body,
  decide: (_state, act) => [...byOperator(act), ...checkDetails(act.body)],
  claims: act => [{ set: 'administrative-act', key: act.body.number }],
  evolve: (
    state,
    {
      body: {
        details: { migrations },
      },
    },
  ) => (migrations.length > 0 ? { ...state, migrated: [...(state.migrated ?? []), ...migrations] } : state),
});

/** Each act has its details, and no others. */
function checkDetails({ act, details: given }: AdministeredBody): readonly Violation[] {
  const said = {
    migrations: given.migrations.length > 0,
    settings: given.settings.length > 0,
    size: given.size !== null,
    sha256: given.sha256 !== null,
  };
  return Object.entries(said)
    .filter(([detail, isSaid]) => isSaid !== detailsOf[act].some(owed => owed === detail))
    .flatMap(([detail]) =>
      refuseIf(true, 'log.administered-details', `/body/details/${detail}`, { act, detail }),
    );
}
