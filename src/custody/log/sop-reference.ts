import Type from 'typebox';
import { Count, Exactly, Line, words } from '../schema/described.js';

/** Names an SOP document by the hash of its bytes (log-format section 8). */
export const SopRef = Exactly(
  {
    id: Line('Identifier of the SOP', 'Identifiant de la procédure', 60),
    version: Count('Version', 'Version', { min: 1 }),
    sha256: Type.String({
      ...words('SHA-256 of the document', 'SHA-256 du document'),
      pattern: '^[0-9a-f]{64}$',
    }),
  },
  words('SOP document', 'Document de procédure'),
);
