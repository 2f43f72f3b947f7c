import type { JsonObject } from '../../../src/log/index.js';
import { type Intent, uuidOf } from '../procedure.js';

export const siteSubject = `site/${uuidOf('DEMO-SITE')}`;

/** One store by its demonstration name: its number is `uuidOf(name)`. */
export function storeOf(name: string, changes: JsonObject = {}): JsonObject {
  return {
    store: uuidOf(name),
    name,
    shelves: ['A1', 'A2'],
    hazardClasses: ['NONE'],
    divisions: [],
    highRisk: false,
    quarantine: false,
    open: true,
    ...changes,
  };
}

/** A general evidence room, an armoury, a quarantine, a magazine for explosives. */
export const demoStores: readonly JsonObject[] = [
  storeOf('DEMO-GENERAL'),
  storeOf('DEMO-ARMOURY', { hazardClasses: ['NONE', 'FIREARM'], highRisk: true }),
  storeOf('DEMO-QUARANTINE', { hazardClasses: ['FIREARM'], highRisk: true, quarantine: true }),
  storeOf('DEMO-MAGAZINE', {
    hazardClasses: ['EXPLOSIVE', 'AMMUNITION'],
    divisions: ['1.1', '1.4'],
    highRisk: true,
  }),
];

/** Body of `site.registered`. */
export function siteBody(changes: JsonObject = {}): JsonObject {
  return {
    name: 'DEMO sector store',
    description: 'DEMO: regional camp, building 4',
    unit: null,
    position: { latitude: '19.45', longitude: '0.85', accuracyMetres: 50, datum: 'WGS84' },
    stores: [...demoStores],
    ...changes,
  };
}

export function registerSite(changes: JsonObject = {}, subject = siteSubject): Intent {
  return {
    subject,
    type: 'site.registered',
    by: 'DEMO-REG-1/REG',
    countersigned: ['DEMO-REG-2/REG as registrar'],
    body: siteBody(changes),
  };
}

export function changeStores(stores: readonly JsonObject[], subject = siteSubject): Intent {
  return {
    subject,
    type: 'site.stores-changed',
    by: 'DEMO-REG-1/REG',
    countersigned: ['DEMO-REG-2/REG as registrar'],
    body: { stores: [...stores], reason: 'DEMO: building 4 was rebuilt' },
  };
}
