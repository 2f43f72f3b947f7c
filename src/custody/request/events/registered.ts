import { uncorrected } from '../../common/state.js';
import { beginning } from '../../rule.js';
import { Exactly, Line, List, Nullable, Prose, words } from '../../schema/described.js';
import { Piece } from '../../schema/group.js';
import { File, IdOf } from '../../schema/identifiers.js';
import { actMembers, Day } from '../../schema/occurrence.js';
import { Withholdable } from '../../schema/withheld.js';
import { refuse, refuseIf } from '../../violation.js';
import { Coded, codeOrText } from '../../vocabulary/coded.js';
import { receivedRequestKinds } from '../../vocabulary/requests.js';
import type { RequestState } from '../state.js';

const body = Exactly({
  ...actMembers,
  number: Line("Number in the mission's register", "Numéro au registre d'ordre de la Mission", 60),
  authority: Exactly(
    {
      unit: IdOf('unit', 'Authority that asks', 'Autorité requérante'),
      capacity: Line('Capacity of who signed it', 'Qualité du signataire'),
      person: Nullable(
        Withholdable(
          Exactly({ name: Line('Name', 'Nom'), grade: Nullable(Line('Grade', 'Grade', 80)) }),
          'Who signed it, by name',
          'Signataire, nommément désigné',
        ),
      ),
    },
    words('Authority', 'Autorité'),
  ),
  kind: Coded(receivedRequestKinds, 'Kind of request', 'Nature de la demande'),
  reference: Line('Reference of the authority', "Référence de l'autorité"),
  date: Day('Date of the request', 'Date de la demande'),
  receivedOn: Day('Received on', 'Reçue le'),
  askedFor: Exactly(
    { en: Prose('In English', 'En anglais'), fr: Prose('In French', 'En français') },
    words('What is asked for', 'Objet de la demande'),
  ),
  pieces: List(Piece, 'What it names that is in the register', 'Pièces désignées, si elles sont connues', {
    max: 200,
  }),
  incident: Nullable(IdOf('incident', 'Incident it concerns', 'Incident visé')),
  proceedings: Line('Proceedings', 'Procédure'),
  offence: Line('Offence', 'Infraction'),
  article: Nullable(Line('Article of the law', 'Article de loi')),
  deadline: Nullable(Day('To be answered by', 'Réponse attendue pour le')),
  /** Whoever may not read the names in it may not have its bytes (`filesKeptBack`). */
  scan: Nullable(
    Exactly({
      file: File('Scan of the request', 'Numérisation de la demande'),
      persons: Nullable(
        Withholdable(
          Line('Persons it names', 'Personnes nommées', 500),
          'Persons it names; null: it names none',
          'Personnes nommées ; null : aucune',
        ),
      ),
    }),
    words('Scan', 'Numérisation'),
  ),
});

/** `request.registered` (E37, RQ-65, F-01): what an authority asked for, before anybody asks for its release. */
export const requestRegistered = beginning<RequestState, typeof body>({
  type: 'request.registered',
  form: 1,
  source: 'E37, D6, RQ-65, RQ-68, F-01',
  title: { en: 'Request of an authority registered', fr: "Demande d'une autorité enregistrée" },
  body,
  decide: ({ body: { date, receivedOn, deadline, pieces } }) => [
    ...refuseIf(receivedOn < date, 'request.received-before-written', '/body/receivedOn', {
      date,
      receivedOn,
    }),
    ...refuseIf(deadline !== null && deadline < date, 'request.deadline-before-written', '/body/deadline', {
      date,
      deadline: deadline ?? '',
    }),
    ...refuseIf(new Set(pieces).size < pieces.length, 'request.piece-twice', '/body/pieces'),
  ],
  claims: ({ body: { number } }) => [{ set: 'request-number', key: number }],
  looksUp: ({ body: { pieces } }) => ({ subjects: pieces }),
  decideLogWide: (_state, { body: { pieces } }, facts) =>
    pieces
      .map((subject, position) => ({ subject, position }))
      .filter(({ subject }) => facts.state(subject) === undefined)
      .map(({ subject, position }) =>
        refuse('reference.subject-unknown', `/body/pieces/${position}`, { subject }),
      ),
  evolve({ body, actor }) {
    const { authority, kind, occurred } = body;
    const { number, reference, date, receivedOn, askedFor, pieces, incident, proceedings, offence } = body;
    return {
      ...uncorrected,
      number,
      authorityUnit: authority.unit,
      authorityCapacity: authority.capacity,
      kind: codeOrText(kind),
      reference,
      date,
      receivedOn,
      askedFor,
      pieces,
      incident,
      proceedings,
      offence,
      deadline: body.deadline,
      registeredBy: actor.officer,
      registeredAt: occurred.at,
      answers: [],
      closed: null,
    };
  },
});
