import {
  Code,
  Exactly,
  Flag,
  Line,
  List,
  Nullable,
  Prose,
  type Static,
  type TSchema,
  words,
} from '../../schema/described.js';
import { File, IdOf } from '../../schema/identifiers.js';
import { Day } from '../../schema/occurrence.js';
import { WithheldOfReport } from '../../schema/withheld.js';
import { Coded } from '../../vocabulary/coded.js';
import { resultsOfMade, resultsOfOmitted, traceKinds } from '../../vocabulary/laboratory.js';
import { TypeOfExam } from '../exam.js';

function InBothLanguages(en: string, fr: string) {
  return Exactly(
    {
      en: Prose('In English', 'En anglais'),
      fr: Prose('In French: what the court reads', 'En français : ce que lit le tribunal'),
    },
    words(en, fr),
  );
}

/** A trace under the laboratory's own reference: the same trace has the same reference wherever it is found. */
const Trace = Exactly({
  reference: Line("The laboratory's reference of the trace", 'Référence de la trace au laboratoire', 60),
  kind: Coded(traceKinds, 'Kind of trace', 'Nature de la trace'),
  place: Line('Where on the item', 'À quel endroit de la pièce'),
});

/** A raw file of an instrument, by its hash: what the finding rests on can be looked at again. */
const InstrumentFile = Exactly({
  what: Line('What it is', 'Nature du fichier'),
  file: File('File of the instrument', "Fichier de l'instrument"),
});

const Finding = InBothLanguages('Finding: what was observed', 'Constatations');
const Opinion = InBothLanguages('Opinion: what the examiner makes of it', "Avis de l'examinateur");

function examMade<FindingOfForm extends TSchema, OpinionOfForm extends TSchema>(
  finding: FindingOfForm,
  opinion: OpinionOfForm,
) {
  return Exactly({
    type: TypeOfExam(),
    destructive: Flag('Did it alter or use up the item?', 'A-t-il altéré ou consommé la pièce ?'),
    performedOn: Day('Day it was made', "Jour de l'examen"),
    method: Line('Method, with its reference', 'Méthode, avec sa référence', 400),
    instrument: Nullable(Line('Instrument; null: none', 'Instrument ; null : aucun')),
    limits: Prose('Limits of method and material', 'Limites de la méthode et du matériel', 2000),
    result: Code(resultsOfMade, 'Result', 'Résultat'),
    finding,
    opinion: Nullable(opinion),
    comparedWith: List(
      IdOf('evidence', 'Item', 'Pièce'),
      'Items it was compared with',
      'Pièces de comparaison',
      { max: 100 },
    ),
    traces: List(Trace, 'Traces found', 'Traces relevées', { max: 60 }),
    files: List(InstrumentFile, 'Raw files of the instrument', "Fichiers bruts de l'instrument", { max: 60 }),
  });
}

/**
 * D5, RQ-54: one examination as it was made: method, instrument, limits; finding and opinion apart. Both are withheld,
 * for the item may leave where the report does not (GATE-6).
 */
export const ExamMade = examMade(
  WithheldOfReport(Finding, 'Finding: what was observed', 'Constatations'),
  WithheldOfReport(Opinion, 'Opinion: what the examiner makes of it', "Avis de l'examinateur"),
);

export type ExamMadeOf = Static<typeof ExamMade>;

/** Form 1 told both in the clear, wherever the item went. */
export const ExamMadeInClear = examMade(Finding, Opinion);

/** An examination that was asked for and not made: no trace is lost in silence (GATE-5). */
export const ExamOmitted = Exactly({
  type: TypeOfExam(),
  result: Code(resultsOfOmitted, 'Result', 'Résultat'),
  reason: Prose('Why it was not made', "Pourquoi il n'a pas été pratiqué", 2000),
});
