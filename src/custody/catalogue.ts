import { accountRules } from './account/index.js';
import { armedGroupRules } from './armedgroup/index.js';
import { discrepancyRules } from './discrepancy/index.js';
import { dossierRules } from './dossier/index.js';
import { evidenceRules } from './evidence/index.js';
import { examinationRules } from './examination/index.js';
import { exportRules } from './export/index.js';
import { holdRules } from './hold/index.js';
import { identificationRules } from './identification/index.js';
import { importRules } from './import/index.js';
import { incidentRules } from './incident/index.js';
import { informationRules } from './information/index.js';
import { linkRules } from './link/index.js';
import { logRules } from './log/index.js';
import { officerRules } from './officer/index.js';
import { packageRules } from './package/index.js';
import { propagandaRules } from './propaganda/index.js';
import { referenceRules } from './reference/index.js';
import { releaseRules } from './release/index.js';
import { requestRules } from './request/index.js';
import { requirementRules } from './requirement/index.js';
import type { AnyEventRule, KindRules } from './rule.js';
import { sceneRules } from './scene/index.js';
import { sealstockRules } from './sealstock/index.js';
import { siteRules } from './site/index.js';
import { sourceRules } from './source/index.js';
import { tracingRules } from './tracing/index.js';
import { transferRules } from './transfer/index.js';
import { unitRules } from './unit/index.js';
import { visitRules } from './visit/index.js';

/** A kind's rules with its state's type forgotten: states come from the store as JSON. */
function erase<State>(rules: KindRules<State>): KindRules {
  return rules as unknown as KindRules;
}

/** All kinds of subject, in the order a newcomer meets them. */
export const catalogue: readonly KindRules[] = [
  erase(logRules),
  erase(officerRules),
  erase(unitRules),
  erase(siteRules),
  erase(incidentRules),
  erase(accountRules),
  erase(sceneRules),
  erase(visitRules),
  erase(evidenceRules),
  erase(identificationRules),
  erase(referenceRules),
  erase(informationRules),
  erase(sourceRules),
  erase(sealstockRules),
  erase(packageRules),
  erase(discrepancyRules),
  erase(transferRules),
  erase(requestRules),
  erase(tracingRules),
  erase(holdRules),
  erase(examinationRules),
  erase(releaseRules),
  erase(exportRules),
  erase(dossierRules),
  erase(importRules),
  erase(armedGroupRules),
  erase(propagandaRules),
  erase(linkRules),
  erase(requirementRules),
];

const kindsByName = new Map<string, KindRules>(catalogue.map(rules => [rules.kind, rules]));
const currentRules = new Map<string, AnyEventRule>(
  catalogue.flatMap(({ events }) => events.map(rule => [rule.type, rule] as const)),
);

/** Types of the events of items, which come with a group's event and are never signed by themselves. */
export const itemTypes: ReadonlySet<string> = new Set(
  [...currentRules.values()].flatMap(rule => rule.itemTypes ?? []),
);

/** Every event type in every form there ever was; a kind's `events` are the current ones. */
export const rulesOfAllForms: readonly AnyEventRule[] = [...currentRules.values()].flatMap(rule => [
  rule,
  ...(rule.former ?? []).map(earlier => ({ ...rule, ...earlier })),
]);

const rulesByForm = new Map(rulesOfAllForms.map(rule => [`${rule.type}/${rule.form}`, rule] as const));

export function kindRules(kind: string): KindRules | undefined {
  return kindsByName.get(kind);
}

/** The rule of an event type in one form; undefined where there is none. */
export function eventRule(type: string, form: number): AnyEventRule | undefined {
  return rulesByForm.get(`${type}/${form}`);
}

/** The rule of an event type in the form in which new events are written; undefined where there is none. */
export function currentRule(type: string): AnyEventRule | undefined {
  return currentRules.get(type);
}

/** The form in which new events of a type are written; countersignatures, which have no rule, are of form 1. */
export function currentForm(type: string): number {
  return currentRule(type)?.form ?? 1;
}
