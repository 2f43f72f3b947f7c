import { corrected } from '../common/corrected.js';
import { disclosureErased } from '../common/disclosure-erased.js';
import type { KindRules } from '../rule.js';
import { incidentAssigned } from './events/assigned.js';
import { incidentOpened } from './events/opened.js';
import { incidentRestated } from './events/restated.js';
import { incidentWithdrawn } from './events/withdrawn.js';
import type { IncidentState } from './state.js';

export const incidentRules: KindRules<IncidentState> = {
  kind: 'incident',
  title: { en: 'Incident', fr: 'Incident' },
  events: [
    incidentOpened,
    incidentRestated,
    incidentWithdrawn,
    incidentAssigned,
    corrected('incident', { en: 'Record of an incident corrected', fr: "Fiche d'un incident corrigée" }),
    disclosureErased('incident'),
  ],
};
