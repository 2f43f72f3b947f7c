import { memberOf, textOf } from '../../../audit/report/report-event.js';
import { dossierTypes } from '../../../custody/vocabulary/releases.js';
import type { JsonObject } from '../../../log/index.js';
import type { FormPart } from '../../paper/document.js';
import type { Bilingual, Row } from '../../paper/words.js';
import type { ReleaseActs } from '../read-decision.js';
import { coded, day, row, said } from './said.js';

/** D6: what the authority asked for, and for what the release of it was then requested (E37). */
export function partOfRequest({ requested, asked }: ReleaseActs, requestedBy: Bilingual): FormPart {
  const { body } = requested.event;
  return {
    title: {
      fr: "Demande de l'autorité et demande d'autorisation",
      en: 'Request of the authority, and for release',
    },
    rows: [
      ...registration(asked),
      row('Autorisation demandée par', 'Release requested by', requestedBy),
      row('Personne destinataire', 'Person who receives', said(memberOf(body, 'recipient').person, unnamed)),
      row('Procédure', 'Proceedings', said(body.proceedings)),
      ...('article' in body
        ? [row('Article de loi', 'Article of the law', said(body.article, notStated))]
        : []),
      ...('mandateBasis' in body
        ? [row('Fondement dans le mandat', 'Basis in the mandate', said(body.mandateBasis))]
        : []),
      ...('dossierType' in body
        ? [row('Nature du dossier', 'What the dossier is', coded(dossierTypes, body.dossierType))]
        : []),
    ],
  };
}

const unnamed: Bilingual = { fr: 'Non désignée par son nom', en: 'Not named' };
const notStated: Bilingual = { fr: 'Non précisé', en: 'Not stated' };

/** What the register of requests says; nothing where the release told of the request itself. */
function registration(asked: JsonObject): readonly Row[] {
  const { fr, en } = memberOf(asked, 'askedFor');
  if (typeof fr !== 'string') return [];
  return [
    row("Numéro au registre d'ordre", 'Number in the register', said(asked.number)),
    row('Reçue le', 'Received on', day(asked.receivedOn)),
    row('Signataire', 'Signed by', said(memberOf(asked, 'authority').capacity)),
    row('Objet de la demande', 'What is asked for', { fr, en: textOf(en) }),
  ];
}
