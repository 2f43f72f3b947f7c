import { following } from '../../rule.js';
import { Code, Exactly, List } from '../../schema/described.js';
import { pieceKinds } from '../../schema/group.js';
import { SubjectOf } from '../../schema/identifiers.js';
import { Withholdable } from '../../schema/withheld.js';
import { identifiableBy } from '../../vocabulary/sources.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import { checkKeeper } from '../keeper.js';
import type { SourceState } from '../state.js';

const Link = Exactly({
  piece: SubjectOf(pieceKinds, 'Piece in which he could be identified', 'Pièce qui pourrait le révéler'),
  by: List(Code(codesOf(identifiableBy), 'By what', 'Par quoi'), 'By what', 'Par quoi', { min: 1, max: 7 }),
});

const body = Exactly({
  links: List(
    Withholdable(
      Link,
      'Piece in which he could be identified, and by what',
      'Pièce qui pourrait le révéler, et par quoi',
    ),
    'Pieces in which he could be identified',
    'Pièces qui pourraient le révéler',
    { min: 1, max: 200 },
  ),
});

/**
 * `source.linked` (GATE-8, F-28): in which pieces he could be identified, and by what. Which they are is withheld here
 * too, and stands in no history of theirs: the service alone puts the two together, for who may see both.
 */
export const sourceLinked = following<SourceState, typeof body>({
  type: 'source.linked',
  form: 1,
  source: 'GATE-8, F-28',
  title: { en: 'Source linked to pieces', fr: 'Source rattachée à des pièces' },
  body,
  decide: (state, act) => checkKeeper(state, act),
  evolve: (state, { body: { links } }) => ({ ...state, links: state.links + links.length }),
});
