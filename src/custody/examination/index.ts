import { corrected } from '../common/corrected.js';
import { disclosureErased } from '../common/disclosure-erased.js';
import { holdItemRules } from '../hold/items.js';
import { releaseItemRules } from '../release/items/index.js';
import { notingSource } from '../release/source-caveat.js';
import type { KindRules } from '../rule.js';
import { examinationAccepted } from './events/accepted.js';
import { examinationAssigned } from './events/assigned.js';
import { examinationClassified } from './events/classified.js';
import { examinationDestructionApproved } from './events/destruction-approved.js';
import { examinationLeadRecorded } from './events/lead-recorded.js';
import { examinationRejected } from './events/rejected.js';
import { examinationRequested } from './events/requested.js';
import { examinationResultAmended } from './events/result-amended.js';
import { examinationResultIssued } from './events/result-issued.js';
import { examinationTracesMatched } from './events/traces-matched.js';
import { examinationWithdrawn } from './events/withdrawn.js';
import { withItemActs } from './item-acts.js';
import type { ExaminationState } from './state.js';

export const examinationRules: KindRules<ExaminationState> = {
  kind: 'examination',
  title: { en: 'Examination', fr: 'Examen' },
  events: [
    examinationRequested,
    examinationAccepted,
    examinationRejected,
    examinationWithdrawn,
    examinationAssigned,
    examinationDestructionApproved,
    examinationResultIssued,
    examinationResultAmended,
    examinationLeadRecorded,
    examinationTracesMatched,
    examinationClassified,
    corrected('examination', {
      en: 'Record of an examination corrected',
      fr: "Fiche d'un examen corrigée",
    }),
    disclosureErased('examination'),
    ...releaseItemRules<ExaminationState>('examination'),
    ...holdItemRules<ExaminationState>('examination'),
  ],
  evolveAlways: (state, act, circumstances) => notingSource(withItemActs(state, act, circumstances), act),
};
