import type { Claim } from '../rule.js';
import { Code, Exactly, Line, Nullable, type Static, words } from '../schema/described.js';
import { SealNumber } from '../sealstock/seal-number.js';
import { refuseIf, type Violation } from '../violation.js';
import { comparedSealStatuses } from '../vocabulary/transfers.js';

/** Outer container of a consignment and its seal, as the giver closes it (D4). */
export const Container = Exactly(
  {
    number: Line('Container number', 'Numéro du conteneur', 60),
    seal: Nullable(SealNumber('Seal of the container', 'Scellé du conteneur')),
  },
  words('Outer container', 'Conteneur'),
);

/** The container as found at departure, at a transit point or on arrival (RQ-24, GATE-4). */
export const ContainerFound = Exactly(
  {
    number: Line('Container number as read', 'Numéro du conteneur tel que lu', 60),
    seal: Nullable(SealNumber('Seal number as read', 'Numéro de scellé tel que lu')),
    sealStatus: Nullable(
      Code(comparedSealStatuses, 'State of the seal of the container', 'État du scellé du conteneur'),
    ),
  },
  words('Outer container as found', 'Conteneur tel que trouvé'),
);

export type ContainerOf = Static<typeof Container>;
export type ContainerFoundOf = Static<typeof ContainerFound>;

/** D3: a seal is used once, on a container as on a package. */
export function claimOfContainer(container: { readonly seal: string | null } | null): readonly Claim[] {
  return container?.seal == null ? [] : [{ set: 'seal-number', key: container.seal }];
}

/** GATE-4, RQ-24: a container that was handed over is compared, at each change of hands. */
export function checkContainerCompared(
  expected: ContainerOf | null,
  found: ContainerFoundOf | null,
): readonly Violation[] {
  if (expected === null) return [];
  const compared = found !== null && (expected.seal === null || found.sealStatus !== null);
  return refuseIf(!compared, 'transfer.container-not-compared', '/body/container', {
    container: expected.number,
    seal: expected.seal ?? '–',
  });
}

/** Is the container, as found, another one, or its seal not what it was? */
export function containerDiffers(expected: ContainerOf | null, found: ContainerFoundOf | null): boolean {
  if (expected === null || found === null) return false;
  if (found.number !== expected.number || found.seal !== expected.seal) return true;
  return found.sealStatus !== null && found.sealStatus !== 'VERIFIED_INTACT';
}
