import { beginning } from '../../rule.js';
import { Code, Exactly, Line, List, Nullable, Prose, words } from '../../schema/described.js';
import { File, IdOf } from '../../schema/identifiers.js';
import { Withholdable } from '../../schema/withheld.js';
import { codeOrText } from '../../vocabulary/coded.js';
import { observations } from '../../vocabulary/information.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import { begunPiece } from '../begun-piece.js';
import { checkOfIncident } from '../check-relations.js';
import { language, pieceMembers } from '../members.js';
import type { InformationState } from '../state.js';

/** What a statement is about, and how whoever makes it knows it himself (RQ-07). */
export const statementMembers = {
  ...pieceMembers,
  incident: IdOf('incident', 'Incident', 'Incident'),
  scene: Nullable(IdOf('scene', 'Scene', 'Lieux')),
  observed: List(
    Code(codesOf(observations), 'How he knows it', 'Comment il le sait'),
    'How he knows it himself',
    'Comment il le sait lui-même',
    { min: 1, max: 5 },
  ),
  language,
} as const;

const body = Exactly({
  ...statementMembers,
  capacity: Line('Capacity in which he was there', 'Qualité en laquelle il était présent'),
  words: Prose(
    'What he saw, heard, found or did, in his own words, in the language he speaks',
    "Ce qu'il a vu, entendu, trouvé ou fait, dans ses propres termes et dans sa langue",
    12_000,
  ),
  withheldWords: Nullable(
    Withholdable(
      Prose('What could identify another person', 'Ce qui pourrait identifier une autre personne', 4000),
      'What could identify another person',
      'Ce qui pourrait identifier une autre personne',
    ),
  ),
  scan: Nullable(
    Exactly(
      {
        file: File('Scan of the statement signed by hand', 'Copie numérisée de la déclaration signée'),
        /** Beside the file: what is written by hand and signed tells a name. */
        name: Withholdable(Line('Name', 'Nom'), 'Name as signed', 'Nom, tel que signé'),
      },
      words('Scan, where it was also signed by hand', 'Copie numérisée, le cas échéant'),
    ),
  ),
});

/**
 * `information.statement-given` (E58, RQ-07; art. 413 of the Malian code as the domain tells it): what an officer saw,
 * heard, found or did himself, in his own words. Who signs is who speaks: there is no member for another author.
 */
export const informationStatementGiven = beginning<InformationState, typeof body>({
  type: 'information.statement-given',
  form: 1,
  source: 'E58, RQ-07, D1, D7 [M1 art. 413]',
  title: { en: 'Personal statement given', fr: 'Déclaration personnelle faite' },
  body,
  decide: () => [],
  decideLogWide: (_state, act, facts) => checkOfIncident(act.body, facts),
  claims: ({ body: { number } }) => [{ set: 'information-number', key: number }],
  evolve(act, circumstances) {
    const { incident, scene, scan } = act.body;
    return {
      ...begunPiece(act, circumstances),
      kind: 'STATEMENT',
      incident,
      scene,
      author: act.actor.officer,
      document: scan?.file ?? null,
      language: codeOrText(act.body.language),
      pages: null,
    };
  },
});
