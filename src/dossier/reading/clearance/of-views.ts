import { memberOf, objectsOf, textOf } from '../../../audit/report/report-event.js';
import type { ReleaseInput, ReleaseState } from '../../../custody/release/state.js';
import { inputKinds, preliminaryQuestions, releaseAnswers } from '../../../custody/vocabulary/releases.js';
import type { JsonObject } from '../../../log/index.js';
import type { FormPart } from '../../paper/document.js';
import { colon, joined } from '../../paper/print/told.js';
import type { Bilingual, Row } from '../../paper/words.js';
import { asWritten, titleOf } from '../people.js';
import { coded, day, inSentence, row, said } from './said.js';

/**
 * D6, E38: the views that were heard, with whose they are and their day, and which the decision does without. What a
 * view says stays with who gave it and who decided: an objection for the protection of sources would tell of one (GATE-8).
 */
export function partOfViews(body: JsonObject, { inputs = [] }: ReleaseState): readonly FormPart[] {
  if (!Array.isArray(body.inputs)) return [];
  const given = new Map(inputs.map(input => [input.event, input]));
  return [
    {
      title: { fr: 'Avis recueillis', en: 'Views heard' },
      rows: objectsOf(body.inputs).map(one => viewOf(one, given.get(textOf(one.given)))),
    },
  ];
}

function viewOf({ kind, reason }: JsonObject, input: ReleaseInput | undefined): Row {
  const { fr, en } = coded(inputKinds, kind);
  if (input === undefined) {
    return row(
      fr,
      en,
      joined([{ fr: 'Il y est renoncé', en: 'Done without' }, inSentence(said(reason))], colon),
    );
  }
  const { role, originator, date } = input;
  const whose = originator === null ? titleOf(role) : asWritten(originator);
  return row(fr, en, joined([heard, whose, day(date)], ', '), kept);
}

const heard: Bilingual = { fr: 'Recueilli', en: 'Heard' };
const kept: Bilingual = {
  fr: 'sa teneur et la suite donnée restent au dossier de la Mission',
  en: 'what it says, and what was made of it, stay on the file of the Mission',
};

/** RQ-60: the four answers of who decided, and on what each rests. */
export function partOfQuestions(body: JsonObject): readonly FormPart[] {
  const asked = memberOf(body, 'questions');
  const answered = questions.filter(({ name }) => asked[name] !== undefined);
  if (answered.length === 0) return [];
  return [
    {
      title: { fr: 'Les quatre questions préalables à la remise', en: 'The four questions before sharing' },
      rows: answered.map(({ name, fr, en }) => {
        const { answer, basis } = memberOf(asked, name);
        return row(fr, en, coded(releaseAnswers, answer), said(basis));
      }),
    },
  ];
}

/** RQ-68: what the procedure asks with this recipient, in its words; the answers stay with who decided. */
export function partOfRecipientQuestions(body: JsonObject): readonly FormPart[] {
  const answered = objectsOf(body.recipientQuestions);
  if (answered.length === 0) return [];
  return [
    {
      title: {
        fr: 'Questions que la procédure pose pour ce destinataire',
        en: 'What the procedure asks with this recipient',
      },
      rows: answered.map(one => {
        const { fr, en } = memberOf(one, 'question');
        return row(textOf(fr), textOf(en), said(one.answer));
      }),
    },
  ];
}

const questions = [
  { name: 'fairTrial', ...preliminaryQuestions.FAIR_TRIAL },
  { name: 'protection', ...preliminaryQuestions.PROTECTION },
  { name: 'consent', ...preliminaryQuestions.CONSENT },
  { name: 'noDeathPenalty', ...preliminaryQuestions.DEATH_PENALTY },
] as const;
