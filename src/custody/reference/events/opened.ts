import { uncorrected } from '../../common/state.js';
import { beginning } from '../../rule.js';
import { Exactly, Line, Nullable, Prose } from '../../schema/described.js';
import { File } from '../../schema/identifiers.js';
import { actMembers } from '../../schema/occurrence.js';
import type { ReferenceState } from '../state.js';

const body = Exactly({
  ...actMembers,
  name: Line('Name of the collection', 'Nom du recueil', 120),
  describes: Prose('What it is a collection of', 'Objet du recueil', 2000),
  source: Line('Where it comes from', 'Provenance', 300),
  file: Nullable(File('File it was taken from', "Fichier d'origine")),
});

/** `reference.opened` (V5, E35): a collection that identifications may rest on, under a name of its own. */
export const referenceOpened = beginning<ReferenceState, typeof body>({
  type: 'reference.opened',
  form: 1,
  source: 'E35, V5 [A6]',
  title: { en: 'Reference collection opened', fr: 'Recueil de référence ouvert' },
  body,
  decide: () => [],
  claims: ({ body: { name } }) => [{ set: 'reference-name', key: name }],
  evolve: ({ actor, body: { name, describes, source } }) => ({
    ...uncorrected,
    name,
    describes,
    source,
    openedBy: actor.officer,
    entries: {},
  }),
});
