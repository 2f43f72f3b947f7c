import { beginning } from '../../rule.js';
import { Exactly, Line, Nullable, Prose, words } from '../../schema/described.js';
import { File, IdOf } from '../../schema/identifiers.js';
import { Withholdable } from '../../schema/withheld.js';
import { refuseIf } from '../../violation.js';
import { Coded, codeOrText } from '../../vocabulary/coded.js';
import { informationKinds } from '../../vocabulary/information.js';
import { begunPiece } from '../begun-piece.js';
import { checkOfIncident } from '../check-relations.js';
import { language, pages, pieceMembers } from '../members.js';
import type { InformationState } from '../state.js';

const person = Exactly({
  name: Line('Name', 'Nom'),
  capacity: Nullable(Line('Capacity', 'Qualité')),
  unit: Nullable(Line('Unit or service', 'Unité ou service')),
});

/**
 * Who wrote it and on whom it rests stand right beside the file: where one of them is withheld, the file, which says
 * it too, is handed to those alone who may read what is withheld (`filesKeptBack`, F-28).
 */
const document = Exactly(
  {
    file: File('The piece itself', 'La pièce elle-même'),
    language,
    pages,
    authorOfficer: Nullable(
      IdOf('officer', 'Author, an officer of the register', 'Auteur, officier du registre'),
    ),
    authorPerson: Nullable(Withholdable(person, 'Author, somebody else', 'Auteur, une autre personne')),
    sources: Nullable(
      Withholdable(
        Prose('Sources it names or rests on', 'Sources citées ou exploitées', 2000),
        'Sources',
        'Sources',
      ),
    ),
  },
  words('The document', 'Le document'),
);

const body = Exactly({
  ...pieceMembers,
  incident: Nullable(IdOf('incident', 'Incident', 'Incident')),
  kind: Coded(informationKinds, 'Kind of information', "Nature de l'information"),
  document,
});

/**
 * `information.registered`: a report, an analysis, an extract beside the evidence (the procedure's title names both).
 * It is bound by its hash, is never in custody, and leaves by the same kind of decision alone (domain.md (b), L4).
 */
export const informationRegistered = beginning<InformationState, typeof body>({
  type: 'information.registered',
  form: 1,
  source: 'D6, D7, V6, RQ-06, GATE-8, GATE-9',
  title: { en: 'Information registered', fr: 'Information enregistrée' },
  body,
  decide({
    body: {
      document: { authorOfficer, authorPerson },
    },
  }) {
    return refuseIf(
      authorOfficer !== null && authorPerson !== null,
      'information.two-authors',
      '/body/document/authorPerson',
    );
  },
  decideLogWide: (_state, act, facts) => checkOfIncident(act.body, facts),
  claims: ({ body: { number } }) => [{ set: 'information-number', key: number }],
  evolve(act, circumstances) {
    const { incident, kind, document: piece } = act.body;
    return {
      ...begunPiece(act, circumstances),
      kind: codeOrText(kind),
      incident,
      scene: null,
      author: piece.authorOfficer,
      document: piece.file,
      language: codeOrText(piece.language),
      pages: piece.pages,
    };
  },
});
