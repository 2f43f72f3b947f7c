import { type Kysely, sql } from 'kysely';
import type { DossierState } from '../../../custody/dossier/state.js';
import { withdrawnPieces } from '../../../custody/release/granted.js';
import type { ReleaseState } from '../../../custody/release/state.js';
import type { Database } from '../../schema/index.js';
import { mayReadAlerts, type Reading } from '../visibility.js';
import type { Found } from './alert.js';

interface Delivered {
  readonly subject: string;
  readonly state: DossierState;
  readonly release: ReleaseState;
  /** Time received of the last suspension or withdrawal, ms; null: there was none. */
  readonly halted: number | null;
  /** Dossiers that follow it, and when each was received, ms. */
  readonly later: readonly { readonly id: string; readonly as: string; readonly at: number }[];
}

/** E40, D7: a unit that was given a dossier and has not been told since of what became of it. */
export async function findHoldersNotTold(db: Kysely<Database>, reading: Reading): Promise<readonly Found[]> {
  const { rows } = await sql<Delivered>`
    select subject.subject, subject.state, granting.state as release,
      (select max(halt.received_at) from event halt where halt.subject = granting.subject
        and halt.type in ('release.suspended', 'release.withdrawn')) as halted,
      array(select jsonb_build_object('id', substr(next.subject, 9), 'as', next.state->'follows'->>'as',
          'at', (select begun.received_at from event begun where begun.subject = next.subject and begun.seq = 1))
        from subject next where next.kind = 'dossier'
          and 'dossier/' || (next.state->'follows'->>'dossier') = subject.subject) as later
    from subject join subject granting on granting.subject = 'release/' || (subject.state->>'release')
    where subject.kind = 'dossier' and jsonb_array_length(coalesce(subject.state->'deliveries', '[]')) > 0
      and ${mayReadAlerts(reading, 'dossiers', 'dossier')}`.execute(db);
  return rows.flatMap(owedNotices);
}

function owedNotices({ subject, state, release, halted, later }: Delivered): readonly Found[] {
  const { number, version, deliveries = [], notices = [], pieces, builtBy: officer } = state;
  const label = `${number}, ${version}`;
  const units = [...new Set(deliveries.map(({ unit }) => unit))];
  const taken = withdrawnPieces(release).some(piece => pieces.includes(piece));
  const owed = [
    ...(taken && halted !== null ? [{ about: 'HALTED', dossier: null, since: halted }] : []),
    ...later.map(({ id, as, at }) => ({ about: as, dossier: id, since: at })),
  ];
  return owed.flatMap(({ about, dossier, since }) =>
    units
      .filter(unit => !notices.some(told => told.unit === unit && isAbout(told, about, dossier, since)))
      .map(unit => ({
        kind: 'HOLDER_NOT_TOLD' as const,
        subject,
        label,
        officer,
        detail: dossier === null ? `${about} ${unit}` : `${about} ${dossier} ${unit}`,
        since,
      })),
  );
}

const minute = 60_000;

/** Of a suspension he may have been told, and of the withdrawal after it not. A time may be known to the minute. */
function isAbout(
  told: NonNullable<DossierState['notices']>[number],
  about: string,
  dossier: string | null,
  since: number,
): boolean {
  return told.about === about && told.dossier === dossier && Date.parse(told.at) + minute > since;
}
