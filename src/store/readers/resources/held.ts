import { type RawBuilder, sql } from 'kysely';
import Type from 'typebox';
import { Flag, Nullable, words } from '../../../custody/schema/described.js';
import { resourceOfKind, scopesGranted } from '../matrix.js';
import type { Column, Filter } from '../resource.js';
import { anyOf, inScope } from '../scopes.js';
import type { Reading } from '../visibility.js';

type HeldKind = 'evidence' | 'information' | 'examination';

const told = [
  'Is it under a hold? null: not for this reader',
  'Fait-elle l’objet d’une mesure de conservation ? null : non communiqué',
] as const;

/** E57: whether a hold stands over it; to who reads it as the recipient of a release alone, nothing of what holds back. */
export function heldColumn(kind: HeldKind): Column {
  return { schema: Nullable(Flag(...told)), from: reading => heldAsSeen(kind, reading) };
}

/** As `heldColumn` shows it: what it does not show is not found by asking either. */
export function heldFilter(kind: HeldKind): Filter {
  return {
    schema: Type.Enum(['true', 'false'], words(...told)),
    where: (value, reading) => sql<boolean>`${heldAsSeen(kind, reading)} = ${value === 'true'}`,
  };
}

function heldAsSeen(kind: HeldKind, reading: Reading): RawBuilder<boolean | null> {
  return holdsAsSeen(kind, reading, sql<boolean>`${sql.ref(`${kind}.held`)}`);
}

/** What is told of holds, or null for who reads the row of this kind as the recipient of a release alone. */
export function holdsAsSeen<Told>(
  kind: HeldKind,
  { reader, sop }: Reading,
  told: RawBuilder<Told>,
): RawBuilder<Told | null> {
  const otherwise = scopesGranted(sop, reader, resourceOfKind(kind), 'summary')
    .filter(scope => scope !== 'recipient')
    .map(scope => inScope(kind, scope, reader));
  return sql<Told | null>`case when ${anyOf(otherwise)} then ${told} end`;
}
