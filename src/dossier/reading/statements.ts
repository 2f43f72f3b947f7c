import { memberOf, type ReportEvent, textOf } from '../../audit/report/report-event.js';
import { observations } from '../../custody/vocabulary/information.js';
import { inWords } from '../../custody/vocabulary/told.js';
import type { JsonValue } from '../../log/index.js';
import type { FactStatement } from '../paper/document.js';
import type { Bilingual } from '../paper/words.js';
import { said } from './clearance/said.js';
import { marksIn } from './item-acts.js';
import { occurredIn, receivedAt } from './moments.js';
import { asWritten, type People } from './people.js';
import type { InformationPiece } from './read-pieces.js';

const begins: ReadonlySet<string> = new Set(['information.statement-given', 'information.statement-taken']);

/** RQ-07: the personal statements among the pieces, in the words of who made them. */
export function factsOf(information: readonly InformationPiece[], people: People): readonly FactStatement[] {
  return information.flatMap(({ number, history: { acts } }) =>
    acts.filter(({ event }) => begins.has(event.type)).map(act => factOf(act, number, people)),
  );
}

/** What somebody without a key said is withheld, and who he is (GATE-8): that it was said, and who took it, is told. */
function factOf(report: ReportEvent, piece: number, people: People): FactStatement {
  const { type, body, actor, eventId } = report.event;
  const taken = type === 'information.statement-taken';
  const entered = receivedAt(report.receivedAt);
  const own = textOf(body.capacity);
  const signer = people.signatory(actor);
  return {
    piece,
    by: own === '' ? signer : { ...signer, capacity: asWritten(own) },
    stated: occurredIn(body.occurred) ?? entered,
    entered,
    known: knownBy(body.observed),
    text: said(body.words),
    event: eventId,
    marks: [
      ...(taken ? [asTold] : []),
      ...(memberOf(body, 'withheldWords')._sd === undefined ? [] : [inPart]),
      ...marksIn(body),
    ],
  };
}

function knownBy(observed: JsonValue | undefined): Bilingual {
  const codes = Array.isArray(observed) ? (observed as readonly JsonValue[]).map(textOf) : [];
  return inWords(observations)(codes.join(', '));
}

const asTold: Bilingual = {
  fr: 'Déclaration d’une autre personne, recueillie par le signataire',
  en: 'Statement of another person, taken by who signed',
};
const inPart: Bilingual = {
  fr: 'Une partie de la déclaration est réservée : elle pourrait identifier une autre personne',
  en: 'Part of the statement is withheld: it could identify another person',
};
