import { Exactly, List, Prose, words } from '../../schema/described.js';
import { Kept } from './assessments.js';

/**
 * RQ-68: what the procedure asks with this class of recipient, in its very words, so that the decision can be read without
 * the procedure. The answers stay with who decides: they may speak of sources, of staff and of other States.
 */
export const RecipientQuestions = List(
  Exactly({
    question: Exactly(
      { en: Prose('In English', 'En anglais'), fr: Prose('In French', 'En français') },
      words('As the procedure asks it', 'Telle que la procédure la pose'),
    ),
    answer: Kept('Answer', 'Réponse'),
  }),
  'Questions that the procedure asks with this recipient',
  'Questions que la procédure pose pour ce destinataire',
  { max: 20 },
);
