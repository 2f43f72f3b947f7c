import type { Spread } from './spread.js';

interface Position {
  readonly latitude: number;
  readonly longitude: number;
  readonly accuracyMetres: number | null;
}

/** Map data (RFC 7946), a feature an incident; without geometry where its position is not known to the reader. */
export function mapOf({ incidents }: Spread, positions: ReadonlyMap<string, Position>) {
  return {
    type: 'FeatureCollection' as const,
    features: incidents.map(({ incident, caseFile, place, at, records, items, pieces }) => {
      const position = positions.get(incident);
      return {
        type: 'Feature' as const,
        geometry:
          position === undefined
            ? null
            : { type: 'Point' as const, coordinates: [position.longitude, position.latitude] },
        properties: {
          incident,
          caseFile,
          place,
          at: at === null ? null : new Date(at).toISOString(),
          accuracyMetres: position?.accuracyMetres ?? null,
          records,
          items,
          pieces,
        },
      };
    }),
  };
}
