import { beginning } from '../../rule.js';
import { Exactly, Line, Nullable, Prose } from '../../schema/described.js';
import { File } from '../../schema/identifiers.js';
import { Withholdable } from '../../schema/withheld.js';
import { codeOrText } from '../../vocabulary/coded.js';
import { begunPiece } from '../begun-piece.js';
import { checkOfIncident } from '../check-relations.js';
import type { InformationState } from '../state.js';
import { statementMembers } from './statement-given.js';

const body = Exactly({
  ...statementMembers,
  person: Withholdable(
    Exactly({
      name: Line('Name', 'Nom'),
      capacity: Line('Capacity', 'Qualité'),
      unit: Nullable(Line('Unit, where he has one', 'Unité, le cas échéant')),
    }),
    'Who speaks',
    'Auteur de la déclaration',
  ),
  words: Withholdable(
    Prose('His own words', 'Ses propres termes', 12_000),
    'What he said, in his own words',
    'Ce qu’il a dit, dans ses propres termes',
  ),
  statement: Withholdable(
    File('Scan of the statement that he signed', 'Copie de la déclaration qu’il a signée'),
    'The statement he signed',
    'La déclaration signée de sa main',
  ),
  interpreter: Nullable(Withholdable(Line('Name', 'Nom'), 'Interpreter', 'Interprète')),
});

/**
 * `information.statement-taken` (E58, RQ-07): the statement of somebody who has no key, entered by an officer on his
 * behalf. It is marked as told wherever the piece is shown, and holds the paper that the person signed himself; who he
 * is, what he said and the paper are withheld (GATE-8).
 */
export const informationStatementTaken = beginning<InformationState, typeof body>({
  type: 'information.statement-taken',
  form: 1,
  source: 'E58, RQ-07, GATE-8 [M1 art. 413]',
  title: { en: 'Statement of another person taken', fr: "Déclaration d'une autre personne recueillie" },
  body,
  decide: () => [],
  decideLogWide: (_state, act, facts) => checkOfIncident(act.body, facts),
  claims: ({ body: { number } }) => [{ set: 'information-number', key: number }],
  evolve(act, circumstances) {
    const { incident, scene } = act.body;
    const begun = begunPiece(act, circumstances);
    const { officer } = act.actor;
    return {
      ...begun,
      kind: 'STATEMENT',
      incident,
      scene,
      author: null,
      document: null,
      language: codeOrText(act.body.language),
      pages: null,
      remarks: [{ kind: 'AS_TOLD', event: act.eventId, officer, text: '–' }, ...begun.remarks],
    };
  },
});
