import type { JsonObject } from '../../../log/index.js';

/** A suicide vehicle, of which no more is told than that it came. */
export function suicideVehicle(told: { readonly status: string | null }): JsonObject {
  return {
    initiation: null,
    switch: null,
    emplacement: { code: 'SUICIDE_VEHICLE', text: null },
    mainCharge: null,
    charge: null,
    status: told.status === null ? null : { code: told.status, text: null },
    basis: { code: 'REPORTED', text: null },
  };
}
