import { join } from 'node:path';
import type { Test } from 'tap';
import { officersFolder, type Stage } from '../../src/cli/cast/stage.js';
import type { RoleCode } from '../../src/custody/roles.js';
import { formatTime, type JsonObject } from '../../src/log/index.js';
import { incidentBody } from './bodies/incident.js';
import { clearedBody, sceneBody } from './bodies/scene.js';
import { issuedBody } from './bodies/sealstock.js';
import { siteBody } from './bodies/site.js';
import { unitBody } from './bodies/unit.js';
import { circumstances } from './procedure.js';
import { createTestStage, type TestStage } from './test-stage.js';

/** A case under way at this moment: what officers find in the register before they leave for the field. */
export interface FieldCase extends TestStage {
  readonly incident: string;
  readonly scene: string;
  /** `event_id` of the EOD clearance acts at the scene rely on. */
  readonly clearance: string;
  readonly stock: string;
  readonly site: string;
  /** Key file and role of an officer, as typed. */
  as(name: string): string;
  /** The officer's UUID. */
  idOf(name: string): string;
}

const officers: readonly (readonly [string, RoleCode])[] = [
  ['DEMO-WIT-1', 'WIT'],
  ['DEMO-WIT-2', 'WIT'],
  ['DEMO-EOD-1', 'EOD'],
  ['DEMO-JMAC-1', 'JMAC'],
  ['DEMO-SEC-1', 'SEC'],
  ['DEMO-HQC-1', 'HQC'],
];

/** Minutes before now, in the log's form. */
export function minutesAgo(minutes: number): string {
  return formatTime(Date.now() - minutes * 60_000);
}

/** The commands run as processes with the machine's clock, so the service does too. */
export async function createFieldCase(t: Test): Promise<FieldCase> {
  const clock = {
    get now() {
      return Date.now();
    },
  };
  const made = await createTestStage(t, clock);
  const { stage, home } = made;
  for (const [name, role] of officers) await stage.enlist(name, [role], { unit: null });
  const setting = await openCase(stage);
  return {
    ...made,
    ...setting,
    as: name => `${join(officersFolder(home), name, 'officer.key.json')}:${name.split('-')[1]}`,
    idOf: name => stage.officer(name).officer,
  };
}

async function openCase(stage: Stage) {
  const [unit, incident, scene, stock, site] = Array.from({ length: 5 }, () => stage.newId());
  const registrars = { by: 'DEMO-REG-1/REG', countersigned: ['DEMO-REG-2/REG as registrar'] };
  const at = (minutes: number): JsonObject => circumstances(minutesAgo(minutes));
  const collector = stage.officer('DEMO-WIT-1').officer;
  await stage.require([
    {
      ...registrars,
      subject: `unit/${unit}`,
      type: 'unit.registered',
      body: unitBody({ class: { code: 'MISSION_FORCE', text: null }, national: false }),
    },
    { ...registrars, subject: `site/${site}`, type: 'site.registered', body: siteBody() },
    {
      subject: `incident/${incident}`,
      type: 'incident.opened',
      by: 'DEMO-JMAC-1/JMAC',
      body: incidentBody({ ...at(300), reportingUnit: unit ?? '' }),
    },
    {
      subject: `scene/${scene}`,
      type: 'scene.opened',
      by: 'DEMO-WIT-1/WIT',
      body: sceneBody({ ...at(280), incident: incident ?? '', leader: collector }),
    },
    {
      subject: `sealstock/${stock}`,
      type: 'sealstock.issued',
      by: 'DEMO-HQC-1/HQC',
      body: issuedBody(collector),
    },
  ]);
  const [clearance = ''] = await stage.require([
    {
      subject: `scene/${scene}`,
      type: 'scene.cleared',
      by: 'DEMO-EOD-1/EOD',
      body: clearedBody({ ...at(260), validUntil: formatTime(Date.now() + 12 * 3_600_000) }),
    },
  ]);
  return {
    incident: incident ?? '',
    scene: scene ?? '',
    stock: stock ?? '',
    site: site ?? '',
    clearance,
  };
}
